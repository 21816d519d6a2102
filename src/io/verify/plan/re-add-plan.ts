import {
  compare,
  type Exact,
  exact,
  minus,
  plus,
  times,
  toNumber,
  ZERO,
} from "../../../core/base/decimal.ts";
import { done, type Outcome } from "../../../core/base/outcome.ts";
import type { Work } from "../../../core/base/work.ts";
import { missingInCase } from "../../../core/plan/cases.ts";
import {
  type ChoiceAmong,
  choiceAmong,
  idle,
  lackingOf,
  workingIn,
} from "../../../core/plan/choice-among.ts";
import { casesWith } from "../../../core/plan/counted-cases.ts";
import { countedPlan } from "../../../core/plan/counted-plan.ts";
import { type Measure, placeKey } from "../../../core/plan/measure.ts";
import type { PlanBasis } from "../../../core/plan/plan-basis.ts";
import { costIn, costWithin, serves } from "../../../core/plan/years.ts";
import { measureJson, refusalJson, shown } from "../../plan/write-plan.ts";
import { newTally, type ReAdded, type Tally } from "../tally.ts";
import type { WrittenPlan } from "./written-plan.ts";

/**
 * Re-adds a plan as `quan plan` writes it, from the project that it was made for and without the solver: each measure against
 * what can be done, its costs, places and purses, and what is missing before and after by the certificates of analyses of each.
 * Whether it is the best is not looked into; a plan called the best has to meet its bound. Refused as an analysis is.
 */
export function* reAddPlan(plan: WrittenPlan, file: string, basis: PlanBasis): Work<Outcome<ReAdded>> {
  const tally = newTally();
  const { asked } = plan;
  const isFound = plan.status === "optimal" || plan.status === "feasible";
  const chosen = chosenIn(tally, plan, file, basis);
  checkPlaces(tally, plan, file, isFound, chosen);
  const { years } = asked;
  const starts = chosen.map(({ year }) => year ?? years?.[0] ?? 0);
  const measures = chosen.map(({ measure }) => measure);
  const counted = yield* countedPlan(basis, measures, years && { years, starts });
  if (!counted.ok) return counted;
  const { missing, shares, cost, years: byYear = [], zones = [] } = counted.value;
  if (isFound) checkMoney(tally, plan, file, chosen, cost);
  for (const { metric, ...now } of missing) {
    const found = plan.missing.find((each) => each.metric === metric);
    const at = (what: string) => ["missing of plans", file, `missing ${metric} ${what}`] as const;
    tally.equal(at("before"), toNumber(now.before), found?.before);
    tally.equal(at("certainBefore"), toNumber(now.certainBefore), found?.certainBefore);
    if (!isFound) continue;
    tally.equal(at("after"), toNumber(now.after), found?.after ?? undefined);
    tally.equal(at("certainAfter"), toNumber(now.certainAfter), found?.certainAfter ?? undefined);
  }
  tally.equal(["missing of plans", file, "how many metrics"], missing.length, plan.missing.length);
  for (const { metric, before, after } of shares) {
    const found = plan.shares.find((each) => each.metric === metric);
    const at = (what: string) => ["zones by share", file, `shares ${metric} ${what}`] as const;
    tally.that(at("before"), found?.before.join() === before.join(), before.join(), told(found?.before));
    if (isFound)
      tally.that(at("after"), found?.after?.join() === after.join(), after.join(), told(found?.after));
  }
  tally.equal(["zones by share", file, "how many metrics"], shares.length, plan.shares.length);
  if (isFound && years) {
    tally.equal(["years", file, "how many"], byYear.length, plan.years?.length);
    for (const { year, missing: left } of byYear) {
      const found = plan.years?.find((each) => each.year === year);
      for (const { metric, missing: amount } of left) {
        const written = found?.missing.find((each) => each.metric === metric)?.missing;
        tally.equal(["years", file, `years ${year} missing ${metric}`], toNumber(amount), written);
      }
    }
    tally.equal(["dates of zones", file, "how many"], zones.length, plan.zones?.length);
    for (const { zone, metric, year, missing: amount } of zones) {
      const found = plan.zones?.find((each) => each.zone === zone && each.metric === metric);
      const at = (what: string) => ["dates of zones", file, `zones ${zone} ${metric} ${what}`] as const;
      tally.same(at("year"), year, found?.year ?? undefined);
      tally.equal(at("missing"), toNumber(amount), found?.missing);
    }
  }
  const among = choiceAmong(basis, {
    places: asked,
    ...(asked.equity !== undefined && { equity: asked.equity }),
  });
  const weighed = (years ?? [undefined]).map((year) => weighedIn(among, workingIn(among, chosen, year)));
  const lacks: Lacks = { missing, years: byYear, cases: [], weighed };
  if (isFound && asked.doubt) {
    const counted = yield* casesWith(basis, among, workingIn(among, chosen, years?.at(-1)));
    if (!counted.ok) return counted;
    const cases = counted.value;
    tally.equal(["cases of doubt", file, "how many"], cases.length, plan.cases?.length);
    for (const [row, { name, lack, missing: left }] of cases.entries()) {
      const found = plan.cases?.[row];
      const at = (what: string) => ["cases of doubt", file, `cases ${name} ${what}`] as const;
      tally.that(at("name"), found?.case === name, name, found?.case ?? "nothing");
      tally.equal(at("lack"), toNumber(lack), found?.lack ?? undefined);
      for (const { metric, before, after } of left) {
        const written = found?.missing.find((each) => each.metric === metric);
        tally.equal(at(`${metric} before`), toNumber(before), written?.before);
        tally.equal(at(`${metric} after`), toNumber(after), written?.after ?? undefined);
      }
    }
    lacks.cases.push(...cases.flatMap((each) => each.missing.map(({ after }) => after)));
  }
  checkRefused(tally, plan, file, basis, among);
  if (plan.status === "infeasible") checkLacking(tally, plan, file, basis, among);
  if (isFound) checkObjective(tally, plan, file, cost, lacks);
  return done(tally.result());
}

