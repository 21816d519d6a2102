import { type Exact, ZERO } from "../base/decimal.ts";
import type { FacilityId, RuleId, ZoneId } from "../base/ids.ts";
import { present } from "../base/invariant.ts";
import { type Issue, issue } from "../base/issue.ts";
import { indexOfId } from "../base/order.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { isChecked } from "../model/check-status.ts";
import { type CareSubject, isCareSubject } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Metric } from "../standards/rule.ts";
import { alteredRules } from "../standards/rule-change.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { packById, withCustomPacks } from "../standards/standards.ts";
import { ledgerRowsOf } from "../supply/ledger.ts";
import { arithmeticOf } from "./arithmetic.ts";
import { assumedBy } from "./assumed-by.ts";
import { CONNECTIONS } from "./connections.ts";
import { deliveredIn } from "./delivered-facilities.ts";
import type { CountedFacility, LineEvidence, ZoneEvidence } from "./evidence.ts";
import { othersServed } from "./others-served.ts";
import type { Pipeline } from "./pipeline.ts";
import { inWholeSlots } from "./slots-given.ts";
import { opensOutside } from "./supply-question.ts";
import { speaksOfChecks } from "./unchecked-rows.ts";
import { named, notCountedFor, type Walk, walked } from "./uncounted.ts";
import { METRICS_OF_ESTATES, subjectOfMetric } from "./zone-columns.ts";
import { NO_PACK } from "./zone-packs.ts";

/** Why a zone is judged as it is, or is not for want of a pack. Refused if there is no such zone. */
export function evidenceOf(pipeline: Pipeline, id: ZoneId): Outcome<ZoneEvidence> {
  const { project, judgements, results } = pipeline;
  const packs = pipeline.packs.value;
  const row = indexOfId(project.zones, id);
  if (row < 0) return refused(issue("evidence.unknown-zone", "error", { id }, { id }));
  const judgement = present(judgements.value[row], "every zone is judged");
  const known = {
    ...{ zone: id, overall: judgement.overall, sensitive: judgement.secondReading !== undefined, judgement },
    ...(judgement.secondReading !== undefined && { secondReading: judgement.secondReading }),
    ...startOf(pipeline, row),
    issues: issuesAt(results.issues, id),
  };
  const inUse = packs.packs[packs.of[row] ?? NO_PACK];
  const estate = present(project.zones[row], "the zone is there");
  if (inUse === undefined) {
    return done({ ...known, documents: [], borrowed: false, lines: [], ...uncheckedOf(project, estate, []) });
  }
  const { pack } = inUse;
  const altered = alteredIn(inUse.plain, pipeline);
  const delivered = deliveredIn(estate, judgement);
  const lines = judgement.lines.map((line): LineEvidence => {
    const rule = present(inUse.rules.get(line.rule), "a line comes from a rule of its pack");
    const metric = METRICS_OF_ESTATES.find((each) => each === rule.metric);
    const walks = metric === undefined ? new Map<number, Walk>() : walksOf(pipeline, row, metric);
    const counted = metric === undefined ? [] : countedFor(pipeline, row, metric, walks, delivered);
    const method =
      metric !== undefined && opensOutside(metric, packs)(row, estate.status)
        ? pipeline.parameters.supply
        : "onsite";
    const assumes = assumedBy(pipeline, row, metric, line);
    return {
      rule: rule.id,
      title: rule.title,
      ...(metric !== undefined && { metric }),
      severity: rule.severity,
      clauses: rule.clauses,
      altered: altered.has(rule.id),
      line,
      arithmetic: arithmeticOf(line, rule),
      method,
      counted:
        method === "fair" && line.unit === "slot"
          ? inWholeSlots(counted, providedWith(pipeline, row, metric) ?? ZERO)
          : counted,
      ...(assumes && { assumes }),
      notCounted: metric === undefined ? [] : notCountedFor(pipeline, row, metric, rule, counted, walks),
    };
  });
  return done({
    ...known,
    pack: {
      id: pack.id,
      title: pack.title,
      status: pack.status,
      ...(pack.validTo !== undefined && { validTo: pack.validTo }),
      ...(pack.custom !== undefined && { custom: pack.custom }),
    },
    documents: pack.documents,
    borrowed: packs.borrowed[row] === 1,
    lines,
    ...uncheckedOf(project, estate, lines),
  });
}

