import { Tabs } from "antd";
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../workers/protocol.ts";
import { ParameterForm } from "../../ui/parameters/ParameterForm.tsx";
import { FacilityTable } from "../../ui/tables/FacilityTable.tsx";
import type { Picking } from "../../ui/tables/FactTable.tsx";
import type { ZoneFacts } from "../../ui/tables/facts.ts";
import { PickedBar } from "../../ui/tables/PickedBar.tsx";
import type { Taking } from "../../ui/tables/TableTools.tsx";
import { UnitTable } from "../../ui/tables/UnitTable.tsx";
import { ZoneTable } from "../../ui/tables/ZoneTable.tsx";
import { useWords } from "../../ui/words.ts";
import { setParameters } from "../commands/analyse.ts";
import { copyTable, saveTable } from "../commands/take.ts";
import { facilityFacts, tiersOf, unitFacts } from "../derived/facts.ts";
import { rowName } from "../derived/row-name.ts";
import { sumsOf } from "../derived/zone-sums.ts";
import { useDesk } from "../desk-context.ts";
import { kindName, overlayChoices } from "../standards.ts";
import { useDocument } from "../state/document.ts";
import { useListedZones } from "../state/listed-zones.ts";
import { usePacksInUse } from "../state/packs.ts";
import { useParameters } from "../state/parameters.ts";
import { usePickedRows } from "../state/picked-rows.ts";
import {
  hover,
  listPickedAlone,
  pick,
  type SelectedRow,
  select,
  TABS,
  type Tab,
  useSession,
} from "../state/session.ts";
import { Changed } from "./Changed.tsx";
import { City } from "./City.tsx";

/** The lists of the left panel: the facts of the map as tables, and the parameters below them. */
export function Lists({ view }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const desk = useDesk();
  const tab = useSession((session) => session.tab);
  const parameters = useParameters();
  const stale = useDocument((document) => document.stale);
  const circles = useDocument((document) => document.results?.circles) ?? NONE;
  const packs = usePacksInUse();
  const overlays = useMemo(() => overlayChoices(packs), [packs]);
  return (
    <>
      <Tabs
        className="lists-tabs"
        activeKey={tab}
        onChange={(to) => useSession.setState({ tab: to as Tab })}
        items={TABS.map((key) => ({
          key,
          label: t(`tables.tabs.${key}`),
        }))}
      />
      <div className={stale ? "lists stale" : "lists"} aria-busy={stale} id="lists">
        {tab === "units" && <Units zones={view.zones} />}
        {tab === "zones" && <Zones zones={view.zones} />}
        {tab === "facilities" && <Facilities facilities={view.facilities} />}
        {tab === "city" && <City key={view.name} invented={view.origin === "demo"} />}
      </div>
      <Changed />
      <ParameterForm
        value={parameters}
        supplies={["onsite", "floating", "catchment"]}
        overlays={overlays}
        statuses={[...new Set(packs.flatMap(({ countedKinds }) => countedKinds.statuses.counted))]}
        circles={circles}
        onChange={(change) => setParameters(desk, change)}
        onStandards={() => useSession.setState({ standardsShown: true })}
      />
    </>
  );
}

const NONE: readonly never[] = [];

function Units({ zones }: { readonly zones: ProjectView["zones"] }) {
  const results = useDocument((document) => document.results);
  const { tier, subject } = useSession(useShallow(({ tier, subject }) => ({ tier, subject })));
  const selected = useSelected("unit");
  const tiers = useMemo(() => tiersOf(results), [results]);
  const shown = tiers.includes(tier) ? tier : (tiers[0] ?? tier);
  const units = useMemo(() => unitFacts(zones, results, shown, subject), [zones, results, shown, subject]);
  return (
    <UnitTable
      units={units}
      known={results !== undefined}
      tiers={tiers}
      tier={shown}
      onTier={(to) => useSession.setState({ tier: to })}
      subject={subject}
      onSubject={(to) => useSession.setState({ subject: to })}
      {...useTaking("units")}
      selected={selected}
      onSelect={(id) => select({ kind: "unit", id })}
      onHover={(unit) => hover(unit === undefined ? {} : { unit })}
    />
  );
}

