import { type Issue, issue } from "../base/issue.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { type AllocationFindings, NOT_ALLOCATED } from "./allocation-findings.ts";
import { opensOutside } from "./supply-question.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** Existing zones that have a number to fill, and take no part in sharing rooms out; nothing if there are none. */
export function notAllocated(
  zones: readonly ResidentialZone[],
  packs: ZonePacks,
  allocations: readonly AllocationFindings[],
): Issue | undefined {
  const asked = allocations.map(({ metric, zones: { levelOf } }) => ({
    levelOf,
    opens: opensOutside(metric, packs),
  }));
  const left = zones.filter(({ status }, row) =>
    asked.some(({ levelOf, opens }) => levelOf[row] === NOT_ALLOCATED && opens(row, status)),
  );
  const named = left.slice(0, MOST_NAMED).map(({ id, name }) => name ?? id);
  return left.length === 0
    ? undefined
    : issue("analysis.zones-not-allocated", "note", { count: left.length, named });
}

const MOST_NAMED = 10;
