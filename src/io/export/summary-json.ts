import { CONNECTIONS, type Connection } from "../../core/analysis/connections.ts";
import type { Pipeline } from "../../core/analysis/pipeline.ts";
import type { NetworkFindings, UnitJudgement } from "../../core/analysis/results.ts";
import { toNumber } from "../../core/base/decimal.ts";
import type { Digest } from "../../core/base/ids.ts";
import { byCodeUnit } from "../../core/base/order.ts";
import { rankedByMissing } from "../../core/deficit/rank.ts";
import { CARE_SUBJECTS, type CareSubject } from "../../core/model/facility-kind.ts";
import { allocationSums } from "./certificates-json.ts";
import { sealed } from "./file-digest.ts";

/**
 * What an analysis was made with, what it found in all, and what it did not count; the digests of its other files, and
 * one of all this.
 */
export function summaryJson(pipeline: Pipeline, files: Readonly<Record<string, Digest>>): string {
  const { project, parameters, results, supply, packs } = pipeline;
  const summary = {
    key: results.key,
    project: {
      name: project.name,
      origin: project.origin,
      zones: project.zones.length,
      facilities: project.facilities.length,
    },
    parameters,
    packs: packs.value.packs.map(({ pack }) => ({
      ...{ id: pack.id, version: pack.version, status: pack.status, countedKinds: pack.countedKinds },
      ...(pack.validTo !== undefined && { validTo: pack.validTo }),
      ...(pack.custom !== undefined && { custom: pack.custom }),
    })),
    metrics: supply.value.metrics,
    headline: results.headline,
    coverage: results.coverage.map(({ subject, profile, kind, people }) => ({
      ...{ subject, profile, people },
      ...(kind !== undefined && { kind }),
    })),
    ...(results.allocations && { allocations: results.allocations.map(allocationSums) }),
    ...(results.network && { network: networkOf(pipeline, results.network) }),
    units: results.units.map(unitOf),
    worstZones: worstZones(pipeline),
    notCounted: notCounted(pipeline),
    issues: results.issues,
    files,
  };
  return sealed(summary);
}

/** The streets, what is walked of them, and which zones and facilities hang on none, or on an island, by subject. */
function networkOf({ project }: Pipeline, { streets, changes, accounts, connections }: NetworkFindings) {
  const named = (table: "zones" | "facilities", subject: CareSubject, how: Connection) => {
    const code = CONNECTIONS.indexOf(how);
    return project[table].filter((_, row) => connections[subject][table][row] === code).map(({ id }) => id);
  };
  const both = (how: Connection) =>
    CARE_SUBJECTS.map((subject) => ({
      ...{ subject, zones: named("zones", subject, how), facilities: named("facilities", subject, how) },
    }));
  return {
    streets,
    ...(changes !== undefined && { changes }),
    accounts,
    notConnected: both("not-connected"),
    onIslands: both("island"),
  };
}

function unitOf({ level, unit, name, judgement, lacking }: UnitJudgement) {
  return {
    ...{ level, unit, name, verdict: judgement.overall },
    ...(lacking && { lacking }),
    lines: judgement.lines.map(({ rule, verdict, required, actual, sure }) => ({
      ...{ rule, verdict },
      ...(required && { required: toNumber(required) }),
      ...(actual && { actual: toNumber(actual) }),
      ...(sure && { sure: toNumber(sure) }),
    })),
  };
}

/** By metric, the zones that miss most of it, most first. */
function worstZones({ project, results }: Pipeline) {
  return results.zones.byMetric.map(({ metric, missing }) => {
    const short = rankedByMissing(missing).filter((row) => (missing[row] as number) > 0);
    const zones = Array.from(short.slice(0, ZONES_NAMED), (row) => ({
      zone: project.zones[row]?.id,
      missing: missing[row],
    }));
    return { metric, zones };
  });
}

const ZONES_NAMED = 50;

/** Facilities that count toward a metric of a pack for no zone, by why. */
function notCounted({ project, supply, packs }: Pipeline) {
  return packs.value.packs.flatMap(({ id: pack }, at) =>
    supply.value.metrics.flatMap((metric) => {
      const byReason = new Map<string, string[]>();
      supply.value.offers[at]?.built[metric]?.forEach((found, row) => {
        if (found === undefined || found.capacity.counts === "yes") return;
        const { why } = found.capacity;
        const ids = byReason.get(why) ?? [];
        ids.push(project.facilities[row]?.id ?? "");
        byReason.set(why, ids);
      });
      return [...byReason]
        .sort(([a], [b]) => byCodeUnit(a, b))
        .map(([why, facilities]) => ({ pack, metric, why, facilities }));
    }),
  );
}