function Zones({ zones }: { readonly zones: ProjectView["zones"] }) {
  const selected = useSelected("zone");
  const filter = useSession((session) => session.zoneFilter);
  const { facts, kept } = useListedZones(zones);
  return (
    <>
      <ZoneTable
        {...useTaking("zones")}
        facts={facts}
        kept={kept}
        filter={filter}
        onFilter={(zoneFilter) => useSession.setState({ zoneFilter })}
        selected={useMemo(() => rowOf(zones.ids, selected), [zones, selected])}
        onSelect={selectZone}
        onHover={hoverZone}
        picking={usePicking(zones)}
      />
      <Picked zones={zones} facts={facts} />
    </>
  );

  function selectZone(row: number) {
    select({ kind: "zone", id: zones.ids[row] ?? "" });
  }
}

function usePicking(zones: ProjectView["zones"]): Picking {
  const { t } = useWords();
  const rows = usePickedRows(zones.ids);
  return useMemo(
    () => ({
      picked: new Set(rows),
      onPick: (some, picked) => pick(idsOf(zones, some), picked),
      labelOf: (row) => t("tables.picked.pick", { name: rowName(zones, row) }),
      labelOfAll: t("tables.picked.pickAll"),
    }),
    [zones, rows, t],
  );
}

function idsOf({ ids }: ProjectView["zones"], rows: Iterable<number>): string[] {
  return Array.from(rows, (row) => ids[row] ?? "");
}

/** The picked zones together, as long as there are any. */
function Picked({ zones, facts }: { readonly zones: ProjectView["zones"]; readonly facts: ZoneFacts }) {
  const rows = usePickedRows(zones.ids);
  const alone = useSession(({ zoneFilter }) => zoneFilter.among?.why === "picked");
  const sums = useMemo(() => sumsOf(facts, rows), [facts, rows]);
  const ids = idsOf(zones, rows);
  const [one, other, third] = ids;
  if (one === undefined) return null;
  const pair = other !== undefined && third === undefined ? ([one, other] as const) : undefined;
  return (
    <PickedBar
      sums={sums}
      alone={alone}
      onAlone={listPickedAlone}
      onCompare={pair && (() => useSession.setState({ selection: { kind: "pair", ids: pair } }))}
      onClear={() => pick(ids, false)}
    />
  );
}

function Facilities({ facilities }: { readonly facilities: ProjectView["facilities"] }) {
  const { text } = useWords();
  const results = useDocument((document) => document.results);
  const selected = useSelected("facility");
  const facts = useMemo(
    () => facilityFacts(facilities, results, (kind) => text(kindName(kind))),
    [facilities, results, text],
  );
  return (
    <FacilityTable
      {...useTaking("facilities")}
      facts={facts}
      selected={useMemo(() => rowOf(facilities.ids, selected), [facilities, selected])}
      onSelect={(row) => select({ kind: "facility", id: facilities.ids[row] ?? "" })}
      onHover={() => undefined}
    />
  );
}

/** How a list is cut to columns and taken elsewhere. */
function useTaking(list: Exclude<Tab, "city">): Taking {
  const { t } = useWords();
  const shown = useSession((session) => session.columns[list]);
  return useMemo(
    () => ({
      shown,
      onShown: (keys) => useSession.setState(({ columns }) => ({ columns: { ...columns, [list]: keys } })),
      onCopy: copyTable,
      onExport: (table) => saveTable(`${t(`tables.tabs.${list}`)}.csv`, table),
    }),
    [list, shown, t],
  );
}

function useSelected(kind: SelectedRow["kind"]): string | undefined {
  return useSession(({ selection }) => (selection?.kind === kind ? selection.id : undefined));
}

function rowOf(ids: readonly string[], id: string | undefined): number | undefined {
  const row = id === undefined ? -1 : ids.indexOf(id);
  return row < 0 ? undefined : row;
}

function hoverZone(row: number | undefined) {
  hover(row === undefined ? {} : { zone: row });
}
