import { createCityMap } from "./city-map.ts";
import type { MapContent } from "./columns.ts";
import type { Bounds } from "./framing.ts";
import type { MapEvents } from "./map-contract.ts";
import type { MapPicture } from "./read-picture.ts";

export interface PictureOptions {
  /** What it shows at least. */
  readonly bounds: Bounds;
  /** Pixels of the screen. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each of them. */
  readonly pixelRatio: number;
  readonly font: string;
  readonly signal: AbortSignal;
}

/** Draws a map anew, out of sight, at any size and fineness. */
export async function mapPicture(content: MapContent, options: PictureOptions): Promise<MapPicture> {
  const { bounds, width, height, pixelRatio, font, signal } = options;
  const container = document.createElement("div");
  Object.assign(container.style, {
    ...{ position: "fixed", top: "0", left: "-20000px", width: `${width}px`, height: `${height}px` },
  });
  container.inert = true;
  document.body.append(container);
  const map = createCityMap({
    ...{ container, colours: content.colours, label: "", font, pixelRatio, bounds, still: true },
    events: () => DEAF,
    covered: () => ({ top: 0, left: 0, right: 0, bottom: 0 }),
  });
  try {
    map.setCity(content.city);
    map.setFacilities(content.facilities);
    map.setPaint(content.paint);
    map.setUnitPaint(content.unitPaint);
    map.setFocus(content.focus);
    map.setAround(content.around);
    map.setStrays(content.strays);
    map.setStreetChanges(content.streetChanges.filter(({ kind }) => kind !== "asked"));
    map.setWalkArea(content.walkArea);
    map.setServices(content.services);
    map.setBasemap(content.basemap);
    return await orAborted(map.picture(), signal);
  } finally {
    map.remove();
    container.remove();
  }
}

const nothing = () => undefined;
const DEAF: MapEvents = {
  ...{ onZone: nothing, onUnit: nothing, onFacility: nothing, onNothing: nothing, onHover: nothing },
  ...{ onPlace: nothing, onSketch: nothing, onOutline: nothing },
  ...{ onMove: nothing, onAim: nothing, onDrawn: nothing, onBasemap: nothing },
};

function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    work.then(resolve, reject);
  });
}
