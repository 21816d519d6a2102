import { compare, type Exact, exact, largest, minus, over, times } from "../base/decimal.ts";
import {
  type Counted,
  type CountedRule,
  judgeUnit,
  type Stated,
  type UnitFacts,
  unitRules,
} from "../standards/judge-unit.ts";
import { IMPOSSIBLE } from "../standards/judgement.ts";
import type { FloorRule, KindChoice, PopulationBase, ShareRule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Supplied } from "../standards/supplied.ts";
import type { CaseJudgement, CaseJudging } from "./answer-case.ts";
import type { ByKind, UnitCase, UnitInput, UnitSupplyKey } from "./case.ts";

export function judgeUnitCase(
  level: UnitCase["level"],
  input: UnitInput,
  pack: RulePack,
  settings: CaseJudging,
): CaseJudgement {
  if (isImpossible(input)) return { judgement: IMPOSSIBLE };
  const rules = unitRules(pack, level, settings.year).map(({ rule }) => rule);
  const unitsAre = shareOfUnits(rules);
  const counted = rules.filter(
    (rule) => isCounted(rule) && countOf(rule, input, level, unitsAre) !== undefined,
  );
  const facts: UnitFacts = {
    people: (base) => peopleOf(base, input),
    supply: (metric) => suppliedOf(input.supply?.[metric]),
    counted: (rule) => countOf(rule, input, level, unitsAre),
    facility: (rule) => facilityOf(rule, input),
    ...(input.settings.populationBase === "hukou" && { hukou: "chosen" as const }),
  };
  const kinds = new Set(
    counted.flatMap((rule) => (isCounted(rule) && rule.kinds ? [JSON.stringify(rule.kinds)] : [])),
  );
  const oneForAll =
    typeof input.unitsWith === "number" ||
    typeof input.facilities === "number" ||
    typeof input.supply?.share_units_with === "number";
  return {
    judgement: judgeUnit(pack, level, facts, settings),
    ...(kinds.size > 1 && oneForAll && { warnings: ["kind-not-stated"] }),
  };
}

/**
 * Less than nothing, a part of a person, a slot, a bed, a unit or a facility (nothing of a unit is shared out), or more
 * old or more urban people than residents, where these are not those registered (户籍).
 */
function isImpossible(input: UnitInput): boolean {
  const { supply = {}, households, residents, elderly60, urban_residents, hukou, units } = input;
  const counts: Figure[] = [households, residents, elderly60, urban_residents, hukou, units];
  for (const byKind of [input.unitsWith, input.facilities]) {
    if (typeof byKind === "object" && byKind !== null) counts.push(...Object.values(byKind));
    else counts.push(byKind);
  }
  const part = [...counts, ...COUNTED.map((name) => supply[name])].some(
    (count) => typeof count === "number" && !Number.isInteger(count),
  );
  const less = [...counts, ...Object.values(supply)].some(
    (amount) => typeof amount === "number" && amount < 0,
  );
  const within = [elderly60, input.settings.populationBase === "hukou" ? undefined : urban_residents];
  const more = within.some(
    (some) => typeof some === "number" && typeof residents === "number" && some > residents,
  );
  return part || less || more;
}

/** Supplies that are counted one by one. */
const COUNTED = [
  "childcare_slots",
  "beds",
  "nursing_beds",
  "inclusive_slots",
  "registered_childcare_institutions",
  "new_communities_with_inclusive_childcare_per_year",
] as const satisfies readonly UnitSupplyKey[];

/**
 * What units with something are a share of where nobody says it: of units, where some rule speaks of them; else of beds or
 * of slots, where the rules ask for one of these alone.
 */
function shareOfUnits(rules: readonly RulePack["rules"][number][]): ShareRule["metric"] | undefined {
  if (rules.some((rule) => rule.type === "presence" || (rule.type === "share_min" && rule.kinds)))
    return "share_units_with";
  const shares = new Set(rules.flatMap((rule) => (rule.type === "share_min" ? [rule.metric] : [])));
  const [only, ...others] = shares;
  return others.length === 0 ? only : undefined;
}

type Figure = number | null | undefined;

function peopleOf(base: PopulationBase, input: UnitInput) {
  const { hukou = input[base] } = input;
  return figure(base === "residents" && input.settings.populationBase === "hukou" ? hukou : input[base]);
}

function suppliedOf(value: Figure): Stated<Supplied> | undefined {
  const amount = figure(value);
  return amount === undefined || amount === "unknown" ? amount : { amount };
}

/**
 * Slots of the one centre, of the 普惠 ones if they are told apart. Beside the people of the unit, slots are those of the
 * whole unit, and say nothing of the centre.
 */
