import { Button } from "antd";
import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { formatNumber } from "../../../i18n/numbers.ts";
import { AreaChecks } from "../../../ui/areas/AreaChecks.tsx";
import { AreaListChoice, SubjectChoice, SumsFold } from "../../../ui/areas/AreaChoices.tsx";
import { AreaSums } from "../../../ui/areas/AreaSums.tsx";
import { AreaTable } from "../../../ui/tables/AreaTable.tsx";
import { useWords } from "../../../ui/words.ts";
import { setParameters } from "../../commands/analyse.ts";
import { doubtsOf } from "../../derived/area-doubts.ts";
import { allocationSums, areaFacts, findArea } from "../../derived/area-facts.ts";
import { useDesk } from "../../desk-context.ts";
import { useAreaChecks } from "../../state/area-checks.ts";
import { useAreaDoubts } from "../../state/area-doubts.ts";
import { useDrawnResults } from "../../state/drawn-results.ts";
import { useParameters } from "../../state/parameters.ts";
import { hover, select, useSession } from "../../state/session.ts";
import { useSelected, useTaking } from "./list-state.ts";
import { RoomLists } from "./RoomLists.tsx";

/** 片区 of one subject; where the method of supply tells of none, how to come to them. */
export function AreaList({ view }: { readonly view: ProjectView }) {
  const { zones } = view;
  const { t } = useWords();
  const results = useDrawnResults();
  const subject = useSession((session) => session.subject);
  const list = useSession((session) => session.areaList);
  const selected = useSelected("area");
  const areas = useMemo(() => (results ? areaFacts(zones, results, subject) : []), [zones, results, subject]);
  const found = useAreaDoubts(results, subject);
  const sums = useMemo(
    () =>
      (results ? allocationSums(results, subject) : []).map((each) => ({
        ...each,
        doubts: found && doubtsOf(found, view, each.metric),
      })),
    [results, subject, found, view],
  );
  const chosen = useMemo(() => {
    const place = selected === undefined ? undefined : findArea(zones, results, selected);
    return areas.findIndex(({ metric, number }) => metric === place?.of.metric && number === place.number);
  }, [zones, results, areas, selected]);
  const taking = useTaking("areas");
  const checks = useAreaChecks(subject);
  const onSubject = (to: typeof subject) => useSession.setState({ subject: to });
  if (!results) return <div className="facts-empty">{t("tables.notYet")}</div>;
  if (!results.allocations) return <OtherMethod />;
  if (sums.length === 0) {
    const isSupplied = view.facilities.ids.length > 0;
    return (
      <div className="area-none">
        <SubjectChoice subject={subject} onSubject={onSubject} />
        <p>
          {isSupplied
            ? t("areas.noNumber", { subject: t(`judging.subject.${subject}`) })
            : t("areas.notSupplied")}
        </p>
      </div>
    );
  }
  const lead = (
    <>
      <SubjectChoice subject={subject} onSubject={onSubject} />
      <AreaListChoice list={list} onList={(areaList) => useSession.setState({ areaList })} />
      <SumsFold />
    </>
  );
  if (list !== "areas") return <RoomLists key={list} {...{ list, view, results, subject, lead }} />;
  return (
    <AreaTable
      areas={areas}
      lead={lead}
      checks={<AreaChecks {...checks} />}
      sums={
        <AreaSums
          of={sums}
          onZone={(id) => select({ kind: "zone", id })}
          onFacility={(id) => select({ kind: "facility", id })}
        />
      }
      none={t("areas.empty", { zones: formatNumber(Math.max(...sums.map((each) => each.zones))) })}
      {...taking}
      selected={chosen < 0 ? undefined : chosen}
      onSelect={(id, entered) => select({ kind: "area", id }, entered)}
      onHover={(area) => hover(area === undefined ? {} : { area })}
    />
  );
}

/** Why there are no 片区 by the method in use, and the way to them. */
function OtherMethod() {
  const { t } = useWords();
  const desk = useDesk();
  const { supply } = useParameters();
  const working = supply === "fair";
  return (
    <div className="area-none">
      <p>
        {working ? t("areas.working") : t("areas.notFair", { supply: t(`parameters.supplies.${supply}`) })}
      </p>
      {!working && (
        <Button type="primary" onClick={() => setParameters(desk, { supply: "fair" })}>
          {t("areas.useFair")}
        </Button>
      )}
    </div>
  );
}
