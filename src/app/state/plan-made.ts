import type { ConflictDecision, PlanFound, RebasedView } from "../../../workers/plan-tasks.ts";
import type { Source } from "../../../workers/protocol.ts";
import { type Choices, parametersApart } from "../../core/analysis/parameters.ts";
import { sameContent } from "../../core/base/same-content.ts";
import type { SearchStep } from "../../core/base/work.ts";
import type { Patch } from "../../core/model/patch.ts";
import { type ConflictChoice, choicesAbout } from "../../core/plan/rebase-plan.ts";
import { lastPatch, type OpenDocument } from "./document.ts";
import type { Asked } from "./plan-asked.ts";

/** A plan, for what it was asked and of what it was made. */
export interface PlanMade {
  readonly asked: Asked;
  readonly found: PlanFound;
  readonly ground: Ground;
  /** Somebody stopped the search, which was about this then, and kept the best so far: another time it may be another one (未复现). */
  readonly stopped?: SearchStep["of"];
  /** It was found on another document, and counted anew on this one. */
  readonly rebased?: Rebased;
  /** What was decided about conflicts of it, in this and in other states of the document: it holds wherever the conflict is the same. */
  readonly decisions?: readonly ConflictDecision[];
}

/** What of a plan stood in a document that was changed since. */
export interface Rebased {
  /** As it was found. */
  readonly from: PlanMade;
  /** In the order of that plan. */
  readonly fates: readonly RebasedView[];
  /** Sites of it had been tried elsewhere until then. */
  readonly isPutBack?: boolean;
  /** The decisions by which it was counted. */
  readonly by: readonly ConflictDecision[] | undefined;
}

/**
 * A plan that was kept to be compared with others, by number. One that is looked at again is the plan on screen itself: what is
 * decided there is decided of it, and of no other that was kept.
 */
export interface Scenario extends PlanMade {
  readonly number: number;
}

/** The plan on screen and those that are kept. */
export interface PlansHeld {
  readonly made: PlanMade | undefined;
  readonly kept: readonly Scenario[];
}

/** Each plan as it becomes, one on screen that is kept in both places, under its number. */
export function heldAs({ made, kept }: PlansHeld, become: (plan: PlanMade) => PlanMade): PlansHeld {
  const now = kept.map((each) => {
    const by = become(each);
    return by === each ? each : { ...by, number: each.number };
  });
  return { made: now[kept.findIndex((each) => each === made)] ?? (made && become(made)), kept: now };
}

/** Whether two plans are the same and decided alike, so that what one is counted to be is the other too. */
export function isSamePlan(one: PlanMade, other: PlanMade): boolean {
  return one.found === other.found && one.rebased === other.rebased && one.decisions === other.decisions;
}

/** Whether what was found costs more than was to be spent. */
export function isOverBudget({ goal }: Asked, { cost }: Pick<PlanFound, "cost">): boolean {
  return goal.for === "budget" && cost > goal.budget + CENT;
}

/** 万元: sums are rounded. */
const CENT = 1e-6;

/** The plan as it was found, of one that was counted anew since. */
export function originOf(plan: PlanMade): PlanMade {
  return plan.rebased?.from ?? plan;
}

/** Whether all of a plan is decided, and it is counted by that. */
export function isAdoptable(plan: PlanMade): boolean {
  return isCounted(plan) && conflictsOf(plan).every(({ choice }) => choice !== undefined);
}

/** Whether what is shown of a plan is counted by all that was decided of it. */
export function isCounted({ rebased, decisions }: Conflicting): boolean {
  const choices = (by: PlanMade["decisions"]) =>
    conflictsOf({ rebased, decisions: by }).map(({ id, choice }) => ({ id, choice }));
  return rebased === undefined || sameContent(choices(rebased.by), choices(decisions));
}

/** What of a plan does not stand, in the order of the plan, and what is done about it. */
export function conflictsOf({ rebased, decisions = [] }: Conflicting): readonly OpenConflict[] {
  return (rebased?.fates ?? []).flatMap(({ id, fate }, at) => {
    if (fate.is === "carried" || fate.is === "done") return [];
    const [first, ...others] = choicesAbout(fate);
    const isOnly = others.length === 0;
    const choice = isOnly ? first : decisions.find((each) => isAbout(each, { id, of: fate }))?.choice;
    return [{ id, at, of: fate, isOnly, ...(choice && { choice }) }];
  });
}

/** What of a plan tells its conflicts; it may have none. */
interface Conflicting {
  readonly rebased?: PlanMade["rebased"] | undefined;
  readonly decisions?: PlanMade["decisions"] | undefined;
}

export interface OpenConflict extends Pick<ConflictDecision, "id" | "of"> {
  /** Place in the plan as it was found. */
  readonly at: number;
  /** Nothing else can be done about it. */
  readonly isOnly: boolean;
  /** Absent while it is open. */
  readonly choice?: ConflictChoice;
}

/** All that is decided of a plan once these conflicts are: of the same conflict the newest holds. */
export function withDecisions(
  { decisions = [] }: Pick<PlanMade, "decisions">,
  about: readonly Pick<ConflictDecision, "id" | "of">[],
  choice: ConflictChoice,
): readonly ConflictDecision[] {
  return [
    ...decisions.filter((each) => !about.some((one) => isAbout(each, one))),
    ...about.map(({ id, of }) => ({ id, choice, of })),
  ];
}

function isAbout(decision: ConflictDecision, { id, of }: Pick<ConflictDecision, "id" | "of">): boolean {
  return decision.id === id && sameContent(decision.of, of);
}

/** The plan as it was found where the document is again as it was then, knowing what was decided since; else as it stands. */
export function restoredOn(plan: PlanMade, ground: Ground): PlanMade {
  const from = originOf(plan);
  if (from === plan || !isSameGround(from.ground, ground)) return plan;
  const { decisions } = plan;
  return decisions ? { ...from, decisions } : from;
}

/**
 * The document and the parameters that something was made of: the same after something was done and taken back again. Two
 * documents are told apart by where they were opened from.
 */
export interface Ground {
  readonly source: Source | undefined;
  readonly after: Patch | undefined;
  readonly choices: Choices;
}

/** What a plan would be made of now. */
export function groundOf({
  source,
  done,
  choices,
}: Pick<OpenDocument, "source" | "done" | "choices">): Ground {
  return { source, after: lastPatch(done), choices };
}

export function isSameGround(one: Ground, other: Ground): boolean {
  return (
    one.source === other.source &&
    one.after === other.after &&
    parametersApart(one.choices, other.choices).length === 0
  );
}
