import type { ZoneHits } from "./hit-index.ts";
import type { DrawnRing } from "./polygons.ts";
import type { ZoneDrawing } from "./zone-layers.ts";

/** Up to this many zones, their edges are drawn all; of more they are, once that few are in view. */
const MOST_EDGED = 4000;
/** Of the width and height of the view, on each side: a short pan needs no new edges. */
const MARGIN = 0.5;

export interface View {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Which edges are drawn, until the view leaves what they were found for. */
export interface EdgesInView {
  readonly rings: readonly DrawnRing[];
  readonly holdsFor: (view: View) => boolean;
}

/**
 * The rings whose edge can be made out. A line costs far more to draw than a fill, and the edges of 20,000 zones in
 * one view are a blur.
 */
export function edgesInView(drawing: ZoneDrawing, hits: ZoneHits, view: View): EdgesInView {
  if (drawing.polygons.length <= MOST_EDGED) return { rings: drawing.rings, holdsFor: () => true };
  const [x, y] = [(view.east - view.west) * MARGIN, (view.north - view.south) * MARGIN];
  const wide = { west: view.west - x, south: view.south - y, east: view.east + x, north: view.north + y };
  const rows = hits.within(wide.west, wide.south, wide.east, wide.north);
  const scale = view.east - view.west;
  return {
    rings: rows.size > MOST_EDGED ? [] : drawing.rings.filter(({ row }) => rows.has(row)),
    holdsFor: (next) =>
      next.west >= wide.west &&
      next.south >= wide.south &&
      next.east <= wide.east &&
      next.north <= wide.north &&
      next.east - next.west > scale / 2,
  };
}
