import type { ProjectView } from "../../../../workers/protocol.ts";
import { useSession } from "../../state/session.ts";
import { ChangesDrawer } from "./ChangesDrawer.tsx";
import { FacilityDrawer } from "./FacilityDrawer.tsx";
import { PairDrawer } from "./PairDrawer.tsx";
import { UnitDrawer } from "./UnitDrawer.tsx";
import { useDrawerFocus } from "./use-drawer-focus.ts";
import { ZoneDrawer } from "./ZoneDrawer.tsx";

/** What is known of what is chosen, if it is still in the document. */
export function EvidenceDrawer({ view }: { readonly view: ProjectView }) {
  const selection = useSession((session) => session.selection);
  useDrawerFocus(selection);
  if (selection?.kind === "zone") {
    const row = view.zones.ids.indexOf(selection.id);
    if (row >= 0) return <ZoneDrawer view={view} row={row} />;
  }
  if (selection?.kind === "facility") {
    const row = view.facilities.ids.indexOf(selection.id);
    if (row >= 0) return <FacilityDrawer view={view} row={row} />;
  }
  if (selection?.kind === "unit") return <UnitDrawer view={view} id={selection.id} />;
  if (selection?.kind === "pair") {
    const [one = -1, other = -1] = selection.ids.map((id) => view.zones.ids.indexOf(id));
    if (one >= 0 && other >= 0) return <PairDrawer view={view} rows={[one, other]} />;
  }
  if (selection?.kind === "changes") return <ChangesDrawer view={view} />;
  return null;
}
