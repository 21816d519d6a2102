import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { KindGlyph } from "../marks/KindGlyph.tsx";
import { namesWidth } from "../tables/column-widths.ts";
import type { FactColumn } from "../tables/FactTable.tsx";
import type { Speech } from "../words.ts";
import type { BottleneckFacts } from "./bottleneck-facts.ts";

type Listed = Pick<BottleneckFacts, "name" | "kindName" | "subject" | "metric" | "unit">;

/** What a facility is, and of which metric where there are several. */
export function listedColumns(rows: readonly Listed[], { t }: Pick<Speech, "t">): readonly FactColumn[] {
  const names = rows.map(({ name }) => name);
  const metrics = rows.map(({ metric }) => t(`judging.metric.${metric}`));
  return [
    {
      key: "name",
      title: t("tables.columns.facility"),
      width: Math.min(WIDEST_NAME, namesWidth(names, GLYPH)),
      words: names,
      text: (row) => names[row] ?? "",
      render: (row) => (
        <>
          <KindGlyph subject={rows[row]?.subject ?? "community"} />
          <span className="facts-name" title={`${names[row]} · ${rows[row]?.kindName}`}>
            {names[row]}
          </span>
        </>
      ),
    },
    ...(severalMetrics(rows)
      ? [
          {
            key: "metric",
            title: t("areas.columns.metric"),
            width: 80,
            words: metrics,
            text: (row: number) => metrics[row] ?? "",
            render: (row: number) => metrics[row],
          },
        ]
      : []),
  ];
}

/** Of lists of one metric: the unit that amounts are in, for what is taken elsewhere. */
export function listedUnit(
  rows: readonly Listed[],
  { t }: Pick<Speech, "t">,
): { readonly unit: string } | undefined {
  const [first] = rows;
  return first && !severalMetrics(rows) ? { unit: t(`judging.unit.${first.unit}`) } : undefined;
}

function severalMetrics(rows: readonly { readonly metric: Metric; readonly unit: RuleUnit }[]): boolean {
  return rows.some(({ metric }) => metric !== rows[0]?.metric);
}

/** Pixels of the mark before a name, and of names that leave room for what else is known. */
const [GLYPH, WIDEST_NAME] = [20, 160];
