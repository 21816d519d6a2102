import { type Exact, toNumber } from "../base/decimal.ts";
import { invariant } from "../base/invariant.ts";
import { type Allocation, type AllocationProblem, wholeProblem } from "./allocation-problem.ts";
import { cheapestTransport, mostCost } from "./transport.ts";

/**
 * The same shares with the least total of metres × amount among all flows that give them. A facility that zones of several
 * shares reach serves those of the lowest alone, so that each share is a transport problem of its own. Metres count to a
 * part in 2⁵¹ of the longest walk times the number of facilities. Without metres the flow stands.
 */
export function leastWalk(problem: AllocationProblem, allocation: Allocation): Allocation {
  const { starts, facilities, metres } = problem;
  if (metres === undefined) return allocation;
  const { levels, levelOf } = allocation;
  const { needs, capacities, scale } = wholeProblem(problem);
  const serves = new Int32Array(capacities.length).fill(levels.length);
  for (let zone = 0; zone < needs.length; zone++) {
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      const facility = facilities[link] as number;
      serves[facility] = Math.min(serves[facility] as number, levelOf[zone] as number);
    }
  }
  const amounts = new Float64Array(facilities.length);
  const rowIn = new Int32Array(capacities.length).fill(-1);
  for (const [level, zones] of zonesByLevel(allocation, needs).entries()) {
    const { numerator, denominator } = levels[level] as Exact;
    if (numerator === 0n) continue;
    const columns: number[] = [];
    const rows: number[] = [];
    const ends = [0];
    const holds: bigint[] = [];
    for (const zone of zones) {
      for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
        const facility = facilities[link] as number;
        if (serves[facility] !== level || capacities[facility] === 0n) continue;
        if (rowIn[facility] === -1)
          rowIn[facility] = holds.push((capacities[facility] as bigint) * denominator) - 1;
        columns.push(link);
        rows.push(rowIn[facility] as number);
      }
      ends.push(columns.length);
    }
    const wants = zones.map((zone) => (needs[zone] as bigint) * numerator);
    const cheapest = cheapestTransport({
      ...{ wants, holds, starts: Uint32Array.from(ends), facilities: Uint32Array.from(rows) },
      costs: wholeCosts(
        Float64Array.from(columns, (link) => metres[link] as number),
        mostCost({ wants, holds }),
      ),
    });
    invariant(cheapest !== undefined, "fair shares can be given");
    for (const [at, amount] of cheapest.amounts.entries())
      if (amount > 0n)
        amounts[columns[at] as number] = toNumber({ numerator: amount, denominator: denominator * scale });
  }
  return { levels, levelOf, amounts };
}

/** Zones that need something, ascending, by level. */
function zonesByLevel(
  { levels, levelOf }: Allocation,
  needs: readonly bigint[],
): readonly (readonly number[])[] {
  const zones = levels.map((): number[] => []);
  for (const [zone, level] of levelOf.entries()) if (needs[zone] !== 0n) zones[level]?.push(zone);
  return zones;
}

/** Metres in the smallest power of 2 that leaves none above `most`. */
function wholeCosts(metres: Float64Array, most: number): Float64Array {
  const longest = metres.reduce((a, b) => Math.max(a, b), 0);
  if (longest === 0) return metres;
  const unit = 2 ** Math.min(1000, Math.floor(Math.log2(most / longest)));
  return metres.map((each) => Math.min(most, Math.round(each * unit)));
}
