import { ScaleControl, Map as Sheet, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { MapColours } from "./columns.ts";
import type { Bounds } from "./framing.ts";
import { sheetStyle } from "./style.ts";

setWorkerUrl(workerUrl);

export interface SheetOptions {
  readonly container: HTMLElement;
  readonly colours: MapColours;
  /** What a screen reader says of the map. */
  readonly label: string;
  /** Font families of the machine that text is drawn from. */
  readonly font: string;
  /** Pixels of the drawing for each of the screen's; those of the device where absent. */
  readonly pixelRatio?: number;
  /** Shown at first. */
  readonly bounds?: Bounds;
}

/** A blank map that stays flat and north up. */
export function blankSheet({ container, colours, label, font, pixelRatio, bounds }: SheetOptions): Sheet {
  const sheet = new Sheet({
    container,
    style: sheetStyle(colours),
    localIdeographFontFamily: font,
    fadeDuration: 0,
    ...(pixelRatio !== undefined && { pixelRatio, maxCanvasSize: [8192, 8192] }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    minZoom: 3,
    maxZoom: 19,
    ...(bounds ? { bounds: [...bounds] } : { center: [117, 34], zoom: 8 }),
    locale: { "Map.Title": label },
  });
  sheet.touchZoomRotate.disableRotation();
  sheet.keyboard.disableRotation();
  sheet.addControl(new ScaleControl({ maxWidth: 120 }), "bottom-left");
  return sheet;
}
