import type { Day } from "../base/units.ts";
import { CUSTOM_PREFIX } from "./check-pack.ts";
import type { Clause, PolicyDocument, Text } from "./clause.ts";
import { type CountingDraft, countingDraft } from "./counting-draft.ts";
import type { PopulationBase, Rule, TargetByYear } from "./rule.ts";
import type { ConflictPolicy, ProfileId, RulePack } from "./rule-pack.ts";

/**
 * A pack of the user's own while a form is filled in: numbers and days are as typed, so that nothing is rounded or
 * guessed before it is read as a whole. `readDraft` makes the pack of it, or says what is wrong with which field.
 */
export interface PackDraft {
  readonly start: DraftStart;
  /** What it starts from: the pack that is edited or copied, or the template. */
  readonly base: RulePack;
  /** Whose rules can be switched on again: what the pack was copied from, or the template. */
  readonly origin: RulePack | undefined;
  /** Behind `custom:`. */
  readonly id: string;
  readonly title: Text;
  readonly city: Text;
  /** Codes, apart by commas or spaces. */
  readonly adminCodes: string;
  readonly enteredBy: string;
  readonly checkedBy: string;
  readonly date: string;
  readonly validTo: string;
  /** Residents per household. */
  readonly low: string;
  readonly high: string;
  readonly documents: readonly DocumentDraft[];
  readonly rules: readonly RuleDraft[];
  readonly circle: CircleDraft;
  readonly conflictPolicy: ConflictPolicy;
  readonly counting: CountingDraft;
}

/** What an analysis by the pack starts from, unless the user sets it otherwise there. */
export interface CircleDraft {
  readonly minutes: string;
  /** Walking metres. */
  readonly limits: Readonly<Record<ProfileId, string>>;
  readonly detour: string;
}

export type DraftStart = "edit" | "copy" | "template";

export interface DocumentDraft {
  readonly key: string;
  /** Entered by the user; those of the original stay as they are. */
  readonly own: boolean;
  readonly title: Text;
  readonly number: string;
  readonly issued: string;
  readonly status: PolicyDocument["status"];
  readonly note?: Text;
}

export interface RuleDraft {
  /** What it starts from. */
  readonly rule: Rule;
  readonly on: boolean;
  readonly title: Text;
  /** Empty: the document gives no number. */
  readonly threshold: string;
  readonly base: PopulationBase | undefined;
  readonly per: string;
  readonly holdsFor: HoldsFor;
  readonly severity: Rule["severity"];
  readonly targets: readonly TargetDraft[];
  readonly clauses: readonly Clause[];
}

/** Zones an estate rule holds for. */
export type HoldsFor = "new" | "existing" | "all";

/** A yearly target; without a value the cell of the document cannot be read. */
export interface TargetDraft {
  readonly year: string;
  readonly value: string;
}

/** A copy of a pack, told from it by name, to be given a person. */
export function copyDraft(pack: RulePack, as: { readonly id: string; readonly date: Day }): PackDraft {
  const title = { zh: `${pack.title.zh}（本地）`, en: `${pack.title.en} (local)` };
  return { ...draftOf(pack, pack, "copy"), id: as.id, title, enteredBy: "", checkedBy: "", date: as.date };
}

/** The template, to be given a city; its document and its numbers are still to be entered. */
export function templateDraft(
  template: RulePack,
  as: { readonly id: string; readonly date: Day },
): PackDraft {
  return {
    ...draftOf(template, template, "template"),
    ...{ id: as.id, title: NOTHING, city: NOTHING, enteredBy: "", checkedBy: "", date: as.date },
    documents: [blankDocument([])],
  };
}

/** A pack of the user's own as it is. */
export function editDraft(pack: RulePack, origin: RulePack | undefined): PackDraft {
  return draftOf(pack, origin, "edit");
}

