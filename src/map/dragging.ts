import type { MapMouseEvent, MapTouchEvent, Map as Sheet } from "maplibre-gl";

interface Drag<Thing> {
  /** What may be dragged from here; `undefined` leaves the gesture to the map. */
  readonly grab: (lng: number, lat: number, isTouch: boolean) => Thing | undefined;
  /** `giveUp` ends the drag as if it had never begun, and nothing is called any more. */
  readonly onDrag: (thing: Thing, lng: number, lat: number, giveUp: () => void) => void;
  /** Once, where it was dragged to last; not called if it was never moved. */
  readonly onDrop: (thing: Thing, lng: number, lat: number) => void;
}

/** Pixels before a press becomes a drag, and before what is dragged follows: a finger at rest trembles. */
const [SLACK, TREMBLE] = [4, 2];

/** Lets things on the map be dragged, by mouse or one finger; returns how to stop. */
export function letDrag<Thing>(sheet: Sheet, { grab, onDrag, onDrop }: Drag<Thing>): () => void {
  const press = (event: MapMouseEvent | MapTouchEvent) => {
    const isTouch = "points" in event;
    if (isTouch && event.points.length > 1) return;
    const thing = grab(event.lngLat.lng, event.lngLat.lat, isTouch);
    if (thing === undefined) return;
    event.preventDefault();
    let from = event.point;
    let last: { lng: number; lat: number } | undefined;
    const follow = ({ lngLat, point }: MapMouseEvent | MapTouchEvent) => {
      if (point.dist(from) < (last ? TREMBLE : SLACK)) return;
      from = point;
      last = lngLat;
      onDrag(thing, lngLat.lng, lngLat.lat, letGo);
    };
    const letGo = () => {
      sheet.off("mousemove", follow);
      sheet.off("touchmove", follow);
      window.removeEventListener("mouseup", release);
      window.removeEventListener("touchend", release);
    };
    const release = () => {
      letGo();
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
