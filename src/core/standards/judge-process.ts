import { daysBetween, yearsAfter } from "../base/day.ts";
import type { Day } from "../base/units.ts";
import type { ProcessRule, StockMaterial } from "./rule.ts";
import type { RulePack } from "./rule-pack.ts";

/** An application to turn existing rooms into care rooms (存量资源改造). */
export interface StockApplication {
  readonly applicationDate?: Day;
  /** Day on which it is looked at; the day of application unless stated. */
  readonly asOf?: Day;
  readonly inExpropriationArea?: boolean;
  readonly hasRealEstateCertificate?: boolean;
  readonly materials?: readonly StockMaterial[];
  readonly cityApprovalDate?: Day;
}

export interface StockFinding {
  /** `undefined`: cannot be said yet. */
  readonly eligible: boolean | undefined;
  readonly missing: readonly StockMaterial[];
  /** Last day of the transition period; `undefined` without an approval, and where the document grants none. */
  readonly transitionEnds: Day | undefined;
  readonly warnings: readonly StockWarning[];
}

/** `year` is the last year of validity. */
export interface StockWarning {
  readonly code: "guide-expired" | "plan-period-ended";
  readonly year: number;
}

/**
 * Never eligible: listed for expropriation, or without a title. Eligible: neither, all materials there, and the guide in
 * force on the day. Where the document lists no materials, only an approval can say so. Anything unknown
 * leaves it open, and so do days in an order that cannot be and a transition that is over.
 * The transition runs from the approval, whose day counts as its start.
 */
export function judgeStockApplication(pack: RulePack, application: StockApplication): StockFinding {
  const rule = pack.rules.find(isStockRule);
  const { inExpropriationArea, hasRealEstateCertificate, applicationDate } = application;
  const on = application.asOf ?? applicationDate;
  const { cityApprovalDate: approved } = application;
  const early = isBefore(approved, applicationDate) || isBefore(on, applicationDate);
  // An approval that is still to come on the day it is looked at is none.
  const cityApprovalDate = isBefore(application.asOf, approved) ? undefined : approved;
  const missing = (rule?.materials ?? []).filter(
    (material) => application.materials?.includes(material) !== true,
  );
  const warnings = expiryOf(pack, rule, on);
  const excluded = inExpropriationArea === true || hasRealEstateCertificate === false;
  const years = rule?.metric === "stock_transition" ? rule.threshold : undefined;
  const transitionEnds =
    excluded || years === undefined || cityApprovalDate === undefined
      ? undefined
      : yearsAfter(cityApprovalDate, years);
  const open =
    rule === undefined ||
    inExpropriationArea === undefined ||
    hasRealEstateCertificate === undefined ||
    missing.length > 0 ||
    warnings.length > 0 ||
    on === undefined ||
    early ||
    isBefore(transitionEnds, on) ||
    (rule.materials === undefined && cityApprovalDate === undefined);
  return { eligible: excluded ? false : open ? undefined : true, missing, transitionEnds, warnings };
}

/** False where one of the days is not known. */
function isBefore(day: Day | undefined, other: Day | undefined): boolean {
  return day !== undefined && other !== undefined && day < other;
}

function isStockRule(rule: RulePack["rules"][number]): rule is ProcessRule {
  return (
    rule.type === "process" && (rule.metric === "stock_transition" || rule.metric === "stock_conversion")
  );
}

function expiryOf(
  pack: RulePack,
  rule: ProcessRule | undefined,
  on: Day | undefined,
): readonly StockWarning[] {
  if (pack.validTo === undefined || on === undefined || on <= pack.validTo) return [];
  const code = rule?.materials === undefined ? "plan-period-ended" : "guide-expired";
  return [{ code, year: Number(pack.validTo.slice(0, 4)) }];
}

/** The period within which an existing estate has to be supplied. */
export interface DeadlineFinding {
  readonly due: Day | undefined;
  /** Negative once it is over. */
  readonly daysLeft: number | undefined;
  readonly state: "overdue" | "due_soon" | "on_track" | "insufficient_data" | "not_specified";
}

/**
 * The shortest period that a rule of the pack sets. The due day itself is in time. On a day before the period starts
 * nothing runs yet: one of the two days is wrong, or the question comes too early.
 */
export function judgeDeadline(
  pack: RulePack,
  start: Day | undefined,
  asOf: Day | undefined,
): DeadlineFinding {
  const periods = pack.rules.flatMap(({ deadline }) => (deadline === undefined ? [] : [deadline.years]));
  if (periods.length === 0) return { due: undefined, daysLeft: undefined, state: "not_specified" };
  const due = start === undefined ? undefined : yearsAfter(start, Math.min(...periods));
  if (due === undefined || asOf === undefined || isBefore(asOf, start))
    return { due, daysLeft: undefined, state: "insufficient_data" };
  const daysLeft = daysBetween(asOf, due);
  return { due, daysLeft, state: daysLeft < 0 ? "overdue" : daysLeft <= SOON ? "due_soon" : "on_track" };
}

/** Days left from which a deadline is said to be near. */
const SOON = 180;
