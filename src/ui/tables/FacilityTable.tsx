import { useCallback, useMemo } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { KindGlyph } from "../marks/KindGlyph.tsx";
import { useWords } from "../words.ts";
import type { FactColumn } from "./FactTable.tsx";
import type { FacilityFacts } from "./facts.ts";
import { findRows } from "./order.ts";
import { type Choosing, SearchTable } from "./SearchTable.tsx";
import type { Taking } from "./TableTools.tsx";

/** Every facility with its kind, status, what it supplies and how many zones reach it. */
export function FacilityTable({ facts, ...choosing }: Choosing & Taking & { readonly facts: FacilityFacts }) {
  const { t } = useWords();
  const find = useCallback(
    (sought: string) => findRows(facts.count, sought, facts.names, facts.kindNames),
    [facts],
  );
  return (
    <SearchTable
      label={t("tables.tabs.facilities")}
      search={t("tables.searchFacilities")}
      find={find}
      columns={useFacilityColumns(facts)}
      first={BY_KIND}
      empty={t(facts.count === 0 ? "tables.noFacilities" : "tables.none")}
      {...choosing}
    />
  );
}

const BY_KIND = { key: "kind", descending: false };

function useFacilityColumns(facts: FacilityFacts): readonly FactColumn[] {
  const { t, gist } = useWords();
  return useMemo(() => {
    const columns: FactColumn[] = [
      {
        key: "name",
        title: t("tables.columns.facility"),
        width: 240,
        words: facts.names,
        text: (row) => facts.names[row] ?? "",
        render: (row) => (
          <>
            <KindGlyph
              subject={facts.subjects[row] ?? "community"}
              hollow={facts.statuses[row] !== "built"}
            />
            <span className="facts-name" title={facts.kindNames[row]}>
              {facts.names[row]}
            </span>
          </>
        ),
      },
      {
        key: "supply",
        title: t("tables.columns.supply"),
        width: 96,
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
        // The first three fill the panel: the fourth begins beyond its edge and is scrolled to.
        width: 104,
        numeric: true,
        value: (row) => reached[row] ?? Number.NaN,
        text: (row) => reached[row] ?? Number.NaN,
        render: (row) => {
          const zones = reached[row] ?? Number.NaN;
          return <span className="facts-aside">{Number.isNaN(zones) ? "—" : formatNumber(zones)}</span>;
        },
      });
    }
    columns.push(
      {
        key: "status",
        title: t("tables.columns.status"),
        width: 120,
        words: facts.statuses,
        text: (row) => t(`judging.facilityStatus.${facts.statuses[row] ?? "unknown"}`),
        render: (row) => t(`judging.facilityStatus.${facts.statuses[row] ?? "unknown"}`),
      },
      {
        key: "kind",
        title: t("tables.columns.kind"),
        width: 220,
        words: facts.kindNames,
        text: (row) => facts.kindNames[row] ?? "",
        render: (row) => <span className="facts-name facts-aside">{facts.kindNames[row]}</span>,
      },
    );
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
