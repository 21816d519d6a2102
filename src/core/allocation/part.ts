import type { AllocationProblem } from "./allocation-problem.ts";

/** Some zones and facilities of a problem, as rows of it, ascending, and the links between them, ordered by zone. */
export interface Part {
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
  /** By zone of the part, and one more. */
  readonly starts: Uint32Array;
  /** By link: its facility, as a row of the part. */
  readonly ends: Uint32Array;
  /** By link: its row in the problem. */
  readonly columns: Uint32Array;
}

export function wholePart({ needs, capacities, starts, facilities }: AllocationProblem): Part {
  return {
    zones: countedTo(needs.length),
    facilities: countedTo(capacities.length),
    starts,
    ends: facilities,
    columns: countedTo(facilities.length),
  };
}

function countedTo(end: number): Uint32Array {
  const rows = new Uint32Array(end);
  for (let row = 0; row < end; row++) rows[row] = row;
  return rows;
}

/**
 * The zones that are marked above 0, the links to facilities of the same mark, and the facilities that one of those leads
 * to. Linear in links.
 */
export function partWithin(part: Part, zoneMarks: Uint8Array, facilityMarks: Uint8Array): Part {
  const placeOf = new Int32Array(part.facilities.length).fill(-1);
  let [zoneCount, linkCount] = [0, 0];
  for (let zone = 0; zone < part.zones.length; zone++) {
    const mark = zoneMarks[zone] as number;
    if (mark === 0) continue;
    zoneCount++;
    for (let link = part.starts[zone] as number; link < (part.starts[zone + 1] as number); link++) {
      const facility = part.ends[link] as number;
      if (facilityMarks[facility] !== mark) continue;
      placeOf[facility] = 0;
      linkCount++;
    }
  }
  let facilityCount = 0;
  for (let at = 0; at < placeOf.length; at++) if (placeOf[at] === 0) placeOf[at] = facilityCount++;
  const facilities = new Uint32Array(facilityCount);
  for (let at = 0; at < placeOf.length; at++) {
    const place = placeOf[at] as number;
    if (place >= 0) facilities[place] = part.facilities[at] as number;
  }

  const zones = new Uint32Array(zoneCount);
  const starts = new Uint32Array(zoneCount + 1);
  const ends = new Uint32Array(linkCount);
  const columns = new Uint32Array(linkCount);
  let [place, to] = [0, 0];
  for (let zone = 0; zone < part.zones.length; zone++) {
    const mark = zoneMarks[zone] as number;
    if (mark === 0) continue;
    for (let link = part.starts[zone] as number; link < (part.starts[zone + 1] as number); link++) {
      const facility = part.ends[link] as number;
      if (facilityMarks[facility] !== mark) continue;
      ends[to] = placeOf[facility] as number;
      columns[to++] = part.columns[link] as number;
    }
    zones[place++] = part.zones[zone] as number;
    starts[place] = to;
  }
  return { zones, facilities, starts, ends, columns };
}
