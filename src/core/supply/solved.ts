import type { Allocation } from "../allocation/allocation-problem.ts";
import { type Exact, times } from "../base/decimal.ts";
import { NO_ROW } from "../base/row-map.ts";
import { levelsBefore } from "./earlier-problem.ts";
import type { FairProblem } from "./fair-problem.ts";
import type { KeptRooms } from "./kept-rooms.ts";

/** A problem with the allocation that solves it. */
export interface Solved {
  readonly problem: FairProblem;
  readonly rooms: KeptRooms;
  readonly allocation: Allocation;
}

export function shareAt({ levels, levelOf }: Pick<Allocation, "levels" | "levelOf">, at: number): Exact {
  return levels[levelOf[at] as number] as Exact;
}

/** Of a zone of the problem: its share of its need. */
export function servedAt({ problem, allocation }: Solved, at: number): Exact {
  const [share, need] = [shareAt(allocation, at), problem.needs[at] as Exact];
  return share.numerator === share.denominator ? need : times(share, need);
}

/** By zone of a problem: 1 where its share is another than before. `zones` are the rows that they were. */
export function differingShares(now: Solved, before: Solved, zones: Uint32Array): Uint8Array {
  const differs = new Uint8Array(now.problem.zones.length);
  if (now.allocation === before.allocation) return differs;
  const levels = levelsBefore(now.allocation.levels, before.allocation.levels);
  for (let at = 0; at < differs.length; at++) {
    const was = zones[at] as number;
    const level = levels[now.allocation.levelOf[at] as number];
    if (was === NO_ROW || level !== before.allocation.levelOf[was]) differs[at] = 1;
  }
  return differs;
}

export function isShort({ levels, levelOf }: Pick<Allocation, "levels" | "levelOf">, at: number): boolean {
  const { numerator, denominator } = levels[levelOf[at] as number] as Exact;
  return numerator < denominator;
}
