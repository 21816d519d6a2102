import { type Exact, ratio } from "../base/decimal.ts";
import { type AllocationProblem, asNumbers, wholeProblem } from "./allocation-problem.ts";
import { type FlowNetwork, type FlowQuestion, flowNetwork, type LargestFlow } from "./flow-network.ts";
import { largestFlow } from "./largest-flow.ts";
import { wideFlow } from "./wide-flow.ts";

/** Some zones and facilities of a problem, and the links between them, in whole numbers: amounts times `scale`. */
export interface WholePart {
  readonly network: FlowNetwork;
  readonly wants: readonly bigint[];
  readonly holds: readonly bigint[];
  readonly scale: bigint;
}

/** Rows of the part are places in `zones` and `facilities`. */
export function partOf(
  { needs, capacities, starts, facilities: linked }: AllocationProblem,
  zones: Uint32Array,
  facilities: Uint32Array,
): WholePart {
  const placeOf = new Map<number, number>();
  for (const facility of facilities) placeOf.set(facility, placeOf.size);
  const partStarts = new Uint32Array(zones.length + 1);
  const ends: number[] = [];
  for (const [at, zone] of zones.entries()) {
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      const place = placeOf.get(linked[link] as number);
      if (place !== undefined) ends.push(place);
    }
    partStarts[at + 1] = ends.length;
  }
  const { scale, ...whole } = wholeProblem({
    needs: Array.from(zones, (zone) => needs[zone] as Exact),
    capacities: Array.from(facilities, (facility) => capacities[facility] as Exact),
  });
  const network = flowNetwork(partStarts, Uint32Array.from(ends), facilities.length);
  return { network, wants: whole.needs, holds: whole.capacities, scale };
}

/** What is missing for these zones if nobody else uses these facilities. */
export function missingWithin(
  problem: AllocationProblem,
  zones: Uint32Array,
  facilities: Uint32Array,
): Exact {
  const part = partOf(problem, zones, facilities);
  let missing = 0n;
  for (const want of part.wants) missing += want;
  for (const amount of flowIn(part).amounts) missing -= BigInt(amount);
  return ratio(missing, part.scale);
}

/**
 * By link of the part: whether it carries anything when every zone is served this share of its need, as all of these
 * facilities can do at once.
 */
export function carryingAt({ network, wants, holds }: WholePart, share: Exact): readonly boolean[] {
  const { amounts } = flowIn({
    network,
    wants: wants.map((want) => want * share.numerator),
    holds: holds.map((hold) => hold * share.denominator),
  });
  return [...amounts].map((amount) => amount > 0);
}

/** A largest flow, in numbers where they hold everything. */
export function flowIn({
  network,
  wants,
  holds,
}: FlowQuestion<readonly bigint[]>): LargestFlow<Float64Array | readonly bigint[]> {
  const numbers = { wants: asNumbers(wants), holds: asNumbers(holds) };
  return numbers.wants && numbers.holds
    ? largestFlow({ network, wants: numbers.wants, holds: numbers.holds })
    : wideFlow({ network, wants, holds });
}
