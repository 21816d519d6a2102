import type { Work } from "../base/work.ts";
import { ballOver } from "./ball.ts";
import type { OriginRows } from "./origin-rows.ts";
import { hasPlace, type Places } from "./places.ts";
import type { ReachTable } from "./reach-table.ts";
import type { Walk } from "./walk.ts";

/** Which facility is within the walk of which zone: `facilities` by zone, ascending in each. */
export type Meetings = Pick<ReachTable, "starts" | "facilities">;

/**
 * The meetings of zones `from` … `to − 1`, whose origins the rows hold. Goes through the facilities in order, so that
 * each zone meets them in order, and files them by zone when all are known.
 */
export function* meetingsWithin(
  rows: OriginRows,
  from: number,
  to: number,
  facilities: Places,
  walk: Walk,
): Work<Meetings> {
  const count = facilities.lng.length;
  const ball = ballOver(rows.rows, walk);
  const tally: Tally = {
    zones: rows.zones,
    from,
    starts: new Uint32Array(to - from + 1),
    last: new Uint32Array(to - from).fill(count),
  };
  let piece = pieceFrom(0, 0);
  const pieces = [piece];
  for (let facility = 0; facility < count; facility++) {
    if (facility % FACILITIES_PER_STEP === 0) yield { part: "reach", share: facility / count };
    const found = hasPlace(facilities, facility)
      ? ball.around(facilities.lng[facility] as number, facilities.lat[facility] as number)
      : 0;
    if ((piece.ends.at(-1) ?? 0) + found > piece.zones.length) {
      piece = pieceFrom(facility, found);
      pieces.push(piece);
    }
    note(tally, piece, facility, ball.points, found);
  }
  const { starts } = tally;
  for (let zone = 1; zone < starts.length; zone++) {
    starts[zone] = (starts[zone] as number) + (starts[zone - 1] as number);
  }
  const met = new Uint32Array(starts[to - from] as number);
  const next = starts.slice();
  for (const each of pieces) file(each, next, met);
  return { starts, facilities: met };
}

/** Zones met by one facility after another, in pieces: what is not known to be long need not be copied to grow. */
interface Piece {
  readonly firstFacility: number;
  readonly zones: Uint32Array;
  /** Where the zones of each of its facilities end. */
  readonly ends: number[];
}

function pieceFrom(firstFacility: number, least: number): Piece {
  return { firstFacility, zones: new Uint32Array(Math.max(PIECE, least)), ends: [] };
}

interface Tally {
  /** Zone of each point, and the zone that the columns begin with. */
  readonly zones: Uint32Array;
  readonly from: number;
  /** Behind each zone, how many facilities it has met. */
  readonly starts: Uint32Array;
  /** The facility that each zone met last. */
  readonly last: Uint32Array;
}

/** Adds the zones of the points that a facility met, each once. */
function note(
  { zones, from, starts, last }: Tally,
  piece: Piece,
  facility: number,
  points: Uint32Array,
  found: number,
): void {
  const met = piece.zones;
  let length = piece.ends.at(-1) ?? 0;
  for (let i = 0; i < found; i++) {
    const zone = (zones[points[i] as number] as number) - from;
    if (last[zone] === facility) continue;
    last[zone] = facility;
    met[length++] = zone;
    starts[zone + 1] = (starts[zone + 1] as number) + 1;
  }
  piece.ends.push(length);
}

/** Writes the facilities of a piece where each of its zones goes on. */
function file({ firstFacility, zones, ends }: Piece, next: Uint32Array, met: Uint32Array): void {
  let row = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i] as number;
    for (; row < end; row++) {
      const zone = zones[row] as number;
      const place = next[zone] as number;
      next[zone] = place + 1;
      met[place] = firstFacility + i;
    }
  }
}

const FACILITIES_PER_STEP = 64;
const PIECE = 1 << 16;
