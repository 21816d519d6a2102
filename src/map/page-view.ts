import type { Bounds } from "./framing.ts";
import { latitudeAt, mercator } from "./mercator.ts";

/** Where a map is drawn on a page, in its units. */
export interface MapBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a place on the ground is on a page. */
export interface PageView {
  readonly x: (lng: number) => number;
  readonly y: (lat: number) => number;
  /** On the ground in the middle, for each unit of the page. */
  readonly metresPerPixel: number;
  readonly box: MapBox;
}

/** Web Mercator, as on the screen; the bounds fill the box as far as they can. */
export function pageView([west, south, east, north]: Bounds, box: MapBox): PageView {
  const [top, bottom] = [mercator(north), mercator(south)];
  const scale = Math.min(box.width / (east - west), box.height / (top - bottom));
  const [middleLng, middle] = [(west + east) / 2, (top + bottom) / 2];
  const [centreX, centreY] = [box.x + box.width / 2, box.y + box.height / 2];
  return {
    x: (lng) => rounded(centreX + (lng - middleLng) * scale),
    y: (lat) => rounded(centreY - (mercator(lat) - middle) * scale),
    metresPerPixel: (METRES_PER_DEGREE * Math.cos((latitudeAt(middle) * Math.PI) / 180)) / scale,
    box,
  };
}

/** Of the equator. */
const METRES_PER_DEGREE = 111_319.49;

/** A hundredth of a unit is finer than paper shows. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
