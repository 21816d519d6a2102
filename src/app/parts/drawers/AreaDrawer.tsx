import { useMemo } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import type { CareSubject } from "../../../core/model/facility-kind.ts";
import { AreaChecks } from "../../../ui/areas/AreaChecks.tsx";
import { AreaPanel } from "../../../ui/areas/AreaPanel.tsx";
import { areaName } from "../../../ui/areas/area-words.ts";
import { useWords } from "../../../ui/words.ts";
import { areaDetail } from "../../derived/area-detail.ts";
import type { AreaPlace } from "../../derived/area-facts.ts";
import { subjectOf } from "../../derived/facts.ts";
import { kindName } from "../../standards.ts";
import { useAreaChecks } from "../../state/area-checks.ts";
import { useDocument } from "../../state/document.ts";
import { select } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";

interface Props {
  readonly view: ProjectView;
  readonly results: AnalysisView;
  readonly place: AreaPlace;
}

/** The chosen 片区. */
export function AreaDrawer({ view, results, place }: Props) {
  const words = useWords();
  const { t, text } = words;
  const stale = useDocument((document) => document.stale);
  const detail = useMemo(() => areaDetail(view, results, place), [view, results, place]);
  const checks = useAreaChecks(place.of.subject as CareSubject);
  const { facts } = detail;
  return (
    <Drawer
      label={t("areas.drawer")}
      title={areaName(facts, words)}
      aside={[t(`judging.metric.${facts.metric}`), facts.streets.join(t("screen.headline.and"))]}
      stale={stale}
    >
      <AreaPanel
        of={detail}
        subjectOf={subjectOf}
        kindName={(kind) => text(kindName(kind))}
        onZone={(id) => select({ kind: "zone", id })}
        onFacility={(id) => select({ kind: "facility", id })}
        checks={<AreaChecks {...checks} />}
      />
    </Drawer>
  );
}
