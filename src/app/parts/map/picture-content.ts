import { useMemo } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import { formatNumber } from "../../../i18n/numbers.ts";
import type { MapContent } from "../../../map/columns.ts";
import type { Bounds } from "../../../map/framing.ts";
import { caveatsOf } from "../../../ui/frame/caveats.ts";
import type { PaintedBy } from "../../../ui/frame/Legend.tsx";
import { PALETTES } from "../../../ui/look/palette.ts";
import type { PictureWords } from "../../../ui/map-tools/picture/layout.ts";
import { useWords } from "../../../ui/words.ts";
import { packWords } from "../../derived/pack-words.ts";
import { pictureLegend, pictureSubtitle } from "../../derived/picture-words.ts";
import { lackWords, unitPaint } from "../../derived/unit-paint.ts";
import { zonePaint } from "../../derived/zone-paint.ts";
import { useListedZones } from "../../state/listed-zones.ts";
import { usePacksInUse } from "../../state/packs.ts";
import { useParameters } from "../../state/parameters.ts";
import { useSession } from "../../state/session.ts";

/** What a picture is made from. */
export interface Pictured {
  readonly view: ProjectView;
  readonly results: AnalysisView;
  readonly by: PaintedBy;
  /** As on the screen. */
  readonly shown: MapContent;
  readonly bounds: Bounds;
}

/** Pictures are for paper, whatever the screen is in. */
export const PALETTE = PALETTES.light;

/** The map on the screen, without what the pointer is over. */
export function useContent({ view, results, by, shown }: Pictured): MapContent {
  const { t, gist } = useWords();
  const subject = useSession((session) => session.subject);
  const { kept } = useListedZones(view.zones);
  return useMemo(
    () => ({
      ...shown,
      colours: PALETTE,
      focus: { ...shown.focus, hoverZone: undefined, hoverUnit: undefined, hoverArea: undefined },
      paint: zonePaint(view.zones.ids.length, results, by, subject, false, PALETTE, kept),
      unitPaint: by === "streets" ? unitPaint(results, subject, PALETTE, lackWords({ t, gist })) : undefined,
    }),
    [view, results, by, shown, subject, kept, t, gist],
  );
}

/** All words of the picture but those that are typed. */
export function useGivenWords(
  { view, results, by }: Pictured,
  content: MapContent,
): Omit<PictureWords, "title" | "approval"> {
  const { t, text, language } = useWords();
  const subject = useSession((session) => session.subject);
  const packs = usePacksInUse();
  const listed = useListedZones(view.zones).kept?.includes(0) ?? false;
  const parameters = useParameters();
  const { reach, detour, supply } = parameters;
  const walks = t(`screen.status.reach.${reach}`, { detour: formatNumber(detour) });
  const estimated = reach === "straight";
  const credit = content.basemap?.credit;
  return {
    subtitle: pictureSubtitle({ by, subject }, listed, t),
    reserves: [
      ...caveatsOf(parameters, { t, language }, results.network).map((caveat) => caveat.text),
      ...(view.origin === "demo" ? [t("screen.banner.demo")] : []),
      ...(estimated ? [walks] : []),
    ],
    legend: {
      title: t("map.legend"),
      entries: pictureLegend(by, content, nameOfChosen(view, content.focus), PALETTE, t),
    },
    small: [
      view.asOf ? t("screen.status.asOf", { date: view.asOf }) : t("screen.status.asOfUnknown"),
      ...(estimated ? [] : [walks]),
      t(`parameters.supplies.${supply}`),
      t("screen.status.key", { key: results.key.slice(0, 8) }),
      ...(credit ? [t("map.picture.basemap", { credit })] : []),
      ...packs.map((pack) => packWords(pack, { t, text })),
      t("screen.product"),
    ],
    north: t("print.north"),
  };
}

function nameOfChosen(
  { zones, facilities, units }: ProjectView,
  focus: MapContent["focus"],
): string | undefined {
  if (focus.zone !== undefined) return zones.names[focus.zone];
  if (focus.facility !== undefined) return facilities.names[focus.facility];
  return units.find(({ id }) => id === focus.unit)?.name;
}
