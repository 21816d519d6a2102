import { exact } from "../base/decimal.ts";
import type { FacilityId, ZoneId } from "../base/ids.ts";
import { present } from "../base/invariant.ts";
import { issue } from "../base/issue.ts";
import { byCodeUnit, indexOfId } from "../base/order.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { CARE_SUBJECTS } from "../model/facility-kind.ts";
import type { Metric } from "../standards/rule.ts";
import type { Ledger } from "../supply/ledger.ts";
import type { Pipeline } from "./pipeline.ts";
import { inWholeSlots } from "./slots-given.ts";
import { unitOfMetric } from "./zone-columns.ts";

/** A zone that has something of a facility, or could walk to it. */
export interface ServedZone {
  readonly zone: ZoneId;
  /** What it is given, by metric; nothing where it only reaches the facility. */
  readonly given: readonly Given[];
  /** Walking metres, the shorter of both subjects; absent where it is beyond the limit of either. */
  readonly metres?: number;
}

interface Given {
  readonly metric: Metric;
  readonly amount: number;
  /** Of slots that a fair allocation gives: as whole ones, for showing alone; together all that it gives, rounded down. */
  readonly whole?: number;
}

/**
 * Whom a facility serves: the zones that are given something of it, and those that reach it. Those given most come
 * first, then the nearest. Refused if there is no such facility.
 */
export function servedBy(
  { project, reach, supply }: Pipeline,
  id: FacilityId,
): Outcome<readonly ServedZone[]> {
  const row = indexOfId(project.facilities, id);
  if (row < 0) return refused(issue("edit.unknown-facility", "error", { id }, { id }));
  const given = new Map<number, Given[]>();
  for (const { metric, ledger } of supply.value.ledgers) {
    for (const { zone, ...part } of partsOf(ledger, row)) {
      given.set(zone, [...(given.get(zone) ?? []), { metric, ...part }]);
    }
  }
  const walks = new Map<number, number>();
  for (const subject of CARE_SUBJECTS) {
    const { starts, facilities, metres } = reach.value.tables[subject];
    let zone = 0;
    facilities.forEach((facility, at) => {
      if (facility !== row) return;
      while ((starts[zone + 1] as number) <= at) zone++;
      walks.set(zone, Math.min(walks.get(zone) ?? Number.POSITIVE_INFINITY, metres[at] as number));
    });
  }
  const zones = [...new Set([...given.keys(), ...walks.keys()])].map((zone): ServedZone => {
    const metres = walks.get(zone);
    return {
      zone: present(project.zones[zone], "a ledger row names a zone of the project").id,
      given: given.get(zone) ?? [],
      ...(metres !== undefined && { metres }),
    };
  });
  return done(zones.sort((a, b) => most(b) - most(a) || far(a) - far(b) || byCodeUnit(a.zone, b.zone)));
}

/** What a ledger gives zones of a facility, by zone row. */
function partsOf(
  { metric, method, zones, facilities, amounts }: Ledger,
  facility: number,
): readonly (Omit<Given, "metric"> & { readonly zone: number })[] {
  const parts: { readonly zone: number; readonly amount: number }[] = [];
  facilities.forEach((row, at) => {
    if (row === facility) parts.push({ zone: zones[at] as number, amount: amounts[at] as number });
  });
  if (method !== "fair" || unitOfMetric(metric) !== "slot") return parts;
  const sum = parts.reduce((all, { amount }) => all + amount, 0);
  return inWholeSlots(parts, exact(Math.round(sum * ROUNDED) / ROUNDED));
}

/** Amounts are rounded to be shown: those that add up to whole slots are off by less than one in so many. */
const ROUNDED = 1e6;

function most({ given }: ServedZone): number {
  return Math.max(0, ...given.map(({ amount }) => amount));
}

function far({ metres }: ServedZone): number {
  return metres ?? Number.MAX_VALUE;
}
