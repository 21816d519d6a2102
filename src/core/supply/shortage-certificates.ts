import type { AllocationProblem } from "../allocation/allocation-problem.ts";
import { type Certificate, certificatesOf } from "../allocation/certificates.ts";
import { missingWithin } from "../allocation/flow-within.ts";
import type { AllocationFindings, ShortageCertificate } from "../analysis/allocation-findings.ts";
import { compare, type Exact, minus, plus, sameAmount, ZERO } from "../base/decimal.ts";
import { NO_ROW } from "../base/row-map.ts";
import type { KeptByFacility } from "./allocated-facilities.ts";
import type { End } from "./ends.ts";
import type { FairProblem } from "./fair-problem.ts";
import type { FindingsChanges } from "./findings-changes.ts";
import type { KeptPart, KeptRooms } from "./kept-rooms.ts";
import { isShort, type Solved } from "./solved.ts";

/**
 * 缺口核算依据 in rows of the project, and which of them are 片区. With changes since earlier ones, only those of 片区 that
 * are not as they were are proved anew; others are taken over, the same objects where their level has the same place.
 */
export function shortageCertificates(
  { careful, hopeful }: Record<End, Solved>,
  keptOf: KeptByFacility,
  changes?: FindingsChanges,
): Pick<AllocationFindings, "certificates" | "areas"> {
  const stale = changes && staleAreas(careful, changes);
  const { zones, facilities, problem } = shortPart(careful, changes, stale);
  const { levels, levelOf } = careful.allocation;
  const shares = { levels, levelOf: zones.map((at) => levelOf[at] as number) };
  const seen = new Uint32Array(keptOf.length);
  const fresh = certificatesOf(problem, shares).map((each, at) => {
    const found = {
      ...each,
      zones: each.zones.map((row) => zones[row] as number),
      facilities: each.facilities.map((row) => facilities[row] as number),
    };
    return {
      ...written(found, careful.problem, careful.rooms, keptOf, { seen, mark: at + 1 }),
      ...(each.maximal && { certain: certainlyMissing(found, careful.problem, hopeful.problem) }),
    };
  });
  const kept = changes && stale ? keptCertificates(changes, stale) : NOTHING_KEPT;
  const certificates = merged(kept.certificates, fresh, byShare);
  const maximal = fresh.filter((each) => each.maximal).sort(byMissing);
  const placeOf = new Map(certificates.map((each, at) => [each, at]));
  return {
    certificates,
    areas: Uint32Array.from(merged(kept.areas, maximal, byMissing), (each) => placeOf.get(each) as number),
  };
}

function byShare(a: ShortageCertificate, b: ShortageCertificate): number {
  return a.level - b.level || (a.zones[0] as number) - (b.zones[0] as number);
}

function byMissing(a: ShortageCertificate, b: ShortageCertificate): number {
  return compare(b.missing, a.missing) || byShare(a, b);
}

/** Two ordered lists as one; few comparisons where the second is short. */
function merged<Row>(many: readonly Row[], few: readonly Row[], order: (a: Row, b: Row) => number): Row[] {
  const all: Row[] = [];
  let from = 0;
  for (const each of few) {
    let [low, high] = [from, many.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (order(many[middle] as Row, each) < 0) low = middle + 1;
      else high = middle;
    }
    while (from < low) all.push(many[from++] as Row);
    all.push(each);
  }
  while (from < many.length) all.push(many[from++] as Row);
  return all;
}

/**
 * By number of a 片区 before: 1 where one of its zones is another now, or one that is short now may use what its zones
 * reach. Those that are not so have no zone and no facility in common with any other shortage now.
 */
function staleAreas(
  { problem, allocation }: Solved,
  { before, zones, facilities }: FindingsChanges,
): Uint8Array {
  const met = facilities.slice();
  for (let at = 0; at < problem.zones.length; at++) {
    if (zones[problem.zones[at] as number] === 0 || !isShort(allocation, at)) continue;
    for (let link = problem.starts[at] as number; link < (problem.starts[at + 1] as number); link++) {
      const open = (problem.facilities[link] as number) - problem.keptCount;
      if (open >= 0) met[problem.open[open] as number] = 1;
    }
  }
  const stale = new Uint8Array(before.areas.length + 1);
  for (let zone = 0; zone < zones.length; zone++) {
    if (zones[zone] === 1) stale[before.zones.area[zone] as number] = 1;
  }
  // Zones that were in none.
  stale[0] = 0;
  for (let area = 1; area < stale.length; area++) {
    const certificate = before.certificates[before.areas[area - 1] as number] as ShortageCertificate;
    if (stale[area] === 0 && holdsMarked(certificate.facilities, met)) stale[area] = 1;
  }
  return stale;
}

function holdsMarked(rows: Uint32Array, marks: Uint8Array): boolean {
  for (let at = 0; at < rows.length; at++) if (marks[rows[at] as number] === 1) return true;
  return false;
}

const NOTHING_KEPT = { certificates: [], areas: [] };

