import { decimalText } from "../analysis/arithmetic.ts";
import type { Pipeline } from "../analysis/pipeline.ts";
import type { PackInUse } from "../analysis/zone-packs.ts";
import { compare, type Exact, exact, over, times, toNumber, ZERO } from "../base/decimal.ts";
import type { TerritoryUnit } from "../deficit/territory.ts";
import { factsOfUnit, unitsLacking } from "../deficit/unit-facts.ts";
import type { CountedRule } from "../standards/judge-unit.ts";
import type { RatioRule, Rule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { amountOf, exactSum } from "../supply/amount.ts";
import type { Finding, PublishedPeople, Unknown } from "./city-facts.ts";
import { isShareOfUnits } from "./tier-gaps.ts";
import { type AskedUnits, unitLevelOf, unitsAt, unitsShared } from "./unit-question.ts";

/**
 * What the document gives for an indicator, by the rule that judges it; an indicator without one speaks of what rows do
 * not hold. Nothing is put in place of what rows do not say.
 */
export function findingOf(
  pipeline: Pipeline,
  asked: AskedUnits,
  { pack }: PackInUse,
  rule: Rule | undefined,
): Finding {
  if (rule === undefined || pipeline.project.facilities.length === 0) return unknown("not-in-data");
  if (rule.level === "estate") {
    return rule.type === "ratio_min" ? ofEstates(pipeline, rule) : unknown("not-in-data");
  }
  if (isShareOfUnits(rule)) {
    const level = unitLevelOf(rule);
    const rows = level === undefined ? [] : unitsShared(asked, pack, level);
    return ofUnits(asked, rows, unitsLacking(asked.question, asked.held, pack, rule.kinds, rows).length);
  }
  switch (rule.type) {
    case "ratio_min":
      return ofPeople(asked, pack, rule);
    case "presence":
    case "count_min":
    case "share_min":
      return ofCount(asked, pack, rule);
    default:
      return unknown("not-in-data");
  }
}

/** What the zones of a rule have, over their people: only zones whose supply and people are both known. */
function ofEstates({ results }: Pipeline, rule: RatioRule): Finding {
  const [supply, people] = [exactSum(), exactSum()];
  let zones = 0;
  let zonesWithout = 0;
  for (const { lines } of results.zones.judgements) {
    const line = lines.find((each) => each.rule === rule.id);
    if (line === undefined) continue;
    if (line.notes.includes("screening-method")) return unknown("screening");
    const { actual, sure, base } = line;
    if (actual === undefined || sure !== undefined || base?.value === undefined || base.band !== undefined) {
      zonesWithout++;
      continue;
    }
    zones++;
    supply.add(amountOf(actual));
    people.add(amountOf(base.value));
  }
  if (zones === 0) return unknown("not-stated");
  return { ...rate(supply.take(), people.take(), rule.per), zonesWithout };
}

/** Supply of the unit over its published people. */
function ofPeople(asked: AskedUnits, pack: RulePack, rule: RatioRule): Finding {
  const row = onlyUnit(asked, pack, rule);
  if (row === undefined) return unknown("no-unit");
  const found = factsOfUnit(asked.question, asked.held, pack, row);
  const people = found.people(rule.base);
  const supply = found.supply(rule.metric);
  if (people === undefined || people === "unknown" || compare(people, ZERO) <= 0)
    return unknown("no-population");
  if (supply === undefined || supply === "unknown") return unknown("not-stated");
  const { amount, atMost } = supply;
  const least = rate(amount, people, rule.per);
  const over = publishedPeople(asked, row, rule);
  if (atMost === undefined) return { ...least, over };
  if (atMost === "unbounded" && amount.numerator === 0n) return unknown("not-stated");
  return {
    kind: "between",
    least: least.value,
    ...(atMost !== "unbounded" && { most: rate(atMost, people, rule.per).value }),
    arithmetic: least.arithmetic,
    over,
  };
}

function publishedPeople({ question }: AskedUnits, row: number, { base }: RatioRule): PublishedPeople {
  const { name, admin } = question.territory.units[row] as TerritoryUnit;
  const { residents, hukou, year } = admin?.population ?? {};
  return {
    ...{ name, base },
    hukou: base === "residents" && residents === undefined && hukou !== undefined,
    ...(year !== undefined && { year }),
  };
}

/** A number of facilities, or a share of beds or slots. Of several units, and of each unit: how many have enough. */
function ofCount(asked: AskedUnits, pack: RulePack, rule: CountedRule): Finding {
  const level = unitLevelOf(rule);
  const rows = level === undefined ? [] : unitsAt(asked, pack, level);
  if (rows.length === 0) return unknown("no-unit");
  const counts = rows.map((row) => factsOfUnit(asked.question, asked.held, pack, row).counted(rule));
  if (rule.type === "presence" || rows.length > 1) {
    const enough = exact(rule.threshold);
    const lacking = counts.filter(
      (count) => !(typeof count === "object" && "number" in count && compare(count.number, enough) >= 0),
    );
    return ofUnits(asked, rows, lacking.length);
  }
  const [count] = counts;
  if (count === "unknown") return unknown("some-not-stated");
  if (count === undefined || "percent" in count) {
    return unknown(rule.type === "share_min" ? "not-stated" : "not-in-data");
  }
  if ("part" in count) return rate(count.part, count.whole, 100);
  return { kind: "figure", value: toNumber(count.number), arithmetic: decimalText(count.number) };
}

function ofUnits({ question }: AskedUnits, rows: readonly number[], lacking: number): Finding {
  const first = question.territory.units[rows[0] ?? -1];
  if (first === undefined) return unknown("no-unit");
  return { kind: "units", level: first.level, have: rows.length - lacking, all: rows.length };
}

function rate(amount: Exact, people: Exact, per: number): Finding & { readonly kind: "figure" } {
  const multiplied = per === 1 ? "" : ` × ${per}`;
  return {
    kind: "figure",
    value: toNumber(times(over(amount, people), exact(per))),
    arithmetic: `${decimalText(amount)} ÷ ${decimalText(people)}${multiplied}`,
  };
}

function unknown(why: Unknown): Finding {
  return { kind: "unknown", why };
}

/** The row of the one unit that a rule speaks of; of several, nobody knows which. */
function onlyUnit(asked: AskedUnits, pack: RulePack, rule: Rule): number | undefined {
  const level = unitLevelOf(rule);
  const rows = level === undefined ? [] : unitsAt(asked, pack, level);
  return rows.length === 1 ? rows[0] : undefined;
}
