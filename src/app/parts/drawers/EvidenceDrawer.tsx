import { lazy, Suspense, useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { findArea } from "../../derived/area-facts.ts";
import { useDocument } from "../../state/document.ts";
import { type Selection, useSession } from "../../state/session.ts";
import { AreaDrawer } from "./AreaDrawer.tsx";
import { ChangesDrawer } from "./ChangesDrawer.tsx";
import { FacilityDrawer } from "./FacilityDrawer.tsx";
import { NewFacilityDrawer } from "./NewFacilityDrawer.tsx";
import { NewSiteDrawer } from "./NewSiteDrawer.tsx";
import { NewZoneDrawer } from "./NewZoneDrawer.tsx";
import { PairDrawer } from "./PairDrawer.tsx";
import { SiteDrawer } from "./SiteDrawer.tsx";
import { UnitDrawer } from "./UnitDrawer.tsx";
import { useDrawerFocus } from "./use-drawer-focus.ts";
import { ZoneDrawer } from "./ZoneDrawer.tsx";

const HistoryDrawer = lazy(async () => ({
  default: (await import("./HistoryDrawer.tsx")).HistoryDrawer,
}));

/** What is known of what is chosen, if it is still in the document. */
export function EvidenceDrawer({ view }: { readonly view: ProjectView }) {
  const selection = useSession((session) => session.selection);
  const results = useDocument((document) => document.results);
  const area = useMemo(
    () => (selection?.kind === "area" ? findArea(view.zones, results, selection.id) : undefined),
    [view, results, selection],
  );
  const drawer =
    area && results ? <AreaDrawer view={view} results={results} place={area} /> : drawerOf(view, selection);
  useDrawerFocus(selection, drawer !== null);
  return drawer;
}

function drawerOf(view: ProjectView, selection: Selection | undefined) {
  switch (selection?.kind) {
    case "zone": {
      const row = view.zones.ids.indexOf(selection.id);
      return row < 0 ? null : <ZoneDrawer view={view} row={row} />;
    }
    case "facility": {
      const row = view.facilities.ids.indexOf(selection.id);
      return row < 0 ? null : <FacilityDrawer view={view} row={row} />;
    }
    case "unit":
      return <UnitDrawer view={view} id={selection.id} />;
    case "site":
      return <SiteDrawer view={view} id={selection.id} />;
    case "pair": {
      const [one = -1, other = -1] = selection.ids.map((id) => view.zones.ids.indexOf(id));
      return one < 0 || other < 0 ? null : <PairDrawer view={view} rows={[one, other]} />;
    }
    case "changes":
      return <ChangesDrawer view={view} />;
    case "history":
      return (
        <Suspense>
          <HistoryDrawer view={view} />
        </Suspense>
      );
    case "new-facility":
      return <NewFacilityDrawer view={view} />;
    case "new-site":
      return <NewSiteDrawer view={view} />;
    case "new-zone":
      return <NewZoneDrawer view={view} />;
    default:
      return null;
  }
}
