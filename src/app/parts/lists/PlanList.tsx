import { Button } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { placeKey } from "../../../core/plan/measure.ts";
import { counted } from "../../../i18n/numbers.ts";
import { knownProjects, PROJECT_CITIES, type ProjectCity } from "../../../io/projects/shipped-projects.ts";
import { today } from "../../../platform/browser/clock.ts";
import { KnownProjects } from "../../../ui/plans/KnownProjects.tsx";
import { PlanLocks } from "../../../ui/plans/PlanLocks.tsx";
import { PlanMissing } from "../../../ui/plans/PlanMissing.tsx";
import { PlanProgress } from "../../../ui/plans/PlanProgress.tsx";
import { PlanQuestion } from "../../../ui/plans/PlanQuestion.tsx";
import { useWords } from "../../../ui/words.ts";
import { countKnown, findPlan, keepBest, survey } from "../../commands/plan.ts";
import { choosePlace } from "../../commands/plan-places.ts";
import { takeProjects } from "../../commands/take-projects.ts";
import { comingIn, idOf } from "../../derived/plan-facts.ts";
import { budgetOver } from "../../derived/plan-goal.ts";
import { searchFacts } from "../../derived/plan-search.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { usePacksInUse } from "../../state/packs.ts";
import { useParameters } from "../../state/parameters.ts";
import { isOfRooms, ROOM_GOALS, setWill, useIsCurrent, usePlans } from "../../state/plans.ts";
import { hover, useSession } from "../../state/session.ts";
import { Curve, Kept } from "./PlanBeside.tsx";
import { PlanMade } from "./PlanMade.tsx";
import "../../../ui/plans/plans.css";

/** 补点方案: what is asked, how far the search is, and what was found. */
export function PlanList({ view }: { readonly view: ProjectView }) {
  const { t, sentence } = useWords();
  const desk = useDesk();
  const ready = useDocument(({ results, stale, busy }) => results !== undefined && !stale && !busy);
  const { goal, budget, count, backup, spread, doubt, surveyed, search, made, trouble } = usePlans(
    useShallow(({ goal, budget, count, backup, spread, doubt, surveyed, search, made, trouble }) => ({
      ...{ goal, budget, count, backup, spread, doubt, surveyed, search, made, trouble },
    })),
  );
  const subject = useSession((session) => session.subject);
  const { supply } = useParameters();
  const isSurveyed = useIsCurrent(surveyed?.ground);
  const isIdle = search === undefined && trouble === undefined;
  useEffect(() => {
    if (ready && !isSurveyed && isIdle) void survey(desk);
  }, [desk, ready, isSurveyed, isIdle]);
  const answer = useRef<HTMLDivElement>(null);
  const last = useRef(made);
  useEffect(() => {
    // A plan that was just found is below what was asked; one that was there stays where it was left.
    if (made && made !== last.current) answer.current?.scrollIntoView({ block: "start" });
    last.current = made;
  }, [made]);
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
  return (
    <div className="plans">
      <div className={isSurveyed ? undefined : "stale"} aria-busy={!isSurveyed}>
        {surveyed && <PlanMissing of={surveyed.is.missing} />}
        {surveyed && supply !== "fair" && <p className="remark">{t("plans.byFair")}</p>}
      </div>
      {isSurveyed && isOpen && nowhere && <p>{t("plans.noPlaces")}</p>}
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
        thisYear={Number(today().slice(0, 4))}
        again={made !== undefined}
        onFind={
          canFind && search?.doing !== "plan" && search?.doing !== "locate"
            ? () => void findPlan(desk)
            : undefined
        }
      >
        <Locks />
        {surveyed && !nowhere && <Places />}
        <Known view={view} ready={ready && isSurveyed && !search} />
      </PlanQuestion>
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
        <p className="flag" role="alert">
          {t("plans.trouble", {
            what: trouble.message ?? trouble.issues.map(sentence).join(" "),
          })}
        </p>
      )}
      <div ref={answer}>{made && <PlanMade view={view} />}</div>
      <Curve />
      <Kept />
    </div>
  );
}

/** Places fixed beforehand. */
function Locks() {
  const { places, surveyed } = usePlans(useShallow(({ places, surveyed }) => ({ places, surveyed })));
  const names = useMemo(
    () => new Map(surveyed?.is.places.map(({ place, name }) => [idOf(place), name])),
    [surveyed],
  );
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? id }));
  return (
    <PlanLocks
      of={{ with: named(places.with), without: named(places.without) }}
      onRelease={(id) => setWill(id, "open")}
    />
  );
}

/** Projects that are known to come, and the lists that documents have of them. */
function Known({ view, ready }: { readonly view: ProjectView; readonly ready: boolean }) {
  const desk = useDesk();
  const surveyed = usePlans((plans) => plans.surveyed);
  const packs = usePacksInUse();
  const inUse = new Set(packs.map(({ id }) => id));
  const there = new Set(view.facilities.ids);
  const lists = PROJECT_CITIES.flatMap((city) => {
    const { pack, list, projects } = knownProjects(city);
    const places = projects.filter(({ kind }) => kind !== undefined);
    // A demo city is none of theirs.
    return view.origin === "imported" && inUse.has(pack) && places.some(({ id }) => !there.has(id))
      ? [{ key: city, name: list, projects: places.length }]
      : [];
  });
  return (
    <KnownProjects
      coming={surveyed ? comingIn(surveyed.is).length : 0}
      onCount={ready ? () => void countKnown(desk) : undefined}
      lists={lists}
      onTake={(city) => takeProjects(desk, city as ProjectCity)}
    />
  );
}

/** All places where something can be done. */
function Places() {
  const { t } = useWords();
  const surveyed = usePlans(({ surveyed }) => surveyed);
  const places = surveyed?.is.places ?? [];
  return (
    <details className="plan-places">
      <summary>{t("plans.places", counted(places.length))}</summary>
      <ul>
        {places.map(({ place, name, measures }) => (
          <li key={placeKey(place)}>
            <Button
              type="link"
              size="small"
              onMouseEnter={() => hover({ place: placeKey(place) })}
              onMouseLeave={() => hover({})}
              onClick={() => choosePlace(placeKey(place))}
            >
              {name}
            </Button>
            <span className="remark">
              {[...new Set(measures.map(({ kind }) => t(`plans.kinds.${kind}`)))].join(t("effect.between"))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
