import { Tabs } from "antd";
import { lazy, memo, Suspense, useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { useWords } from "../../../ui/words.ts";
import { useDocument } from "../../state/document.ts";
import { useOutdated } from "../../state/drawn-results.ts";
import { TABS, type Tab, useSession } from "../../state/session.ts";
import { GridDialog } from "../grid/GridDialog.tsx";
import { Changed } from "./Changed.tsx";
import { City } from "./City.tsx";
import { FacilityList } from "./FacilityList.tsx";
import { Parameters } from "./Parameters.tsx";
import { UnitList } from "./UnitList.tsx";
import { ZoneList } from "./ZoneList.tsx";

const AreaList = lazy(async () => ({ default: (await import("./AreaList.tsx")).AreaList }));
const PlanList = lazy(async () => ({ default: (await import("./PlanList.tsx")).PlanList }));

/** The lists of the left panel: the facts of the map as tables, and the parameters below them. */
export function Lists({ view }: { readonly view: ProjectView }) {
  return (
    <>
      <Choice />
      <List view={view} />
      <Changed />
      <Parameters />
      <GridDialog view={view} />
    </>
  );
}

/** Which list is shown. */
const Choice = memo(function Choice() {
  const { t } = useWords();
  const tab = useSession((session) => session.tab);
  const items = useMemo(() => TABS.map((key) => ({ key, label: t(`tables.tabs.${key}`) })), [t]);
  return <Tabs className="lists-tabs" activeKey={tab} onChange={open} items={items} />;
});

function open(tab: string): void {
  useSession.setState({ tab: tab as Tab });
}

function List({ view }: { readonly view: ProjectView }) {
  const outdated = useOutdated();
  // Also while rows are being brought or changed, though what is shown still holds of the rows as they were.
  const changing = useDocument(({ busy }) => busy !== undefined && busy.with !== "saving");
  return (
    <div
      className={outdated ? "lists stale" : "lists"}
      aria-busy={outdated || changing}
      id="lists"
      tabIndex={-1}
    >
      <Chosen view={view} />
    </div>
  );
}

const Chosen = memo(function Chosen({ view }: { readonly view: ProjectView }) {
  const tab = useSession((session) => session.tab);
  return (
    <>
      {tab === "units" && <UnitList zones={view.zones} />}
      {tab === "zones" && <ZoneList zones={view.zones} />}
      {tab === "areas" && (
        <Suspense>
          <AreaList view={view} />
        </Suspense>
      )}
      {tab === "facilities" && <FacilityList facilities={view.facilities} />}
      {tab === "plans" && (
        <Suspense>
          <PlanList view={view} />
        </Suspense>
      )}
      {tab === "city" && <City key={view.name} view={view} invented={view.origin === "demo"} />}
    </>
  );
});
