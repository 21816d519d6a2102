import { type Exact, ratio, toNumber } from "../base/decimal.ts";
import { type Allocation, type AllocationProblem, asNumbers, wholeProblem } from "./allocation-problem.ts";
import { type Found, fairRounds } from "./fair-rounds.ts";
import { flowNetwork } from "./flow-network.ts";
import { levelled } from "./levelled.ts";
import { type Part, partWithin, wholePart } from "./part.ts";
import { wideFlow } from "./wide-flow.ts";

/**
 * 均衡分配: the max-min fair allocation, by decomposition over smallest cuts (Megiddo 1974, Fujishige 1980). Exact at any
 * size: parts are worked out in numbers where those hold them, and else split in two by larger ones.
 *
 * `begun`, by link in m² or slots, is what to begin with. It decides nothing; near to fair it is sooner done.
 */
export function fairAllocation(problem: AllocationProblem, begun?: Float64Array): Allocation {
  const zoneCount = problem.needs.length;
  const found: Found = {
    shareOf: new Uint32Array(zoneCount),
    shares: [WHOLE],
    amounts: new Float64Array(problem.facilities.length),
  };
  const needs = new Float64Array(zoneCount);
  const capacities = new Float64Array(problem.capacities.length);
  const waiting: Part[] = [needyPart(problem)];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const whole = wholeOf(part, problem);
    const fitting = { needs: asNumbers(whole.needs), capacities: asNumbers(whole.capacities) };
    if (fitting.needs === undefined || fitting.capacities === undefined) {
      waiting.push(...splitWidely(part, problem, found));
      continue;
    }
    for (const [at, zone] of part.zones.entries()) needs[zone] = fitting.needs[at] as number;
    for (const [at, row] of part.facilities.entries()) capacities[row] = fitting.capacities[at] as number;
    const amounts = { needs, capacities, scale: Number(whole.scale) };
    for (const left of fairRounds(part, amounts, found, begun ?? found.amounts)) {
      waiting.push(...splitWidely(left, problem, found));
    }
  }
  return { ...levelled(found.shares, found.shareOf), amounts: found.amounts };
}

/** Asks a part for the share that its rooms would give, at most 1: the two sides of the split, or none and it is done. */
function splitWidely(part: Part, problem: AllocationProblem, found: Found): readonly Part[] {
  const { needs, capacities, scale } = wholeOf(part, problem);
  const [need, capacity] = [sumOf(needs), sumOf(capacities)];
  const share = capacity >= need ? WHOLE : ratio(capacity, need);
  const unit = share.denominator * scale;
  const flow = wideFlow({
    network: flowNetwork(part.starts, part.ends, part.facilities.length),
    wants: needs.map((amount) => amount * share.numerator),
    holds: capacities.map((amount) => amount * share.denominator),
  });
  for (const [link, column] of part.columns.entries()) {
    const amount = flow.amounts[link] as bigint;
    found.amounts[column] = amount === 0n ? 0 : toNumber(ratio(amount, unit));
  }
  if (!flow.zonesShort.includes(1)) {
    const place = found.shares.push(share) - 1;
    for (const zone of part.zones) found.shareOf[zone] = place;
    return [];
  }
  const others = (marks: Uint8Array) => marks.map((mark) => 1 - mark);
  return [
    partWithin(part, flow.zonesShort, flow.facilitiesShort),
    partWithin(part, others(flow.zonesShort), others(flow.facilitiesShort)),
  ];
}

/** All zones that need something. */
function needyPart(problem: AllocationProblem): Part {
  const marks = new Uint8Array(problem.needs.length);
  for (let zone = 0; zone < marks.length; zone++) {
    if ((problem.needs[zone] as Exact).numerator > 0n) marks[zone] = 1;
  }
  return partWithin(wholePart(problem), marks, new Uint8Array(problem.capacities.length).fill(1));
}

function wholeOf({ zones, facilities }: Part, { needs, capacities }: AllocationProblem) {
  return wholeProblem({
    needs: Array.from(zones, (zone) => needs[zone] as Exact),
    capacities: Array.from(facilities, (facility) => capacities[facility] as Exact),
  });
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

const WHOLE: Exact = { numerator: 1n, denominator: 1n };
