import type { MapMouseEvent, Map as Sheet } from "maplibre-gl";
import type { Issue } from "../core/base/issue.ts";
import type { LngLat, Polygon } from "../core/geo/lng-lat.ts";
import { liesInside } from "../core/geo/ring.ts";
import { soundOutline } from "../core/model/edits/sound-outline.ts";
import { letDrag } from "./dragging.ts";
import {
  type CornerPlace,
  cornersOf,
  middlesOf,
  movedBy,
  type Sketch,
  sketchOf,
  withCorner,
  withCornerMoved,
  withCornerOn,
  withoutCorner,
} from "./sketch.ts";

/** What an outline is drawn or changed by, beside the pointer. */
export interface OutlineDrawing {
  /** Sets a corner in the middle of the map. */
  readonly addHere: () => void;
  readonly takeBack: () => void;
  /** Takes the chosen corner out. */
  readonly removeChosen: () => void;
  /** Takes the outline for done, if it is one; else it says why not. */
  readonly finish: () => void;
  readonly end: () => void;
}

/** An outline that is being drawn or changed. */
export interface Drawn {
  readonly sketch: Sketch;
  /** Something was done that can be taken back. */
  readonly begun: boolean;
  /** Why it is no outline: of one that is changed at any time, of one that is drawn once it was taken for done. */
  readonly wrong: Issue | undefined;
  /** Where the next corner would stand. */
  readonly cursor: LngLat | undefined;
}

interface Options {
  readonly sheet: Sheet;
  /** What is to be changed; absent where something new is drawn. */
  readonly begin: readonly Polygon[] | undefined;
  readonly onDrawn: (drawn: Drawn) => void;
  /** It is an outline, and was taken for done. */
  readonly onOutline: (shape: readonly Polygon[]) => void;
  readonly showCursor: (cursor: "crosshair" | "move" | "pointer" | "") => void;
}

const CURSORS = { corner: "move", middle: "pointer", whole: "move" } as const;

/** What can be taken hold of. */
type Handle =
  | { readonly kind: "corner"; readonly place: CornerPlace }
  | { readonly kind: "middle"; readonly place: CornerPlace }
  | { readonly kind: "whole"; readonly from: LngLat };

/**
 * Lets an outline be drawn corner by corner, or changed, until it is ended: by mouse, by finger, and on the map that has
 * the focus by keys (Space sets a corner in the middle, Backspace takes back, Delete takes the chosen corner out, Enter
 * is for done). Every click on the map is its own meanwhile.
 */
