import { type ReactNode, useMemo } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import type { CareSubject } from "../../../core/model/facility-kind.ts";
import { BottleneckTable } from "../../../ui/areas/BottleneckTable.tsx";
import { BottlenecksSaid, SurplusSaid } from "../../../ui/areas/RoomSums.tsx";
import { SurplusTable } from "../../../ui/areas/SurplusTable.tsx";
import { ProgressLine } from "../../../ui/frame/ProgressLine.tsx";
import { useWords } from "../../../ui/words.ts";
import {
  bottleneckFacts,
  bottleneckSums,
  surplusFacts,
  surplusSums,
} from "../../derived/bottleneck-facts.ts";
import { kindName } from "../../standards.ts";
import { type BottlenecksState, useBottlenecks } from "../../state/bottlenecks.ts";
import { hover, select, useSession } from "../../state/session.ts";
import { useSelected, useTaking } from "./list-state.ts";

interface Props {
  readonly list: "bottlenecks" | "surplus";
  readonly view: ProjectView;
  readonly results: AnalysisView;
  readonly subject: CareSubject;
  /** Choices before the search. */
  readonly lead: ReactNode;
}

/** Facilities of a subject where more room would serve most, or which have room that nobody needs. */
export function RoomLists({ list, ...props }: Props) {
  const found = useBottlenecks(props.results, props.subject);
  if (found.state !== "done") return <Waiting lead={props.lead} is={found} />;
  return list === "bottlenecks" ? (
    <Bottlenecks {...props} found={found.is} />
  ) : (
    <Surplus {...props} found={found.is} />
  );
}

function Waiting({
  lead,
  is,
}: {
  readonly lead: ReactNode;
  readonly is: Exclude<BottlenecksState, { readonly state: "done" }>;
}) {
  const { t } = useWords();
  return (
    <>
      <div className="facts-tools">{lead}</div>
      {is.state === "failed" ? (
        <p className="facts-empty flag">{t("areas.roomFailed", { what: is.what })}</p>
      ) : (
        <ProgressLine step={is.step} onCancel={() => useSession.setState({ areaList: "areas" })} />
      )}
    </>
  );
}

type Listing = Omit<Props, "list"> & {
  readonly found: Extract<BottlenecksState, { readonly state: "done" }>["is"];
};

function Bottlenecks({ view, results, found, lead }: Listing) {
  const { text } = useWords();
  const facilities = useMemo(
    () => bottleneckFacts(view, found, (kind) => text(kindName(kind))),
    [view, found, text],
  );
  const sums = useMemo(() => bottleneckSums(results, found), [results, found]);
  return (
    <BottleneckTable
      {...{ facilities, lead, sums: <BottlenecksSaid of={sums} /> }}
      {...useTaking("bottlenecks")}
      {...useFacilityRows(facilities)}
      onHover={(row) => {
        const area = row === undefined ? undefined : facilities[row]?.areaId;
        hover(area === undefined ? {} : { area });
      }}
    />
  );
}

function Surplus({ view, results, found, subject, lead }: Listing) {
  const { text } = useWords();
  const facilities = useMemo(
    () => surplusFacts(view, results, subject, (kind) => text(kindName(kind))),
    [view, results, subject, text],
  );
  const sums = useMemo(() => surplusSums(results, found), [results, found]);
  return (
    <SurplusTable
      {...{ facilities, lead, sums: <SurplusSaid of={sums} /> }}
      {...useTaking("surplus")}
      {...useFacilityRows(facilities)}
      onHover={() => undefined}
    />
  );
}

/** The row that is chosen, and how to choose another; the list stays. */
function useFacilityRows(facilities: readonly { readonly id: string }[]) {
  const selected = useSelected("facility");
  const row = useMemo(() => facilities.findIndex(({ id }) => id === selected), [facilities, selected]);
  return {
    selected: row < 0 ? undefined : row,
    onSelect: (at: number, entered?: boolean) =>
      select({ kind: "facility", id: facilities[at]?.id ?? "" }, entered, "areas"),
  };
}
