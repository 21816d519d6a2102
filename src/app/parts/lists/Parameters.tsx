import { memo, useCallback, useMemo } from "react";
import type { ParameterChange } from "../../../core/analysis/parameters.ts";
import type { CircleJudgement } from "../../../core/analysis/results.ts";
import { ParameterForm } from "../../../ui/parameters/ParameterForm.tsx";
import { setParameters } from "../../commands/analyse.ts";
import { useDesk } from "../../desk-context.ts";
import { overlayChoices, suppliesOffered } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { usePacksInUse } from "../../state/packs.ts";
import { useParameters } from "../../state/parameters.ts";
import { useSession } from "../../state/session.ts";

/** Drawn anew only where something of it is another: its many fields would hold up the new numbers. */
const Form = memo(ParameterForm);

/** What is set for the analysis, and how to change it. */
export const Parameters = memo(function Parameters() {
  const desk = useDesk();
  const value = useParameters();
  const circles = useCircleJudgements();
  const streets = useDocument(({ view }) => (view?.ways ?? 0) > 0);
  const packs = usePacksInUse();
  const overlays = useMemo(() => overlayChoices(packs), [packs]);
  const statuses = useMemo(
    () => [...new Set(packs.flatMap(({ countedKinds }) => countedKinds.statuses.counted))],
    [packs],
  );
  const onChange = useCallback((change: ParameterChange) => setParameters(desk, change), [desk]);
  return (
    <Form
      {...{ value, streets, overlays, statuses, circles, onChange }}
      supplies={suppliesOffered()}
      onStandards={showStandards}
    />
  );
});

function showStandards(): void {
  useSession.setState({ standardsShown: true });
}

function useCircleJudgements(): readonly CircleJudgement[] {
  const circles = useDocument((document) => document.results?.circles);
  return circles === undefined || circles.length === 0 ? NONE : circles;
}

const NONE: readonly never[] = [];