/** Those of areas that are not stale, in their order. */
function keptCertificates({ before, levels }: FindingsChanges, stale: Uint8Array) {
  const kept = before.certificates.map((each) => {
    const level = levels[each.level] as number;
    if (stale[before.zones.area[each.zones[0] as number] as number] === 1) return undefined;
    return level === each.level ? each : { ...each, level };
  });
  const areas = Array.from(before.areas, (at) => kept[at]);
  return {
    certificates: kept.filter((each) => each !== undefined),
    areas: areas.filter((each) => each !== undefined),
  };
}

/** Of short zones what has to be proved, and what they reach, as a problem of its own; `zones` and `facilities` are rows of the whole. */
function shortPart(
  { problem, allocation }: Solved,
  changes: FindingsChanges | undefined,
  stale: Uint8Array | undefined,
): { zones: Uint32Array; facilities: Uint32Array; problem: AllocationProblem } {
  const places: number[] = [];
  const placeOf = new Uint32Array(problem.capacities.length).fill(NO_ROW);
  const starts = [0];
  const links: number[] = [];
  for (let at = 0; at < problem.zones.length; at++) {
    const zone = problem.zones[at] as number;
    const isStale = stale?.[changes?.before.zones.area[zone] as number] === 1 || changes?.zones[zone] === 1;
    if ((changes && !isStale) || !isShort(allocation, at)) continue;
    places.push(at);
    for (let link = problem.starts[at] as number; link < (problem.starts[at + 1] as number); link++) {
      links.push(problem.facilities[link] as number);
      placeOf[problem.facilities[link] as number] = 0;
    }
    starts.push(links.length);
  }
  const facilities: number[] = [];
  for (let row = 0; row < placeOf.length; row++) {
    if (placeOf[row] === 0) placeOf[row] = facilities.push(row) - 1;
  }
  return {
    zones: Uint32Array.from(places),
    facilities: Uint32Array.from(facilities),
    problem: {
      needs: places.map((at) => problem.needs[at] as Exact),
      capacities: facilities.map((row) => problem.capacities[row] as Exact),
      starts: Uint32Array.from(starts),
      facilities: Uint32Array.from(links, (facility) => placeOf[facility] as number),
    },
  };
}

/**
 * What zones of a certificate lack if every doubt is in their favour, and nobody else uses what they reach then. Both problems
 * are over the same zones.
 */
function certainlyMissing(
  { zones, missing }: Certificate,
  careful: FairProblem,
  hopeful: FairProblem,
): Exact {
  if (hopeful === careful || zones.every((zone) => isWithoutDoubt(zone, careful, hopeful))) return missing;
  const { needs, capacities, starts, facilities } = hopeful;
  const reached = new Set<number>();
  let least = ZERO;
  for (const zone of zones) {
    least = plus(least, needs[zone] as Exact);
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      reached.add(facilities[link] as number);
    }
  }
  for (const facility of reached) least = minus(least, capacities[facility] as Exact);
  if (compare(least, missing) === 0) return missing;
  return missingWithin(hopeful, zones, Uint32Array.from(reached).sort());
}

/** Whether a zone needs the same at both ends, and reaches the same rooms. */
function isWithoutDoubt(zone: number, careful: FairProblem, hopeful: FairProblem): boolean {
  const [from, start] = [careful.starts[zone] as number, hopeful.starts[zone] as number];
  const count = (careful.starts[zone + 1] as number) - from;
  if (count !== (hopeful.starts[zone + 1] as number) - start) return false;
  if (!sameAmount(careful.needs[zone], hopeful.needs[zone])) return false;
  for (let at = 0; at < count; at++) {
    const [one, other] = [careful.facilities[from + at] as number, hopeful.facilities[start + at] as number];
    const isSame =
      careful.open[one - careful.keptCount] === hopeful.open[other - hopeful.keptCount] &&
      sameAmount(careful.capacities[one], hopeful.capacities[other]);
    if (!isSame) return false;
  }
  return true;
}

/** Facilities that were met are those that stand under the mark. */
interface Met {
  readonly seen: Uint32Array;
  readonly mark: number;
}

/** In rows of the project. */
function written(
  { zones: rows, facilities, need, capacity, missing, level, maximal }: Certificate,
  problem: FairProblem,
  rooms: KeptRooms,
  keptOf: KeptByFacility,
  { seen, mark }: Met,
): ShortageCertificate {
  const zones = rows.map((at) => problem.zones[at] as number);
  const reached: number[] = [];
  let keptInside = ZERO;
  let kept = ZERO;
  const meet = (facility: number) => {
    if (seen[facility] === mark) return;
    seen[facility] = mark;
    reached.push(facility);
    const amount = keptOf[facility];
    if (amount !== undefined) kept = plus(kept, amount);
  };
  for (const zone of zones) {
    for (const { facility, amount = ZERO } of rooms.byZone[zone] ?? NO_PARTS) {
      meet(facility);
      keptInside = plus(keptInside, amount);
    }
  }
  for (const at of facilities) {
    if (at >= problem.keptCount) meet(problem.open[at - problem.keptCount] as number);
  }
  return {
    ...{ zones, need, capacity, missing, level, maximal },
    facilities: Uint32Array.from(reached).sort(),
    reserved: kept === ZERO ? ZERO : minus(kept, keptInside),
  };
}

const NO_PARTS: readonly KeptPart[] = [];