export function outlineDrawing(options: Options): OutlineDrawing {
  const { sheet, begin, onDrawn, onOutline, showCursor } = options;
  let sketch = sketchOf(begin);
  let cursor: LngLat | undefined;
  let wrong: Issue | undefined;
  const earlier: Sketch[] = [];

  const show = (fault = sketch.isClosed ? faultOf(sketch) : undefined) => {
    wrong = fault;
    onDrawn({ sketch, begun: earlier.length > 0, wrong, cursor });
  };
  const finish = () => {
    const sound = soundOutline(sketch.shape);
    if (sound.ok) onOutline(sound.value);
    else show(sound.issues[0]);
  };
  const change = (next: Sketch) => {
    if (next === sketch) return;
    earlier.push(sketch);
    sketch = next;
    show();
  };

  const pixelsTo = (point: { x: number; y: number }, at: LngLat) => {
    const { x, y } = sheet.project(at);
    return Math.hypot(x - point.x, y - point.y);
  };
  const nearest = (
    places: Iterable<readonly [CornerPlace, LngLat]>,
    point: { x: number; y: number },
    reach: number,
  ): CornerPlace | undefined => {
    let [found, least]: [CornerPlace | undefined, number] = [undefined, reach];
    for (const [place, at] of places) {
      const pixels = pixelsTo(point, at);
      if (pixels <= least) [found, least] = [place, pixels];
    }
    return found;
  };
  const handleAt = (point: { x: number; y: number }, at: LngLat, reach: number): Handle | undefined => {
    const corner = nearest(cornersOf(sketch), point, reach);
    if (corner) return { kind: "corner", place: corner };
    const side = nearest(middlesOf(sketch), point, reach);
    if (side) return { kind: "middle", place: side };
    return sketch.isClosed && liesInside(at, sketch.shape) ? { kind: "whole", from: at } : undefined;
  };

  const addAt = (point: { x: number; y: number }, at: LngLat, reach: number) => {
    const ring = sketch.shape[0]?.[0] ?? [];
    const [first, last] = [ring[0], ring.at(-1)];
    if (first && ring.length > 2 && pixelsTo(point, first) <= reach) finish();
    // The second of two clicks that finish.
    else if (!last || pixelsTo(point, last) > SAME_PIXELS) change(withCorner(sketch, at));
  };

  const click = ({ point, lngLat: { lng, lat }, originalEvent }: MapMouseEvent) => {
    const reach = reachOf(originalEvent);
    if (!sketch.isClosed) return addAt(point, { lng, lat }, reach);
    const handle = handleAt(point, { lng, lat }, reach);
    if (handle?.kind === "middle") change(withCornerOn(sketch, handle.place, { lng, lat }));
    else {
      const { chosen: _chosen, ...rest } = sketch;
      sketch = handle?.kind === "corner" ? { ...rest, chosen: handle.place } : rest;
      show();
    }
  };
  const clickTwice = (event: MapMouseEvent) => {
    event.preventDefault();
    if (!sketch.isClosed) finish();
  };
  const hover = ({ point, lngLat: { lng, lat } }: MapMouseEvent) => {
    const handle = handleAt(point, { lng, lat }, REACH);
    showCursor(handle ? CURSORS[handle.kind] : sketch.isClosed ? "" : "crosshair");
    if (sketch.isClosed) return;
    moveCursor({ lng, lat });
  };
  const moveCursor = (to: LngLat | undefined) => {
    cursor = to;
    show(wrong);
  };
  const leave = () => moveCursor(undefined);
  const removeAt = ({ point }: MapMouseEvent) => {
    const corner = nearest(cornersOf(sketch), point, REACH);
    if (corner) change(withoutCorner(sketch, corner));
  };

  let grabbed: Sketch | undefined;
  const stopDragging = letDrag<Handle>(sheet, {
    grab: (lng, lat, isTouch) =>
      handleAt(sheet.project([lng, lat]), { lng, lat }, isTouch ? TOUCH_REACH : REACH),
    onDrag: (handle, lng, lat) => {
      if (grabbed === undefined) {
        grabbed = sketch;
        earlier.push(sketch);
      }
      sketch = dragged(grabbed, handle, { lng, lat });
      cursor = undefined;
      show();
    },
    onDrop: () => {
      grabbed = undefined;
    },
  });

  const drawing: OutlineDrawing = {
    addHere() {
      const { lng, lat } = sheet.getCenter();
      if (!sketch.isClosed) addAt(sheet.project([lng, lat]), { lng, lat }, REACH);
    },
    takeBack() {
      sketch = earlier.pop() ?? sketch;
      show();
    },
    removeChosen() {
      if (sketch.chosen) change(withoutCorner(sketch, sketch.chosen));
    },
    finish,
    end() {
      sheet.off("click", click);
      sheet.off("dblclick", clickTwice);
      sheet.off("mousemove", hover);
      sheet.off("mouseout", leave);
      sheet.off("contextmenu", removeAt);
      sheet.getCanvas().removeEventListener("keydown", press);
      stopDragging();
      sheet.doubleClickZoom.enable();
      showCursor("");
    },
  };
  const keys: Readonly<Record<string, () => void>> = {
    " ": drawing.addHere,
    Backspace: drawing.takeBack,
    Delete: drawing.removeChosen,
    Enter: finish,
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  sheet.doubleClickZoom.disable();
  sheet.on("click", click);
  sheet.on("dblclick", clickTwice);
  sheet.on("mousemove", hover);
  sheet.on("mouseout", leave);
  sheet.on("contextmenu", removeAt);
  sheet.getCanvas().addEventListener("keydown", press);
  show();
  return drawing;
}

function faultOf({ shape }: Sketch): Issue | undefined {
  return soundOutline(shape).issues[0];
}

function dragged(sketch: Sketch, handle: Handle, to: LngLat): Sketch {
  switch (handle.kind) {
    case "corner":
      return withCornerMoved(sketch, handle.place, to);
    case "middle":
      return withCornerOn(sketch, handle.place, to);
    case "whole":
      return movedBy(sketch, to.lng - handle.from.lng, to.lat - handle.from.lat);
  }
}

/** Pixels from a handle at which it is meant. */
const [REACH, TOUCH_REACH] = [10, 22];
const SAME_PIXELS = 5;

function reachOf(event: MouseEvent): number {
  return "pointerType" in event && event.pointerType === "touch" ? TOUCH_REACH : REACH;
}
