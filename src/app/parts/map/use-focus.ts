import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import type { Focus } from "../../../map/columns.ts";
import { usePickedRows } from "../../state/picked-rows.ts";
import { rowChosen, useSession } from "../../state/session.ts";

/** What the map marks: what is chosen, picked, pointed at. */
export function useFocus({ zones, facilities }: ProjectView): Focus {
  const { selection, hovered, marked } = useSession(
    useShallow(({ selection, hovered, marked }) => ({ selection, hovered, marked })),
  );
  const rowsPicked = usePickedRows(zones.ids);
  return useMemo(() => {
    const chosen = rowChosen(selection);
    const rowIn = (ids: readonly string[], kind: string) => {
      const row = chosen?.kind === kind ? ids.indexOf(chosen.id) : -1;
      return row < 0 ? undefined : row;
    };
    return {
      zone: rowIn(zones.ids, "zone"),
      facility: rowIn(facilities.ids, "facility"),
      unit: chosen?.kind === "unit" ? chosen.id : undefined,
      ...{ marked, picked: rowsPicked },
      hoverZone: hovered.zone,
      hoverUnit: hovered.unit,
    };
  }, [zones, facilities, selection, hovered, marked, rowsPicked]);
}
