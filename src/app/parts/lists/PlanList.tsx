import { useEffect, useId, useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { today } from "../../../platform/browser/clock.ts";
import { useIntoView } from "../../../ui/frame/use-into-view.ts";
import { AskedLine } from "../../../ui/plans/AskedLine.tsx";
import { LackSources } from "../../../ui/plans/LackSources.tsx";
import { PlanMissing } from "../../../ui/plans/PlanMissing.tsx";
import { PlanProgress } from "../../../ui/plans/PlanProgress.tsx";
import { PlanQuestion } from "../../../ui/plans/PlanQuestion.tsx";
import { PlanRefusals } from "../../../ui/plans/PlanRefusals.tsx";
import { useWords } from "../../../ui/words.ts";
import { findPlan, keepBest, survey } from "../../commands/plan.ts";
import { lackSources } from "../../derived/lack-sources.ts";
import { askedFacts, budgetOver } from "../../derived/plan-goal.ts";
import { searchFacts } from "../../derived/plan-search.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { useParameters } from "../../state/parameters.ts";
import { isOfReach, isOfRooms, ROOM_GOALS } from "../../state/plan-asked.ts";
import { useIsCurrent, usePlans } from "../../state/plans.ts";
import { useSession } from "../../state/session.ts";
import { Curve, Kept } from "./PlanBeside.tsx";
import { Known, Locks } from "./PlanGiven.tsx";
import { PlanMade } from "./PlanMade.tsx";
import { PlanPlaces } from "./PlanPlaces.tsx";
import { useFolding } from "./use-folding.ts";
import "../../../ui/plans/plans.css";

/** 补点方案: what is asked, how far the search is, and what was found. */
export function PlanList({ view }: { readonly view: ProjectView }) {
  const words = useWords();
  const { t, sentence } = words;
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const sources = useMemo(() => (results ? lackSources(results) : []), [results]);
  const ready = useDocument(({ results, stale, busy }) => results !== undefined && !stale && !busy);
  const { goal, budget, count, backup, spread, doubt, equity, surveyed, search, made, trouble } = usePlans(
    useShallow(({ goal, budget, count, backup, spread, doubt, equity, surveyed, search, made, trouble }) => ({
      ...{ goal, budget, count, backup, spread, doubt, equity, surveyed, search, made, trouble },
    })),
  );
  const subject = useSession((session) => session.subject);
  const { supply } = useParameters();
  const isSurveyed = useIsCurrent(surveyed?.ground);
  const isCurrent = useIsCurrent(made?.ground);
  const isIdle = search === undefined && trouble === undefined;
  useEffect(() => {
    if (ready && !isSurveyed && isIdle) void survey(desk);
  }, [desk, ready, isSurveyed, isIdle]);
  const { toggle, isFolded, asked, isChanged, onOpen } = useFolding();
  const question = useId();
  const told = useIntoView<HTMLParagraphElement>(
    trouble && (trouble.message ?? trouble.issues.map(({ code }) => code).join()),
  );
  const soFar = useMemo(
    () =>
      search?.asked && surveyed && isOfRooms(search.asked)
        ? searchFacts(search.asked, search.step?.search, surveyed.is)
        : undefined,
    [search, surveyed],
  );
  const isOpen = surveyed !== undefined && surveyed.is.missing.some(({ missing }) => missing > 0);
  const nowhere = surveyed?.is.places.length === 0;
  const asksRooms = ROOM_GOALS.some((one) => one === goal);
  const canFind = ready && (!isSurveyed || ((isOpen || !asksRooms) && !nowhere));
  const onFind =
    canFind && search?.doing !== "plan" && search?.doing !== "locate" ? () => void findPlan(desk) : undefined;
  return (
    <div className="plans">
      <div className={isSurveyed ? undefined : "stale"} aria-busy={!isSurveyed}>
        {surveyed && !isFolded && (
          <>
            <PlanMissing of={surveyed.is.missing} isSupplyKnown={view.facilities.ids.length > 0} />
            <LackSources of={sources} />
          </>
        )}
        {surveyed && !isFolded && supply !== "fair" && <p className="remark">{t("plans.byFair")}</p>}
      </div>
      {isSurveyed && isOpen && nowhere && (
        <>
          <p>{t(surveyed.is.refused.length > 0 ? "plans.allRefused" : "plans.noPlaces")}</p>
          <PlanRefusals of={surveyed.is.refused} />
        </>
      )}
      {asked && (
        <AskedLine
          of={askedFacts(asked, words)}
          isOpen={!isFolded}
          controls={question}
          {...{ onOpen, toggle, onFind }}
          isChanged={isFolded && isChanged}
        >
          {isFolded && <Locks view={view} />}
        </AskedLine>
      )}
      {!isFolded && (
        <div id={question} className="plan-part">
          <PlanQuestion
            goal={goal}
            onGoal={(to) => usePlans.setState({ goal: to })}
            budget={budget}
            onBudget={(to) => usePlans.setState({ budget: to })}
            count={count}
            onCount={(to) => usePlans.setState({ count: to })}
            backup={backup}
            onBackup={(to) => usePlans.setState({ backup: to })}
            subject={subject}
            onSubject={(to) => useSession.setState({ subject: to })}
            spread={spread}
            onSpread={(to) => usePlans.setState({ spread: to, budget: budgetOver(budget, spread, to) })}
            doubt={doubt}
            onDoubt={(to) => usePlans.setState({ doubt: to })}
            equity={equity}
            onEquity={(to) => usePlans.setState({ equity: to })}
            thisYear={Number(today().slice(0, 4))}
            again={made !== undefined}
            onFind={onFind}
          >
            <Locks view={view} />
            <PlanPlaces sites={view.sites} />
            <Known view={view} ready={ready && isSurveyed && !search} />
          </PlanQuestion>
        </div>
      )}
      {search && (
        <PlanProgress
          doing={search.doing}
          soFar={soFar}
          onCancel={search.cancel}
          onKeep={
            search.doing === "plan" && search.step?.search?.best ? () => void keepBest(desk) : undefined
          }
        />
      )}
      {trouble && (
        <p ref={told} className="flag" role="alert">
          {trouble.message === undefined
            ? t("plans.trouble", { what: trouble.issues.map(sentence).join(" ") })
            : t("plans.brokenOff", { what: trouble.message })}
        </p>
      )}
      {made && <PlanMade view={view} />}
      {isFolded && isCurrent && made && !isOfReach(made.asked) && <LackSources of={sources} />}
      <Curve />
      <Kept />
    </div>
  );
}
