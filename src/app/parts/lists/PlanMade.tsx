import { Button } from "antd";
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { placeKey } from "../../../core/plan/measure.ts";
import { SubjectChoice } from "../../../ui/areas/AreaChoices.tsx";
import { EffectTold } from "../../../ui/evidence/EffectTold.tsx";
import { Segments } from "../../../ui/frame/Segments.tsx";
import { MeasureList } from "../../../ui/plans/MeasureList.tsx";
import { PlanCases } from "../../../ui/plans/PlanCases.tsx";
import { PlanConflicts } from "../../../ui/plans/PlanConflicts.tsx";
import { PlanLacking } from "../../../ui/plans/PlanLacking.tsx";
import { PlanRefusals } from "../../../ui/plans/PlanRefusals.tsx";
import { PlanStanding } from "../../../ui/plans/PlanStanding.tsx";
import { PlanYears } from "../../../ui/plans/PlanYears.tsx";
import { moneyWords } from "../../../ui/plans/plan-words.ts";
import { ReachFigures } from "../../../ui/plans/ReachFigures.tsx";
import { useWords } from "../../../ui/words.ts";
import { acceptPlan, findAgain, findPlan } from "../../commands/plan.ts";
import { keepScenario } from "../../commands/plan-kept.ts";
import { choosePlace } from "../../commands/plan-places.ts";
import { countDecided, decide, rebasePlans } from "../../commands/plan-rebase.ts";
import {
  caseFacts,
  conflictFacts,
  dateFacts,
  lackingFacts,
  reachFacts,
  standingOf,
  wayOutFacts,
  yearFacts,
} from "../../derived/plan-facts.ts";
import { goalWords } from "../../derived/plan-goal.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { isUnderDoubt } from "../../state/plan-asked.ts";
import { isAdoptable, isCounted } from "../../state/plan-made.ts";
import { MOST_KEPT, planShown, useIsCurrent, usePlans } from "../../state/plans.ts";
import { hover, rowChosen, select, useSession } from "../../state/session.ts";
import { PlanOutputs } from "../plans/PlanOutputs.tsx";
import { useTaking } from "./list-state.ts";
import { useRebase } from "./use-rebase.ts";

