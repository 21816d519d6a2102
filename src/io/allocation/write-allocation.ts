import type { Allocation } from "../../core/allocation/allocation-problem.ts";
import type { Certificate } from "../../core/allocation/certificates.ts";
import { type Exact, exact, minus, plus, times, toNumber, ZERO } from "../../core/base/decimal.ts";
import type { NamedProblem } from "./read-allocation.ts";

/**
 * The JSON of an allocation, in pieces: one value to a line, sorted by id. Each figure is the number nearest to the exact
 * one, written with the fewest digits that give it back; a share below 1 is never written as 1.
 */
export function* allocationBlocks(
  { problem, zones, facilities }: NamedProblem,
  { levels, levelOf, amounts }: Allocation,
  certificates: readonly Certificate[],
): Generator<string> {
  const { needs, capacities, starts, facilities: columns, metres } = problem;
  const shareOf = (zone: number) => levels[levelOf[zone] as number] as Exact;
  const loads = loadsOf();
  const totalNeed = needs.reduce(plus, ZERO);
  const totalMissing = certificates.filter(({ maximal }) => maximal).map(({ missing }) => missing);
  yield `{"totalNeed":${toNumber(totalNeed)},
"totalCapacity":${toNumber(capacities.reduce(plus, ZERO))},
"totalServed":${toNumber(totalMissing.reduce(minus, totalNeed))}`;
  yield* listed("zones", zones.keys(), (zone) => ({
    id: zones[zone],
    need: toNumber(needs[zone] as Exact),
    served: toNumber(times(needs[zone] as Exact, shareOf(zone))),
    share: shownShare(shareOf(zone)),
  }));
  yield* listed("facilities", facilities.keys(), (facility) => ({
    id: facilities[facility],
    capacity: toNumber(capacities[facility] as Exact),
    load: loads[facility],
  }));
  yield* listed("flows", flowing(), ([zone, link]) => ({ ...ends(zone, link), amount: amounts[link] }));
  yield* listed("links", allLinks(), ([zone, link]) => ({
    ...ends(zone, link),
    ...(metres && { metres: metres[link] }),
  }));
  yield* listed("certificates", certificates, ({ need, capacity, missing, level, ...each }) => ({
    zones: Array.from(each.zones, (zone) => zones[zone]),
    facilities: Array.from(each.facilities, (facility) => facilities[facility]),
    need: toNumber(need),
    capacity: toNumber(capacity),
    missing: toNumber(missing),
    share: shownShare(levels[level] as Exact),
    maximal: each.maximal,
  }));
  yield "}\n";

  function ends(zone: number, link: number) {
    return { demand: zones[zone], supply: facilities[columns[link] as number] };
  }

  function* allLinks(): Generator<readonly [zone: number, link: number]> {
    for (const zone of zones.keys())
      for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) yield [zone, link];
  }

  function* flowing() {
    for (const at of allLinks()) if ((amounts[at[1]] as number) > 0) yield at;
  }

  /** What is reached by somebody short is given whole; else what flows out, which rounding may not lift above what is held. */
  function loadsOf(): readonly number[] {
    const sums = capacities.map(() => ZERO);
    const full = new Uint8Array(capacities.length);
    for (const [zone, link] of allLinks()) {
      const facility = columns[link] as number;
      const amount = amounts[link] as number;
      if (amount > 0) sums[facility] = plus(sums[facility] as Exact, exact(amount));
      if (isShort(shareOf(zone))) full[facility] = 1;
    }
    return sums.map((sum, facility) => {
      const capacity = toNumber(capacities[facility] as Exact);
      return full[facility] === 1 ? capacity : Math.min(toNumber(sum), capacity);
    });
  }
}

function* listed<Row>(name: string, rows: Iterable<Row>, shown: (row: Row) => object): Generator<string> {
  let block = `,\n"${name}":[`;
  let before = "\n";
  for (const row of rows) {
    block += before + JSON.stringify(shown(row));
    before = ",\n";
    if (block.length < BLOCK) continue;
    yield block;
    block = "";
  }
  yield `${block}]`;
}

function shownShare(share: Exact): number {
  return isShort(share) ? Math.min(toNumber(share), BELOW_ONE) : 1;
}

function isShort({ numerator, denominator }: Exact): boolean {
  return numerator < denominator;
}

const BELOW_ONE = 1 - Number.EPSILON / 2;
const BLOCK = 1 << 16;
