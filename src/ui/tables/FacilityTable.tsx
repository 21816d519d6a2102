import { FilterOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useCallback, useMemo } from "react";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { KindGlyph } from "../marks/KindGlyph.tsx";
import { useWords } from "../words.ts";
import { CheckChoice } from "./CheckChoice.tsx";
import { checkColumn } from "./check-column.ts";
import { type CheckFilter, isKept } from "./check-filter.ts";
import { namesWidth } from "./column-widths.ts";
import type { FactColumn } from "./FactTable.tsx";
import { type FacilityFacts, PLACELESS } from "./facts.ts";
import { findRows } from "./order.ts";
import { type Choosing, SearchTable } from "./SearchTable.tsx";
import type { Taking } from "./TableTools.tsx";
import { ToolPopover } from "./ToolPopover.tsx";

interface Props extends Choosing, Taking {
  readonly facts: FacilityFacts;
  /** The kind that is looked at alone, or `PLACELESS`. */
  readonly kind: string | undefined;
  readonly onKind: (kind: string | undefined) => void;
  readonly check: CheckFilter | undefined;
  readonly onCheck: (check: CheckFilter | undefined) => void;
  /** Opens what a facility is added with. */
  readonly onAdd: () => void;
}

/** Every facility with its kind, status, what it supplies and how many zones reach it. */
export function FacilityTable({ facts, kind, onKind, check, onCheck, onAdd, ...choosing }: Props) {
  const { t } = useWords();
  const find = useCallback(
    (sought: string) => {
      const found = findRows(facts.count, sought, facts.names, facts.kindNames);
      return found.filter(
        (row) =>
          (kind === undefined || isOf(facts, row, kind)) &&
          (check === undefined || isKept(facts.checks, row, check)),
      );
    },
    [facts, kind, check],
  );
  return (
    <SearchTable
      label={t("tables.tabs.facilities")}
      search={t("tables.searchFacilities")}
      find={find}
      columns={useFacilityColumns(facts)}
      first={BY_KIND}
      lead={<KindChoice {...{ facts, kind, onKind }} />}
      filter={
        <>
          <ToolPopover
            label={t("tables.filters.title")}
            icon={<FilterOutlined />}
            mark={check !== undefined && t(`tables.checks.${check}`)}
          >
            <CheckChoice value={check} onChange={onCheck} />
          </ToolPopover>
          <Button
            icon={<PlusOutlined />}
            aria-label={t("editing.addFacility")}
            title={t("editing.addFacility")}
            onClick={onAdd}
          />
        </>
      }
      empty={t(facts.count === 0 ? "tables.noFacilities" : "tables.none")}
      {...choosing}
    />
  );
}

function isOf({ kinds, lng }: FacilityFacts, row: number, kind: string): boolean {
  return kind === PLACELESS ? Number.isNaN(lng[row]) : kinds[row] === kind;
}

function KindChoice({ facts, kind, onKind }: Pick<Props, "facts" | "kind" | "onKind">) {
  const { t, language } = useWords();
  const placeless = useMemo(() => facts.lng.filter(Number.isNaN).length, [facts.lng]);
  const options = useMemo(() => {
    const counts = new Map<string, { label: string; count: number }>();
    facts.kinds.forEach((code, row) => {
      const before = counts.get(code) ?? { label: facts.kindNames[row] ?? code, count: 0 };
      counts.set(code, { ...before, count: before.count + 1 });
    });
    return [...counts]
      .map(([value, { label, count }]) => ({ value, label: `${label} ${formatNumber(count)}` }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
  }, [facts, language]);
  return (
    <Select<string>
      className="facts-kind"
      aria-label={t("tables.kind")}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      placeholder={t("tables.allKinds")}
      value={kind ?? null}
      options={
        placeless > 0 || kind === PLACELESS
          ? [{ value: PLACELESS, label: t("tables.placeless", counted(placeless)) }, ...options]
          : options
      }
      onChange={onKind}
    />
  );
}

/** Pixels of the mark before a name, and of names that leave room for what else is known. */
const [GLYPH, WIDEST_NAME] = [20, 160];

const BY_KIND = { key: "kind", descending: false };

function useFacilityColumns(facts: FacilityFacts): readonly FactColumn[] {
  const { t, gist } = useWords();
  return useMemo(() => {
    const columns: FactColumn[] = [
      {
        key: "name",
        title: t("tables.columns.facility"),
        width: Math.min(WIDEST_NAME, namesWidth(facts.names, GLYPH)),
        words: facts.names,
        text: (row) => facts.names[row] ?? "",
        render: (row) => (
          <>
            <KindGlyph
              subject={facts.subjects[row] ?? "community"}
              hollow={facts.statuses[row] !== "built"}
            />
            <span className="facts-name" title={facts.names[row]}>
              {facts.names[row]}
            </span>
          </>
        ),
      },
      {
        key: "kind",
        title: t("tables.columns.kind"),
        width: 132,
        words: facts.kindNames,
        text: (row) => facts.kindNames[row] ?? "",
        render: (row) => (
          <span className="facts-name facts-aside" title={facts.kindNames[row]}>
            {facts.kindNames[row]}
          </span>
        ),
      },
      {
        key: "supply",
        title: t("tables.columns.supply"),
        width: 84,
        numeric: true,
        value: (row) => supplyOf(facts, row).amount,
        text: (row) => supplyOf(facts, row).amount,
        render: (row) => {
          const { amount, unit } = supplyOf(facts, row);
          return Number.isNaN(amount) ? (
            <span className="facts-aside">{t("tables.unknown")}</span>
          ) : (
            gist(amount, unit)
          );
        },
      },
    ];
    const { reached } = facts;
    if (reached) {
      columns.push({
        key: "reached",
        title: t("tables.columns.reached"),
        width: 84,
        numeric: true,
        value: (row) => reached[row] ?? Number.NaN,
        text: (row) => reached[row] ?? Number.NaN,
        render: (row) => {
          const zones = reached[row] ?? Number.NaN;
          return <span className="facts-aside">{Number.isNaN(zones) ? "—" : formatNumber(zones)}</span>;
        },
      });
    }
    columns.push({
      key: "status",
      title: t("tables.columns.status"),
      width: 96,
      words: facts.statuses,
      text: (row) => t(`judging.facilityStatus.${facts.statuses[row] ?? "unknown"}`),
      render: (row) => t(`judging.facilityStatus.${facts.statuses[row] ?? "unknown"}`),
    });
    columns.push(checkColumn(facts.checks, t));
    return columns;
  }, [facts, t, gist]);
}

/** What a facility is known by: slots before childcare area, else the area of its subject. */
function supplyOf(facts: FacilityFacts, row: number): { amount: number; unit: "slot" | "m2" } {
  const slots = facts.slots[row] ?? Number.NaN;
  if (!Number.isNaN(slots)) return { amount: slots, unit: "slot" };
  const areas = facts.subjects[row] === "childcare" ? facts.childcareArea : facts.elderlyArea;
  return { amount: areas[row] ?? Number.NaN, unit: "m2" };
}
