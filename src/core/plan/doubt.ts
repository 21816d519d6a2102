import { update } from "../analysis/pipeline.ts";
import { compare, type Exact, exact, largest, over, plus, times, toNumber, ZERO } from "../base/decimal.ts";
import type { FacilityId } from "../base/ids.ts";
import { present } from "../base/invariant.ts";
import { done, type Outcome } from "../base/outcome.ts";
import type { Work } from "../base/work.ts";
import type { OpenProgramme } from "../siting/choice-programme.ts";
import {
  type Doubt,
  type LostRoom,
  missingInCase,
  type PlanCase,
  withLoss,
  withPeople,
  worstOf,
} from "./cases.ts";
import type { ChoiceAmong } from "./choice-among.ts";
import type { PlanLimits, PlanState } from "./choose-plan.ts";
import { withWorseOff } from "./equity.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { planProblemOf } from "./plan-of-analysis.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { type PlanGoal, searchPlan } from "./plan-question.ts";
import type { SpreadQuestion } from "./spread-question.ts";

/** Metres per second at which people may walk, for fifteen minutes; and how many times the people there may be. */
const SPEEDS = [0.7, 1, 1.3];
const PEOPLE = [0.9, 1.1];
const SECONDS = 15 * 60;

/** What a plan is held against: cases of the whole city, and the loss of each facility. */
export interface Doubts {
  readonly problem: PlanProblem;
  /** The first is as given. */
  readonly cases: readonly PlanCase[];
  readonly losses: readonly Loss[];
}

interface Loss {
  readonly facility: FacilityId;
  readonly rooms: readonly LostRoom[];
  isIts(action: number): boolean;
}

/** Speeds of walking, more and fewer people, and every facility that there is or could be. Refused as an analysis is. */
export function* doubtsOf(
  { everything, measures, metrics, rows }: PlanBasis,
  { problem, given, worseOff, ...among }: ChoiceAmong,
): Work<Outcome<Doubts>> {
  const places = among.measures.map((measure) => measures.indexOf(measure));
  const speeds: PlanCase[] = [];
  for (const speed of SPEEDS) {
    const metres = speed * SECONDS;
    const limits = { elderly: metres, carer_with_infant: metres, adult: metres };
    const walked = yield* update(everything, { parameters: { ...everything.parameters, limits } });
    if (!walked.ok) return walked;
    const other = planProblemOf(walked.value, measures);
    const order = metrics.map(({ metric }) => other.metrics.findIndex((each) => each.metric === metric));
    const asWalked: PlanCase = {
      name: `speed ${speed}`,
      metrics: order.map((at) => present(other.metrics[at], "metrics do not depend on limits")),
      gives: places.map((at) =>
        (other.actions[at]?.gives ?? []).map((gift) => ({ ...gift, metric: order.indexOf(gift.metric) })),
      ),
    };
    speeds.push(withWorseOff(asWalked, worseOff));
  }
  const rooms = new Map<number, LostRoom[]>();
  for (const [metric, copyOf] of [...metrics.keys(), ...worseOff.map((copy) => copy.metric)].entries()) {
    for (const { facility, at, holds } of rows[copyOf]?.rooms ?? [])
      rooms.set(facility, [...(rooms.get(facility) ?? []), { metric, at, holds }]);
  }
  return done({
    problem,
    cases: [given, ...speeds, ...PEOPLE.map((factor) => withPeople(given, factor))],
    losses: [...rooms].map(([row, its]) => {
      const { id } = present(everything.project.facilities[row], "rooms are of facilities");
      return {
        ...{ facility: id, rooms: its },
        isIts: (action) => among.measures[action]?.leaves.some((each) => each.id === id) === true,
      };
    }),
  });
}

/**
 * What one m² or slot of each metric counts, as where nothing is in doubt; of a metric that nobody lacks then, by the case in
 * which most is missing.
 */
export function weightsOver({ problem, cases }: Doubts, weights: readonly Exact[]): readonly Exact[] {
  const nothing = new Uint8Array(problem.actions.length);
  const missing = cases.map((each) => missingInCase(each, problem, nothing));
  return weights.map((weight, at) => {
    const most = missing.map((each) => each[at] ?? ZERO).reduce(largest, ZERO);
    return compare(weight, ZERO) > 0 || compare(most, ZERO) === 0 ? weight : over(exact(1), most);
  });
}

/** What a plan leaves missing in a case, in the last year. */
export interface CaseMissing {
  /** `as-given`, `speed 0.7`, `people 1.1`, `loss ID`: of losses that which leaves most. */
  readonly name: string;
  readonly missing: readonly { readonly metric: string; readonly before: Exact; readonly after: Exact }[];
  /** With the plan: all that is missing of each metric counting as one. */
  readonly lack: Exact;
}

/**
 * The best plan under doubt. Losses of facilities are looked at one after another: the plan is looked for with those that are
 * known to matter, and the worst with it is added, until there is none that is worse.
 *
 * @param spread the question of any cases; its measures are the actions of the problem of one case
 */
