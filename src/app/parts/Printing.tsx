import { useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import type { ProjectView } from "../../../workers/protocol.ts";
import type { AdminLevel } from "../../core/model/admin-unit.ts";
import { cssProperties, PALETTES } from "../../ui/look/palette.ts";
import { MethodPaper } from "../../ui/method/MethodPaper.tsx";
import { PlanPaper } from "../../ui/plans/PlanPaper.tsx";
import { StreetSheet } from "../../ui/print/StreetSheet.tsx";
import { ZoneSheet } from "../../ui/print/ZoneSheet.tsx";
import { useWords } from "../../ui/words.ts";
import { placesOf } from "../derived/plan-report.ts";
import { rowName } from "../derived/row-name.ts";
import { sheetDrawing } from "../derived/sheet-drawing.ts";
import { streetFacts, streetsToPrint } from "../derived/sheet-facts.ts";
import { zoneShares } from "../derived/zone-shares.ts";
import { nearestCare, zoneAside } from "../derived/zone-words.ts";
import { kindName, ruleFacts } from "../standards.ts";
import { useDocument } from "../state/document.ts";
import { useEvidence } from "../state/evidence.ts";
import { useMethod } from "../state/method.ts";
import { usePacksInUse } from "../state/packs.ts";
import { useParameters } from "../state/parameters.ts";
import { usePlanReport } from "../state/plan-report.ts";
import { type Printing as Asked, useSession } from "../state/session.ts";
import { useSheetBasis } from "../state/sheet-basis.ts";

interface Props {
  readonly asked: Asked;
  readonly view: ProjectView;
}

/** Lays out the sheets that were asked for, prints them, and puts them away. */
export function Printing({ asked, view }: Props) {
  const stale = useDocument((document) => document.stale);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (stale) useSession.setState({ printing: undefined });
  }, [stale]);
  useEffect(() => {
    if (!ready) return;
    const done = () => useSession.setState({ printing: undefined });
    window.addEventListener("afterprint", done);
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      window.removeEventListener("afterprint", done);
      cancelAnimationFrame(frame);
    };
  }, [ready]);
  return createPortal(
    <div className="sheets" style={cssProperties(PALETTES.light)}>
      {asked.kind === "zone" ? (
        <ZonePage view={view} id={asked.id} onReady={() => setReady(true)} />
      ) : asked.kind === "method" ? (
        <MethodPages view={view} onReady={() => setReady(true)} />
      ) : asked.kind === "plan" ? (
        <PlanPages view={view} streets={asked.streets} onReady={() => setReady(true)} />
      ) : (
        <StreetPages
          view={view}
          id={asked.kind === "street" ? asked.id : undefined}
          onReady={() => setReady(true)}
        />
      )}
    </div>,
    document.body,
  );
}

function ZonePage({ view, id, onReady }: { view: ProjectView; id: string; onReady: () => void }) {
  const { t, text } = useWords();
  const basis = useSheetBasis(view);
  const results = useDocument((document) => document.results);
  const parameters = useParameters();
  const evidence = useEvidence(id);
  const row = view.zones.ids.indexOf(id);
  const there = evidence !== undefined && results !== undefined;
  useEffect(() => {
    if (there) onReady();
  }, [there, onReady]);
  if (!evidence || !results) return null;
  return (
    <ZoneSheet
      basis={basis}
      of={{
        of: evidence,
        name: rowName(view.zones, row),
        aside: zoneAside(view.zones, row, t).filter(Boolean).join(" · "),
        nearest: nearestCare(view, results, parameters, row),
        shares: zoneShares(view, results, row),
        kindName: (kind) => text(kindName(kind)),
        drawing: sheetDrawing(view, results, { zones: new Map([[row, undefined]]), around: 500 }),
      }}
    />
  );
}

function StreetPages({
  view,
  id,
  onReady,
}: {
  view: ProjectView;
  id: string | undefined;
  onReady: () => void;
}) {
  const { t } = useWords();
  const basis = useSheetBasis(view);
  const results = useDocument((document) => document.results);
  const packs = usePacksInUse();
  const { pages, without } = useMemo(() => {
    if (!results) return { pages: [], without: 0 };
    const { units, without } = id === undefined ? streetsToPrint(results) : { units: [id], without: 0 };
    const titleOf = (rule: string) => ruleFacts(rule, packs).title;
    const levelOf = (level: string) => t(`judging.level.${level as AdminLevel}`);
    return {
      pages: units.flatMap((unit) => streetFacts(view, results, unit, titleOf, levelOf) ?? []),
      without,
    };
  }, [view, results, id, packs, t]);
  useEffect(onReady, [onReady]);
  return pages.map((of, page) => (
    <StreetSheet key={of.id} of={of} basis={basis} leftOut={page === pages.length - 1 ? without : 0} />
  ));
}

function MethodPages({ view, onReady }: { view: ProjectView; onReady: () => void }) {
  const basis = useSheetBasis(view);
  const facts = useMethod();
  useEffect(onReady, [onReady]);
  return <MethodPaper of={facts} basis={basis} />;
}

function PlanPages({
  view,
  streets,
  onReady,
}: {
  readonly view: ProjectView;
  readonly streets: boolean;
  readonly onReady: () => void;
}) {
  const { t } = useWords();
  const basis = useSheetBasis(view);
  const results = useDocument((document) => document.results);
  const packs = usePacksInUse();
  const makeReport = usePlanReport(view);
  const report = useMemo(() => makeReport?.(), [makeReport]);
  useEffect(() => {
    if (report) onReady();
  }, [report, onReady]);
  const pages = useMemo(() => {
    if (!report || !results || !streets) return [];
    const titleOf = (rule: string) => ruleFacts(rule, packs).title;
    const levelOf = (level: string) => t(`judging.level.${level as AdminLevel}`);
    const metrics = report.plan.metrics.map(({ metric }) => metric);
    return report.streets.flatMap(({ id, after, unjudged, measures }) => {
      const facts = streetFacts(view, results, id, titleOf, levelOf, placesOf(measures));
      return facts ? [{ ...facts, planned: { metrics, after, unjudged, measures } }] : [];
    });
  }, [report, view, results, streets, packs, t]);
  if (!report) return null;
  return (
    <>
      <PlanPaper of={report} basis={basis} />
      {pages.map((of) => (
        <StreetSheet key={of.id} of={of} basis={basis} leftOut={0} />
      ))}
    </>
  );
}
