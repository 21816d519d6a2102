import { counted, formatNumber } from "../../i18n/numbers.ts";
import type { PlainSheet } from "../../io/export/formats/workbook-file.ts";
import type { PlanReportFacts, ReportMetric, ReportUnit } from "../../ui/plans/report-facts.ts";
import { afterKnown } from "../../ui/plans/report-words.ts";
import { type KnownSum, PEOPLE_COLUMNS } from "../../ui/tables/facts.ts";
import type { Speech } from "../../ui/words.ts";
import { amount, count, long, text } from "./sheet-columns.ts";

/** What 街道 and 社区 lack, now and with the plan; a column of each says what its numbers leave out because nobody knows it. */
export function unitSheets(
  { streets, communities, plan: { metrics } }: PlanReportFacts,
  words: Pick<Speech, "t" | "gist">,
): readonly PlainSheet[] {
  const { t } = words;
  const lacks = metrics.flatMap(({ metric }) =>
    (["comparing.now", "report.columns.after"] as const).map((when) =>
      amount(`${t(`tables.lack.${metric}`)} · ${t(when)}`),
    ),
  );
  const lacksOf = (unit: ReportUnit) => metrics.flatMap((_, at) => [unit.missing[at], afterKnown(unit, at)]);
  const unknown = (lines: readonly string[]) => lines.join(t("report.between")) || undefined;
  return [
    {
      name: t("judging.level.street"),
      columns: [
        ...[text(t("judging.level.street")), count(t("print.zones")), ...lacks],
        ...[count(t("report.columns.measures")), long(t("report.sheets.unknown"))],
      ],
      rows: streets.map((street) => [
        ...[street.name, street.zones, ...lacksOf(street), street.measures.length],
        unknown(unjudgedWords(street, metrics, words)),
      ]),
    },
    {
      name: t("judging.level.community"),
      columns: [
        ...[text(t("judging.level.community")), text(t("judging.level.street")), count(t("print.zones"))],
        ...PEOPLE_COLUMNS.map((column) => count(t(`tables.columns.${column}`))),
        ...[...lacks, long(t("report.sheets.unknown"))],
      ],
      rows: communities.map((unit) => [
        ...[unit.name, unit.street, unit.zones],
        ...PEOPLE_COLUMNS.map((column) => knownOf(unit.people[column])),
        ...lacksOf(unit),
        unknown([...silentWords(unit, words), ...unjudgedWords(unit, metrics, words)]),
      ]),
    },
  ];
}

/** Of which people of a unit not all zones, or none, state the number. */
function silentWords({ people, zones }: ReportUnit, { t }: Pick<Speech, "t">): readonly string[] {
  return PEOPLE_COLUMNS.flatMap((name) => {
    const { known } = people[name];
    if (known === zones) return [];
    const column = t(`tables.columns.${name}`);
    return known === 0
      ? [t("report.sheets.peopleUnknown", { column })]
      : [t("report.sheets.peopleAtLeast", { column, all: formatNumber(zones), ...counted(zones - known) })];
  });
}

/** How many zones of a unit cannot be judged with the plan, and what they lack now. */
function unjudgedWords(
  { unjudged }: ReportUnit,
  metrics: readonly ReportMetric[],
  { t, gist }: Pick<Speech, "t" | "gist">,
): readonly string[] {
  return metrics.flatMap(({ metric: name, unit }, at) => {
    const { zones, missing } = unjudged[at] ?? { zones: 0, missing: 0 };
    const metric = t(`judging.metric.${name}`);
    return zones > 0
      ? [t("report.sheets.unjudged", { metric, ...counted(zones), amount: gist(missing, unit) })]
      : [];
  });
}

/** Nothing where no zone states a number. */
function knownOf({ sum, known }: KnownSum): number | undefined {
  return known > 0 ? sum : undefined;
}
