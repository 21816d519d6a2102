import type { Offers } from "../analysis/offers.ts";
import { exact, plus } from "../base/decimal.ts";
import type { Facility } from "../model/facility.ts";
import type { Counted, UnitFacts } from "../standards/judge-unit.ts";
import { answers, mayAnswer, writtenOut } from "../standards/kind-sets.ts";
import type { KindChoice, Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Supplied } from "../standards/supplied.ts";
import { exactSum } from "../supply/amount.ts";
import { isSure } from "../supply/demand.ts";
import { RUNS } from "./running.ts";
import { type Territory, type TerritoryUnit, tierOf } from "./territory.ts";
import type { Holdings, UnitQuestion } from "./unit-holdings.ts";
import { largestOf, numberOf, type Place, shareOf } from "./unit-places.ts";

/** Facts of one unit: what is published of its people, and what its facilities are. */
export function factsOfUnit(question: UnitQuestion, held: Holdings, pack: RulePack, row: number): UnitFacts {
  const { territory, project } = question;
  const unit = territory.units[row] as TerritoryUnit;
  const rows = held.rowsOf(row);
  const running = held.running(pack);
  const places = [...rows].flatMap((at): Place[] => {
    const facility = project.facilities[at] as Facility;
    return running[at] === RUNS.no ? [] : [{ facility, sure: running[at] === RUNS.yes }];
  });
  const offers = question.offersOf(pack);
  const stated = project.facilities.length > 0;
  const population = unit.admin?.population;
  return {
    people: (base) => {
      const count =
        base === "urban_residents"
          ? population?.urbanResidents
          : base === "residents"
            ? (population?.residents ?? population?.hukou)
            : population?.[base];
      return count === undefined ? "unknown" : exact(count);
    },
    ...(population?.residents === undefined &&
      population?.hukou !== undefined && { hukou: "standing-in" as const }),
    supply: (metric) => (stated ? sumOf(offers, metric, rows) : "unknown"),
    counted: (rule) => {
      if (rule.level !== unit.level || !stated) return undefined;
      if (rule.type !== "share_min") return numberOf(rule, pack, places);
      if (rule.metric !== "share_units_with") return shareOf(rule.metric, pack, places);
      if (tierOf(unit.level) === 0 || rule.kinds === undefined) return undefined;
      return partWith(question, held, pack, rule.kinds, unitsBelow(territory, row));
    },
    facility: (rule) => (stated ? largestOf(rule, places) : undefined),
  };
}

/** Facts of all units of one level together: only what a share of them is asked to have. */
export function factsOfAll(
  question: UnitQuestion,
  held: Holdings,
  pack: RulePack,
  units: readonly number[],
): UnitFacts {
  const nothing = () => undefined;
  return {
    people: nothing,
    supply: nothing,
    facility: nothing,
    counted: ({ metric, kinds }) =>
      metric === "share_units_with" && kinds !== undefined && question.project.facilities.length > 0
        ? partWith(question, held, pack, kinds, units)
        : undefined,
  };
}

/**
 * The units of which nobody can say that they have a running facility for each part of the choice, in the order given.
 * `perhaps`: only those that surely have none.
 */
export function unitsLacking(
  { project }: UnitQuestion,
  held: Holdings,
  pack: RulePack,
  kinds: KindChoice,
  units: readonly number[],
  perhaps = false,
): readonly number[] {
  const tests = writtenOut(kinds, pack.countedKinds.kindSets);
  const running = held.running(pack);
  const answered = new Uint32Array(project.facilities.length);
  const suits = perhaps ? mayAnswer : answers;
  project.facilities.forEach((facility, row) => {
    if (running[row] !== RUNS.yes && !(perhaps && running[row] === RUNS.perhaps)) return;
    for (const [at, test] of tests.entries()) {
      if (suits(test, facility)) answered[row] = (answered[row] as number) | (1 << at);
    }
  });
  const all = (1 << tests.length) - 1;
  return units.filter((unit) => held.bitsOf(unit, answered) !== all);
}

function partWith(
  question: UnitQuestion,
  held: Holdings,
  pack: RulePack,
  kinds: KindChoice,
  units: readonly number[],
): Counted | undefined {
  if (units.length === 0) return undefined;
  const without = (perhaps: boolean) => unitsLacking(question, held, pack, kinds, units, perhaps).length;
  const [part, atMost] = [units.length - without(false), units.length - without(true)];
  return { part: exact(part), whole: exact(units.length), ...(atMost > part && { atMost: exact(atMost) }) };
}

function unitsBelow(territory: Territory, above: number): readonly number[] {
  const tier = tierOf((territory.units[above] as TerritoryUnit).level);
  const units: number[] = [];
  territory.units.forEach((unit, row) => {
    if (tierOf(unit.level) === 0 && territory.unitUnits[tier]?.[row] === above) units.push(row);
  });
  return units;
}

function sumOf(offers: Offers, metric: Metric, rows: Uint32Array): Supplied {
  const sure = exactSum();
  const perhaps = exactSum();
  let certain = true;
  let unbounded = false;
  for (const row of rows) {
    const offer = offers[metric]?.[row]?.offer;
    if (offer === undefined) continue;
    if (isSure(offer)) {
      sure.add(offer);
      continue;
    }
    certain = false;
    if (offer.atMost === undefined) unbounded = true;
    else perhaps.add(offer.atMost);
  }
  const amount = sure.take();
  if (certain) return { amount };
  return { amount, atMost: unbounded ? "unbounded" : plus(amount, perhaps.take()) };
}
