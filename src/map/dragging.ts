import type { MapMouseEvent, MapTouchEvent, Map as Sheet } from "maplibre-gl";

interface Drag {
  /** The row of what may be dragged from here; `undefined` leaves the gesture to the map. */
  readonly grab: (lng: number, lat: number) => number | undefined;
  readonly onDrag: (row: number, lng: number, lat: number) => void;
  /** Once, where it was let go; not called if it was never moved. */
  readonly onDrop: (row: number, lng: number, lat: number) => void;
}

/** Pixels before a press becomes a drag. */
const SLACK = 4;

/** Lets something on the map be dragged, by mouse or finger. */
export function letDrag(sheet: Sheet, { grab, onDrag, onDrop }: Drag): void {
  const press = (event: MapMouseEvent | MapTouchEvent) => {
    const row = grab(event.lngLat.lng, event.lngLat.lat);
    if (row === undefined) return;
    event.preventDefault();
    const start = event.point;
    let last: { lng: number; lat: number } | undefined;
    const follow = ({ lngLat, point }: MapMouseEvent | MapTouchEvent) => {
      if (!last && point.dist(start) < SLACK) return;
      last = lngLat;
      onDrag(row, lngLat.lng, lngLat.lat);
    };
    const release = () => {
      sheet.off("mousemove", follow);
      sheet.off("touchmove", follow);
      window.removeEventListener("mouseup", release);
      window.removeEventListener("touchend", release);
      if (last) onDrop(row, last.lng, last.lat);
    };
    sheet.on("mousemove", follow);
    sheet.on("touchmove", follow);
    window.addEventListener("mouseup", release);
    window.addEventListener("touchend", release);
  };
  sheet.on("mousedown", press);
  sheet.on("touchstart", press);
}
