import { compare, exact, minus, ZERO } from "../base/decimal.ts";
import { type FacilityKind, subjectOfKind } from "../model/facility-kind.ts";
import type { ZoneStatus } from "../model/residential-zone.ts";
import { amounting, type RuledLine } from "./conflict-groups.ts";
import type { JudgeSettings } from "./judge-estate.ts";
import { IMPOSSIBLE, type Judgement, type Line, type LineNote } from "./judgement.ts";
import type { FloorRule, MaximumRule } from "./rule.ts";
import type { RulePack } from "./rule-pack.ts";
import { inForce, type RuleInForce } from "./select-rules.ts";
import { type StoreyFacts, storeyFinding } from "./storey-limit.ts";
import type { Supplied, SupplyByMetric } from "./supplied.ts";
import { floorLine } from "./supply-line.ts";

/** One facility, by itself. */
export interface FacilityFacts extends StoreyFacts {
  readonly kind?: FacilityKind;
  /** Its own functional areas and slots. */
  readonly supply: SupplyByMetric;
  /** Slots that go with an area (普惠); absent where it is not known whether its slots are such. */
  readonly inclusiveSlots?: Supplied;
  /** Whether it belongs to a new or an existing estate, for rules that speak of one of them. */
  readonly estateStatus?: ZoneStatus;
}

/**
 * Judges a facility by the rules on its own size and storey. A rule for other kinds has no line; where the kind or the
 * estate is not known, nobody can say whether the rule holds, and its line lacks data. Care rooms below ground have no
 * size.
 */
export function judgeFacility(pack: RulePack, facts: FacilityFacts, settings: JudgeSettings): Judgement {
  if (Object.values(facts.supply).some(({ amount }) => amount.numerator < 0n)) return IMPOSSIBLE;
  const rules = [...pack.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = rules.flatMap((rule): RuledLine[] => {
    const found = inForce(rule, settings.year);
    if (found === undefined) return [];
    const line =
      rule.type === "max"
        ? storeyLine({ ...found, rule }, facts)
        : rule.type === "floor" && (rule.level === "facility" || rule.kinds !== undefined)
          ? sizeLine({ ...found, rule }, facts)
          : undefined;
    return line === undefined ? [] : [{ rule, line }];
  });
  const { groups, overall } = amounting(lines, "unit", settings.conflict);
  return {
    lines: lines.map(({ line }) => line),
    groups,
    overall: overall ?? "not_specified",
    estimated: false,
    remarks: overall === undefined ? ["no-rule-applies"] : [],
  };
}

function sizeLine(found: RuleInForce<FloorRule>, facts: FacilityFacts): Line | undefined {
  const { rule } = found;
  const { kind, estateStatus } = facts;
  if (kind !== undefined && rule.kinds?.includes(kind) === false) return undefined;
  const ofOtherEstates =
    rule.estateStatus !== undefined && estateStatus !== undefined && rule.estateStatus !== estateStatus;
  if (ofOtherEstates) return undefined;
  const kindOpen = kind === undefined && rule.kinds !== undefined;
  if (kindOpen && (rule.level !== "facility" || facts.supply[rule.metric] === undefined)) return undefined;
  const below = rule.subject !== "community" && facts.storey !== undefined && facts.storey < 1;
  const notes: readonly LineNote[] = below ? [...found.notes, "below-ground"] : found.notes;
  const size = below ? { amount: ZERO } : facts.supply[rule.metric];
  const line = floorLine({ ...found, notes }, size, facts.inclusiveSlots);
  const open = kindOpen || (rule.estateStatus !== undefined && estateStatus === undefined);
  if (!open) return line;
  const { shortage: _unsure, ...rest } = line;
  return { ...rest, verdict: "insufficient_data" };
}

function storeyLine(found: RuleInForce<MaximumRule>, facts: FacilityFacts): Line | undefined {
  const { rule } = found;
  if (!speaksOf(rule, facts)) return undefined;
  const { allowed, limit } = storeyFinding(rule, facts);
  const { storey } = facts;
  const actual = storey === undefined ? undefined : exact(storey);
  const required = limit === undefined ? undefined : exact(limit);
  const over = actual && required && compare(actual, required) > 0 ? minus(actual, required) : ZERO;
  return {
    rule: rule.id,
    severity: rule.severity,
    unit: rule.unit,
    whole: false,
    verdict: allowed === "yes" ? "pass" : allowed === "no" ? "fail" : "insufficient_data",
    threshold: limit ?? rule.threshold,
    ...(required && { required }),
    ...(actual && { actual }),
    ...(allowed !== "unknown" && { shortage: over }),
    estimated: false,
    notes: found.notes,
  };
}

/** A storey rule holds for care rooms of its subject: by kind, by what is supplied, or where neither is known. */
function speaksOf(rule: MaximumRule, { kind, supply, storey }: FacilityFacts): boolean {
  if (rule.subject === "both") return true;
  const supplied =
    rule.subject === "childcare" ? ["childcare_slots", "childcare_building_area"] : ["elderly_building_area"];
  if (supplied.some((metric) => metric in supply)) return true;
  return kind === undefined ? storey !== undefined : subjectOfKind(kind) === rule.subject;
}