function facilityOf(
  { metric }: FloorRule,
  { supply = {}, residents }: UnitInput,
): ReturnType<UnitFacts["facility"]> {
  if (supply[metric] === undefined) return undefined;
  const size = suppliedOf(supply[metric]);
  const { inclusive_slots: inclusive = supply.childcare_slots } = supply;
  const slots = residents === undefined ? suppliedOf(inclusive) : undefined;
  return {
    ...(size && size !== "unknown" && { size }),
    ...(slots && slots !== "unknown" && { slots }),
  };
}

function isCounted(rule: RulePack["rules"][number]): rule is CountedRule {
  return rule.type === "presence" || rule.type === "count_min" || rule.type === "share_min";
}

/** `unitsAre`: the one share of the level that units without a name can be of, if there is one. */
function countOf(
  rule: CountedRule | RulePack["rules"][number],
  input: UnitInput,
  level: UnitCase["level"],
  unitsAre: ShareRule["metric"] | undefined,
): Stated<Counted> | undefined {
  if (!isCounted(rule)) return undefined;
  if (input.metric !== undefined && input.metric !== rule.metric) return undefined;
  if (input.kind !== undefined && !(rule.kinds && names(rule.kinds).includes(input.kind))) return undefined;
  const { supply = {}, units } = input;
  const unitsWith = ofKind(input.unitsWith, rule.kinds);
  const facilities = ofKind(input.facilities, rule.kinds);
  switch (rule.type) {
    case "presence":
      if (unitsWith !== undefined && units !== undefined) return parts(unitsWith, units);
      if (units === undefined) return number(facilities);
      // Fewer than one each leaves some without, wherever they are; as many may stand side by side.
      return typeof facilities === "number" && typeof units === "number" && facilities < units
        ? parts(facilities, units)
        : undefined;
    case "count_min":
      if (rule.metric !== "facility_count") {
        const stated = supply[rule.metric];
        return number(stated === undefined && rule.unit === "facility" ? facilities : stated);
      }
      // What a higher level asks for is a count over all units of this one.
      return rule.level !== level && units === undefined ? undefined : number(facilities);
    case "share_min": {
      const published = supply[rule.metric];
      const [part, whole] = SHARES[rule.metric] ?? [];
      const speaksOfUnits =
        rule.metric === "share_units_with" || unitsAre === rule.metric || input.metric === rule.metric;
      const counted =
        part && whole && supply[part] !== undefined && supply[whole] !== undefined
          ? parts(supply[part], supply[whole])
          : speaksOfUnits && unitsWith !== undefined && units !== undefined
            ? parts(unitsWith, units)
            : undefined;
      if (published === undefined) return counted;
      return published === null ? "unknown" : agreeing(exact(published), counted);
    }
  }
}

const SHARES: Partial<Record<string, readonly [UnitSupplyKey, UnitSupplyKey]>> = {
  nursing_bed_share: ["nursing_beds", "beds"],
  inclusive_slot_share: ["inclusive_slots", "childcare_slots"],
};

function parts(part: Figure, whole: Figure): Stated<Counted> {
  const [some, all] = [figure(part), figure(whole)];
  if (some === undefined || all === undefined || some === "unknown" || all === "unknown") return "unknown";
  return { part: some, whole: all };
}

/**
 * A share that is stated and can be counted as well: the smaller, since the one may have been rounded. More than half a
 * per cent apart they are not the same figure, and nobody knows which is right.
 */
function agreeing(percent: Exact, counted: Stated<Counted> | undefined): Stated<Counted> {
  if (typeof counted !== "object" || !("whole" in counted) || counted.whole.numerator === 0n)
    return { percent };
  const share = over(times(counted.part, exact(100)), counted.whole);
  const apart = minus(largest(share, percent), compare(share, percent) < 0 ? share : percent);
  if (compare(apart, exact(0.5)) > 0) return "unknown";
  return compare(share, percent) < 0 ? counted : { percent };
}

function number(value: Figure): Stated<Counted> | undefined {
  const found = figure(value);
  return found === undefined || found === "unknown" ? found : { number: found };
}

function figure(value: Figure): Stated<Exact> | undefined {
  return value === undefined ? undefined : value === null ? "unknown" : exact(value);
}

/** One number is taken as of each rule's own kind. */
function ofKind(value: ByKind | undefined, kinds: KindChoice | undefined): Figure {
  if (value === undefined || value === null || typeof value === "number") return value;
  const [name, ...others] = kinds === undefined ? [] : names(kinds);
  return name === undefined || others.length > 0 ? undefined : value[name];
}

function names({ allOf }: KindChoice): readonly string[] {
  return allOf.flat();
}
