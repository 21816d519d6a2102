import { type Exact, ratio } from "../base/decimal.ts";
import { type AllocationProblem, wholeProblem } from "./allocation-problem.ts";
import { flowNetwork } from "./flow-network.ts";
import { wideFlow } from "./wide-flow.ts";

/** Some zones and facilities of a problem, and the links between them, in whole numbers: amounts times `scale`. */
export interface WholePart {
  readonly wants: readonly bigint[];
  readonly holds: readonly bigint[];
  /** By zone of the part: facilities, as rows of the part. */
  readonly links: readonly Uint32Array[];
  readonly scale: bigint;
}

type Rows = readonly number[] | Uint32Array;

/** Rows of the part are places in `zones` and `facilities`. */
export function partOf(
  { needs, capacities, starts, facilities: linked }: AllocationProblem,
  zones: Rows,
  facilities: Rows,
): WholePart {
  const placeOf = new Map<number, number>();
  for (const facility of facilities) placeOf.set(facility, placeOf.size);
  const links = Array.from(zones, (zone) => {
    const places: number[] = [];
    for (const facility of linked.subarray(starts[zone], starts[zone + 1])) {
      const place = placeOf.get(facility);
      if (place !== undefined) places.push(place);
    }
    return Uint32Array.from(places);
  });
  const amounts = {
    needs: Array.from(zones, (zone) => needs[zone] as Exact),
    capacities: Array.from(facilities, (facility) => capacities[facility] as Exact),
  };
  const { needs: wants, capacities: holds, scale } = wholeProblem(amounts);
  return { wants, holds, links, scale };
}

/** What is missing for these zones if nobody else uses these facilities. */
export function missingWithin(problem: AllocationProblem, zones: Rows, facilities: Rows): Exact {
  const { scale, ...part } = partOf(problem, zones, facilities);
  let missing = 0n;
  for (const want of part.wants) missing += want;
  for (const amount of amountsOf(part)) missing -= amount;
  return ratio(missing, scale);
}

/**
 * By zone and link of the part: whether it carries anything when every zone is served this share of its need, as all of
 * these facilities can do at once.
 */
export function carryingAt(
  { wants, holds, links }: WholePart,
  share: Exact,
): readonly (readonly boolean[])[] {
  const amounts = amountsOf({
    wants: wants.map((want) => want * share.numerator),
    holds: holds.map((hold) => hold * share.denominator),
    links,
  });
  let at = 0;
  return links.map((of) => Array.from(of, () => (amounts[at++] as bigint) > 0n));
}

/** By link, zone after zone: what a largest flow carries. */
function amountsOf({ wants, holds, links }: Omit<WholePart, "scale">): readonly bigint[] {
  const starts = new Uint32Array(links.length + 1);
  for (const [zone, of] of links.entries()) starts[zone + 1] = (starts[zone] as number) + of.length;
  const facilities = Uint32Array.from(links.flatMap((of) => [...of]));
  return wideFlow({ network: flowNetwork(starts, facilities, holds.length), wants, holds }).amounts;
}