/** Why nothing is done at places. */
function checkRefused(
  tally: Tally,
  { refused }: WrittenPlan,
  file: string,
  basis: PlanBasis,
  { isOpen }: ChoiceAmong,
): void {
  const right = [...basis.refused, ...idle(basis, isOpen)].map(refusalJson);
  tally.equal(["refusals", file, "how many"], right.length, refused.length);
  for (const [row, one] of right.entries())
    tally.that(
      ["refusals", file, `refused[${row}]`],
      JSON.stringify(one) === JSON.stringify(refused[row]),
      told(one),
      told(refused[row]),
    );
}

/** Where nothing closes everything: who lacks how much with everything done, which is what proves it. */
function checkLacking(
  tally: Tally,
  { asked, lacking }: WrittenPlan,
  file: string,
  basis: PlanBasis,
  { problem }: ChoiceAmong,
): void {
  const isClose = asked.for === "close";
  const right = isClose ? lackingOf(problem, basis.everything) : [];
  // Else only what has to be done can be too much.
  const canBe = isClose || asked.with.length > 0;
  tally.that(["shortages that stay", file, "status"], canBe, "some plan", "infeasible");
  tally.equal(["shortages that stay", file, "how many"], right.length, lacking.length);
  for (const [row, { metric, zones, missing }] of right.entries()) {
    const found = lacking[row];
    const at = (what: string) => ["shortages that stay", file, `lacking[${row}] ${what}`] as const;
    tally.that(at("metric"), found?.metric === metric, metric, found?.metric ?? "nothing");
    tally.that(at("zones"), found?.zones.join() === zones.join(), zones.join(), told(found?.zones));
    tally.equal(at("missing"), toNumber(missing), found?.missing);
  }
}

interface Chosen {
  readonly measure: Measure;
  readonly year: number | undefined;
}

/** The measures that a plan names, as they can be done in the project; wrong where they cannot, or as something else. */
function chosenIn(tally: Tally, plan: WrittenPlan, file: string, { measures }: PlanBasis): readonly Chosen[] {
  const known = new Map(measures.map((measure) => [measure.id, measure]));
  return plan.measures.flatMap((written, row): Chosen[] => {
    const measure = known.get(written.id);
    const at = (what: string) => ["measures", file, `measures[${row}] ${written.id} ${what}`] as const;
    tally.that(at("id"), measure !== undefined, "a measure of the project", written.id);
    if (measure === undefined) return [];
    const { year } = written;
    const right = new Map<string, unknown>(Object.entries(measureJson(measure, year)));
    for (const key of new Set([...right.keys(), ...Object.keys(written)])) {
      const [one, other] = [told(right.get(key)), told((written as Record<string, unknown>)[key])];
      tally.that(at(key), one === other, one, other);
    }
    const { years } = plan.asked;
    if (years) {
      const isThen = year !== undefined && years.includes(year) && serves(measure, year, year);
      tally.that(at("year"), isThen, "a year of the plan in which it can serve", year ?? "nothing");
    } else tally.that(at("year"), year === undefined, "nothing", year ?? "nothing");
    return [{ measure, year }];
  });
}

function told(of: unknown): string {
  return of === undefined ? "nothing" : JSON.stringify(of);
}

/** At one place one thing is done; something where it was asked for, nothing where it was barred. */
function checkPlaces(
  tally: Tally,
  { asked }: WrittenPlan,
  file: string,
  isFound: boolean,
  chosen: readonly Chosen[],
): void {
  const counts = new Map<string, number>();
  for (const { measure } of chosen) {
    const key = placeKey(measure.place);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [place, count] of counts) tally.equal(["places", file, place], 1, count);
  const doneAt = new Set(chosen.flatMap(({ measure }) => Object.values<string>({ ...measure.place })));
  for (const id of isFound ? asked.with : [])
    tally.that(["places", file, `with ${id}`], doneAt.has(id), "something is done", "nothing is done");
  for (const id of asked.without)
    tally.that(["places", file, `without ${id}`], !doneAt.has(id), "nothing is done", "something is done");
}

