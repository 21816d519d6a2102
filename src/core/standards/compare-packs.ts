import { compare, exact, over } from "../base/decimal.ts";
import type { FacilityKind } from "../model/facility-kind.ts";
import type { ZoneStatus } from "../model/residential-zone.ts";
import { countingDraft, type KindDraft } from "./counting-draft.ts";
import type { Metric, Rule, RuleLevel } from "./rule.ts";
import type { RulePack } from "./rule-pack.ts";

/** Two packs side by side, as their documents state them: no year, no zone, no overlay. */
export interface PackComparison {
  /** By subject, then from estates to procedures; a group that neither has is left out. */
  readonly groups: readonly ComparedGroup[];
  /** Kinds that do not count in the same way toward a metric both speak of. */
  readonly counting: readonly ComparedKind[];
}

export interface ComparedGroup {
  readonly subject: Rule["subject"];
  readonly level: RuleLevel;
  /** Of estates, new and existing ones apart: a rule for all stands in both. */
  readonly status?: ZoneStatus;
  /** Rules of both in the order of the left pack, then those of the right alone. */
  readonly rows: readonly ComparedRule[];
}

/** At least one side is there; with one side alone nothing is `apart`. */
export interface ComparedRule {
  readonly left?: Rule;
  readonly right?: Rule;
  readonly apart: readonly RulePart[];
}

/**
 * In what two rules of one thing differ. specified: only one gives a number · measure: what is measured, or the type of
 * rule · number: the number of one measure, a ratio reduced · base: households or people · conditions: for whom, from when.
 */
export const RULE_PARTS = [
  "specified",
  "measure",
  "number",
  "base",
  "kinds",
  "targets",
  "severity",
  "conditions",
] as const;
export type RulePart = (typeof RULE_PARTS)[number];

export interface ComparedKind {
  readonly metric: Metric;
  readonly kind: FacilityKind;
  /** Absent: that pack does not name the kind. */
  readonly left?: KindDraft;
  readonly right?: KindDraft;
}

/** Cost: the product of the rules of each group, which has a dozen. */
export function comparePacks(left: RulePack, right: RulePack): PackComparison {
  return { groups: groupsOf(left.rules, right.rules), counting: countingApart(left, right) };
}

/** In what two rules differ; their ids, titles, clauses and notes are not compared. */
export function partsApart(left: Rule, right: Rule): readonly RulePart[] {
  const numbered = isNumbered(left) && isNumbered(right);
  const measured = measureOf(left) === measureOf(right) && (!numbered || left.type === right.type);
  const apart: Readonly<Record<RulePart, boolean>> = {
    specified: isNumbered(left) !== isNumbered(right),
    measure: !measured,
    number: numbered && measured && numberApart(left, right),
    base: baseOf(left) !== baseOf(right),
    kinds: differ(left, right, ["kinds"]),
    targets: differ(left, right, ["targetByYear"]),
    severity: left.severity !== right.severity,
    conditions: differ(left, right, CONDITIONS),
  };
  return RULE_PARTS.filter((part) => apart[part]);
}

const SUBJECTS = ["elderly", "childcare", "both", "community"] as const satisfies readonly Rule["subject"][];

const PLACES: readonly { readonly level: RuleLevel; readonly status?: ZoneStatus }[] = [
  { level: "estate", status: "new" },
  { level: "estate", status: "existing" },
  ...(["facility", "community", "village", "street", "district", "city", "circle", "process"] as const).map(
    (level) => ({ level }),
  ),
];

const CONDITIONS =
  "estateStatus grantedFrom wordedForRenewal approximate deadline relaxed andSlots materials".split(" ");

function groupsOf(left: readonly Rule[], right: readonly Rule[]): ComparedGroup[] {
  return SUBJECTS.flatMap((subject) =>
    PLACES.flatMap((place) => {
      const here = (rules: readonly Rule[]) =>
        rules.filter(
          (rule) =>
            rule.subject === subject &&
            rule.level === place.level &&
            (place.status === undefined || (rule.estateStatus ?? place.status) === place.status),
        );
      const rows = paired(here(left), here(right));
      return rows.length === 0 ? [] : [{ subject, ...place, rows }];
    }),
  );
}

