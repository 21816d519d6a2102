import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { limitOf } from "../../../core/analysis/parameters.ts";
import { formatMetres } from "../../../i18n/numbers.ts";
import type { Circles } from "../../../map/columns.ts";
import { useWords } from "../../../ui/words.ts";
import { subjectOf } from "../../derived/facts.ts";
import { useParameters } from "../../state/parameters.ts";
import { useSession } from "../../state/session.ts";

/** The circle of the chosen facility: the walk of the profile that decides for its subject. */
export function useCircles({ facilities }: ProjectView, row: number | undefined): Circles | undefined {
  const { t } = useWords();
  const rings = useSession((session) => session.rings);
  const { limits, decides, detour } = useParameters();
  return useMemo(() => {
    if (row === undefined) return undefined;
    const [lng, lat] = [facilities.lng[row] ?? Number.NaN, facilities.lat[row] ?? Number.NaN];
    if (Number.isNaN(lng) || Number.isNaN(lat)) return undefined;
    const childcare = subjectOf(facilities.kinds[row] ?? "") === "childcare";
    const limit = limitOf({ limits, decides }, childcare ? "childcare" : "elderly");
    return {
      ...{ lng, lat, limit, detour },
      limitLabel: t("map.circle", { walk: formatMetres(limit), straight: formatMetres(limit / detour) }),
      rings: rings
        ? RINGS.filter((metres) => metres !== limit).map((metres) => ({
            metres,
            label: t("map.ring", { walk: formatMetres(metres) }),
          }))
        : [],
    };
  }, [facilities, row, rings, limits, decides, detour, t]);
}

const RINGS = [300, 500, 1000] as const;