/** Costs, and the purses that pay for them. */
function checkMoney(
  tally: Tally,
  { cost: written, years: byYear, asked }: WrittenPlan,
  file: string,
  chosen: readonly Chosen[],
  cost: Exact,
): void {
  const { years, yearly, carry } = asked;
  const added = chosen
    .map(({ measure, year }) => (years ? costWithin(measure, year ?? 0, years) : measure.cost))
    .reduce(plus, ZERO);
  tally.equal(["costs", file, "cost"], shown(added), written ?? undefined);
  tally.equal(["costs", file, "cost by analysis"], shown(added), shown(cost));
  if (asked.for === "budget")
    tally.that(
      ["purses", file, "budget"],
      compare(added, exact(asked.budget ?? 0)) <= 0,
      `at most ${asked.budget ?? 0}`,
      toNumber(added),
    );
  let left = ZERO;
  for (const [at, year] of (years ?? []).entries()) {
    const spent = chosen
      .map(({ measure, year: start }) => costIn(measure, measure, start ?? 0, year))
      .reduce(plus, ZERO);
    tally.equal(
      ["costs", file, `years ${year} cost`],
      shown(spent),
      byYear?.find((each) => each.year === year)?.cost,
    );
    if (yearly === undefined) continue;
    const there = plus(exact(yearly[at] ?? 0), carry === true ? left : ZERO);
    tally.that(
      ["purses", file, `years ${year}`],
      compare(spent, there) <= 0,
      `at most ${toNumber(there)}`,
      toNumber(spent),
    );
    left = minus(there, spent);
  }
}

interface Lacks {
  readonly missing: readonly { readonly metric: string; readonly before: Exact; readonly after: Exact }[];
  readonly years: readonly {
    readonly missing: readonly { readonly metric: string; readonly missing: Exact }[];
  }[];
  readonly cases: Exact[];
  /** By year: what is missing as plans are weighed by, and so much of it on top for the worse off. */
  readonly weighed: readonly Weighed[];
}

interface Weighed {
  readonly all: Exact;
  readonly onTop: Exact;
}

/** By largest flows of the problem that was chosen from. */
function weighedIn({ given, problem, weights }: ChoiceAmong, done: Uint8Array): Weighed {
  const parts = missingInCase(given, problem, done).map((missing, at) => times(missing, weights[at] ?? ZERO));
  return {
    all: parts.reduce(plus, ZERO),
    onTop: parts.slice(problem.metrics.length).reduce(plus, ZERO),
  };
}

/**
 * The objective, its bound and gap; and that nothing is missing where everything was to be closed. A plan called the best is
 * so by what analyses count, too; where rooms get in each other's way these find otherwise, and nothing is the best.
 */
function checkObjective(
  tally: Tally,
  { asked, objective, bound, gap, status }: WrittenPlan,
  file: string,
  cost: Exact,
  { missing, years, cases, weighed }: Lacks,
): void {
  const at = (what: string) => ["objective", file, what] as const;
  const isBest = status === "optimal";
  if (asked.for !== "budget") tally.equal(at("objective"), toNumber(cost), objective ?? undefined);
  else if (asked.doubt === undefined) {
    const sum = (amounts: readonly Exact[]) => toNumber(amounts.reduce(plus, ZERO));
    tally.equal(at("objective"), sum(weighed.map(({ all }) => all)), objective ?? undefined);
    const before = new Map(missing.map((each) => [each.metric, toNumber(each.before)]));
    const ends = asked.years
      ? years
      : [{ missing: missing.map(({ metric, after }) => ({ metric, missing: after })) }];
    const parts = ends.flatMap((each) =>
      each.missing.map(({ metric, missing: left }) => {
        const all = before.get(metric) ?? 0;
        return all > 0 ? toNumber(left) / all : 0;
      }),
    );
    const counted = parts.reduce((all, each) => all + each, sum(weighed.map(({ onTop }) => onTop)));
    if (isBest) tally.equal(at("objective as counted"), counted, objective ?? undefined);
  }
  const [value, least] = [objective ?? 0, bound ?? 0];
  tally.that(at("bound"), least <= value + NOISE * Math.max(1, value), `at most ${value}`, least);
  tally.equal(at("gap"), Math.max(0, value - least) / Math.max(value, 1e-9), gap ?? undefined);
  if (isBest) tally.equal(at("bound of the best"), value, least);
  if (asked.for !== "close") return;
  const left = [...(isBest ? missing.map(({ after }) => after) : []), ...cases];
  const most = [...left, weighed.at(-1)?.all ?? ZERO].map(toNumber).reduce((a, b) => Math.max(a, b), 0);
  tally.equal(at("nothing is missing"), 0, most);
}

const NOISE = 1e-6;
