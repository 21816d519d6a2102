import { parametersBy } from "../../src/core/analysis/parameters-by.ts";
import { type Pipeline, update } from "../../src/core/analysis/pipeline.ts";
import { exact } from "../../src/core/base/decimal.ts";
import { issue } from "../../src/core/base/issue.ts";
import { done, type Outcome, refused } from "../../src/core/base/outcome.ts";
import { sameContent } from "../../src/core/base/same-content.ts";
import type { Drive } from "../../src/core/base/work.ts";
import type { CareSubject } from "../../src/core/model/facility-kind.ts";
import type { Project } from "../../src/core/model/project.ts";
import { budgetPoint } from "../../src/core/plan/budget-point.ts";
import type { PlanLimits } from "../../src/core/plan/choose-plan.ts";
import { countedCases } from "../../src/core/plan/counted-cases.ts";
import { countedPlan } from "../../src/core/plan/counted-plan.ts";
import { placeKey } from "../../src/core/plan/measure.ts";
import { isMovable } from "../../src/core/plan/movable.ts";
import { planOf } from "../../src/core/plan/plan-answer.ts";
import { measuresIn, type PlanBasis, type PlanGround, planBasis } from "../../src/core/plan/plan-basis.ts";
import type { PlanGoal } from "../../src/core/plan/plan-question.ts";
import { reachPlan, reachWith } from "../../src/core/plan/reach-plan.ts";
import { decidedMeasures, type PlannedMeasure, rebasePlan } from "../../src/core/plan/rebase-plan.ts";
import type { Horizon } from "../../src/core/plan/years.ts";
import type { OpenProgramme } from "../../src/core/siting/choice-programme.ts";
import { withCustomPacks } from "../../src/core/standards/standards.ts";
import { shippedTerms } from "../../src/io/plan/shipped-terms.ts";
import { readProject } from "../../src/io/project-file/read-project.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import type { Doubted, MovedSite, PlanCounted, PlanTasks, YearSpan, YearsAsked } from "../plan-tasks.ts";
import type { TaskTable } from "../serve.ts";
import { fateView } from "../views/fate-view.ts";
import { casesView, countedView, foundView, pointView, reachView, surveyView } from "../views/plan-view.ts";

/**
 * The tasks of one who looks for plans, of the project surveyed last. They are long, and some do not breathe: whoever wants
 * no answer lets go of the whole worker.
 */
export function solverTasks(loadProgrammes: () => Promise<OpenProgramme>): TaskTable<PlanTasks> {
  const terms = shippedTerms();
  let ground: PlanGround | undefined;
  let basis: PlanBasis | undefined;
  /** The same for plans that begin in a year to come. */
  let later: { readonly from: number; readonly basis: PlanBasis } | undefined;
  let loaded: OpenProgramme | undefined;
  const programmesNow = async () => (loaded ??= await loadProgrammes());

  /** What plans begin from that begin in this year, or in that of the survey. */
  async function basisFrom(drive: Drive, from = ground?.from): Promise<Outcome<PlanBasis>> {
    if (!ground || !basis) return nothingSurveyed();
    if (from === ground.from) return done(basis);
    if (later && later.from === from) return done(later.basis);
    const made = await drive(planBasis({ ...ground, from: from as number }));
    if (made.ok) later = { from: from as number, basis: made.value };
    return made;
  }

  return {
    async survey({ name, bytes, from }, drive) {
      const read = await readProject(bytes as Uint8Array<ArrayBuffer>, name);
      if (!read.ok) return read;
      const project = read.value;
      const standards = shippedStandards();
      const all = withCustomPacks(standards, project.customPacks);
      const parameters = parametersBy(project.parameters ?? {}, all, project.pack);
      const next = { project, standards, parameters, terms, from };
      const surveyed = await drive(planBasis(next));
      if (!surveyed.ok) return surveyed;
      [ground, basis, later] = [next, surveyed.value, undefined];
      return done(surveyView(basis));
    },

    async plan({ goal, places, years, doubt, equity }, drive) {
      const begun = await basisFrom(drive, years?.first);
      if (!begun.ok) return begun;
      const asked: PlanGoal = goal.for === "budget" ? { for: "budget", budget: exact(goal.budget) } : goal;
      const programmes = await programmesNow();
      const plan = await drive(
        planOf(
          begun.value,
          {
            goal: asked,
            places,
            ...(years && { years: horizonOf(years) }),
            ...(doubt && { doubt }),
            ...(equity !== undefined && { equity }),
            limits: years || doubt ? SPREAD : WHOLE,
          },
          programmes,
        ),
      );
      return plan.ok ? done(foundView(begun.value, plan.value)) : plan;
    },

    async locate(asked, drive) {
      if (!basis) return nothingSurveyed();
      const plan = await drive(reachPlan(basis, { ...asked, work: STEPS }, await programmesNow()));
      return plan.ok ? done(reachView(basis, plan.value)) : plan;
    },

    async point({ budget, places }, drive) {
      if (!basis) return nothingSurveyed();
      const asked = { budget: exact(budget), places, limits: ROUGH };
      const point = await drive(budgetPoint(basis, asked, await programmesNow()));
      return done(point && pointView(basis, point));
    },

    async count({ measures: ids, moved, over, reach, doubted }, drive) {
      const begun = await basisFrom(drive, over?.first);
      if (!begun.ok) return begun;
      const project = withSitesAt(begun.value.base.project, moved);
      const base = await drive(update(begun.value.base, { project }));
      if (!base.ok) return base;
      const measures = measuresIn(base.value, terms, over?.first ?? ground?.from).measures.filter(({ id }) =>
        ids.includes(id),
      );
      const lost = ids.filter((id) => !measures.some((each) => each.id === id));
      if (lost.length > 0) return refused(issue("plan.not-there", "error", { measures: lost.join(", ") }));
      const fixed = measures.filter(
        (each) => !isMovable(each) && moved.some(({ site }) => placeKey(each.place) === placeKey({ site })),
      );
      if (fixed.length > 0)
        return refused(
          issue("plan.not-movable", "error", { measures: fixed.map(({ id }) => id).join(", ") }),
        );
      const startOf = new Map(ids.map((id, at) => [id, over?.starts[at] ?? 0]));
      const planned = measures.map((measure) => ({
        measure,
        ...(over && { year: startOf.get(measure.id) ?? over.first }),
      }));
      return await counted(drive, begun.value, base.value, planned, {
        ...{ over, reach, doubted: moved.length > 0 ? undefined : doubted },
      });
    },

    async rebase({ planned, decisions, over, reach, doubted }, drive) {
      const begun = await basisFrom(drive, over?.first);
      if (!begun.ok) return begun;
      const { base, measures, refused } = begun.value;
      const rebased = rebasePlan(planned, { project: base.project, measures, refused }, over?.last);
      const fates = rebased.map((each) => fateView(each, base));
      const decided = decisions.filter(({ id, of }) =>
        fates.some((each) => each.id === id && sameContent(each.fate, of)),
      );
      const choices = new Map(decided.map(({ id, choice }) => [id, choice]));
      const standing = decidedMeasures(rebased, choices);
      const made = await counted(drive, begun.value, base, standing, { over, reach, doubted });
      return made.ok ? done({ fates, counted: made.value }) : made;
    },
  };
}

