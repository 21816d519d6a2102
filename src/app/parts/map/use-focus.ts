import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import type { Focus } from "../../../map/columns.ts";
import { facilitiesIn, findArea, zonesIn, zonesInAreas } from "../../derived/area-facts.ts";
import { usePickedRows } from "../../state/picked-rows.ts";
import { rowChosen, useSession } from "../../state/session.ts";

/** What the map marks: what is chosen, picked, pointed at. */
export function useFocus({ zones, facilities }: ProjectView, results: AnalysisView | undefined): Focus {
  const { selection, hovered, marked } = useSession(
    useShallow(({ selection, hovered, marked }) => ({ selection, hovered, marked })),
  );
  const rowsPicked = usePickedRows(zones.ids);
  const areas = useAreas(zones, results);
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
      ...areas,
    };
  }, [zones, facilities, selection, hovered, marked, rowsPicked, areas]);
}

/** 片区: all of the subject while they are listed and none is chosen; the one pointed at, and the chosen one. */
function useAreas(
  zones: ProjectView["zones"],
  results: AnalysisView | undefined,
): Pick<Focus, "areas" | "hoverArea" | "area"> {
  const subject = useSession((session) => session.subject);
  const listed = useSession(({ tab, selection }) => tab === "areas" && selection === undefined);
  const pointed = useSession(({ hovered }) => hovered.area);
  const chosen = useSession(({ selection }) => (selection?.kind === "area" ? selection.id : undefined));
  const areas = useMemo(
    () => (listed && results ? zonesInAreas(results, subject) : undefined),
    [listed, results, subject],
  );
  const hoverArea = useMemo(() => {
    const place = pointed === undefined ? undefined : findArea(zones, results, pointed);
    return place && Array.from(zonesIn(place.of, place.certificate));
  }, [zones, results, pointed]);
  const area = useMemo(() => {
    const place = chosen === undefined ? undefined : findArea(zones, results, chosen);
    return (
      place && {
        zones: Array.from(zonesIn(place.of, place.certificate)),
        facilities: new Set(facilitiesIn(place.of, place.certificate)),
      }
    );
  }, [zones, results, chosen]);
  return useMemo(
    () => ({ ...(areas && { areas }), ...(hoverArea && { hoverArea }), ...(area && { area }) }),
    [areas, hoverArea, area],
  );
}
