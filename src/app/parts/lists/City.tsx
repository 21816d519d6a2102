import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import type { CityFacts } from "../../../core/city/city-facts.ts";
import { canDrawMap } from "../../../map/webgl.ts";
import type { TierUnits } from "../../../ui/city/TierGaps.tsx";
import { tierKey } from "../../../ui/city/tier-key.ts";
import type { Walks } from "../../../ui/city/WalkFigures.tsx";
import { useWords } from "../../../ui/words.ts";
import { rowName } from "../../derived/row-name.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { useParameters } from "../../state/parameters.ts";
import { rowChosen, useSession } from "../../state/session.ts";
import { useWalks } from "../../state/walks.ts";

const CityPanel = lazy(async () => ({ default: (await import("../../../ui/city/CityPanel.tsx")).CityPanel }));

/** The dashboard of the open document; the last one stays until the next is there. */
export function City({ view, invented }: { readonly view: ProjectView; readonly invented: boolean }) {
  const { t } = useWords();
  const results = useDocument((document) => document.results);
  const year = useDocument((document) => document.choices.year);
  const { facts, fresh } = useCityFacts();
  const units = useTierUnits(facts);
  const walks = useWalksOf(view);
  const waiting = <div className="facts-empty">{t(results ? "city.loading" : "tables.notYet")}</div>;
  if (!facts || !results) return waiting;
  return (
    <Suspense fallback={waiting}>
      <CityPanel
        facts={facts}
        stale={!fresh}
        verdicts={results.headline.verdicts}
        invented={invented}
        year={year}
        units={units}
        walks={walks}
      />
    </Suspense>
  );
}

function useWalksOf({ zones, facilities, ways }: ProjectView): Walks {
  const found = useWalks();
  const { reach } = useParameters();
  return {
    found,
    streets: ways > 0,
    straight: reach === "straight",
    zoneName: (zone) => rowName(zones, zone),
    facilityName: (facility) => rowName(facilities, facility),
    onZone: (zone) => useSession.setState({ selection: { kind: "zone", id: zones.ids[zone] ?? "" } }),
  };
}

/** Looks at units that lack the facility of their tier, one by one or marked on the map while the dashboard is read. */
function useTierUnits(facts: CityFacts | undefined): TierUnits {
  const units = useDocument((document) => document.view?.units);
  const chosen = useSession(({ selection }) => rowChosen(selection));
  const [marked, mark] = useState<string>();
  const grounded = useMemo(
    () => new Set(units?.flatMap(({ id, shapes }) => (shapes.positions.length > 0 ? [id] : []))),
    [units],
  );
  useEffect(() => {
    const tier = facts?.tiers.find((each) => tierKey(each) === marked);
    useSession.setState({ marked: tier?.lacking.map(({ unit }) => unit) ?? [] });
    return () => useSession.setState({ marked: [] });
  }, [facts, marked]);
  return {
    chosen: chosen?.kind === "unit" ? chosen.id : undefined,
    onUnit: (id) => useSession.setState({ selection: { kind: "unit", id } }),
    map: canDrawMap() ? { grounded, marked, onMark: mark } : undefined,
  };
}

/** The facts of the results on screen, or the last ones, which then are not fresh. */
function useCityFacts(): { readonly facts: CityFacts | undefined; readonly fresh: boolean } {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const [known, setKnown] = useState<{ readonly facts: CityFacts; readonly of: AnalysisView }>();
  useEffect(() => {
    if (!results) return;
    const abort = new AbortController();
    void desk.call("city", undefined, { signal: abort.signal }).then((answer) => {
      if (answer.state === "done" && !abort.signal.aborted) setKnown({ facts: answer.output, of: results });
    });
    return () => abort.abort();
  }, [desk, results]);
  return { facts: known?.facts, fresh: known?.of === results };
}