/**
 * Measures counted by an analysis of `tried` with all of them done, as what they make of the document; of a question of reach,
 * who reaches care by them too, and under doubt what each case comes to. `tried` is the document, or has sites elsewhere, where
 * there is no doubt.
 */
async function counted(
  drive: Drive,
  document: PlanBasis,
  tried: Pipeline,
  planned: readonly PlannedMeasure[],
  { over, reach: subject, doubted }: Besides,
): Promise<Outcome<PlanCounted>> {
  const measures = planned.map(({ measure }) => measure);
  const spread = over && {
    years: yearsFrom(over),
    starts: planned.map(({ year = over.first }) => year),
  };
  const plan = await drive(countedPlan({ ...document, base: tried }, measures, spread));
  if (!plan.ok) return plan;
  const reach = subject && (await drive(reachWith(tried, measures, subject)));
  if (reach?.ok === false) return reach;
  const cases =
    doubted &&
    (await drive(countedCases(document, planned, { ...doubted, ...(over && { lastYear: over.last }) })));
  if (cases?.ok === false) return cases;
  return done({
    ...countedView(document, plan.value),
    ...(reach && { reach: reach.value }),
    ...(cases && { cases: casesView(cases.value) }),
  });
}

/** What is told of measures besides what they come to. */
interface Besides {
  readonly over: YearSpan | undefined;
  readonly reach: CareSubject | undefined;
  readonly doubted: Doubted | undefined;
}

/** A whole search ends where its gap is closed, or here. */
const WHOLE: PlanLimits = { gap: 0, rounds: 1000, nodes: 100_000 };
/** Over several years, and under doubt, the last tenths of a per cent take longer than they are worth. */
const SPREAD: PlanLimits = { gap: 0.002, rounds: 1000, nodes: 100_000 };
/** A point of a curve may be off by what nobody sees on it. */
const ROUGH: PlanLimits = { gap: 0.005, rounds: 200, nodes: 20_000 };

/** Links that a question of reach looks at most. */
const STEPS = 2e9;

function horizonOf({ yearly, carry, ...span }: YearsAsked): Horizon {
  return { years: yearsFrom(span), carry, ...(yearly && { yearly: yearly.map(exact) }) };
}

function yearsFrom({ first, last }: YearSpan): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function withSitesAt(project: Project, moved: readonly MovedSite[]): Project {
  const to = new Map(moved.map(({ site, to }) => [site, to]));
  const sites = project.sites.map((site) => ({ ...site, at: to.get(site.id) ?? site.at }));
  return moved.length === 0 ? project : { ...project, sites };
}

function nothingSurveyed(): Outcome<never> {
  return refused(issue("plan.nothing-surveyed", "error", {}));
}