/** The plan on screen: how good it is, what it does where, and what becomes of it. */
export function PlanMade({ view }: { readonly view: ProjectView }) {
  const words = useWords();
  const { t } = words;
  const desk = useDesk();
  const { made, trial, search, kept, shadesAfter } = usePlans(
    useShallow(({ made, trial, search, kept, shadesAfter }) => ({ made, trial, search, kept, shadesAfter })),
  );
  const found = usePlans(planShown);
  const isCurrent = useIsCurrent(made?.ground);
  const idle = useDocument(({ busy, stale }) => !busy && !stale);
  const subject = useSession((session) => session.subject);
  const lacking = useMemo(() => (found ? lackingFacts(view.zones, found) : []), [view, found]);
  const years = useMemo(() => (found ? yearFacts(found) : []), [found]);
  const dates = useMemo(() => (found ? dateFacts(view.zones, found) : []), [view, found]);
  const ways = useMemo(() => (found ? wayOutFacts(view, found) : []), [view, found]);
  const cases = useMemo(() => (found ? caseFacts(view, found) : []), [view, found]);
  const reach = useMemo(() => made && found && reachFacts(made.asked, found), [made, found]);
  const conflicts = useMemo(() => (made && found ? conflictFacts(made, found.measures) : []), [made, found]);
  const isBehind = useRebase(idle);
  if (!made || !found) return null;
  const isPlan = found.status === "optimal" || found.status === "feasible";
  const isAsked = search?.doing === "plan" || search?.doing === "locate";
  const stands = isCurrent && isCounted(made);
  const whyNot = !isCurrent
    ? "plans.acceptStale"
    : !isCounted(made)
      ? "rebasing.acceptUncounted"
      : isAdoptable(made)
        ? undefined
        : "rebasing.acceptOpen";
  const goal = goalWords(made.asked, words);
  const cost = moneyWords(found.cost, words);
  const full = kept.length >= MOST_KEPT;
  return (
    <section
      className={stands && !isAsked ? "plan-made" : "plan-made stale"}
      aria-label={t("plans.answer")}
      aria-busy={isAsked}
    >
      {!stands && search?.doing !== "rebase" && (
        <p className="flag plan-go">
          {t("plans.stale")}
          {idle && isBehind && (
            <Button size="small" onClick={() => void rebasePlans(desk)}>
              {t("rebasing.count")}
            </Button>
          )}
          {isCurrent && (
            <Button size="small" onClick={() => void countDecided(desk)}>
              {t("rebasing.count")}
            </Button>
          )}
        </p>
      )}
      <PlanStanding
        of={standingOf(made, found, trial?.found !== undefined, view.zones)}
        cost={found.cost}
        yearly={found.measures.reduce((sum, { yearly = 0 }) => sum + yearly, 0)}
        measures={found.measures.length}
        closed={found.missing}
      >
        {reach && <ReachFigures of={reach} />}
      </PlanStanding>
      {made.rebased && (
        <p className="plan-go">
          <Button size="small" disabled={!idle || isAsked} onClick={() => void findAgain(desk)}>
            {t("rebasing.findAgain")}
          </Button>
        </p>
      )}
      <PlanConflicts of={conflicts} onDecide={(ids, choice) => void decide(desk, ids, choice)} />
      {found.status === "infeasible" && !reach && (
        <PlanLacking
          of={lacking}
          ways={ways}
          onAskMost={() => {
            usePlans.setState({ goal: "most" });
            void findPlan(desk);
          }}
        />
      )}
      {isPlan && found.measures.length > 0 && (
        <>
          <p className="plan-go">
            <Button
              type="primary"
              ghost
              disabled={!isCurrent || !isAdoptable(made) || !idle || isAsked}
              title={t(whyNot ?? "plans.acceptHelp")}
              onClick={() => void acceptPlan(desk, t("plans.title", { goal, cost }))}
            >
              {t("plans.accept")}
            </Button>
            <Button disabled={full} title={full ? t("plans.keepFull") : undefined} onClick={keepScenario}>
              {t("plans.keep")}
            </Button>
          </p>
          <div className="plan-shading">
            <Segments<"now" | "after">
              aria-label={t("plans.shading")}
              value={shadesAfter ? "after" : "now"}
              onChange={(to) => usePlans.setState({ shadesAfter: to === "after" })}
              options={[
                { value: "now", label: t("plans.shadesNow") },
                { value: "after", label: t("plans.shadesAfter") },
              ]}
            />
            <SubjectChoice subject={subject} onSubject={(to) => useSession.setState({ subject: to })} />
          </div>
          <Measures />
          <div className="plan-go">
            <PlanOutputs view={view} />
          </div>
          {cases.length > 0 && <PlanCases of={cases} metrics={found.missing} />}
          {cases.length === 0 && isUnderDoubt(made.asked) && (
            <p className="remark">{t("plans.cases.notCounted")}</p>
          )}
          {years.length > 0 && (
            <PlanYears
              years={years}
              dates={dates}
              metrics={found.missing}
              onZone={(id) => select({ kind: "zone", id }, false, "plans")}
            />
          )}
          <details className="plan-part">
            <summary>{t("plans.effect")}</summary>
            <div className="effect">
              <EffectTold
                of={{ is: "found", effect: found.effect }}
                onZone={(id) => select({ kind: "zone", id }, false, "plans")}
              />
            </div>
          </details>
        </>
      )}
      <PlanRefusals of={found.refused} />
    </section>
  );
}

function Measures() {
  const found = usePlans(planShown);
  const measures = found?.measures ?? [];
  const taking = useTaking("plans");
  const chosen = useSession(({ selection }) => rowChosen(selection));
  const row = measures.findIndex(({ place }) => {
    const key = placeKey(place);
    return chosen !== undefined && key === `${chosen.kind} ${chosen.id}`;
  });
  return (
    <MeasureList
      of={measures}
      {...taking}
      selected={row < 0 ? undefined : row}
      onSelect={(at, entered) => {
        const measure = measures[at];
        if (measure) choosePlace(placeKey(measure.place), false, entered);
      }}
      onHover={(at) => {
        const measure = at === undefined ? undefined : measures[at];
        hover(measure ? { place: placeKey(measure.place) } : {});
      }}
    />
  );
}
