import { type Exact, sameAmount, toNumber } from "../base/decimal.ts";
import { invariant } from "../base/invariant.ts";
import { NO_ROW } from "../base/row-map.ts";
import { type Allocation, type AllocationProblem, wholeProblem } from "./allocation-problem.ts";
import type { EarlierAllocation } from "./earlier-allocation.ts";
import { flowNetwork } from "./flow-network.ts";
import { type Pieces, piecesOf } from "./pieces.ts";
import { cheapestTransport, mostCost, wholeCosts } from "./transport.ts";

/**
 * The same shares with the least total of metres × amount among all flows that give them. A facility that zones of several
 * shares reach serves those of the lowest alone; what then falls into pieces are transport problems of their own. Metres
 * count to a part in 2⁵¹ of the longest walk times the number of facilities. Without metres the flow stands.
 *
 * `earlier` is one of least walk too: its pieces that are as they were are not walked again, and the answer is the same.
 */
export function leastWalk(
  problem: AllocationProblem,
  allocation: Allocation,
  earlier?: EarlierAllocation,
): Allocation {
  const { metres } = problem;
  const { levels, levelOf } = allocation;
  if (metres === undefined) return allocation;
  const serving = servingLinks(problem, allocation);
  const pieces = piecesOf(flowNetwork(serving.starts, serving.facilities, problem.capacities.length));
  const amounts = new Float64Array(problem.facilities.length);
  const asBefore = earlier
    ? takenOver(problem, serving, pieces, earlier, amounts)
    : new Uint8Array(pieces.count);
  const rowIn = new Int32Array(problem.capacities.length).fill(-1);
  for (const [piece, zones] of zonesByPiece(serving, pieces).entries()) {
    if (asBefore[piece] === 1 || zones.length === 0) continue;
    const { numerator, denominator } = levels[levelOf[zones[0] as number] as number] as Exact;
    const links: number[] = [];
    const ends = [0];
    const rooms: Exact[] = [];
    for (const zone of zones) {
      const row: number[] = [];
      for (let at = serving.starts[zone] as number; at < (serving.starts[zone + 1] as number); at++) {
        const facility = serving.facilities[at] as number;
        if (rowIn[facility] === -1) {
          rowIn[facility] = rooms.push(problem.capacities[facility] as Exact) - 1;
        }
        row.push(serving.links[at] as number);
      }
      row.sort((a, b) => (metres[a] as number) - (metres[b] as number) || a - b);
      links.push(...row);
      ends.push(links.length);
    }
    const { needs, capacities, scale } = wholeProblem({
      needs: zones.map((zone) => problem.needs[zone] as Exact),
      capacities: rooms,
    });
    const wants = needs.map((need) => need * numerator);
    const holds = capacities.map((capacity) => capacity * denominator);
    const cheapest = cheapestTransport({
      ...{ wants, holds },
      starts: Uint32Array.from(ends),
      facilities: picked(
        new Uint32Array(links.length),
        (at) => rowIn[problem.facilities[links[at] as number] as number] as number,
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

/** Links along which anything may flow, ordered by zone: to facilities that hold something and serve the zone's share. */
interface ServingLinks {
  /** zones + 1 */
  readonly starts: Uint32Array;
  readonly facilities: Uint32Array;
  /** Rows of the problem's links. */
  readonly links: Uint32Array;
}

function servingLinks(problem: AllocationProblem, { levels, levelOf }: Allocation): ServingLinks {
  const { needs, capacities, starts, facilities } = problem;
  const serves = new Uint32Array(capacities.length).fill(levels.length);
  for (let zone = 0; zone < needs.length; zone++) {
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      const facility = facilities[link] as number;
      serves[facility] = Math.min(serves[facility] as number, levelOf[zone] as number);
    }
  }
  for (const [facility, { numerator }] of capacities.entries()) {
    if (numerator === 0n) serves[facility] = levels.length;
  }
  const found = {
    starts: new Uint32Array(needs.length + 1),
    facilities: new Uint32Array(facilities.length),
    links: new Uint32Array(facilities.length),
  };
  let count = 0;
  for (let zone = 0; zone < needs.length; zone++) {
    const level = levelOf[zone] as number;
    const wants = (needs[zone] as Exact).numerator > 0n && (levels[level] as Exact).numerator > 0n;
    const end = wants ? (starts[zone + 1] as number) : 0;
    for (let link = starts[zone] as number; link < end; link++) {
      if (serves[facilities[link] as number] !== level) continue;
      found.facilities[count] = facilities[link] as number;
      found.links[count++] = link;
    }
    found.starts[zone + 1] = count;
  }
  const [ends, links] = [found.facilities.subarray(0, count), found.links.subarray(0, count)];
  return { starts: found.starts, facilities: ends, links };
}

/** Zones that are served anything, ascending, by piece. */
function zonesByPiece({ starts }: ServingLinks, { count, zonePiece }: Pieces): readonly number[][] {
  const zones = Array.from({ length: count }, (): number[] => []);
  for (let zone = 0; zone < zonePiece.length; zone++) {
    if (starts[zone] !== starts[zone + 1]) zones[zonePiece[zone] as number]?.push(zone);
  }
  return zones;
}

/**
 * By piece: 1 if it is one of those before, the same zones and facilities with the same needs, rooms and walks, and so the
 * same share; what flowed along its links is written to `amounts`.
 */
function takenOver(
  problem: AllocationProblem,
  serving: ServingLinks,
  { count, zonePiece, facilityPiece }: Pieces,
  earlier: EarlierAllocation,
  amounts: Float64Array,
): Uint8Array {
  const before = servingLinks(earlier.problem, earlier.allocation);
  const [degrees, degreesBefore] = [
    degreesOf(serving, problem.capacities.length),
    degreesOf(before, earlier.problem.capacities.length),
  ];
  const asBefore = new Uint8Array(count).fill(1);
  for (let row = 0; row < degrees.length; row++) {
    if (degrees[row] === 0) continue;
    const was = earlier.facilities[row] as number;
    const same =
      was !== NO_ROW &&
      degrees[row] === degreesBefore[was] &&
      sameAmount(problem.capacities[row], earlier.problem.capacities[was]);
    if (!same) asBefore[facilityPiece[row] as number] = 0;
  }
  for (let zone = 0; zone < zonePiece.length; zone++) {
    const [from, end] = [serving.starts[zone] as number, serving.starts[zone + 1] as number];
    if (from === end) continue;
    const was = earlier.zones[zone] as number;
    const shift = (was === NO_ROW ? 0 : (before.starts[was] as number)) - from;
    let same =
      was !== NO_ROW &&
      end + shift === before.starts[was + 1] &&
      sameAmount(problem.needs[zone], earlier.problem.needs[was]);
    for (let at = from; same && at < end; at++) {
      const [link, old] = [serving.links[at] as number, before.links[at + shift] as number];
      same =
        earlier.facilities[serving.facilities[at] as number] === before.facilities[at + shift] &&
        problem.metres?.[link] === earlier.problem.metres?.[old];
      amounts[link] = earlier.allocation.amounts[old] as number;
    }
    if (!same) asBefore[zonePiece[zone] as number] = 0;
  }
  for (let zone = 0; zone < zonePiece.length; zone++) {
    if (asBefore[zonePiece[zone] as number] === 1) continue;
    const links = serving.links.subarray(serving.starts[zone], serving.starts[zone + 1]);
    for (const link of links) amounts[link] = 0;
  }
  return asBefore;
}

/** By facility: how many links lead to it. */
function degreesOf({ facilities }: ServingLinks, count: number): Uint32Array {
  const degrees = new Uint32Array(count);
  for (const facility of facilities) degrees[facility] = (degrees[facility] as number) + 1;
  return degrees;
}

function picked<Column extends Uint32Array | Float64Array>(
  column: Column,
  value: (at: number) => number,
): Column {
  for (let at = 0; at < column.length; at++) column[at] = value(at);
  return column;
}