/** Pairs what is most alike first: of two ratios for the same rooms, the binding one goes with the binding one. */
function paired(left: readonly Rule[], right: readonly Rule[]): ComparedRule[] {
  const partners = new Map<Rule, Rule>();
  const free = new Set(right);
  for (const alike of LIKENESS) {
    for (const rule of left) {
      if (partners.has(rule)) continue;
      const found = right.find((other) => free.has(other) && alike(rule, other));
      if (found === undefined) continue;
      partners.set(rule, found);
      free.delete(found);
    }
  }
  return [
    ...left.map((rule): ComparedRule => {
      const partner = partners.get(rule);
      return partner
        ? { left: rule, right: partner, apart: partsApart(rule, partner) }
        : { left: rule, apart: [] };
    }),
    ...[...free].map((rule): ComparedRule => ({ right: rule, apart: [] })),
  ];
}

type Likeness = (left: Rule, right: Rule) => boolean;

const sameThing: Likeness = (a, b) =>
  a.metric === b.metric && measureOf(a) === measureOf(b) && !differ(a, b, ["kinds"]);
const sameWeight: Likeness = (a, b) => a.severity === b.severity;
const sameNumber: Likeness = (a, b) => isNumbered(a) && isNumbered(b) && !numberApart(a, b);

/** From the surest to the loosest. */
const LIKENESS: readonly Likeness[] = [
  (a, b) => a.id === b.id,
  (a, b) => sameThing(a, b) && sameWeight(a, b) && sameNumber(a, b),
  (a, b) => sameThing(a, b) && sameWeight(a, b),
  (a, b) => sameThing(a, b),
  (a, b) => a.metric === b.metric && sameWeight(a, b),
  // Childcare of an estate by slots here, by floor area there: one demand, two measures.
  (a, b) => a.level === "estate" && a.severity === "mandatory" && sameWeight(a, b),
];

function isNumbered(rule: Rule): rule is Exclude<Rule, { type: "not_specified" }> & { threshold: number } {
  return "threshold" in rule && rule.threshold !== undefined;
}

function measureOf(rule: Rule): string {
  return `${rule.metric} ${rule.unit ?? ""}`;
}

function baseOf(rule: Rule): string | undefined {
  return "base" in rule ? rule.base : undefined;
}

/** 20 per 100 is 200 per 1000. */
function numberApart(left: { readonly threshold: number }, right: { readonly threshold: number }): boolean {
  return compare(rateOf(left), rateOf(right)) !== 0;
}

function rateOf(rule: { readonly threshold: number; readonly per?: number }) {
  return over(exact(rule.threshold), exact(rule.per ?? 1));
}

/** Members are plain values of a pack that was read, so their text is the same where they are. */
function differ(left: Rule, right: Rule, members: readonly string[]): boolean {
  const said = (rule: Rule) =>
    JSON.stringify(members.map((member) => (rule as unknown as Record<string, unknown>)[member] ?? null));
  return said(left) !== said(right);
}

function countingApart(left: RulePack, right: RulePack): ComparedKind[] {
  const others = new Map(countingDraft(right.countedKinds).byMetric.map((one) => [one.metric, one.kinds]));
  return countingDraft(left.countedKinds).byMetric.flatMap(({ metric, kinds }) => {
    const beside = others.get(metric);
    if (beside === undefined) return [];
    const all = new Set([...kinds, ...beside].map(({ kind }) => kind));
    return [...all].flatMap((kind): ComparedKind[] => {
      const [a, b] = [kinds, beside].map((list) => list.find((one) => one.kind === kind));
      if (a?.reading === b?.reading && a?.registered === b?.registered) return [];
      return [{ metric, kind, ...(a && { left: a }), ...(b && { right: b }) }];
    });
  });
}
