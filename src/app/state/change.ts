import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { parametersApart } from "../../core/analysis/parameters.ts";
import { STREET_TIER } from "../../core/deficit/territory.ts";
import { type Compared, compare, compareUnits, type UnitComparison } from "../../core/scenario/compare.ts";
import { formatMetres } from "../../i18n/numbers.ts";
import type { ChangeFacts } from "../../ui/changes/change-facts.ts";
import { type Speech, useWords } from "../../ui/words.ts";
import { editedRow } from "../derived/edited-row.ts";
import { unitOf } from "../derived/facts.ts";
import { lackKnownAlone } from "../derived/lack-known.ts";
import { movedFacility } from "../derived/moved-facility.ts";
import { servedChanges } from "../derived/served-changes.ts";
import { same } from "../derived/shared-columns.ts";
import { streetChangesWords } from "../derived/street-change-words.ts";
import { type Earlier, useDocument } from "./document.ts";
import { useDrawnResults, useOutdated } from "./drawn-results.ts";
import { useParameters } from "./parameters.ts";

/** What the last change made different; `undefined` before there are results to tell, or once it was put away. */
export function useChange(): ChangeFacts | undefined {
  const { t } = useWords();
  const [earlier, view] = useDocument(useShallow(({ earlier, view }) => [earlier, view]));
  const results = useDrawnResults();
  const outdated = useOutdated();
  const parameters = useParameters();
  return useMemo(() => {
    if (!earlier || !results || !view || outdated || results === earlier.results) return undefined;
    const apart = parametersApart(earlier.parameters, parameters);
    return {
      what: [
        ...apart.map((name) => t(`parameters.names.${name}`)),
        ...(view === earlier.view ? [] : [dataWords(earlier, view, t)]),
      ],
      takenBack: earlier.takenBack,
      served: view === earlier.view ? [] : servedChanges(earlier, { view, results }),
      knownAlone: lackKnownAlone(earlier, { view, results }),
      comparison: compare(sideOf(earlier), sideOf({ view, results })),
      unitOf: (metric) => unitOf(results, metric),
    };
  }, [earlier, results, view, outdated, parameters, t]);
}

/** Of which 街道 the last change made more or less missing. */
export function useStreetChanges(): readonly UnitComparison[] {
  const earlier = useDocument((document) => document.earlier);
  const results = useDrawnResults();
  return useMemo(() => {
    const streets = ({ rollUp }: AnalysisView) => rollUp.ofTier(STREET_TIER);
    return earlier && results ? compareUnits(streets(earlier.results), streets(results)) : [];
  }, [earlier, results]);
}

/** What is different of the data: one row and what was done to it or is taken back, or more than a word can say. */
function dataWords({ view, takenBack }: Earlier, now: ProjectView, t: Speech["t"]): string {
  const moved = movedFacility(view, now);
  if (moved !== undefined) {
    const { name, metres } = moved;
    return Number.isNaN(metres)
      ? t("changes.placed", { name })
      : t("changes.moved", { name, metres: formatMetres(metres) });
  }
  if (!same(view.streetChanges, now.streetChanges)) {
    const [before, after] = [view, now].map(({ streetChanges }) => streetChanges.map(({ change }) => change));
    const what = takenBack ? streetChangesWords(after, before, t) : streetChangesWords(before, after, t);
    return t("changes.streets", { what });
  }
  const row = takenBack ? editedRow(now, view) : editedRow(view, now);
  if (!row) return t("changes.data");
  const { name, table, how } = row;
  return how === "added" || how === "removed"
    ? t(`changes.row.${how}.${table}`, { name })
    : t(`changes.row.${how}`, { name });
}

function sideOf({ view, results }: Pick<Earlier, "view" | "results">): Compared {
  return { zoneIds: view.zones.ids, ...results };
}
