import type { ProjectView } from "../../../../workers/protocol.ts";
import { ChangePanel } from "../../../ui/changes/ChangePanel.tsx";
import { changeTitle } from "../../../ui/changes/change-title.ts";
import { useWords } from "../../../ui/words.ts";
import { rowName } from "../../derived/row-name.ts";
import { useChange, useStreetChanges } from "../../state/change.ts";
import { listZones, select } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";

/** All that the last change made different. */
export function ChangesDrawer({ view: { zones } }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const change = useChange();
  const units = useStreetChanges();
  const title = change && changeTitle(change, t);
  return (
    <Drawer label={t("changes.title")} title={title ?? t("changes.title")} aside={[]} stale={!change}>
      {change && (
        <ChangePanel
          {...change}
          units={units}
          zoneOf={(row) => ({ id: zones.ids[row] ?? "", name: rowName(zones, row) })}
          onZone={(id) => select({ kind: "zone", id })}
          onUnit={(id) => select({ kind: "unit", id })}
          onList={() => {
            const ids = new Set(change.comparison.turned.map(({ row }) => zones.ids[row] ?? ""));
            listZones({ among: { why: "turned", ids } });
          }}
        />
      )}
    </Drawer>
  );
}
