import { toNumber } from "../base/decimal.ts";
import { carried, NO_ROW, type RowMap } from "../base/row-map.ts";
import { decidingLine, deficitOf } from "../deficit/deficit.ts";
import { CARE_SUBJECTS, type CareSubject, type Subject } from "../model/facility-kind.ts";
import { amounting, type RuledLine } from "../standards/conflict-groups.ts";
import type { Judgement } from "../standards/judgement.ts";
import type { Metric, Rule, RuleUnit } from "../standards/rule.ts";
import type { ConflictPolicy } from "../standards/rule-pack.ts";
import { isPass, VERDICTS, type Verdict } from "../standards/verdict.ts";
import type { MetricColumns } from "./results.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** What the judgements say, as columns by zone row. */
export interface JudgedColumns {
  readonly verdict: Uint8Array;
  readonly bySubject: Readonly<Record<CareSubject, Uint8Array>>;
  readonly byMetric: readonly MetricColumns[];
}

export interface EarlierColumns {
  readonly columns: JudgedColumns;
  readonly judgements: readonly Judgement[];
  readonly zones: RowMap;
}

/** Columns of all zones; with earlier ones, only zones with another judgement are worked out. */
export function judgedColumns(
  judgements: readonly Judgement[],
  packs: ZonePacks,
  policy: ConflictPolicy,
  earlier?: EarlierColumns,
): JudgedColumns {
  const metrics = mandatoryMetrics(packs);
  const start = (column: Uint8Array | undefined) =>
    column && earlier ? carried(column, earlier.zones, 0) : new Uint8Array(judgements.length);
  const verdict = start(earlier?.columns.verdict);
  const bySubject = {
    elderly: start(earlier?.columns.bySubject.elderly),
    childcare: start(earlier?.columns.bySubject.childcare),
  };
  const byMetric = metrics.map((metric) => {
    const old = earlier?.columns.byMetric.find((each) => each.metric === metric);
    return startMetric(metric, judgements.length, old, earlier?.zones);
  });
  const reusable = earlier !== undefined && metrics.every((metric) => hasMetric(earlier.columns, metric));
  judgements.forEach((judgement, row) => {
    const was = reusable ? (earlier.zones.before[row] as number) : NO_ROW;
    if (was !== NO_ROW && earlier?.judgements[was] === judgement) return;
    const rules = packs.packs[packs.of[row] as number]?.rules ?? NO_RULES;
    verdict[row] = VERDICTS.indexOf(judgement.overall);
    for (const subject of CARE_SUBJECTS) {
      bySubject[subject][row] = VERDICTS.indexOf(subjectVerdict(judgement, rules, subject, policy));
    }
    for (const columns of byMetric) {
      fillMetric(columns, row, judgement, rules, policy);
    }
  });
  return { verdict, bySubject, byMetric };
}

/** What the lines of one subject amount to; what cannot be shown for the whole zone is not shown for its parts. */
export function subjectVerdict(
  judgement: Judgement,
  rules: ReadonlyMap<string, Rule>,
  subject: CareSubject,
  policy: ConflictPolicy,
): Verdict {
  if (judgement.lines.length === 0) return judgement.overall;
  const lines = judgement.lines.flatMap((line): RuledLine[] => {
    const rule = rules.get(line.rule);
    return rule !== undefined && (rule.subject === subject || rule.subject === "both")
      ? [{ rule, line }]
      : [];
  });
  const verdict = amounting(lines, "estate", policy).overall ?? "not_specified";
  const withheld =
    isPass(verdict) &&
    (isOpen(judgement) || lines.some(({ line }) => line.notes.includes("screening-method")));
  return withheld ? "needs_ruling" : verdict;
}

/** A pass of the whole was withheld, since a wider reading says otherwise. */
function isOpen(judgement: Judgement): boolean {
  return judgement.overall === "needs_ruling" && judgement.secondReading !== undefined;
}

/** Whether the lines are those of a phase, so that the ledger of the whole zone is not what they compare. */
export function isOfPhase(judgement: Judgement): boolean {
  return judgement.remarks.includes("phase-worse-than-whole");
}

/** Metrics that a mandatory estate rule of a pack in use speaks of, in the order of `METRICS_OF_ESTATES`. */
function mandatoryMetrics(packs: ZonePacks): readonly Metric[] {
  const asked = new Set<string>();
  for (const { pack } of packs.packs) {
    for (const rule of pack.rules)
      if (rule.level === "estate" && rule.severity === "mandatory") asked.add(rule.metric);
  }
  return METRICS_OF_ESTATES.filter((metric) => asked.has(metric));
}

export const METRICS_OF_ESTATES = [
  "elderly_building_area",
  "childcare_slots",
  "childcare_building_area",
  "community_centre_building_area",
  "elderly_land_area",
  "elderly_childcare_land_area",
  "beds",
] as const satisfies readonly Metric[];

/** The subject that a metric is supplied for. */
export function subjectOfMetric(metric: Metric): Subject {
  return metric.startsWith("childcare")
    ? "childcare"
    : metric.startsWith("community")
      ? "community"
      : "elderly";
}

export function unitOfMetric(metric: Metric): RuleUnit {
  return metric === "childcare_slots" ? "slot" : metric === "beds" ? "bed" : "m2";
}

function hasMetric(columns: JudgedColumns, metric: Metric): boolean {
  return columns.byMetric.some((each) => each.metric === metric);
}

function startMetric(
  metric: Metric,
  zones: number,
  old: MetricColumns | undefined,
  map: RowMap | undefined,
): MetricColumns {
  const start = (column: Float64Array | undefined) =>
    column && map ? carried(column, map, Number.NaN) : new Float64Array(zones).fill(Number.NaN);
  return {
    metric,
    subject: subjectOfMetric(metric),
    unit: unitOfMetric(metric),
    required: start(old?.required),
    provided: start(old?.provided),
    missing: start(old?.missing),
    perhaps: start(old?.perhaps),
    share: start(old?.share),
  };
}

function fillMetric(
  columns: MetricColumns,
  row: number,
  judgement: Judgement,
  rules: ReadonlyMap<string, Rule>,
  policy: ConflictPolicy,
): void {
  const line = decidingLine(judgement.lines, rules, columns.metric, policy);
  const deficit = line && deficitOf(line);
  columns.required[row] = deficit ? toNumber(deficit.required) : Number.NaN;
  const provided = line?.sure ?? line?.actual;
  columns.provided[row] = provided ? toNumber(provided) : Number.NaN;
  columns.missing[row] = deficit?.missing ?? Number.NaN;
  columns.perhaps[row] = deficit?.perhaps ?? Number.NaN;
  columns.share[row] = deficit?.share ?? Number.NaN;
}

const NO_RULES: ReadonlyMap<string, Rule> = new Map();
