import { Tabs } from "antd";
import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { ParameterForm } from "../../../ui/parameters/ParameterForm.tsx";
import { useWords } from "../../../ui/words.ts";
import { setParameters } from "../../commands/analyse.ts";
import { useDesk } from "../../desk-context.ts";
import { overlayChoices } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { usePacksInUse } from "../../state/packs.ts";
import { useParameters } from "../../state/parameters.ts";
import { TABS, type Tab, useSession } from "../../state/session.ts";
import { Changed } from "./Changed.tsx";
import { City } from "./City.tsx";
import { FacilityList } from "./FacilityList.tsx";
import { UnitList } from "./UnitList.tsx";
import { ZoneList } from "./ZoneList.tsx";

/** The lists of the left panel: the facts of the map as tables, and the parameters below them. */
export function Lists({ view }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const desk = useDesk();
  const tab = useSession((session) => session.tab);
  const parameters = useParameters();
  const stale = useDocument((document) => document.stale);
  const circles = useDocument((document) => document.results?.circles) ?? NONE;
  const packs = usePacksInUse();
  const overlays = useMemo(() => overlayChoices(packs), [packs]);
  return (
    <>
      <Tabs
        className="lists-tabs"
        activeKey={tab}
        onChange={(to) => useSession.setState({ tab: to as Tab })}
        items={TABS.map((key) => ({
          key,
          label: t(`tables.tabs.${key}`),
        }))}
      />
      <div className={stale ? "lists stale" : "lists"} aria-busy={stale} id="lists">
        {tab === "units" && <UnitList zones={view.zones} />}
        {tab === "zones" && <ZoneList zones={view.zones} />}
        {tab === "facilities" && <FacilityList facilities={view.facilities} />}
        {tab === "city" && <City key={view.name} invented={view.origin === "demo"} />}
      </div>
      <Changed />
      <ParameterForm
        value={parameters}
        supplies={["onsite", "floating", "catchment"]}
        overlays={overlays}
        statuses={[...new Set(packs.flatMap(({ countedKinds }) => countedKinds.statuses.counted))]}
        circles={circles}
        onChange={(change) => setParameters(desk, change)}
        onStandards={() => useSession.setState({ standardsShown: true })}
      />
    </>
  );
}

const NONE: readonly never[] = [];
