import type { Offers } from "../analysis/offers.ts";
import type { Parameters } from "../analysis/parameters.ts";
import type { UnitJudgement } from "../analysis/results.ts";
import { type Exact, exact, plus, ZERO } from "../base/decimal.ts";
import { areaFor, type Facility } from "../model/facility.ts";
import type { Project } from "../model/project.ts";
import {
  type Counted,
  type CountedRule,
  judgeUnit,
  type Stated,
  type UnitFacts,
} from "../standards/judge-unit.ts";
import type { Judgement } from "../standards/judgement.ts";
import { answers, writtenOut } from "../standards/kind-sets.ts";
import type { FloorRule, KindChoice, Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Supplied } from "../standards/supplied.ts";
import { isSure } from "../supply/demand.ts";
import { type Territory, type TerritoryUnit, TIERS, tierOf } from "./territory.ts";

/** What units are judged on. Packs and offers by unit row; a unit that no pack holds for is not judged. */
export interface UnitQuestion {
  readonly project: Project;
  readonly territory: Territory;
  readonly packOf: (unit: number) => RulePack | undefined;
  readonly offersOf: (pack: RulePack) => Offers;
  readonly duplicates: readonly (readonly number[])[];
  readonly parameters: Parameters;
}

/**
 * Units against the targets of the year: each by itself, and all communities (villages) of a pack's place together,
 * where a share of them is asked for. In order of units; those that nothing is asked of are left out.
 */
export function judgeUnits(question: UnitQuestion): readonly UnitJudgement[] {
  const { territory, parameters } = question;
  const settings = {
    conflict: parameters.conflict,
    ...(parameters.year !== undefined && { year: parameters.year }),
    ...(parameters.countStatuses && { scenario: true }),
  };
  const held = holdings(question);
  const single = territory.units.flatMap((unit, row): UnitJudgement[] => {
    const pack = question.packOf(row);
    if (pack === undefined) return [];
    return listed(unit, judgeUnit(pack, unit.level, factsOfUnit(question, held, pack, row), settings));
  });
  const together = [...packsInOrder(question)].flatMap((pack) =>
    (["community", "village"] as const).flatMap((level): UnitJudgement[] => {
      const rows = territory.units.flatMap((unit, row) =>
        unit.level === level && question.packOf(row) === pack ? [row] : [],
      );
      if (rows.length === 0) return [];
      const facts = factsOfAll(question, held, pack, rows);
      return listed({ ...placeOf(pack, territory), level }, judgeUnit(pack, level, facts, settings));
    }),
  );
  return [...single, ...together];
}

function listed({ level, unit, name }: TerritoryUnit, judgement: Judgement): UnitJudgement[] {
  return judgement.lines.length === 0 ? [] : [{ level, unit, name, judgement }];
}

/** Packs of the units, by the first unit of each. */
function packsInOrder({ territory, packOf }: UnitQuestion): ReadonlySet<RulePack> {
  const packs = new Set<RulePack>();
  territory.units.forEach((_, row) => {
    const pack = packOf(row);
    if (pack !== undefined) packs.add(pack);
  });
  return packs;
}

function placeOf(pack: RulePack, territory: Territory): TerritoryUnit {
  const code = pack.adminCodes[0] ?? pack.id;
  return (
    territory.units.find((unit) => unit.unit === code) ?? { level: "city", unit: code, name: pack.city.zh }
  );
}

/** What lies in a unit: all rows, for what they supply; and each place once, for how many there are. */
interface Holding {
  readonly rows: readonly number[];
  readonly places: readonly Facility[];
}

function holdings({ project, territory, duplicates }: UnitQuestion): readonly Holding[] {
  const again = new Set(duplicates.flatMap((group) => group.slice(1)));
  const held = territory.units.map(() => ({ rows: [] as number[], places: [] as Facility[] }));
  for (let tier = 0; tier < TIERS; tier++) {
    project.facilities.forEach((facility, row) => {
      const unit = held[territory.facilityUnits[tier]?.[row] ?? -1];
      unit?.rows.push(row);
      if (!again.has(row)) unit?.places.push(facility);
    });
  }
  return held;
}

function factsOfUnit(
  question: UnitQuestion,
  held: readonly Holding[],
  pack: RulePack,
  row: number,
): UnitFacts {
  const { territory, project } = question;
  const unit = territory.units[row] as TerritoryUnit;
  const { rows, places } = held[row] as Holding;
  const operating = places.filter(operates(question, pack));
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
    ...(population?.residents === undefined && population?.hukou !== undefined && { hukou: true }),
    supply: (metric) => (stated ? sumOf(offers, metric, rows) : "unknown"),
    counted: (rule) => {
      if (rule.level !== unit.level || !stated) return undefined;
      if (rule.type !== "share_min") return numberOf(rule, pack, operating);
      if (rule.metric !== "share_units_with") return shareOf(rule.metric, operating);
      if (tierOf(unit.level) === 0) return undefined;
      return unitsWith(question, held, pack, rule.kinds, unitsBelow(territory, row));
    },
    facility: (rule) => (stated ? largestOf(rule, operating) : undefined),
  };
}

