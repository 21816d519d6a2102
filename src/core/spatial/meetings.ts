import type { Work } from "../base/work.ts";
import { around, type Ball, ballOver } from "./ball.ts";
import type { OriginRows } from "./origin-rows.ts";
import { hasPlace, type Places } from "./places.ts";
import type { Walk } from "./walk.ts";
import { type ZoneCounts, zoneCounts } from "./zone-counts.ts";

/** Which points of the rows are within the walk of which facility, and how many facilities each zone has so. */
export interface Meetings {
  /** Facilities in their order, in pieces: what is not known to be long need not be copied to grow. */
  readonly pieces: readonly Piece[];
  /** By the head of each zone. */
  readonly counts: Int32Array;
}

export interface Piece {
  readonly firstFacility: number;
  /** As a ball tells them. */
  readonly runs: Uint32Array;
  /** Where the runs of each of its facilities end. */
  readonly ends: number[];
}

export function* meetingsOf(origins: OriginRows, facilities: Places, walk: Walk): Work<Meetings> {
  const count = facilities.lng.length;
  const ball = ballOver(origins.rows, walk);
  const counts = zoneCounts(origins);
  const pieces = [pieceFrom(0, 0)];
  for (let first = 0; first < count; first += FACILITIES_PER_STEP) {
    yield { part: "reach", share: first / count };
    meetAll(ball, facilities, first, Math.min(count, first + FACILITIES_PER_STEP), pieces, counts);
  }
  return { pieces, counts: counts.take().byHead };
}

/** Adds what the facilities `first` … `end − 1` meet. */
function meetAll(
  ball: Ball,
  facilities: Places,
  first: number,
  end: number,
  pieces: Piece[],
  counts: ZoneCounts,
): void {
  let piece = pieces.at(-1) as Piece;
  for (let facility = first; facility < end; facility++) {
    const length = hasPlace(facilities, facility)
      ? around(ball, facilities.lng[facility] as number, facilities.lat[facility] as number)
      : 0;
    if ((piece.ends.at(-1) ?? 0) + length > piece.runs.length) {
      piece = pieceFrom(facility, length);
      pieces.push(piece);
    }
    add(piece, ball.runs, length);
    counts.add(ball.runs, length, facility);
  }
}

function pieceFrom(firstFacility: number, least: number): Piece {
  return {
    firstFacility,
    runs: new Uint32Array(Math.max(PIECE, least)),
    ends: [],
  };
}

function add({ runs, ends }: Piece, met: Uint32Array, length: number): void {
  const end = ends.at(-1) ?? 0;
  for (let i = 0; i < length; i++) runs[end + i] = met[i] as number;
  ends.push(end + length);
}

export const FACILITIES_PER_STEP = 64;
const PIECE = 1 << 16;