/** One more document, still without a title. */
export function blankDocument(documents: readonly { readonly key: string }[]): DocumentDraft {
  let number = 1;
  while (documents.some(({ key }) => key === `LOCAL-${number}`)) number += 1;
  return { key: `LOCAL-${number}`, own: true, title: NOTHING, number: "", issued: "", status: "issued" };
}

/** A rule as a form shows it. */
export function ruleDraft(rule: Rule, on: boolean): RuleDraft {
  return {
    rule,
    on,
    title: rule.title,
    threshold: "threshold" in rule && rule.threshold !== undefined ? `${rule.threshold}` : "",
    base: "base" in rule ? rule.base : undefined,
    per: "per" in rule && rule.per !== undefined ? `${rule.per}` : "",
    holdsFor: rule.estateStatus ?? "all",
    severity: rule.severity,
    targets: targetDrafts("targetByYear" in rule ? rule.targetByYear : undefined),
    clauses: rule.clauses,
  };
}

/**
 * Whether the yearly targets of the rule go: a new number takes them away, which would otherwise decide in its stead,
 * unless they are entered anew too.
 */
export function dropsTargets({ rule, threshold, targets }: RuleDraft): boolean {
  const before = ruleDraft(rule, true);
  return targets.length > 0 && threshold !== before.threshold && sameTargets(targets, before.targets);
}

export function sameTargets(a: readonly TargetDraft[], b: readonly TargetDraft[]): boolean {
  return (
    a.length === b.length && a.every(({ year, value }, i) => year === b[i]?.year && value === b[i]?.value)
  );
}

function draftOf(pack: RulePack, origin: RulePack | undefined, start: DraftStart): PackDraft {
  const { low, high } = pack.populationCoefficient;
  return {
    ...{ start, base: pack, origin, id: pack.id.replace(CUSTOM_PREFIX, "") },
    ...{ title: pack.title, city: pack.city, adminCodes: pack.adminCodes.join(", ") },
    enteredBy: pack.custom?.enteredBy ?? "",
    checkedBy: pack.custom?.checkedBy ?? "",
    date: pack.custom?.date ?? "",
    validTo: pack.validTo ?? "",
    ...{ low: `${low}`, high: `${high}` },
    documents: pack.documents.map((document) => ({
      ...{ key: document.key, title: document.title, status: document.status },
      own: origin?.documents.some(({ key }) => key === document.key) !== true,
      number: document.number ?? "",
      issued: document.issued ?? "",
      ...(document.note !== undefined && { note: document.note }),
    })),
    rules: ruleDrafts(pack, origin),
    circle: circleDraft(pack),
    conflictPolicy: pack.conflictPolicy,
    counting: countingDraft(pack.countedKinds),
  };
}

function circleDraft({ circle: { minutes, limits, detour } }: RulePack): CircleDraft {
  const { elderly, carer_with_infant, adult } = limits;
  return {
    minutes: `${minutes}`,
    limits: { elderly: `${elderly}`, carer_with_infant: `${carer_with_infant}`, adult: `${adult}` },
    detour: `${detour}`,
  };
}

/** In the order of the original, with those of it that are switched off; behind them what was added. */
function ruleDrafts(pack: RulePack, origin: RulePack | undefined): RuleDraft[] {
  const own = new Map(pack.rules.map((rule) => [rule.id, rule]));
  const listed = (origin?.rules ?? []).map((rule) => ruleDraft(own.get(rule.id) ?? rule, own.has(rule.id)));
  const known = new Set(origin?.rules.map(({ id }) => id));
  const added = pack.rules.filter(({ id }) => !known.has(id)).map((rule) => ruleDraft(rule, true));
  return [...listed, ...added];
}

function targetDrafts(targets: TargetByYear | undefined): TargetDraft[] {
  return Object.entries(targets ?? {}).map(([year, value]) => ({
    year,
    value: value === null ? "" : `${value}`,
  }));
}

const NOTHING: Text = { zh: "", en: "" };