/** All units of one level together: only what speaks of each of them. */
function factsOfAll(
  question: UnitQuestion,
  held: readonly Holding[],
  pack: RulePack,
  rows: readonly number[],
): UnitFacts {
  return {
    people: () => undefined,
    supply: () => undefined,
    facility: () => undefined,
    counted: (rule) =>
      rule.metric === "share_units_with" && question.project.facilities.length > 0
        ? unitsWith(question, held, pack, rule.kinds, rows)
        : undefined,
  };
}

function unitsBelow(territory: Territory, above: number): readonly number[] {
  const tier = tierOf((territory.units[above] as TerritoryUnit).level);
  return territory.units.flatMap((unit, row) =>
    tierOf(unit.level) === 0 && territory.unitUnits[tier]?.[row] === above ? [row] : [],
  );
}

function unitsWith(
  question: UnitQuestion,
  held: readonly Holding[],
  pack: RulePack,
  kinds: KindChoice | undefined,
  rows: readonly number[],
): Counted | undefined {
  if (kinds === undefined || rows.length === 0) return undefined;
  const runs = operates(question, pack);
  const having = rows.filter((row) => hasEach(kinds, pack, (held[row] as Holding).places.filter(runs)));
  return { part: exact(having.length), whole: exact(rows.length) };
}

function hasEach(kinds: KindChoice, pack: RulePack, facilities: readonly Facility[]): boolean {
  const tests = writtenOut(kinds, pack.countedKinds.kindSets);
  return tests.every((test) => facilities.some((facility) => answers(test, facility)));
}

function numberOf(
  rule: CountedRule,
  pack: RulePack,
  facilities: readonly Facility[],
): Stated<Counted> | undefined {
  if (rule.metric === "registered_childcare_institutions") {
    const [test] = writtenOut({ allOf: [["C_ANY"]] }, pack.countedKinds.kindSets);
    const childcare = facilities.filter((facility) => test !== undefined && answers(test, facility));
    if (childcare.some(({ registered }) => registered === undefined)) return "unknown";
    return { number: exact(childcare.filter(({ registered }) => registered === true).length) };
  }
  if (rule.metric !== "facility_count" || rule.kinds === undefined) return undefined;
  const tests = writtenOut(rule.kinds, pack.countedKinds.kindSets);
  const counts = tests.map((test) => facilities.filter((facility) => answers(test, facility)).length);
  return { number: exact(Math.min(...counts)) };
}

/** Nursing beds of all beds, or inclusive slots of all slots; unknown where one of them is. */
function shareOf(metric: "nursing_bed_share" | "inclusive_slot_share", facilities: readonly Facility[]) {
  const beds = metric === "nursing_bed_share";
  let part: Exact = ZERO;
  let whole: Exact = ZERO;
  for (const facility of facilities) {
    const all = beds ? facility.beds : facility.slots;
    if (all === undefined || all === 0) continue;
    const inclusive = facility.inclusive === undefined ? undefined : facility.inclusive ? all : 0;
    const counted = beds ? facility.nursingBeds : inclusive;
    if (counted === undefined) return "unknown" as const;
    whole = plus(whole, exact(all));
    part = plus(part, exact(counted));
  }
  return whole.numerator === 0n ? undefined : { part, whole };
}

function sumOf(offers: Offers, metric: Metric, rows: readonly number[]): Supplied {
  let amount: Exact = ZERO;
  let more: Exact = ZERO;
  let certain = true;
  let unbounded = false;
  for (const row of rows) {
    const offer = offers[metric]?.[row]?.offer;
    if (offer === undefined) continue;
    if (isSure(offer)) {
      amount = plus(amount, offer.exact);
      continue;
    }
    certain = false;
    if (offer.atMost === undefined) unbounded = true;
    else more = plus(more, offer.atMost.exact);
  }
  if (certain) return { amount };
  return { amount, atMost: unbounded ? "unbounded" : plus(amount, more) };
}

/** The one of the rule's kinds that is largest; none at all is a size of 0. */
function largestOf(rule: FloorRule, facilities: readonly Facility[]) {
  const subject = rule.metric.startsWith("childcare") ? "childcare" : "elderly";
  const candidates = facilities.filter((facility) => rule.kinds?.includes(facility.kind) ?? false);
  if (rule.kinds === undefined) return undefined;
  if (candidates.length === 0) return { size: { amount: ZERO }, slots: { amount: ZERO } };
  const best = candidates.reduce((a, b) => ((areaFor(b, subject) ?? 0) > (areaFor(a, subject) ?? 0) ? b : a));
  const area = areaFor(best, subject);
  return {
    ...(area !== undefined && { size: { amount: exact(area) } }),
    ...(best.slots !== undefined && { slots: { amount: exact(best.slots) } }),
  };
}

function operates({ parameters }: UnitQuestion, pack: RulePack): (facility: Facility) => boolean {
  const statuses = new Set(parameters.countStatuses ?? pack.countedKinds.statuses.counted);
  for (const never of pack.countedKinds.statuses.never) statuses.delete(never);
  return ({ status }) => statuses.has(status);
}
