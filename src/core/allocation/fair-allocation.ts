import { compare, type Exact, ratio, toNumber } from "../base/decimal.ts";
import { type Allocation, type AllocationProblem, wholeProblem } from "./allocation-problem.ts";
import { wideFlow } from "./wide-flow.ts";

/**
 * 均衡分配: the max-min fair allocation, by decomposition over smallest cuts (Megiddo 1974, Fujishige 1980). A part of the
 * problem is asked whether all of it can be served by the share that its rooms would give; if not, the zones that lack
 * something, and those whom they share rooms with, are below that share with all rooms they reach, and the rest is above
 * it with the rest of the rooms: each is a part of its own.
 */
export function fairAllocation(problem: AllocationProblem): Allocation {
  const { needs, capacities, scale } = wholeProblem(problem);
  const amounts = new Float64Array(problem.facilities.length);
  const shares = new Array<Exact>(needs.length).fill(WHOLE);
  const waiting: Part[] = [wholePart(problem, needs)];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const need = sumOf(part.zones, needs);
    const capacity = sumOf(part.facilities, capacities);
    const share = capacity >= need ? WHOLE : ratio(capacity, need);
    const { wants, holds } = {
      wants: Array.from(part.zones, (zone) => (needs[zone] as bigint) * share.numerator),
      holds: Array.from(part.facilities, (facility) => (capacities[facility] as bigint) * share.denominator),
    };
    const flow = wideFlow({ wants, holds, links: part.links });
    if (flow.zonesShort.includes(1)) {
      waiting.push(splitOff(part, flow.zonesShort, flow.facilitiesShort, 0));
      waiting.push(splitOff(part, flow.zonesShort, flow.facilitiesShort, 1));
      continue;
    }
    part.zones.forEach((zone, at) => {
      shares[zone] = share;
      part.columns[at]?.forEach((column, link) => {
        const amount = flow.amounts[at]?.[link] as bigint;
        amounts[column] = toNumber(ratio(amount, share.denominator * scale));
      });
    });
  }
  const distinct = new Map(shares.map((share) => [`${share.numerator}/${share.denominator}`, share]));
  const levels = [...distinct.values()].sort(compare);
  const placeOf = new Map(
    levels.map(({ numerator, denominator }, at) => [`${numerator}/${denominator}`, at]),
  );
  const levelOf = Uint32Array.from(
    shares,
    ({ numerator, denominator }) => placeOf.get(`${numerator}/${denominator}`) as number,
  );
  return { levels, levelOf, amounts };
}

/** Some zones and facilities, ascending, and the links between them. */
interface Part {
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
  /** By zone of the part: facilities, as rows of the part, and the links, as rows of the problem. */
  readonly links: readonly Uint32Array[];
  readonly columns: readonly Uint32Array[];
}

/** All zones that need something. */
function wholePart({ capacities, starts, facilities }: AllocationProblem, needs: readonly bigint[]): Part {
  const zones = Uint32Array.from(needs.keys()).filter((zone) => (needs[zone] as bigint) > 0n);
  const ranges = Array.from(zones, (zone) => [starts[zone] as number, starts[zone + 1] as number] as const);
  return {
    zones,
    facilities: Uint32Array.from(capacities.keys()),
    links: ranges.map(([from, end]) => facilities.slice(from, end)),
    columns: ranges.map(([from, end]) => Uint32Array.from({ length: end - from }, (_, at) => from + at)),
  };
}

/** Those zones and facilities of a part that are marked so, and their links. */
function splitOff(part: Part, zoneMarks: Uint8Array, facilityMarks: Uint8Array, mark: 0 | 1): Part {
  const zones = [...part.zones.keys()].filter((at) => zoneMarks[at] === mark);
  const facilities = [...part.facilities.keys()].filter((at) => facilityMarks[at] === mark);
  const placeOf = new Int32Array(part.facilities.length).fill(-1);
  facilities.forEach((at, place) => {
    placeOf[at] = place;
  });
  const kept = zones.map((zone) =>
    [...(part.links[zone] as Uint32Array).keys()].filter(
      (link) => (placeOf[part.links[zone]?.[link] as number] as number) >= 0,
    ),
  );
  return {
    zones: Uint32Array.from(zones, (at) => part.zones[at] as number),
    facilities: Uint32Array.from(facilities, (at) => part.facilities[at] as number),
    links: zones.map((zone, at) =>
      Uint32Array.from(kept[at] ?? [], (link) => placeOf[part.links[zone]?.[link] as number] as number),
    ),
    columns: zones.map((zone, at) =>
      Uint32Array.from(kept[at] ?? [], (link) => part.columns[zone]?.[link] as number),
    ),
  };
}

function sumOf(rows: Uint32Array, amounts: readonly bigint[]): bigint {
  let sum = 0n;
  for (const row of rows) sum += amounts[row] as bigint;
  return sum;
}

const WHOLE: Exact = { numerator: 1n, denominator: 1n };
