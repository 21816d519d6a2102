import { useEffect, useMemo, useState } from "react";
import type { ProjectView } from "../../../workers/protocol.ts";
import { analysisView } from "../../../workers/views/analysis-view.ts";
import type { CityFacts } from "../../core/city/city-facts.ts";
import { today } from "../../platform/browser/clock.ts";
import { standingWords } from "../../ui/plans/plan-words.ts";
import type { PlanReportFacts } from "../../ui/plans/report-facts.ts";
import { inARow, useWords } from "../../ui/words.ts";
import { standingOf } from "../derived/plan-facts.ts";
import { askedWords } from "../derived/plan-goal.ts";
import { planReport } from "../derived/plan-report.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";
import { usePacksInUse } from "./packs.ts";
import { useParameters } from "./parameters.ts";
import { planShown, usePlans } from "./plans.ts";

/**
 * Makes the report of the plan on screen, for who takes it; absent while what it tells of the city is worked out, and without
 * a plan.
 */
export function usePlanReport(view: ProjectView): (() => PlanReportFacts) | undefined {
  const desk = useDesk();
  const words = useWords();
  const packs = usePacksInUse();
  const { decides } = useParameters();
  const results = useDocument((document) => document.results);
  const found = usePlans(planShown);
  const made = usePlans((plans) => plans.made);
  const isMoved = usePlans(({ trial }) => trial?.found !== undefined);
  const [city, setCity] = useState<CityFacts>();
  useEffect(() => {
    let isWaiting = true;
    void desk.call("city", undefined).then((answer) => {
      if (isWaiting && answer.state === "done") setCity(answer.output);
    });
    return () => {
      isWaiting = false;
    };
  }, [desk]);
  return useMemo(() => {
    if (!found || !made || !results || !city) return undefined;
    const plan = {
      ...{ found, refused: found.refused },
      asked: askedWords(made.asked, words),
      status: inARow(standingWords(standingOf(made, found, isMoved, view.zones), words), words),
    };
    const basis = { on: today(), city, packs, decides };
    return () => planReport(view, results, analysisView(found.after), basis, plan);
  }, [view, results, found, made, isMoved, city, packs, decides, words]);
}