/** What the walks of the zone start from, how they are measured, and how it hangs on the streets. */
function startOf(
  { reach, results, parameters }: Pipeline,
  zone: number,
): Pick<ZoneEvidence, "origin" | "childcareOrigin" | "measured" | "connections"> {
  const { elderly, childcare } = reach.value.origins;
  const [origin, other] = [elderly.kinds[zone] ?? "none", childcare.kinds[zone] ?? "none"];
  const start = { origin, ...(other !== origin && { childcareOrigin: other }) };
  const { network } = results;
  if (network === undefined) return { ...start, measured: { by: "straight", detour: parameters.detour } };
  const connection = (subject: CareSubject) =>
    CONNECTIONS[network.connections[subject].zones[zone] ?? 0] ?? "placeless";
  return {
    ...start,
    measured: { by: "network", cap: parameters.cap, streets: network.streets },
    connections: { elderly: connection("elderly"), childcare: connection("childcare") },
  };
}

/** The zone and what its lines count, as far as they are not checked; nothing where no row of the project says of any. */
function uncheckedOf(
  project: Project,
  zone: ResidentialZone,
  lines: readonly LineEvidence[],
): Pick<ZoneEvidence, "unchecked"> {
  if (!speaksOfChecks(project)) return {};
  const counted = new Map(
    lines.flatMap((line) => line.counted.map((each) => [each.facility, each] as const)),
  );
  const facilities = [...counted.values()].flatMap(({ facility, name }) =>
    isChecked(project.facilities[indexOfId(project.facilities, facility)] ?? {})
      ? []
      : [{ facility, ...(name !== undefined && { name }) }],
  );
  const isOwn = !isChecked(zone);
  return isOwn || facilities.length > 0 ? { unchecked: { zone: isOwn, facilities } } : {};
}

/** Rules of a copy that are not those of the pack it was copied from. */
export function alteredIn(
  { custom, rules }: RulePack,
  { project, standards }: Pipeline,
): ReadonlySet<RuleId> {
  const from = custom?.copiedFrom;
  const original =
    from === undefined ? undefined : packById(withCustomPacks(standards, project.customPacks), from);
  return original === undefined ? new Set() : alteredRules(rules, original.rules);
}

/** Facility rows that the zone reaches, with the walk. */
function walksOf({ reach }: Pipeline, zone: number, metric: Metric): Map<number, Walk> {
  const subject = subjectOfMetric(metric);
  if (!isCareSubject(subject)) return new Map();
  const { starts, facilities, metres, walked: real } = reach.value.tables[subject];
  const walks = new Map<number, Walk>();
  for (let at = starts[zone] ?? 0; at < (starts[zone + 1] ?? 0); at++) {
    const [decides = 0, is = decides] = [metres[at], real?.[at]];
    walks.set(facilities[at] ?? 0, { metres: decides, ...(is !== decides && { walked: is }) });
  }
  return walks;
}

/** What the line was given: of a line of a phase, only what is delivered by then. */
function countedFor(
  { project, supply }: Pipeline,
  zone: number,
  metric: Metric,
  walks: ReadonlyMap<number, Walk>,
  delivered: ReadonlySet<FacilityId> | undefined,
): CountedFacility[] {
  const ledger = supply.value.ledgers.find((each) => each.metric === metric)?.ledger;
  if (ledger === undefined) return [];
  const { byZone, pools } = supply.value.ties;
  const counted: CountedFacility[] = [];
  const [from, to] = ledgerRowsOf(ledger, zone);
  for (let at = from; at < to; at++) {
    const row = present(ledger.facilities[at], "a ledger row names a facility");
    const facility = present(project.facilities[row], "a ledger row names a facility of the project");
    if (delivered?.has(facility.id) === false) continue;
    counted.push({
      ...named(facility),
      amount: ledger.amounts[at] ?? 0,
      ...othersServed(project.zones, ledger, row, zone),
      where: byZone[zone]?.includes(row) !== true ? "circle" : pools.has(row) ? "pooled" : "own",
      ...walked(walks, row),
    });
  }
  return counted;
}

function providedWith({ supply }: Pipeline, zone: number, metric: Metric | undefined): Exact | undefined {
  return supply.value.ledgers.find((each) => each.metric === metric)?.ledger.provided[zone];
}

/** Issues by the row they speak of; remembered, since every zone asks. */
function issuesAt(issues: readonly Issue[], id: string): readonly Issue[] {
  let byId = remembered.get(issues);
  if (byId === undefined) {
    byId = new Map<string, Issue[]>();
    for (const each of issues) {
      if (each.at.id === undefined) continue;
      const known = byId.get(each.at.id);
      if (known === undefined) byId.set(each.at.id, [each]);
      else known.push(each);
    }
    remembered.set(issues, byId);
  }
  return byId.get(id) ?? [];
}

const remembered = new WeakMap<readonly Issue[], Map<string, Issue[]>>();
