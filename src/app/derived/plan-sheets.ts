import type { PlainSheet } from "../../io/export/formats/workbook-file.ts";
import { doubtWords } from "../../ui/evidence/effect-words.ts";
import type { PlanComparisonFacts } from "../../ui/plans/comparison-facts.ts";
import {
  caseWords,
  conditionsWords,
  rowsAddingUp,
  sizeWords,
  wholeYuan,
  YUAN,
} from "../../ui/plans/plan-words.ts";
import type { PlanReportFacts } from "../../ui/plans/report-facts.ts";
import { areaName, usedWords, wholePlanWords } from "../../ui/plans/served-words.ts";
import { sourceSentences } from "../../ui/plans/source-words.ts";
import type { SheetBasis } from "../../ui/print/Sheet.tsx";
import type { Speech } from "../../ui/words.ts";
import { unitSheets } from "./plan-unit-sheets.ts";
import { amount, count, long, mixed, money, share, text } from "./sheet-columns.ts";

/**
 * A plan as sheets of a workbook: what it is, its measures, what it leaves missing in all and by 街道, the zones that it and
 * the plans beside it serve otherwise, places that were not used, and what the figures rest on.
 */
export function planSheets(
  of: PlanReportFacts,
  comparison: PlanComparisonFacts,
  basis: SheetBasis,
  words: SheetSpeech,
): readonly PlainSheet[] {
  const { t, language } = words;
  const { plan } = of;
  const once = plan.measures.reduce((sum, { cost }) => sum + cost, 0);
  const costs = rowsAddingUp(
    plan.measures.map(({ cost }) => cost),
    YUAN,
  );
  const yearly = rowsAddingUp(
    plan.measures.map(({ yearly = 0 }) => yearly),
    YUAN,
  );
  const [first, last] = [plan.years[0], plan.years.at(-1)];
  const metricHead = (metric: string, more: string) => `${t(`tables.lack.${metric as "beds"}`)} · ${more}`;
  return [
    {
      name: t("report.sheets.plan"),
      columns: [text(t("comparing.of")), mixed(t("report.sheets.value"))],
      rows: [
        [t("report.sheets.asked"), plan.asked],
        [t("report.sheets.status"), plan.status],
        [t("comparing.once"), wholeYuan(once, { language })],
        [t("comparing.yearly"), wholeYuan(plan.yearly, { language })],
        ...(first && last
          ? [
              [
                `${t("comparing.over")} · ${t("comparing.overYears", {
                  first: `${first.year}`,
                  last: `${last.year}`,
                })}`,
                wholeYuan(plan.cost, { language }),
              ],
            ]
          : []),
        [t("comparing.measures"), plan.measures.length],
        ...plan.metrics.flatMap((metric) =>
          (["before", "certainBefore", "after", "certainAfter"] as const).map((column) => [
            metricHead(metric.metric, t(`report.columns.${column}`)),
            metric[column],
          ]),
        ),
        ...comparison.plans.flatMap(({ better, worse, unsure }) => [
          [t("comparing.better"), better],
          [t("comparing.worse"), worse.length],
          [t("comparing.unsure"), unsure],
        ]),
        ...plan.effect.flatMap((effect) => {
          const doubt = doubtWords(effect, words);
          return doubt ? [[metricHead(effect.metric, t("report.sheets.doubtful")), doubt]] : [];
        }),
      ],
    },
    {
      name: t("report.columns.measures"),
      columns: [
        count(t("print.no")),
        text(t("comparing.place")),
        text(t("report.columns.what")),
        text(t("report.sheets.size")),
        money(t("report.columns.cost")),
        money(t("report.columns.yearly")),
        { heading: t("report.sheets.earliest"), format: "year" },
        count(t("report.sheets.lifetime")),
        count(t("report.columns.zones")),
        long(t("report.columns.areas")),
        long(t("report.columns.wholePlan")),
        long(t("report.columns.conditions")),
      ],
      rows: plan.measures.map((one, row) => [
        ...[one.number, one.name, t(`plans.kinds.${one.kind}`), sizeWords(one, { t })],
        ...[
          wholeYuan(costs[row] ?? 0, { language }),
          one.yearly && wholeYuan(yearly[row] ?? 0, { language }),
        ],
        ...[one.year ?? one.earliest, one.lifetime, one.zones],
        ...[
          one.areas.map((area) => usedWords(area, { t, language })).join(t("report.between")),
          one.areas
            .map((area) => `${areaName(area, { t })} ${wholePlanWords(area, { t, language })}`)
            .join(t("report.between")),
          conditionsWords(one, { t }),
        ],
      ]),
    },
    ...unitSheets(of, words),
    {
      name: t("report.sheets.reached"),
      columns: [
        text(t("report.sheets.subject")),
        text(t("report.sheets.profile")),
        count(t("report.sheets.limit")),
        share(t("comparing.now")),
        share(t("plans.shadesAfter")),
      ],
      rows: of.reached.flatMap(({ subject, profiles }) =>
        profiles.map(({ profile, limit, before, after }) => [
          ...[t(`judging.subject.${subject}`), t(`parameters.profiles.${profile}`), limit, before, after],
        ]),
      ),
    },
    {
      name: t("report.sheets.zones"),
      columns: [
        text(t("tables.columns.zone")),
        text(t("judging.level.street")),
        text(t("print.need")),
        share(t("comparing.now")),
        ...comparison.plans.map(({ name }) => share(name)),
      ],
      rows: comparison.zones.map(({ name, street, metric, now, shares }) => [
        ...[name, street, t(`judging.metric.${metric}`)],
        ...[now, ...shares].map((each) => (Number.isNaN(each) ? t("tables.unknown") : each)),
      ]),
    },
    ...spreadSheets(plan, { t, language }),
    {
      name: t("report.sheets.refused"),
      columns: [text(t("comparing.place")), text(t("report.sheets.subject")), long(t("report.sheets.why"))],
      rows: plan.refused.map(({ name, subject, why }) => [
        ...[name, subject && t(`judging.subject.${subject}`), t(`plans.refusals.${why}`)],
      ]),
    },
    {
      name: t("report.sheets.basis"),
      columns: [long(t("report.sheets.basis"))],
      rows: [
        basis.city,
        ...(basis.demo ? [t("screen.banner.demo")] : []),
        ...basis.standards,
        ...basis.caveats,
        ...basis.small,
        t("report.proof"),
        ...sourceSentences(of.sources, { t, language }),
        t("report.costs"),
        t("plans.usedHelp"),
      ].map((line) => [line]),
    },
  ];
}

