import { useMemo } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import { limitOf } from "../../../core/analysis/parameters.ts";
import type { Metres } from "../../../core/base/units.ts";
import type { CareSubject } from "../../../core/model/facility-kind.ts";
import { formatMetres } from "../../../i18n/numbers.ts";
import type { WalkArea } from "../../../map/columns.ts";
import { type Speech, useWords } from "../../../ui/words.ts";
import { useParameters } from "../../state/parameters.ts";
import { useSession } from "../../state/session.ts";

/**
 * The ground within a straight walk of any facility of the subject that counts as one to walk to; none while it is out of
 * date.
 */
export function useWalkArea(
  { facilities }: ProjectView,
  results: AnalysisView | undefined,
  stale: boolean,
): WalkArea | undefined {
  const { t } = useWords();
  const shown = useSession((session) => session.walkArea);
  const subject = useSession((session) => session.subject);
  const { reach, limits, decides, detour } = useParameters();
  return useMemo(() => {
    if (!shown || stale || results === undefined || reach === "network") return undefined;
    const limit = limitOf({ limits, decides }, subject);
    const positions = [...results.walkedTo[subject]]
      .map((row) => [facilities.lng[row] ?? Number.NaN, facilities.lat[row] ?? Number.NaN] as const)
      .filter(([lng, lat]) => !Number.isNaN(lng) && !Number.isNaN(lat));
    const label = walkAreaLabel(subject, limit, t);
    return { label, positions, metres: limit / detour };
  }, [shown, stale, results, facilities, subject, reach, limits, decides, detour, t]);
}

export function walkAreaLabel(subject: CareSubject, limit: Metres, t: Speech["t"]): string {
  return t("map.walkArea", { subject: t(`judging.subject.${subject}`), walk: formatMetres(limit) });
}
