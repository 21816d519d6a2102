import { useEffect, useState } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import type { ZoneEvidence } from "../../../core/analysis/evidence.ts";
import { CARE_SUBJECTS } from "../../../core/model/facility-kind.ts";
import { NO_FACILITY } from "../../../core/spatial/reach-table.ts";
import { type NearestCare, ZoneEvidencePanel } from "../../../ui/evidence/ZoneEvidencePanel.tsx";
import { useWords } from "../../../ui/words.ts";
import { useDesk } from "../../desk-context.ts";
import { kindName } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { parametersNow } from "../../state/parameters.ts";
import { select } from "../../state/session.ts";
import { Drawer, people } from "./Drawer.tsx";

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
  const evidence = useEvidence(zones.ids[row] ?? "");
  const status = zones.status[row];
  const aside = [
    zones.streets[row],
    status && t(`judging.zoneStatus.${status}`),
    people(zones.households[row], (number) => t("evidence.households", number)),
    people(zones.residents[row], (number) => t("evidence.residents", number)),
  ];
  return (
    <Drawer
      label={t("evidence.zone")}
      title={zones.names[row] || (zones.ids[row] ?? "")}
      aside={aside}
      stale={stale}
    >
      {evidence && results ? (
        <ZoneEvidencePanel
          of={evidence}
          nearest={nearestCare(view, results, row)}
          kindName={(kind) => text(kindName(kind))}
          onFacility={(id) => select({ kind: "facility", id })}
        />
      ) : (
        <p className="drawer-wait">{t("evidence.loading")}</p>
      )}
    </Drawer>
  );
}

/** The evidence of a zone under the results on screen; the last one stays until the next is there. */
function useEvidence(zone: string): ZoneEvidence | undefined {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const [evidence, setEvidence] = useState<ZoneEvidence>();
  useEffect(() => {
    if (!results) return;
    const abort = new AbortController();
    void desk.call("evidence", zone, { signal: abort.signal }).then((answer) => {
      if (answer.state === "done" && !abort.signal.aborted) setEvidence(answer.output);
    });
    return () => abort.abort();
  }, [desk, zone, results]);
  return evidence?.zone === zone ? evidence : undefined;
}

function nearestCare({ facilities }: ProjectView, results: AnalysisView, row: number): NearestCare[] {
  const { limits, decides } = parametersNow();
  return CARE_SUBJECTS.map((subject) => {
    const { nearest, metres, choices, covered } = results.zones.bySubject[subject];
    const at = nearest[row] ?? NO_FACILITY;
    return {
      subject,
      facility:
        at === NO_FACILITY
          ? undefined
          : { id: facilities.ids[at] ?? "", name: facilities.names[at] || (facilities.ids[at] ?? "") },
      metres: metres[row] ?? Number.POSITIVE_INFINITY,
      limit: limits[decides[subject]],
      choices: choices[row] ?? 0,
      covered: covered[row] ?? Number.NaN,
    };
  });
}