/** Of a plan over years or under doubt. */
function spreadSheets(
  { metrics, years, dates, cases }: PlanReportFacts["plan"],
  { t, language }: Pick<Speech, "t" | "language">,
): readonly PlainSheet[] {
  const lacks = metrics.map(({ metric }) => amount(t(`tables.lack.${metric}`)));
  const costs = rowsAddingUp(
    years.map(({ cost }) => cost),
    YUAN,
  );
  const byYear: PlainSheet = {
    name: t("plans.years"),
    columns: [
      { heading: t("plans.yearColumn"), format: "year" },
      ...[money(t("plans.yearCost")), ...lacks, count(t("plans.yearEnough"))],
    ],
    rows: years.map(({ year, missing, enough }, row) => [
      year,
      wholeYuan(costs[row] ?? 0, { language }),
      ...missing,
      enough,
    ]),
  };
  const byZone: PlainSheet = {
    name: t("report.sheets.dates"),
    columns: [
      ...[text(t("tables.columns.zone")), text(t("print.need"))],
      { heading: t("plans.yearColumn"), format: "year" },
      amount(t("report.sheets.still")),
    ],
    rows: dates.map(({ name, metric, year, missing }) => [
      ...[name, t(`judging.metric.${metric}`), year, missing],
    ]),
  };
  const byCase: PlainSheet = {
    name: t("plans.cases.title"),
    columns: [
      text(t("plans.cases.case")),
      ...metrics.flatMap(({ metric }) => [
        amount(`${t(`tables.lack.${metric}`)} · ${t("comparing.now")}`),
        amount(`${t(`tables.lack.${metric}`)} · ${t("report.columns.after")}`),
      ]),
    ],
    rows: cases.map((each) => [
      ...[caseWords(each, { t }), ...each.missing.flatMap(({ before, after }) => [before, after])],
    ]),
  };
  return [...(years.length > 0 ? [byYear, byZone] : []), ...(cases.length > 0 ? [byCase] : [])];
}

type SheetSpeech = Pick<Speech, "t" | "language" | "gist">;
