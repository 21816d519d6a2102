import { useMemo } from "react";
import { limitOf } from "../../../core/analysis/parameters.ts";
import type { ReachedStreets } from "../../../core/analysis/reached-streets.ts";
import type { CircleApart } from "../../../core/analysis/walk-findings.ts";
import type { CareSubject } from "../../../core/model/facility-kind.ts";
import { formatMetres } from "../../../i18n/numbers.ts";
import type { Around, Circles, Focus, StraightWay, WalkedStreets } from "../../../map/columns.ts";
import { apartWords } from "../../../ui/marks/apart-words.ts";
import { type Speech, useWords } from "../../../ui/words.ts";
import { subjectOf } from "../../derived/facts.ts";
import type { Drawn } from "../../state/drawn-results.ts";
import { useReached } from "../../state/evidence.ts";
import { useParameters } from "../../state/parameters.ts";
import { useSession } from "../../state/session.ts";
import { useWalks } from "../../state/walks.ts";

/**
 * How far people walk to the chosen facility: along the streets where these decide, else the circle of the profile that
 * decides for its subject. Of a chosen zone, the straight way that cannot be walked so.
 */
export function useAround({ view, results }: Drawn, focus: Focus): Around | undefined {
  const { t } = useWords();
  const { reach } = useParameters();
  const circles = useCircles(view.facilities, focus.facility);
  const id = focus.facility === undefined ? undefined : view.facilities.ids[focus.facility];
  const reached = useReached(reach === "network" ? id : undefined);
  const apart = useApart(focus.zone);
  return useMemo(() => {
    if (focus.facility !== undefined) {
      if (reach === "straight") return circles;
      return results && reached && walkedStreets(reached, t);
    }
    return apart && straightWay(apart, t);
  }, [focus.facility, reach, circles, results, reached, apart, t]);
}

/** Where the circle is wrong about a zone, of the subject that is looked at first. */
function useApart(zone: number | undefined): CircleApart | undefined {
  const found = useWalks(zone !== undefined);
  const subject = useSession((session) => session.subject);
  if (!found || zone === undefined) return undefined;
  const other: CareSubject = subject === "elderly" ? "childcare" : "elderly";
  const subjects: readonly CareSubject[] = [subject, other];
  const [first] = subjects.flatMap(
    (one) => found[one].circle?.apart.filter((each) => each.zone === zone && each.by === "circle-only") ?? [],
  );
  return first;
}

function walkedStreets({ limit, streets, area }: ReachedStreets, t: Speech["t"]): WalkedStreets {
  const { shapeStarts, shapeLng, shapeLat } = streets;
  const positions = new Float64Array(2 * shapeLng.length);
  shapeLng.forEach((lng, corner) => {
    positions.set([lng, shapeLat[corner] ?? Number.NaN], 2 * corner);
  });
  const label = t("walks.streetsDrawn", { walk: formatMetres(limit) });
  return { kind: "streets", starts: shapeStarts, positions, area, label };
}

function straightWay(apart: CircleApart, t: Speech["t"]): StraightWay {
  const { from, to, barrier } = apart;
  return {
    kind: "straight",
    from,
    to,
    label: apartWords(apart, t),
    ...(barrier && { barredAt: barrier.at }),
  };
}

function useCircles(facilities: Drawn["view"]["facilities"], row: number | undefined): Circles | undefined {
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
      kind: "circles",
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
