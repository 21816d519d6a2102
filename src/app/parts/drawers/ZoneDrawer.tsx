import type { ProjectView } from "../../../../workers/protocol.ts";
import { ZoneEvidencePanel } from "../../../ui/evidence/ZoneEvidencePanel.tsx";
import { useWords } from "../../../ui/words.ts";
import { rowName } from "../../derived/row-name.ts";
import { nearestCare, zoneAside } from "../../derived/zone-words.ts";
import { kindName } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { useEvidence } from "../../state/evidence.ts";
import { useParameters } from "../../state/parameters.ts";
import { select, useSession } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";

interface Props {
  readonly view: ProjectView;
  readonly row: number;
}

/** The evidence of the chosen zone. */
export function ZoneDrawer({ view, row }: Props) {
  const { t, text } = useWords();
  const { zones } = view;
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const parameters = useParameters();
  const evidence = useEvidence(zones.ids[row] ?? "");
  return (
    <Drawer
      label={t("evidence.zone")}
      title={rowName(zones, row)}
      aside={zoneAside(zones, row, t)}
      stale={stale}
      print={{ label: t("print.zone"), what: { kind: "zone", id: zones.ids[row] ?? "" } }}
    >
      {evidence && results ? (
        <ZoneEvidencePanel
          of={evidence}
          nearest={nearestCare(view, results, parameters, row)}
          kindName={(kind) => text(kindName(kind))}
          onFacility={(id) => select({ kind: "facility", id })}
          onMethod={() => useSession.setState({ method: { at: "standards" } })}
        />
      ) : (
        <p className="drawer-wait">{t("evidence.loading")}</p>
      )}
    </Drawer>
  );
}
