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
    const links: number[] = [];
    const ends = [0];
    const holds: bigint[] = [];
    for (const zone of zones) {
      const row: number[] = [];
      for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
        const facility = facilities[link] as number;
        if (serves[facility] !== level || capacities[facility] === 0n) continue;
        if (rowIn[facility] === -1)
          rowIn[facility] = holds.push((capacities[facility] as bigint) * denominator) - 1;
        row.push(link);
      }
      row.sort((a, b) => (metres[a] as number) - (metres[b] as number) || a - b);
      links.push(...row);
      ends.push(links.length);
    }
    const wants = zones.map((zone) => (needs[zone] as bigint) * numerator);
    const cheapest = cheapestTransport({
      wants,
      holds,
      starts: Uint32Array.from(ends),
      facilities: picked(
        new Uint32Array(links.length),
        (at) => rowIn[facilities[links[at] as number] as number] as number,
      ),
      costs: wholeCosts(
        picked(new Float64Array(links.length), (at) => metres[links[at] as number] as number),
        mostCost({ wants, holds }),
      ),
    });
    invariant(cheapest !== undefined, "fair shares can be given");
    for (const [at, amount] of cheapest.amounts.entries()) {
      const link = links[cheapest.links[at] as number] as number;
      amounts[link] = toNumber({ numerator: amount, denominator: denominator * scale });
    }
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

function picked<Column extends Uint32Array | Float64Array>(
  column: Column,
  value: (at: number) => number,
): Column {
  for (let at = 0; at < column.length; at++) column[at] = value(at);
  return column;
}

/** Metres in the smallest power of 2 that leaves none above `most`. */
function wholeCosts(metres: Float64Array, most: number): Float64Array {
  let longest = 0;
  for (const each of metres) longest = Math.max(longest, each);
  if (longest === 0) return metres;
  const unit = 2 ** Math.min(1000, Math.floor(Math.log2(most / longest)));
  return picked(new Float64Array(metres.length), (at) =>
    Math.min(most, Math.round((metres[at] as number) * unit)),
  );
}