export function* searchUnderDoubt(
  { problem, cases, losses }: Doubts,
  {
    goal,
    doubt,
    weights,
    limits,
    open,
    spread,
  }: {
    readonly goal: PlanGoal;
    readonly doubt: Doubt;
    readonly weights: readonly Exact[];
    readonly limits: PlanLimits;
    readonly open: OpenProgramme;
    readonly spread: Pick<SpreadQuestion, "ask" | "eachOf" | "lastOf">;
  },
): Generator<PlanState, PlanState, void> {
  const lackIn = (of: PlanCase, years: readonly Uint8Array[]) =>
    years.map((each) => lackOf(missingInCase(of, problem, each), weights)).reduce(plus, ZERO);
  const nothing = [new Uint8Array(problem.actions.length)];
  const first = worstLoss(cases[0] as PlanCase, losses, nothing, weights, lackIn);
  const known = first ? [first.lost] : [];
  let [bound, best]: [number, { done: Uint8Array; objective: Exact } | undefined] = [0, undefined];
  for (let round = 0; ; round++) {
    const all = [...cases, ...known];
    const state = yield* searchPlan(spread.ask(all), goal, open, limits);
    if (state.done === undefined) return state;
    const years = goal.for === "budget" ? spread.eachOf(state.done) : [spread.lastOf(state.done)];
    const worst = worstLoss(cases[0] as PlanCase, losses, years, weights, lackIn);
    const told = doubt === "worst" ? all : known;
    const most = told.map((each) => lackIn(each, years)).reduce(largest, ZERO);
    if (worst === undefined || compare(worst.lack, most) <= 0) return state;
    if (goal.for === "budget") {
      const values = cases.map((each) => lackIn(each, years));
      const objective =
        doubt === "worst"
          ? worst.lack
          : over([...values, worst.lack].reduce(plus, ZERO), exact(values.length + 1));
      bound = Math.max(bound, state.bound);
      if (best === undefined || compare(objective, best.objective) < 0)
        best = { done: state.done, objective };
      const value = toNumber(best.objective);
      if (round >= MOST_ROUNDS || value - bound <= limits.gap * value)
        return { ...best, of: "lack", bound, proved: false };
    } else if (round >= MOST_ROUNDS) {
      const isKept = goal.for === "most";
      return { ...(isKept && state), of: state.of, bound: 0, proved: false };
    }
    known.push(worst.lost);
  }
}

/** What the cases come to with a plan; of losses the worst. `after` and `before` are of the last year. */
export function casesMissing(
  { problem, cases, losses }: Doubts,
  metrics: readonly string[],
  weights: readonly Exact[],
  chosen: Uint8Array,
): readonly CaseMissing[] {
  const lackIn = (of: PlanCase, [each]: readonly Uint8Array[]) =>
    lackOf(missingInCase(of, problem, each as Uint8Array), weights);
  const worst = worstLoss(cases[0] as PlanCase, losses, [chosen], weights, lackIn);
  const nothing = new Uint8Array(chosen.length);
  return [...cases, ...(worst ? [worst.lost] : [])].map((each) => {
    const [before, after] = [missingInCase(each, problem, nothing), missingInCase(each, problem, chosen)];
    return {
      name: each.name,
      missing: metrics.map((metric, at) => ({
        ...{ metric, before: before[at] as Exact, after: after[at] as Exact },
      })),
      lack: lackOf(after, weights),
    };
  });
}

/** How often losses are added before the best so far is given. */
const MOST_ROUNDS = 12;

function lackOf(missing: readonly Exact[], weights: readonly Exact[]): Exact {
  return missing.map((each, at) => times(each, weights[at] ?? ZERO)).reduce(plus, ZERO);
}

/** The loss with which most is missing. Nobody loses more by one than it holds, so that small ones need not be looked at. */
function worstLoss(
  given: PlanCase,
  losses: readonly Loss[],
  years: readonly Uint8Array[],
  weights: readonly Exact[],
  lackIn: (of: PlanCase, years: readonly Uint8Array[]) => Exact,
): { readonly lost: PlanCase; readonly lack: Exact } | undefined {
  const before = lackIn(given, years);
  const tried = losses.map((loss) => {
    const { rooms, isIts } = loss;
    const amounts = years.flatMap((done) => [
      ...rooms.map(({ metric, holds }) => times(holds, weights[metric] ?? ZERO)),
      ...given.gives.flatMap((gifts, action) =>
        done[action] === 1 && isIts(action)
          ? gifts.map(({ metric, amount }) => times(amount, weights[metric] ?? ZERO))
          : [],
      ),
    ]);
    return { loss, most: toNumber(amounts.reduce(plus, before)) };
  });
  tried.sort((a, b) => b.most - a.most);
  let worst: { readonly lost: PlanCase; readonly lack: Exact } | undefined;
  for (const { loss, most } of tried) {
    if (worst !== undefined && most <= toNumber(worst.lack)) break;
    const lost = withLoss(given, loss.facility, loss.rooms, loss.isIts);
    const found = { lost, lack: lackIn(lost, years) };
    worst = worst === undefined ? found : worstOf([worst, found], ({ lack }) => lack);
  }
  return worst;
}
