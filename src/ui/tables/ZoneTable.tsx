import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useCallback, useMemo } from "react";
import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import { VERDICTS, type Verdict } from "../../core/standards/verdict.ts";
import { formatMetres, formatNumber, plainLack, plainMetres } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import { checkColumn } from "./check-column.ts";
import { namesWidth, widest } from "./column-widths.ts";
import type { FactColumn } from "./FactTable.tsx";
import { PEOPLE_COLUMNS, type ZoneFacts } from "./facts.ts";
import { findRows } from "./order.ts";
import { type Choosing, SearchTable } from "./SearchTable.tsx";
import type { Taking } from "./TableTools.tsx";
import { ChosenFilters, ZoneFilters } from "./ZoneFilters.tsx";
import type { ZoneFilter } from "./zone-filter.ts";

interface Props extends Choosing, Taking {
  readonly facts: ZoneFacts;
  /** 1 by row for the zones that the filter keeps; `undefined` where it keeps all. */
  readonly kept: Uint8Array | undefined;
  readonly filter: ZoneFilter;
  readonly onFilter: (filter: ZoneFilter) => void;
  /** Opens what a zone is added with. */
  readonly onAdd: () => void;
}

/** Every zone with its verdict, what it lacks and how far the nearest care is. */
export function ZoneTable({ facts, kept, filter, onFilter, onAdd, ...choosing }: Props) {
  const { t } = useWords();
  const find = useCallback(
    (sought: string) => {
      const found = findRows(facts.count, sought, facts.names, facts.streets);
      return kept ? found.filter((row) => kept[row] === 1) : found;
    },
    [facts, kept],
  );
  return (
    <SearchTable
      label={t("tables.tabs.zones")}
      search={t("tables.searchZones")}
      find={find}
      columns={useZoneColumns(facts)}
      first={firstSorting(facts)}
      filter={
        <>
          <ZoneFilters {...{ facts, filter, onFilter }} />
          <Button
            icon={<PlusOutlined />}
            aria-label={t("editing.addZone")}
            title={t("editing.addZone")}
            onClick={onAdd}
          />
        </>
      }
      chosen={<ChosenFilters {...{ facts, filter, onFilter }} />}
      empty={t(facts.count === 0 ? "tables.noZones" : "tables.none")}
      {...choosing}
    />
  );
}

function firstSorting(facts: ZoneFacts) {
  const metric = facts.results?.metrics[0];
  return metric ? { key: metric.metric, descending: true } : { key: "name", descending: false };
}

function useZoneColumns(facts: ZoneFacts): readonly FactColumn[] {
  const { t, gist } = useWords();
  return useMemo(() => {
    const { results } = facts;
    const columns: FactColumn[] = [
      {
        key: "name",
        title: t("tables.columns.zone"),
        width: namesWidth(facts.names, PICK_BOX),
        words: facts.names,
        text: (row) => facts.names[row] ?? "",
        render: (row) => (
          <span className="facts-name" title={facts.streets[row]}>
            {facts.names[row]}
          </span>
        ),
      },
    ];
    if (results) {
      const verdictOf = (row: number) => VERDICTS[results.verdict[row] ?? 0] ?? "invalid";
      columns.push({
        key: "verdict",
        title: t("tables.columns.verdict"),
        width: SWATCH + widest(verdictsOf(results.verdict).map((one) => t(`judging.verdict.${one}`))),
        value: (row) => -(results.verdict[row] ?? 0),
        text: (row) => t(`judging.verdict.${verdictOf(row)}`),
        render: (row) => (
          <VerdictMark
            verdict={verdictOf(row)}
            estimated={((results.flags[row] ?? 0) & ZONE_FLAGS.estimated) !== 0}
          />
        ),
      });
      for (const { metric, unit, missing } of results.metrics) {
        columns.push({
          key: metric,
          title: t(`tables.lack.${metric}`),
          width: 88,
          numeric: true,
          value: (row) => missing[row] ?? Number.NaN,
          text: (row) => plainLack(missing[row] ?? Number.NaN, unit),
          unit: t(`judging.unit.${unit}`),
          render: (row) => lackOf(missing[row] ?? Number.NaN, (amount) => gist(amount, unit)),
        });
      }
      for (const subject of ["elderly", "childcare"] as const) {
        const metres = results.metres[subject];
        columns.push({
          key: `nearest-${subject}`,
          title: t(
            subject === "elderly" ? "tables.columns.nearestElderly" : "tables.columns.nearestChildcare",
          ),
          width: 80,
          numeric: true,
          value: (row) => finite(metres[row]),
          text: (row) => plainMetres(finite(metres[row])),
          unit: "m",
          render: (row) => (Number.isNaN(finite(metres[row])) ? "—" : formatMetres(metres[row] ?? 0)),
        });
      }
    }
    for (const column of PEOPLE_COLUMNS) {
      const people = facts.people[column];
      const value = (row: number) => people[row] ?? Number.NaN;
      columns.push({
        ...{
          key: column,
          title: t(`tables.columns.${column}`),
          width: 84,
          numeric: true,
          value,
          text: value,
        },
        aside: column !== "households",
        render: (row) => known(people[row], t("tables.unknown")),
      });
    }
    columns.push(
      worded("street", t("tables.columns.street"), facts.streets),
      { ...worded("community", t("tables.columns.community"), facts.communities), aside: true },
      {
        ...worded(
          "status",
          t("tables.columns.zoneStatus"),
          facts.status.map((status) => (status ? t(`judging.zoneStatus.${status}`) : "")),
        ),
        aside: true,
      },
      checkColumn(facts.checks, t),
    );
    return columns;
  }, [facts, t, gist]);
}

/** Pixels before a name and before a verdict, with what is on both sides of it. */
const [PICK_BOX, SWATCH] = [22, 38];

/** Those that occur. */
function verdictsOf(codes: Uint8Array): readonly Verdict[] {
  const occur = new Set(codes);
  return VERDICTS.filter((_, code) => occur.has(code));
}

function worded(key: string, title: string, words: readonly string[]): FactColumn {
  return {
    ...{ key, title, width: 112, words },
    text: (row) => words[row] ?? "",
    render: (row) => <span className="facts-name facts-aside">{words[row]}</span>,
  };
}

/** A lack as it is shown: nothing missing is quiet, nothing required is a dash. */
function lackOf(amount: number, shown: (amount: number) => string) {
  if (Number.isNaN(amount)) return <span className="facts-aside">—</span>;
  return amount > 0 ? shown(amount) : <span className="facts-aside">0</span>;
}

function known(value: number | undefined, otherwise: string) {
  if (value === undefined || Number.isNaN(value)) return <span className="facts-aside">{otherwise}</span>;
  return formatNumber(value);
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : Number.NaN;
}
