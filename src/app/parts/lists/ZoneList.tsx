import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import type { Picking } from "../../../ui/tables/FactTable.tsx";
import type { ZoneFacts } from "../../../ui/tables/facts.ts";
import { PickedBar } from "../../../ui/tables/PickedBar.tsx";
import { ZoneTable } from "../../../ui/tables/ZoneTable.tsx";
import { useWords } from "../../../ui/words.ts";
import { rowName } from "../../derived/row-name.ts";
import { sumsOf } from "../../derived/zone-sums.ts";
import { useListedZones } from "../../state/listed-zones.ts";
import { usePickedRows } from "../../state/picked-rows.ts";
import { hover, listPickedAlone, pick, select, useSession } from "../../state/session.ts";
import { editRows, rowOf, useSelected, useTaking } from "./list-state.ts";

/** Zones with their verdicts, and below them those that are picked, together. */
export function ZoneList({ zones }: { readonly zones: ProjectView["zones"] }) {
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
        onAdd={() => useSession.setState({ selection: { kind: "new-zone" } })}
        onFilter={(zoneFilter) => useSession.setState({ zoneFilter })}
        selected={useMemo(() => rowOf(zones.ids, selected), [zones, selected])}
        onSelect={selectZone}
        onHover={hoverZone}
        onEdit={(rows) => editRows("zones", zones.ids, rows)}
        picking={usePicking(zones)}
      />
      <Picked zones={zones} facts={facts} />
    </>
  );

  function selectZone(row: number, entered?: boolean) {
    select({ kind: "zone", id: zones.ids[row] ?? "" }, entered);
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
      onEdit={() => editRows("zones", zones.ids, rows)}
      onCompare={pair && (() => useSession.setState({ selection: { kind: "pair", ids: pair } }))}
      onClear={() => pick(ids, false)}
    />
  );
}

function hoverZone(row: number | undefined) {
  hover(row === undefined ? {} : { zone: row });
}
