import { Select } from "antd";
import { useCallback, useMemo } from "react";
import { CARE_SUBJECTS, type CareSubject } from "../../core/model/facility-kind.ts";
import { counted, formatNumber, plainLack, plainShare } from "../../i18n/numbers.ts";
import { Segments } from "../frame/Segments.tsx";
import { ShareBar } from "../marks/ShareBar.tsx";
import { type Speech, useWords } from "../words.ts";
import { namesWidth } from "./column-widths.ts";
import type { FactColumn } from "./FactTable.tsx";
import { type KnownSum, PEOPLE_COLUMNS, type Tier, type UnitFacts } from "./facts.ts";
import { findRows } from "./order.ts";
import { SearchTable } from "./SearchTable.tsx";
import type { Taking } from "./TableTools.tsx";

interface Props extends Taking {
  readonly units: readonly UnitFacts[];
  readonly tiers: readonly Tier[];
  /** Whether the results are there at all. */
  readonly known: boolean;
  readonly tier: Tier;
  readonly onTier: (tier: Tier) => void;
  readonly subject: CareSubject;
  readonly onSubject: (subject: CareSubject) => void;
  /** Id of the chosen unit. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string, entered?: boolean) => void;
  readonly onHover: (id: string | undefined) => void;
}

/** What each 街道, or unit of another level, lacks for one subject. */
export function UnitTable({ units, known, ...props }: Props) {
  const { t } = useWords();
  const { shown, onShown, onCopy, onExport } = props;
  const names = useMemo(() => units.map(({ name }) => name), [units]);
  const find = useCallback((sought: string) => findRows(names.length, sought, names), [names]);
  const first = units[0]?.metrics[0]?.metric;
  const at = props.selected === undefined ? -1 : units.findIndex(({ id }) => id === props.selected);
  return (
    <SearchTable
      label={t(`judging.tier.${props.tier}`)}
      search={t("tables.searchUnits")}
      find={find}
      columns={useUnitColumns(units, props.tier)}
      first={{ key: first ? `missing-${first}` : "name", descending: first !== undefined }}
      lead={<UnitChoice {...props} />}
      {...{ shown, onShown, onCopy, onExport }}
      empty={known && units.length > 0 ? t("tables.none") : t(known ? "tables.noUnits" : "tables.notYet")}
      selected={at === -1 ? undefined : at}
      onSelect={(row, entered) => props.onSelect(units[row]?.id ?? "", entered)}
      onHover={(row) => props.onHover(row === undefined ? undefined : units[row]?.id)}
    />
  );
}

/** Which level is listed, and for whom. */
function UnitChoice({
  tier,
  tiers,
  onTier,
  subject,
  onSubject,
}: Pick<Props, "tier" | "tiers" | "onTier" | "subject" | "onSubject">) {
  const { t } = useWords();
  return (
    <>
      <Select
        aria-label={t("tables.level")}
        value={tier}
        onChange={onTier}
        popupMatchSelectWidth={false}
        options={(tiers.length > 0 ? tiers : [tier]).map((one) => ({
          value: one,
          label: t(`judging.tier.${one}`),
        }))}
      />
      <Segments<CareSubject>
        aria-label={t("tables.subject")}
        value={subject}
        onChange={onSubject}
        options={CARE_SUBJECTS.map((one) => ({ value: one, label: t(`judging.subject.${one}`) }))}
      />
    </>
  );
}

function useUnitColumns(units: readonly UnitFacts[], tier: Tier): readonly FactColumn[] {
  const { t, gist } = useWords();
  return useMemo(() => {
    const columns: FactColumn[] = [
      {
        key: "name",
        title: t(`judging.tier.${tier}`),
        width: namesWidth(units.map(({ name }) => name)),
        words: units.map(({ name }) => name),
        text: (row) => units[row]?.name ?? "",
        render: (row) => <span className="facts-name">{units[row]?.name}</span>,
      },
    ];
    for (const [i, { metric, unit }] of (units[0]?.metrics ?? []).entries()) {
      const of = (row: number) => units[row]?.metrics[i];
      columns.push(
        {
          key: `missing-${metric}`,
          title: t(`tables.lack.${metric}`),
          width: 92,
          numeric: true,
          value: (row) => of(row)?.missing ?? Number.NaN,
          text: (row) => plainLack(of(row)?.missing ?? Number.NaN, unit),
          unit: t(`judging.unit.${unit}`),
          render: (row) => {
            const missing = of(row)?.missing ?? Number.NaN;
            if (missing > 0) return gist(missing, unit);
            const silent = silentWord(units[row], of(row), t);
            return <span className="facts-aside">{Number.isNaN(missing) ? silent : "0"}</span>;
          },
        },
        {
          key: `share-${metric}`,
          title: t("tables.columns.share"),
          width: 96,
          numeric: true,
          value: (row) => of(row)?.share ?? Number.NaN,
          text: (row) => plainShare(of(row)?.share ?? Number.NaN),
          render: (row) => {
            const share = of(row)?.share ?? Number.NaN;
            return Number.isNaN(share) ? <span className="facts-aside">—</span> : <ShareBar share={share} />;
          },
        },
      );
    }
    for (const [i, { metric, unit }] of (units[0]?.others ?? []).entries()) {
      const missing = (row: number) => units[row]?.others[i]?.missing ?? Number.NaN;
      columns.push({
        key: `missing-${metric}`,
        title: t(`tables.lack.${metric}`),
        width: 92,
        numeric: true,
        value: missing,
        text: (row) => plainLack(missing(row), unit),
        unit: t(`judging.unit.${unit}`),
        render: (row) =>
          missing(row) > 0 ? (
            gist(missing(row), unit)
          ) : (
            <span className="facts-aside">{Number.isNaN(missing(row)) ? "—" : "0"}</span>
          ),
      });
    }
    columns.push({
      key: "estates",
      title: t("tables.columns.estates"),
      width: 64,
      numeric: true,
      value: (row) => units[row]?.zones ?? Number.NaN,
      text: (row) => units[row]?.zones ?? Number.NaN,
      render: (row) => formatNumber(units[row]?.zones ?? 0),
    });
    columns.push({
      key: "zones",
      title: t("tables.columns.zonesShort"),
      width: 88,
      numeric: true,
      value: (row) => units[row]?.zonesShort ?? Number.NaN,
      text: (row) => `${units[row]?.zonesShort ?? ""}/${units[row]?.zonesKnown ?? ""}`,
      render: (row) =>
        units[row]?.zonesKnown === 0 ? (
          <span className="facts-aside">—</span>
        ) : (
          <span title={t("tables.zonesShortHelp", counted(units[row]?.zones ?? 0))}>
            {formatNumber(units[row]?.zonesShort ?? 0)}
            <span className="facts-aside"> / {formatNumber(units[row]?.zonesKnown ?? 0)}</span>
          </span>
        ),
    });
    for (const column of PEOPLE_COLUMNS) {
      const value = (row: number) => {
        const people = units[row]?.people[column];
        return people && people.known > 0 ? people.sum : Number.NaN;
      };
      columns.push({
        ...{
          key: column,
          title: t(`tables.columns.${column}`),
          width: 80,
          numeric: true,
          value,
          text: value,
        },
        aside: column === "residents",
        render: (row) => <People of={units[row]?.people[column]} zones={units[row]?.zones ?? 0} />,
      });
    }
    if (tier !== "community") {
      columns.push({
        key: "worst",
        title: t("tables.columns.worstCommunity"),
        width: 128,
        words: units.map(({ worst }) => worst ?? ""),
        text: (row) => units[row]?.worst ?? "",
        render: (row) => <span className="facts-name facts-aside">{units[row]?.worst ?? "—"}</span>,
      });
    }
    return columns;
  }, [units, tier, t, gist]);
}

/** Why a unit shows no lack: it has no zones, or none that a number is set for. */
function silentWord(
  unit: UnitFacts | undefined,
  of: UnitFacts["metrics"][number] | undefined,
  t: Speech["t"],
): string {
  if (unit?.zones === 0) return t("tables.noZonesHere");
  return (of?.zonesUnspecified ?? 0) > 0 ? t("tables.unspecified") : "—";
}

/** A sum of what is stated: at least that many where not all zones state it. */
function People({ of, zones }: { readonly of: KnownSum | undefined; readonly zones: number }) {
  const { t } = useWords();
  if (of === undefined || of.known === 0) return <span className="facts-aside">—</span>;
  const number = formatNumber(of.sum);
  if (of.known >= zones) return <span>{number}</span>;
  const help = t("tables.atLeastHelp", { known: formatNumber(of.known), all: formatNumber(zones) });
  return <span title={help}>{t("tables.atLeast", { number })}</span>;
}
