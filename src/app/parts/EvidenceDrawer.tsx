import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import type { ZoneEvidence } from "../../core/analysis/evidence.ts";
import type { AdminLevel } from "../../core/model/admin-unit.ts";
import type { FacilityStatus } from "../../core/model/facility.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import { NO_FACILITY } from "../../core/spatial/reach-table.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { FacilityPanel } from "../../ui/evidence/FacilityPanel.tsx";
import { UnitPanel } from "../../ui/evidence/UnitPanel.tsx";
import { type NearestCare, ZoneEvidencePanel } from "../../ui/evidence/ZoneEvidencePanel.tsx";
import { useWords } from "../../ui/words.ts";
import { moveFacility } from "../commands/edit.ts";
import { unitMetrics, unitOf } from "../derived/facts.ts";
import { useDesk } from "../desk-context.ts";
import { kindName, ruleFacts } from "../standards.ts";
import { useDocument } from "../state/document.ts";
import { select, useSession } from "../state/session.ts";

/** What is known of the chosen zone or facility, over the right third of the map. */
export function EvidenceDrawer({ view }: { readonly view: ProjectView }) {
  const selection = useSession((session) => session.selection);
  if (selection?.kind === "zone") {
    const row = view.zones.ids.indexOf(selection.id);
    if (row >= 0) return <ZoneDrawer view={view} row={row} />;
  }
  if (selection?.kind === "facility") {
    const row = view.facilities.ids.indexOf(selection.id);
    if (row >= 0) return <FacilityDrawer view={view} row={row} />;
  }
  if (selection?.kind === "unit") return <UnitDrawer view={view} id={selection.id} />;
  return null;
}

interface RowProps {
  readonly view: ProjectView;
  readonly row: number;
}

function ZoneDrawer({ view, row }: RowProps) {
  const { t, text } = useWords();
  const { zones } = view;
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const evidence = useEvidence(zones.ids[row] ?? "");
  const status = zones.status[row];
  const aside = [
    zones.streets[row],
    status && t(`judging.zoneStatus.${status}`),
    people(zones.households[row], (number) => t("evidence.households", { number })),
    people(zones.residents[row], (number) => t("evidence.residents", { number })),
  ];
  return (
    <Drawer
      label={t("evidence.zone")}
      title={zones.names[row] || t("tables.unnamed")}
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

function FacilityDrawer({ view: { facilities }, row }: RowProps) {
  const { t, text } = useWords();
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const id = facilities.ids[row] ?? "";
  const loads = results ? loadsOf(results, row) : [];
  const aside = [
    text(kindName(facilities.kinds[row] ?? "")),
    t(`judging.facilityStatus.${facilities.statuses[row] as FacilityStatus}`),
  ];
  return (
    <Drawer
      label={t("evidence.facility")}
      title={facilities.names[row] || t("tables.unnamed")}
      aside={aside}
      stale={stale}
    >
      <FacilityPanel
        elderlyArea={facilities.elderlyArea[row] ?? Number.NaN}
        childcareArea={facilities.childcareArea[row] ?? Number.NaN}
        slots={facilities.slots[row] ?? Number.NaN}
        reached={loads.length > 0 ? Math.max(...loads.map(({ reached }) => reached)) : Number.NaN}
        loads={loads}
        lng={facilities.lng[row] ?? Number.NaN}
        lat={facilities.lat[row] ?? Number.NaN}
        onMove={(lng, lat) => void moveFacility(desk, id, lng, lat)}
      />
    </Drawer>
  );
}

function UnitDrawer({ view, id }: { readonly view: ProjectView; readonly id: string }) {
  const { t } = useWords();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  if (!results) return null;
  const row = results.rollUp.find(({ unit }) => unit === id);
  const unit = view.units.find((one) => one.id === id);
  const level = row?.level ?? (unit?.level as AdminLevel | undefined);
  const aside = [
    level && t(`judging.level.${level}`),
    people(row?.households, (number) => t("evidence.households", { number })),
    people(row?.residents, (number) => t("evidence.residents", { number })),
  ];
  return (
    <Drawer
      label={t("evidence.unit")}
      title={row?.name ?? unit?.name ?? t("tables.unnamed")}
      aside={aside}
      stale={stale}
    >
      <UnitPanel
        metrics={unitMetrics(results, id)}
        judgement={results.units.find((one) => one.unit === id)?.judgement}
        ruleOf={({ rule }) => ruleFacts(rule)}
      />
    </Drawer>
  );
}

interface DrawerProps {
  readonly label: string;
  readonly title: string;
  readonly aside: readonly (string | undefined)[];
  readonly stale: boolean;
  readonly children: ReactNode;
}

function Drawer({ label, title, aside, stale, children }: DrawerProps) {
  const { t } = useWords();
  return (
    <aside className="drawer" aria-label={label}>
      <header className="drawer-head">
        <div>
          <h2>{title}</h2>
          <p className="remark">{aside.filter(Boolean).join(" · ")}</p>
        </div>
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={t("screen.close")}
          onClick={() => useSession.setState({ selection: undefined })}
        />
      </header>
      <div className={stale ? "drawer-body stale" : "drawer-body"} aria-busy={stale} tabIndex={-1}>
        {children}
      </div>
    </aside>
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
  const { limits, decides } = useDocument.getState().parameters;
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

function loadsOf(results: AnalysisView, facility: number) {
  const { rows, metric, capacity, load, reachedZones } = results.facilities;
  return metric.flatMap((one, i) =>
    rows[i] === facility
      ? [
          {
            metric: one,
            unit: unitOf(results, one),
            capacity: capacity[i] ?? 0,
            load: load[i] ?? 0,
            reached: reachedZones[i] ?? 0,
          },
        ]
      : [],
  );
}

function people(count: number | undefined, words: (number: string) => string): string | undefined {
  return count === undefined || Number.isNaN(count) ? undefined : words(formatNumber(count));
}
