import type { CareSubject } from "../../core/model/facility-kind.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import type { MapContent } from "../../map/columns.ts";
import type { PaintedBy } from "../../ui/frame/Legend.tsx";
import { type Palette, SHARE_BREAKS } from "../../ui/look/palette.ts";
import type { LegendEntry } from "../../ui/map-tools/picture/legend.ts";
import type { Speech } from "../../ui/words.ts";

interface Shown {
  readonly by: PaintedBy;
  readonly subject: CareSubject;
}

/** What a picture is of, as its title says it. */
export function pictureTitle(city: string, { by, subject }: Shown, t: Speech["t"]): string {
  const what = t(`map.picture.about.${by}`, { subject: t(`judging.subject.${subject}`) });
  return t("map.picture.headingOf", { city, what });
}

/** What is shaded; `listed`: only the zones of the list stand out. */
export function pictureSubtitle({ by, subject }: Shown, listed: boolean, t: Speech["t"]): string {
  const what =
    by === "verdict"
      ? t("map.picture.byVerdict")
      : t(`map.shareScale.${by}`, { subject: t(`judging.subject.${subject}`) });
  return listed ? t("map.picture.listed", { what }) : what;
}

/** Every sign of the map in words; `chosen`: the name of the one that is chosen. */
export function pictureLegend(
  by: PaintedBy,
  content: Pick<MapContent, "around" | "focus" | "services" | "strays" | "streetChanges" | "walkArea">,
  chosen: string | undefined,
  palette: Palette,
  t: Speech["t"],
): readonly LegendEntry[] {
  const more = lines(content, chosen, palette, t);
  if (by === "streets") return [...shares(by, palette, t), { text: t("map.picture.streetLack") }, ...more];
  const zones =
    by === "verdict"
      ? VERDICTS.map(
          (of): LegendEntry => ({
            text: t(`judging.verdictClass.${of}`),
            sign: { kind: "area", ...palette.verdicts[of], hatched: of === "missing_data" },
          }),
        )
      : shares(by, palette, t);
  return [
    ...zones,
    { text: t("map.estimated"), sign: { kind: "line", colour: palette.ink, width: 1.5, dash: [2, 2] } },
    ...(["elderly", "childcare", "community"] as const).map(
      (subject): LegendEntry => ({
        text: t(`map.kinds.${subject}`),
        sign: { kind: "facility", subject },
      }),
    ),
    { text: t("map.kinds.planned"), sign: { kind: "facility", subject: "elderly", hollow: true } },
    ...(content.walkArea
      ? [
          {
            text: content.walkArea.label,
            sign: { kind: "area", fill: palette.walkArea, edge: palette.walkArea } as const,
          },
        ]
      : []),
    ...(content.services.length > 0 ? [{ text: t("map.services") }] : []),
    ...(content.streetChanges.length > 0 ? [{ text: t("map.streets.legend") }] : []),
    ...(content.strays.length > 0 ? [{ text: t("walks.strays", counted(content.strays.length)) }] : []),
    ...more,
  ];
}

/** What is chosen or marked, and the circle around it. */
function lines(
  { around, focus }: Pick<MapContent, "around" | "focus">,
  name: string | undefined,
  { ink, accent }: Palette,
  t: Speech["t"],
): readonly LegendEntry[] {
  const { zone, facility, unit, picked = [], marked = [] } = focus;
  const chosen = [zone, facility, unit, ...picked].some((one) => one !== undefined);
  const line = (text: string, colour: string, dash?: readonly number[]): LegendEntry => ({
    text,
    sign: { kind: "line", colour, width: 2, ...(dash && { dash }) },
  });
  return [
    ...(chosen ? [line(name ? t("map.picture.chosenName", { name }) : t("map.picture.chosen"), ink)] : []),
    ...(marked.length > 0 ? [line(t("map.picture.marked"), ink, [4, 3])] : []),
    ...(around ? [line(around.kind === "circles" ? around.limitLabel : around.label, accent)] : []),
  ];
}

const VERDICTS = ["fail", "missing_data", "open", "pass"] as const;

function shares(
  by: Exclude<PaintedBy, "verdict">,
  { shares, shareEdge, backdrop }: Palette,
  t: Speech["t"],
): readonly LegendEntry[] {
  const per = (bound: number | undefined) => formatNumber(100 * (bound ?? 0), 0);
  const classes = shares.map((fill, at): LegendEntry => {
    const to = SHARE_BREAKS[at];
    const text =
      to === undefined
        ? t("map.picture.shareWhole")
        : at === 0
          ? t("map.picture.shareBelow", { to: per(to) })
          : t("map.picture.shareBetween", { from: per(SHARE_BREAKS[at - 1]), to: per(to) });
    return { text, sign: { kind: "area", fill, edge: shareEdge } };
  });
  const none = { fill: backdrop.streetMain, edge: backdrop.boundary };
  return [...classes, { text: t(`map.shareNone.${by}`), sign: { kind: "area", ...none } }];
}
