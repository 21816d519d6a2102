import type { Metres } from "../../core/base/units.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import { localPlane } from "../../core/geo/local-plane.ts";
import type { StreetMap } from "../../core/network/street-map.ts";
import { isWalkWay } from "./walk-tags.ts";

/** Metres from a place to the nearest street; `FAR_FROM_STREETS` where none is nearer. To a metre, for many places. */
export function streetMetres(map: StreetMap): (at: LngLat) => Metres {
  const { lng, lat, starts, nodes, tags } = map;
  const isStreet = map.tagSets.map(isWalkWay);
  /** By cell: the first nodes of the stretches that come near it, as rows of `nodes`. */
  const cells = new Map<number, number[]>();
  for (let way = 0; way + 1 < starts.length; way++) {
    if (!isStreet[tags[way] as number]) continue;
    for (let i = starts[way] as number; i + 1 < (starts[way + 1] as number); i++) {
      const [a, b] = [nodes[i] as number, nodes[i + 1] as number];
      const [west, east] = ordered(columnOf(lng[a] as number), columnOf(lng[b] as number));
      const [south, north] = ordered(columnOf(lat[a] as number), columnOf(lat[b] as number));
      if (east - west > MOST_CELLS || north - south > MOST_CELLS) continue;
      for (let x = west; x <= east; x++)
        for (let y = south; y <= north; y++) {
          const cell = cells.get(cellOf(x, y));
          if (cell) cell.push(i);
          else cells.set(cellOf(x, y), [i]);
        }
    }
  }
  return (at) => {
    const plane = localPlane(at);
    const xy = (node: number) => plane.toPlane({ lng: lng[node] as number, lat: lat[node] as number });
    const [column, row] = [columnOf(at.lng), columnOf(at.lat)];
    let nearest = FAR_FROM_STREETS;
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const i of cells.get(cellOf(x, y)) ?? []) {
          const [a, b] = [xy(nodes[i] as number), xy(nodes[i + 1] as number)];
          nearest = Math.min(nearest, fromOrigin(a, b));
        }
    return nearest;
  };
}

/** No street that is farther is looked for: at least so far to each side is looked at anywhere in China. */
export const FAR_FROM_STREETS: Metres = 500;

/** Degrees. */
const CELL = 0.0075;
/** A longer stretch, of some ten kilometres, is no street that anything stands at. */
const MOST_CELLS = 20;

function columnOf(degrees: number): number {
  return Math.floor(degrees / CELL);
}

function cellOf(x: number, y: number): number {
  return x * 65_536 + y;
}

function ordered(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}

interface Planar {
  readonly x: number;
  readonly y: number;
}

function fromOrigin(a: Planar, b: Planar): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / square));
  return Math.sqrt((a.x + share * dx) ** 2 + (a.y + share * dy) ** 2);
}
