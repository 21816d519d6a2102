import { type ReactNode, useCallback, useMemo } from "react";
import { formatNumber, plainLack, plainShare } from "../../i18n/numbers.ts";
import type { AreaFacts } from "../areas/area-facts.ts";
import { areaName, isInDoubt, streetsWords } from "../areas/area-words.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";
import { widest } from "./column-widths.ts";
import type { FactColumn } from "./FactTable.tsx";
import { findRows } from "./order.ts";
import { SearchTable } from "./SearchTable.tsx";
import type { Taking } from "./TableTools.tsx";

interface Props extends Taking {
  readonly areas: readonly AreaFacts[];
  /** Choices before the search. */
  readonly lead: ReactNode;
  /** What is said of all of them together. */
  readonly sums: ReactNode;
  /** Beside the search. */
  readonly checks: ReactNode;
  /** What is said where there are none. */
  readonly none: string;
  /** Place of the chosen one. */
  readonly selected: number | undefined;
  readonly onSelect: (id: string, entered?: boolean) => void;
  readonly onHover: (id: string | undefined) => void;
}

/** 片区 of one subject, with what each lacks whatever the assignment. */
export function AreaTable({ areas, lead, sums, checks, none, ...props }: Props) {
  const { t } = useWords();
  const { shown, onShown, onCopy, onExport } = props;
  const names = useMemo(() => areas.map((area) => areaName(area, { t })), [areas, t]);
  const places = useMemo(
    () => areas.map(({ streets, zoneNames }) => [...streets, ...zoneNames].join("\n")),
    [areas],
  );
  const find = useCallback(
    (sought: string) => findRows(names.length, sought, names, places),
    [names, places],
  );
  return (
    <SearchTable
      label={t("tables.tabs.areas")}
      search={t("areas.search")}
      find={find}
      columns={useAreaColumns(areas, names)}
      first={{ key: "missing", descending: true }}
      lead={lead}
      filter={checks}
      chosen={sums}
      {...{ shown, onShown, onCopy, onExport }}
      empty={areas.length > 0 ? t("tables.none") : none}
      selected={props.selected}
      onSelect={(row, entered) => props.onSelect(areas[row]?.id ?? "", entered)}
      onHover={(row) => props.onHover(row === undefined ? undefined : areas[row]?.id)}
    />
  );
}

function useAreaColumns(areas: readonly AreaFacts[], names: readonly string[]): readonly FactColumn[] {
  const words = useWords();
  return useMemo(() => {
    const { t, gist } = words;
    const metrics = [...new Set(areas.map(({ metric }) => metric))];
    const [only, second] = metrics;
    const one = second === undefined ? areas[0] : undefined;
    const unit = one && { unit: t(`judging.unit.${one.unit}`) };
    const streets = areas.map((area) => streetsWords(area.streets, { t }));
    const wheres = streets.map((street, at) =>
      areas[at]?.zones === 1 ? (areas[at].zoneNames[0] ?? "") : street,
    );
    const amount = (key: "missing" | "need" | "capacity", title: string, width: number): FactColumn => ({
      ...{ key, title, width, numeric: true, ...unit },
      value: (row) => areas[row]?.[key] ?? Number.NaN,
      text: (row) => plainLack(areas[row]?.[key] ?? Number.NaN, areas[row]?.unit ?? "m2"),
      render: (row) => {
        const said = gist(areas[row]?.[key] ?? Number.NaN, areas[row]?.unit ?? "m2");
        const atMost = key === "missing" && areas[row] !== undefined && isInDoubt(areas[row]);
        return atMost ? `≤ ${said}` : said;
      },
    });
    return [
      {
        key: "area",
        title: t("areas.columns.area"),
        width: widest(names) + Math.min(MOST_WHERE, widest(wheres)) + 28,
        value: (row) => areas[row]?.number ?? Number.NaN,
        text: (row) => names[row] ?? "",
        render: (row) => (
          <span className="facts-name" title={`${names[row]} · ${wheres[row]}`}>
            {names[row]} <span className="facts-aside">{wheres[row]}</span>
          </span>
        ),
      },
      ...(one
        ? []
        : [
            {
              key: "metric",
              title: t("areas.columns.metric"),
              width: 80,
              words: areas.map(({ metric }) => t(`judging.metric.${metric}`)),
              text: (row: number) => t(`judging.metric.${areas[row]?.metric ?? "beds"}`),
              render: (row: number) => t(`judging.metric.${areas[row]?.metric ?? "beds"}`),
            },
          ]),
      amount("missing", only && second === undefined ? t(`tables.lack.${only}`) : t("evidence.missing"), 86),
      amount("need", t("areas.columns.need"), 74),
      amount("capacity", t("areas.columns.capacity"), 72),
      {
        key: "share",
        title: t("areas.columns.share"),
        width: 88,
        numeric: true,
        value: (row) => areas[row]?.share ?? Number.NaN,
        text: (row) => plainShare(areas[row]?.share ?? Number.NaN),
        render: (row) => <ShareBar share={areas[row]?.share ?? 0} />,
      },
      {
        key: "zones",
        title: t("tables.columns.estates"),
        width: 56,
        numeric: true,
        value: (row) => areas[row]?.zones ?? Number.NaN,
        text: (row) => areas[row]?.zones ?? Number.NaN,
        render: (row) => formatNumber(areas[row]?.zones ?? 0),
      },
      {
        key: "streets",
        title: t("areas.columns.streets"),
        width: Math.min(MOST_STREETS, widest(streets) + 16),
        words: streets,
        text: (row) => areas[row]?.streets.join(t("screen.headline.and")) ?? "",
        render: (row) => (
          <span className="facts-name" title={areas[row]?.streets.join(t("screen.headline.and"))}>
            {streets[row]}
          </span>
        ),
      },
    ];
  }, [areas, names, words]);
}

const MOST_STREETS = 150;
/** Five characters: a name of more ends in dots. */
const MOST_WHERE = 65;
