import { useMemo } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { widest } from "../tables/column-widths.ts";
import { type FactColumn, FactTable } from "../tables/FactTable.tsx";
import { TableTools, type Taking, visibleColumns } from "../tables/TableTools.tsx";
import { useOrder } from "../tables/use-order.ts";
import { ROW_HEIGHT } from "../tables/use-window.ts";
import { useWords } from "../words.ts";
import type { MeasureFacts } from "./plan-facts.ts";
import {
  conditionsWords,
  plainMoney,
  rowsAddingUp,
  sizeWords,
  startWords,
  THOUSANDS,
  wholeYuan,
  YUAN,
} from "./plan-words.ts";
import { areaNumbers, usedWords } from "./served-words.ts";
import "./plans.css";

interface Props extends Taking {
  readonly of: readonly MeasureFacts[];
  readonly selected: number | undefined;
  readonly onSelect: (row: number, entered?: boolean) => void;
  readonly onHover: (row: number | undefined) => void;
}

/** What a plan does, numbered as on the map. */
export function MeasureList({ of, selected, onSelect, onHover, ...taking }: Props) {
  const words = useWords();
  const { t, language } = words;
  const { shown, onShown, onCopy, onExport } = taking;
  const columns = useMeasureColumns(of);
  const visible = useMemo(() => visibleColumns(columns, shown), [columns, shown]);
  const rows = useMemo(() => Uint32Array.from(of.keys()), [of]);
  const { ordered, sorting, onSort } = useOrder(rows, visible, language, FIRST);
  return (
    <section className="plan-measures" aria-label={t("plans.measures")}>
      <header>
        <h3>{t("plans.measures")}</h3>
        <TableTools {...{ columns, visible, shown, onShown, onCopy, onExport }} rows={ordered} />
      </header>
      <div style={{ height: HEADER + of.length * ROW_HEIGHT }}>
        <FactTable
          label={t("plans.measures")}
          columns={visible}
          rows={ordered}
          selected={selected}
          onSelect={onSelect}
          onHover={onHover}
          sorting={sorting}
          onSort={onSort}
          empty=""
        />
      </div>
      {of.some(({ isCostAssumed }) => isCostAssumed) && <p className="remark">{t("plans.estimateHelp")}</p>}
    </section>
  );
}

const FIRST = { key: "measure", descending: false };
/** The heading, and the bar that a wide table is scrolled sideways with. */
const HEADER = 32 + 12;

function useMeasureColumns(of: readonly MeasureFacts[]): readonly FactColumn[] {
  const words = useWords();
  return useMemo(() => {
    const { t } = words;
    const places = of.map(({ name }) => name);
    const kinds = of.map(({ kind }) => t(`plans.kinds.${kind}`));
    const sizes = of.map((measure) => sizeWords(measure, words));
    const conditions = of.map((measure) => conditionsWords(measure, words));
    const zones = of.map(({ serves }) => new Set(serves.map(({ zone }) => zone)).size);
    const areas = of.map((measure) => measure.areas.map((area) => usedWords(area, words)));
    const numbers = of.map((measure) => areaNumbers(measure.areas, words));
    const areasTold = areas.map((each) =>
      each.length > 0 ? [...each, t("plans.usedHelp")].join("\n") : undefined,
    );
    const costs = of.map(({ cost }) => cost);
    const yearly = of.map(({ yearly = 0 }) => yearly);
    const [shownCosts, takenCosts] = [THOUSANDS, YUAN].map((parts) => rowsAddingUp(costs, parts));
    const [shownYearly, takenYearly] = [THOUSANDS, YUAN].map((parts) => rowsAddingUp(yearly, parts));
    return [
      {
        key: "measure",
        title: t("plans.columns.measure"),
        width: 64 + widest(kinds) + Math.min(MOST_PLACE, widest(places)),
        value: (row) => row,
        text: (row) => `${row + 1} ${kinds[row]} ${places[row]}`,
        render: (row) => (
          <span className="facts-name" title={`${kinds[row]} ${places[row]}`}>
            <span className="plan-number">{row + 1}</span> {kinds[row]}{" "}
            <span className="facts-aside">{places[row]}</span>
          </span>
        ),
      },
      {
        key: "cost",
        title: t("plans.columns.cost"),
        width: 88,
        numeric: true,
        value: (row) => of[row]?.cost ?? Number.NaN,
        text: (row) => wholeYuan(takenCosts?.[row] ?? Number.NaN, words),
        render: (row) => (
          <>
            {of[row]?.isCostAssumed && <span className="remark">{t("plans.estimate")} </span>}
            {plainMoney(shownCosts?.[row] ?? 0, words)}
          </>
        ),
      },
      {
        key: "size",
        title: t("plans.columns.size"),
        width: widest(sizes) + 16,
        words: sizes,
        text: (row) => sizes[row] ?? "",
        render: (row) => sizes[row],
      },
      {
        key: "zones",
        title: t("plans.columns.zones"),
        width: 64,
        numeric: true,
        value: (row) => zones[row] ?? 0,
        text: (row) => zones[row] ?? 0,
        render: (row) => formatNumber(zones[row] ?? 0),
      },
      {
        key: "areas",
        title: t("plans.columns.areas"),
        width: Math.min(MOST_AREAS, widest([t("plans.columns.areas"), ...numbers]) + 24),
        words: areas.map((each) => each.join()),
        text: (row) => areas[row]?.join(t("effect.between")) ?? "",
        render: (row) => (
          <span className="facts-name" title={areasTold[row]}>
            {numbers[row]}
          </span>
        ),
      },
      {
        key: "earliest",
        title: t("plans.columns.earliest"),
        width: 88,
        value: (row) => of[row]?.year ?? of[row]?.earliest ?? 0,
        text: (row) => of[row]?.year ?? of[row]?.earliest ?? "",
        render: (row) => startWords(of[row] ?? {}, words),
      },
      {
        key: "yearly",
        title: t("plans.columns.yearly"),
        width: 72,
        numeric: true,
        value: (row) => of[row]?.yearly ?? 0,
        text: (row) => wholeYuan(takenYearly?.[row] ?? 0, words),
        render: (row) => plainMoney(shownYearly?.[row] ?? 0, words),
      },
      {
        key: "conditions",
        title: t("plans.columns.conditions"),
        width: Math.min(MOST_CONDITIONS, widest(conditions) + 24),
        words: conditions,
        text: (row) => conditions[row] ?? "",
        render: (row) => (
          <span className="facts-name" title={conditions[row]}>
            {conditions[row]}
          </span>
        ),
      },
    ];
  }, [of, words]);
}

const MOST_PLACE = 156;
const MOST_AREAS = 176;
const MOST_CONDITIONS = 200;
