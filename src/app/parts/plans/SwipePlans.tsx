import { Select } from "antd";
import { useMemo, useState } from "react";
import type { MeasureDone } from "../../../../workers/plan-tasks.ts";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import { analysisView } from "../../../../workers/views/analysis-view.ts";
import type { CareSubject } from "../../../core/model/facility-kind.ts";
import { SwipeMap } from "../../../map/SwipeMap.tsx";
import { ShareScale } from "../../../ui/frame/Legend.tsx";
import type { Palette } from "../../../ui/look/palette.ts";
import { CHINESE_FONTS } from "../../../ui/look/theme.ts";
import { VERDICT_CLASSES, VerdictSwatch } from "../../../ui/marks/VerdictMark.tsx";
import { useWords } from "../../../ui/words.ts";
import { subjectOf } from "../../derived/facts.ts";
import { keptName } from "../../derived/plan-goal.ts";
import { zonePaint } from "../../derived/zone-paint.ts";
import type { Scenario } from "../../state/plan-made.ts";
import { usePalette, useStill } from "../../state/screen.ts";
import { useSession } from "../../state/session.ts";

interface Props {
  readonly view: ProjectView;
  readonly now: AnalysisView;
  readonly kept: readonly Scenario[];
  readonly onZone: (id: string) => void;
}

/** Two of the city as it is and the kept plans, one over the other, parted where the slider stands. */
export function SwipePlans({ view, now, kept, onZone }: Props) {
  const words = useWords();
  const { t } = words;
  const palette = usePalette();
  const still = useStill();
  const subject = useSession((session) => session.subject);
  const [chosen, choose] = useState({ left: NOW, right: 0 });
  const [divide, setDivide] = useState(0.5);
  const { zones, units, backdrop } = view;
  const city = useMemo(() => ({ zones, units, backdrop, broughtBy: backdrop }), [zones, units, backdrop]);
  const after = useMemo(() => kept.map(({ found }) => analysisView(found.after)), [kept]);
  const by = now.allocations ? "allocated" : "verdict";
  const shown = { view, by, subject, palette } as const;
  const left = useSide(shown, after[chosen.left] ?? now, kept[chosen.left]?.found.measures);
  const right = useSide(shown, after[chosen.right] ?? now, kept[chosen.right]?.found.measures);
  const nameOf = (which: number) => {
    const plan = kept[which];
    return plan ? keptName(plan, words) : t("comparing.now");
  };
  const names = [NOW, ...kept.keys()].map((value) => ({
    value,
    label: nameOf(value),
  }));
  const choice = (side: "left" | "right") => (
    <span className="swipe-choice">
      {t(`comparing.${side}`)}
      <Select
        value={chosen[side]}
        options={names}
        aria-label={t(`comparing.${side}`)}
        onChange={(which) => choose({ ...chosen, [side]: which })}
      />
    </span>
  );
  return (
    <section className="swipe" aria-label={t("comparing.map")}>
      <div className="swipe-choices">
        {choice("left")}
        {choice("right")}
      </div>
      <div className="swipe-frame">
        <SwipeMap
          {...{ colours: palette, city, left, right, divide, still }}
          font={CHINESE_FONTS}
          labels={{ left: nameOf(chosen.left), right: nameOf(chosen.right) }}
          onZone={(row) => onZone(zones.ids[row] ?? "")}
        />
        <span className="swipe-line" style={{ left: `${divide * 100}%` }} />
      </div>
      <input
        type="range"
        min={0}
        max={100}
        value={Math.round(divide * 100)}
        aria-label={t("comparing.slider")}
        onChange={({ target }) => setDivide(Number(target.value) / 100)}
      />
      {by === "allocated" ? (
        <ShareScale subject={subject} of={by} />
      ) : (
        <p className="remark swipe-verdicts">
          <span>{t(`judging.subject.${subject}`)}</span>
          {VERDICT_CLASSES.map((one) => (
            <span key={one}>
              <VerdictSwatch of={one} /> {t(`judging.verdictClass.${one}`)}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** One side of the map: zones by these results, and the facilities with those that a plan adds. */
function useSide(
  { view, by, subject, palette }: Shown,
  results: AnalysisView,
  measures: readonly MeasureDone[] = NO_MEASURES,
) {
  return useMemo(
    () => ({
      paint: zonePaint(view.zones.ids.length, results, by, subject, false, palette),
      facilities: marksOf(view, measures),
    }),
    [view, results, measures, by, subject, palette],
  );
}

interface Shown extends Pick<Props, "view"> {
  readonly by: "allocated" | "verdict";
  readonly subject: CareSubject;
  readonly palette: Palette;
}

const NO_MEASURES: readonly MeasureDone[] = [];

/** Facilities as they are, with those that a plan adds. */
function marksOf({ facilities }: ProjectView, measures: readonly MeasureDone[]) {
  const built = measures.flatMap(({ at, elderly }) =>
    at ? [{ ...at, subject: elderly > 0 ? ("elderly" as const) : ("childcare" as const) }] : [],
  );
  return {
    lng: Float64Array.from([...facilities.lng, ...built.map(({ lng }) => lng)]),
    lat: Float64Array.from([...facilities.lat, ...built.map(({ lat }) => lat)]),
    subjects: [...facilities.kinds.map(subjectOf), ...built.map(({ subject }) => subject)],
    hollow: [...facilities.statuses.map((status) => status !== "built"), ...built.map(() => false)],
  };
}

/** The city as it is, beside the places of the plans. */
const NOW = -1;
