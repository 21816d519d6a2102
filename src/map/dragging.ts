import type { MapMouseEvent, MapTouchEvent, Map as Sheet } from "maplibre-gl";

interface Drag<Thing> {
  /** What may be dragged from here; `undefined` leaves the gesture to the map. */
  readonly grab: (lng: number, lat: number, isTouch: boolean) => Thing | undefined;
  readonly onDrag: (thing: Thing, lng: number, lat: number) => void;
  /** Once, where it was let go; not called if it was never moved. */
  readonly onDrop: (thing: Thing, lng: number, lat: number) => void;
}

/** Pixels before a press becomes a drag. */
const SLACK = 4;

/** Lets things on the map be dragged, by mouse or one finger; returns how to stop. */
export function letDrag<Thing>(sheet: Sheet, { grab, onDrag, onDrop }: Drag<Thing>): () => void {
  const press = (event: MapMouseEvent | MapTouchEvent) => {
    const isTouch = "points" in event;
    if (isTouch && event.points.length > 1) return;
    const thing = grab(event.lngLat.lng, event.lngLat.lat, isTouch);
    if (thing === undefined) return;
    event.preventDefault();
    const start = event.point;
    let last: { lng: number; lat: number } | undefined;
    const follow = ({ lngLat, point }: MapMouseEvent | MapTouchEvent) => {
      if (!last && point.dist(start) < SLACK) return;
      last = lngLat;
      onDrag(thing, lngLat.lng, lngLat.lat);
    };
    const release = () => {
      sheet.off("mousemove", follow);
      sheet.off("touchmove", follow);
      window.removeEventListener("mouseup", release);
      window.removeEventListener("touchend", release);
      if (last) onDrop(thing, last.lng, last.lat);
    };
    sheet.on("mousemove", follow);
    sheet.on("touchmove", follow);
    window.addEventListener("mouseup", release);
    window.addEventListener("touchend", release);
  };
  sheet.on("mousedown", press);
  sheet.on("touchstart", press);
  return () => {
    sheet.off("mousedown", press);
    sheet.off("touchstart", press);
  };
}
