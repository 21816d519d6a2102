import {
  compare,
  type Exact,
  exact,
  minus,
  over,
  ratio,
  times,
  toNumber,
  ZERO,
} from "../../../core/base/decimal.ts";
import type { Tally } from "../tally.ts";
import type { AllocationFigures } from "./allocation-figures.ts";
import { joining } from "./joining.ts";
import { type Nesting, nestingOf } from "./nesting.ts";
import { exactSum, LAST_DIGIT } from "./sums.ts";

/**
 * Shares hold to the last digit, where needs and what facilities hold are written in full: what a certificate has beyond
 * those within it is, of what its own zones need, less than what the one around it has; zones are served with just that;
 * and there is a flow that does it, of which the amounts are what 16 digits show.
 */
export function checkExactly(tally: Tally, figures: AllocationFigures): void {
  const nesting = nestingOf(figures);
  const shares = checkShares(tally, figures, nesting);
  const { zones } = figures;
  const served = zones.names.map((name, zone) => {
    const share = shares[nesting.ofZones[zone] as number] ?? ONE;
    const due = times(exact(zones.needs[zone] as number), share);
    const is = zones.served[zone] as number;
    tally.that(["served-is-its-share-exactly", zones.file, name], toNumber(due) === is, toNumber(due), is);
    return due;
  });
  checkCarried(tally, figures, nesting, served);
}

/** By certificate; it must be below that of the one around it, or below 1. */
function checkShares(
  tally: Tally,
  { zones, facilities, certificates }: AllocationFigures,
  { outer, ofZones, ofFacilities }: Nesting,
): readonly (Exact | undefined)[] {
  const needs = certificates.rows.map((): number[] => []);
  const holds = certificates.rows.map((): number[] => []);
  for (const [zone, at] of ofZones.entries()) needs[at]?.push(zones.needs[zone] as number);
  for (const [facility, at] of ofFacilities.entries())
    holds[at]?.push(facilities.capacities[facility] as number);
  const shares = needs.map((of, at) => {
    const need = exactSum(of);
    return need.numerator === 0n ? undefined : over(exactSum(holds[at] as number[]), need);
  });
  for (const [at, share] of shares.entries()) {
    const around = shares[outer[at] as number] ?? ONE;
    const place = ["share-is-below-the-one-around", certificates.file, `#${at + 1}`] as const;
    const told = share === undefined ? "nothing needed" : toNumber(share);
    tally.that(place, share !== undefined && compare(share, around) < 0, `below ${toNumber(around)}`, told);
  }
  return shares;
}

/**
 * What flows along links is taken as written where they close a circle; all else follows exactly from what zones are
 * served with and facilities give, from the ends of the tree inwards. Nothing of it may be below 0, and it must be what is
 * written. Facilities of no certificate may keep some; those of one give all.
 */
function checkCarried(
  tally: Tally,
  { zones, facilities, links }: AllocationFigures,
  { ofZones, ofFacilities }: Nesting,
  served: readonly Exact[],
): void {
  const zoneCount = zones.names.length;
  const kept = zoneCount + facilities.names.length;
  const ways: Way[] = [];
  for (const [link, amount] of links.amounts.entries()) {
    const [zone, facility] = [links.zones[link] as number, links.facilities[link] as number];
    if (!(amount > 0)) continue;
    const stays = ofZones[zone] === ofFacilities[facility];
    const at = `${zones.names[zone]} ${facilities.names[facility]}`;
    tally.that(
      ["flow-stays-in-its-certificate", links.file, at],
      stays,
      "within",
      stays ? "within" : "across",
    );
    if (stays) ways.push({ from: zoneCount + facility, to: zone, amount, hidden: amount });
  }
  for (const [facility, certificate] of ofFacilities.entries()) {
    if (certificate >= 0) continue;
    const [capacity, load] = [facilities.capacities[facility], facilities.loads[facility]] as number[];
    const amount = toNumber(minus(exact(capacity as number), exact(load as number)));
    ways.push({ from: zoneCount + facility, to: kept, amount, hidden: amount === 0 ? 0 : (load as number) });
  }

  const rest = [...served, ...Array.from(facilities.capacities, exact), ZERO];
  const { tree, circles } = spanned(kept + 1, ways);
  const { order, up, top } = hung(kept + 1, kept, tree);
  const hidden = new Float64Array(kept + 1);
  for (const { from, to, amount, hidden: lost } of circles) {
    for (const end of [from, to]) rest[end] = minus(rest[end] as Exact, exact(amount));
    hidden[top[from] as number] = (hidden[top[from] as number] as number) + lost * LAST_DIGIT;
  }
  for (const node of order.toReversed()) {
    const way = up[node];
    const left = rest[node] as Exact;
    const name = node < zoneCount ? zones.names[node] : facilities.names[node - zoneCount];
    if (way === undefined) {
      const at = ["carried-comes-out-even", links.file, `${name}`] as const;
      if (node !== kept) tally.that(at, left.numerator === 0n, 0, toNumber(left));
      continue;
    }
    const above = way.from === node ? way.to : way.from;
    rest[above] = above === kept ? ZERO : minus(rest[above] as Exact, left);
    const lost = hidden[top[node] as number] as number;
    const least = exact(-lost);
    const isCarried =
      compare(left, least) >= 0 &&
      (way.to === kept || Math.abs(toNumber(left) - way.amount) <= LAST_DIGIT * way.amount + lost);
    const supply = facilities.names[way.from - zoneCount];
    const at = way.to === kept ? `kept of ${supply}` : `${zones.names[way.to]} ${supply}`;
    tally.that(["amount-is-carried-exactly", links.file, at], isCarried, toNumber(left), way.amount);
  }
}

/** From a facility to a zone, or to what is kept. */
interface Way {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  /** What of the amounts that it is told by may be lost beyond their last digit. */
  readonly hidden: number;
}

/** A tree of the ways with the largest amounts, and those that close circles with it. */
function spanned(nodes: number, ways: readonly Way[]): { tree: Way[]; circles: Way[] } {
  const join = joining(nodes);
  const [tree, circles]: [Way[], Way[]] = [[], []];
  for (const way of ways.toSorted((a, b) => b.amount - a.amount)) {
    (join(way.from, way.to) ? tree : circles).push(way);
  }
  return { tree, circles };
}

/** The nodes of a forest, each behind the one that it hangs on, with the way there; trees hang on `first` where they can. */
function hung(nodes: number, first: number, tree: readonly Way[]) {
  const around = Array.from({ length: nodes }, (): Way[] => []);
  for (const way of tree) for (const end of [way.from, way.to]) around[end]?.push(way);
  const up = new Array<Way | undefined>(nodes);
  const top = new Int32Array(nodes).fill(-1);
  const order: number[] = [];
  for (const start of [first, ...around.keys()]) {
    if ((top[start] as number) >= 0) continue;
    top[start] = start;
    order.push(start);
    for (let at = order.length - 1; at < order.length; at++) {
      const node = order[at] as number;
      for (const way of around[node] as readonly Way[]) {
        const next = way.from === node ? way.to : way.from;
        if ((top[next] as number) >= 0) continue;
        top[next] = start;
        up[next] = way;
        order.push(next);
      }
    }
  }
  return { order, up, top };
}

const ONE = ratio(1n, 1n);
