import { lazy, Suspense, useMemo } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import type { CareSubject } from "../../../core/model/facility-kind.ts";
import { formatNumber } from "../../../i18n/numbers.ts";
import { useWords } from "../../../ui/words.ts";
import { areaDetail } from "../../derived/area-detail.ts";
import { doubtsOf } from "../../derived/area-doubts.ts";
import type { AreaPlace } from "../../derived/area-facts.ts";
import { subjectOf } from "../../derived/facts.ts";
import { kindName } from "../../standards.ts";
import { useAreaDoubts } from "../../state/area-doubts.ts";
import { useDocument } from "../../state/document.ts";
import { useFewest } from "../../state/fewest.ts";
import { select } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";

const AreaPanel = lazy(async () => ({
  default: (await import("../../../ui/areas/AreaPanel.tsx")).AreaPanel,
}));

interface Props {
  readonly view: ProjectView;
  readonly results: AnalysisView;
  readonly place: AreaPlace;
}

/** The chosen 片区. */
export function AreaDrawer({ view, results, place }: Props) {
  const { t, text } = useWords();
  const stale = useDocument((document) => document.stale);
  const detail = useMemo(() => areaDetail(view, results, place), [view, results, place]);
  const { facts } = detail;
  const found = useAreaDoubts(results, place.of.subject as CareSubject);
  const doubts = useMemo(
    () => found && doubtsOf(found, view, place.of.metric, place.number),
    [found, view, place],
  );
  const fewest = useFewest(facts.metric, detail.zones[0]?.id ?? "");
  return (
    <Drawer
      label={t("areas.drawer")}
      title={t("areas.name", { number: formatNumber(place.number) })}
      aside={[t(`judging.metric.${facts.metric}`), facts.streets.join(t("screen.headline.and"))]}
      stale={stale}
    >
      <Suspense fallback={<p className="drawer-wait">{t("evidence.loading")}</p>}>
        <AreaPanel
          of={detail}
          subjectOf={subjectOf}
          kindName={(kind) => text(kindName(kind))}
          onZone={(id) => select({ kind: "zone", id })}
          onFacility={(id) => select({ kind: "facility", id })}
          fewest={fewest}
          doubts={doubts}
        />
      </Suspense>
    </Drawer>
  );
}
