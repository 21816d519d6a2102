import {
  type AllocatedZones,
  type AllocationFindings,
  NOT_ALLOCATED,
  SERVED_STATES,
  type ServedState,
  SHORTNESS,
} from "../analysis/allocation-findings.ts";
import { compare, type Exact, plus, ZERO } from "../base/decimal.ts";
import type { FairProblem } from "./fair-problem.ts";
import type { FindingsChanges } from "./findings-changes.ts";
import { isShort, type Solved } from "./solved.ts";

/** What a solved problem says of zones. With changes since earlier findings, only zones that are others are looked at. */
export function allocatedZones(
  zoneCount: number,
  { problem, allocation }: Solved,
  { certificates, areas }: Pick<AllocationFindings, "certificates" | "areas">,
  changes?: FindingsChanges,
): AllocatedZones {
  const old = changes?.before.zones;
  const levelOf = new Uint32Array(zoneCount).fill(NOT_ALLOCATED);
  const needs = old?.needs.slice() ?? new Array<Exact | undefined>(zoneCount).fill(undefined);
  const state = old?.state.slice() ?? new Uint8Array(zoneCount);
  const shortness = old?.shortness.slice() ?? new Uint8Array(zoneCount);
  const area = new Uint32Array(zoneCount);
  changes?.zones.forEach((changed, zone) => {
    if (changed === 0) return;
    needs[zone] = undefined;
    state[zone] = 0;
    shortness[zone] = 0;
  });
  for (let at = 0; at < problem.zones.length; at++) {
    const zone = problem.zones[at] as number;
    levelOf[zone] = allocation.levelOf[at] as number;
    if (changes?.zones[zone] === 0) continue;
    needs[zone] = problem.needs[at];
    const short = isShort(allocation, at);
    const reachesSome = (problem.starts[at] as number) < (problem.starts[at + 1] as number);
    const found: ServedState = !short ? "served" : reachesSome ? "full" : "out-of-reach";
    state[zone] = SERVED_STATES.indexOf(found);
    if (short) shortness[zone] = SHORTNESS.indexOf(isShortAlone(problem, at) ? "alone" : "together");
  }
  for (let place = 0; place < areas.length; place++) {
    for (const zone of certificates[areas[place] as number]?.zones ?? []) area[zone] = place + 1;
  }
  return { levelOf, needs, state, shortness, area };
}

/** Whether a zone would be short with everything that it may use to itself. */
function isShortAlone({ needs, capacities, starts, facilities }: FairProblem, at: number): boolean {
  let reached = ZERO;
  for (let link = starts[at] as number; link < (starts[at + 1] as number); link++) {
    reached = plus(reached, capacities[facilities[link] as number] as Exact);
  }
  return compare(reached, needs[at] as Exact) < 0;
}
