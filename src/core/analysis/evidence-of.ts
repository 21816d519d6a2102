import { toNumber } from "../base/decimal.ts";
import type { ZoneId } from "../base/ids.ts";
import { present } from "../base/invariant.ts";
import { issue } from "../base/issue.ts";
import { indexOfId } from "../base/order.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Facility } from "../model/facility.ts";
import { isCareSubject } from "../model/facility-kind.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import { ledgerRowsOf } from "../supply/ledger.ts";
import { arithmeticOf } from "./arithmetic.ts";
import type {
  CountedFacility,
  LineEvidence,
  UncountedFacility,
  UncountedReason,
  ZoneEvidence,
} from "./evidence.ts";
import type { Pipeline } from "./pipeline.ts";
import { METRICS_OF_ESTATES, subjectOfMetric } from "./zone-columns.ts";
import { NO_PACK } from "./zone-packs.ts";

/** Why a zone is judged as it is. Refused if there is no such zone, or no pack holds for it. */
export function evidenceOf(pipeline: Pipeline, id: ZoneId): Outcome<ZoneEvidence> {
  const { project, judgements, reach, results } = pipeline;
  const packs = pipeline.packs.value;
  const row = indexOfId(project.zones, id);
  if (row < 0) return refused(issue("evidence.unknown-zone", "error", { id }, { id }));
  const inUse = packs.packs[packs.of[row] ?? NO_PACK];
  if (inUse === undefined) {
    return refused(issue("analysis.zones-without-pack", "error", { zones: 1, first: id }, { id }));
  }
  const judgement = present(judgements.value[row], "every zone is judged");
  const { pack } = inUse;
  return done({
    zone: id,
    pack: {
      id: pack.id,
      title: pack.title,
      status: pack.status,
      ...(pack.validTo !== undefined && { validTo: pack.validTo }),
    },
    documents: pack.documents,
    borrowed: packs.borrowed[row] === 1,
    overall: judgement.overall,
    sensitive: judgement.secondReading !== undefined,
    ...(judgement.secondReading !== undefined && { secondReading: judgement.secondReading }),
    judgement,
    lines: judgement.lines.map((line): LineEvidence => {
      const rule = present(inUse.rules.get(line.rule), "a line comes from a rule of its pack");
      const metric = METRICS_OF_ESTATES.find((each) => each === rule.metric);
      const walks = metric === undefined ? new Map<number, number>() : walksOf(pipeline, row, metric);
      const counted = metric === undefined ? [] : countedFor(pipeline, row, metric, walks);
      return {
        rule: rule.id,
        title: rule.title,
        ...(metric !== undefined && { metric }),
        severity: rule.severity,
        clauses: rule.clauses,
        line,
        arithmetic: arithmeticOf(line, rule),
        counted,
        notCounted: metric === undefined ? [] : notCountedFor(pipeline, row, metric, rule, counted, walks),
      };
    }),
    origin: reach.value.origins.kinds[row] ?? "none",
    issues: results.issues.filter(({ at }) => at.id === id),
  });
}

/** Facility rows that the zone reaches, with the walk. */
function walksOf({ reach }: Pipeline, zone: number, metric: Metric): Map<number, number> {
  const subject = subjectOfMetric(metric);
  if (!isCareSubject(subject)) return new Map();
  const { starts, facilities, metres } = reach.value.tables[subject];
  const walks = new Map<number, number>();
  for (let at = starts[zone] ?? 0; at < (starts[zone + 1] ?? 0); at++) {
    walks.set(facilities[at] ?? 0, metres[at] ?? 0);
  }
  return walks;
}

function countedFor(
  { project, supply }: Pipeline,
  zone: number,
  metric: Metric,
  walks: ReadonlyMap<number, number>,
): CountedFacility[] {
  const ledger = supply.value.ledgers.find((each) => each.metric === metric)?.ledger;
  if (ledger === undefined) return [];
  const id = project.zones[zone]?.id;
  const [from, to] = ledgerRowsOf(ledger, zone);
  const counted: CountedFacility[] = [];
  for (let at = from; at < to; at++) {
    const row = present(ledger.facilities[at], "a ledger row names a facility");
    const facility = present(project.facilities[row], "a ledger row names a facility of the project");
    counted.push({
      ...named(facility),
      amount: ledger.amounts[at] ?? 0,
      where: facility.zone === id ? "own" : facility.pooling?.zones.includes(id ?? "") ? "pooled" : "circle",
      ...walked(walks, row),
    });
  }
  return counted;
}

/** Rooms of the zone and rooms it reaches that could have been of use, each with the reason why they are not. */
function notCountedFor(
  pipeline: Pipeline,
  zone: number,
  metric: Metric,
  rule: Rule,
  counted: readonly CountedFacility[],
  walks: ReadonlyMap<number, number>,
): UncountedFacility[] {
  const { project, supply } = pipeline;
  const estate = present(project.zones[zone], "the zone is there");
  const offers = supply.value.offers[pipeline.packs.value.of[zone] ?? NO_PACK];
  const table = (estate.stage === "plan_review" ? offers?.planned : offers?.built)?.[metric];
  const takes = new Set(counted.map(({ facility }) => facility));
  const rows = new Set([...(supply.value.ties.byZone[zone] ?? []), ...walks.keys()]);
  return [...rows]
    .sort((a, b) => a - b)
    .flatMap((row): UncountedFacility[] => {
      const facility = project.facilities[row];
      const found = table?.[row];
      if (facility === undefined || found === undefined || takes.has(facility.id)) return [];
      const { capacity } = found;
      const why: UncountedReason | undefined =
        capacity.counts === "yes" ? placeReason(pipeline, facility, zone, rule) : capacity.why;
      const { amount } = capacity;
      return [
        { ...named(facility), ...(amount && { amount: toNumber(amount) }), ...walked(walks, row), why },
      ];
    });
}

/** Why a room that counts is not counted for this zone. */
function placeReason(pipeline: Pipeline, facility: Facility, zone: number, rule: Rule): UncountedReason {
  const { project, parameters } = pipeline;
  const estate = present(project.zones[zone], "the zone is there");
  if (rule.type === "not_specified") return "no-standard-to-fill";
  if (facility.zone !== undefined && facility.zone !== estate.id && facility.shared !== true) {
    return "belongs-to-other-zone";
  }
  if (estate.phases !== undefined && facility.zone === estate.id) return "not-delivered-yet";
  if (estate.status === "new") return "off-site-for-new";
  if (parameters.supply === "onsite") return "off-site-by-method";
  return parameters.offsite === "circle-and-community" ? "other-community" : "out-of-reach";
}

function named({ id, name, kind }: Facility) {
  return { facility: id, kind, ...(name !== undefined && { name }) };
}

function walked(walks: ReadonlyMap<number, number>, row: number): { readonly metres?: number } {
  const metres = walks.get(row);
  return metres === undefined ? {} : { metres };
}
