import type { ConflictDecision, PlanFound, RebasedView } from "../../../workers/plan-tasks.ts";
import type { Source } from "../../../workers/protocol.ts";
import { type Choices, parametersApart } from "../../core/analysis/parameters.ts";
import type { SearchStep } from "../../core/base/work.ts";
import type { Patch } from "../../core/model/patch.ts";
import type { ConflictChoice } from "../../core/plan/rebase-plan.ts";
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
}

/** What of a plan stood in a document that was changed since, and what was decided of the rest. */
export interface Rebased {
  /** As it was found. */
  readonly from: PlanMade;
  /** In the order of that plan. */
  readonly fates: readonly RebasedView[];
  /** Sites of it had been tried elsewhere until then. */
  readonly isPutBack?: boolean;
  /** By these decisions it was counted. */
  readonly decided: readonly ConflictDecision[];
  /** Decisions as they are now: the same as those, or others until it is counted by them. */
  readonly wanted: readonly ConflictDecision[];
}

/** A plan that was kept to be compared with others. */
export interface Scenario extends PlanMade {
  readonly name: string;
}

/** The plan as it was found, of one that was counted anew since. */
export function originOf(plan: PlanMade): PlanMade {
  return plan.rebased?.from ?? plan;
}

/** Whether all of a plan is decided, and it is counted by that. */
export function isAdoptable(plan: PlanMade): boolean {
  return isCounted(plan) && conflictsOf(plan).every(({ choice }) => choice !== undefined);
}

/** Whether what is shown of a plan is counted by all that was decided of it. */
export function isCounted({ rebased }: Pick<PlanMade, "rebased">): boolean {
  return rebased === undefined || rebased.decided === rebased.wanted;
}

/** What of a plan does not stand, and what was decided of it. */
export function conflictsOf({ rebased }: Pick<PlanMade, "rebased">): readonly OpenConflict[] {
  return (rebased?.fates ?? []).flatMap(({ id, fate }, at) => {
    if (fate.is === "carried" || fate.is === "done") return [];
    const choice = rebased?.wanted.find((each) => each.id === id)?.choice;
    return [{ id, at, of: fate, ...(choice && { choice }) }];
  });
}

export interface OpenConflict extends Pick<ConflictDecision, "id" | "of"> {
  /** Place in the plan as it was found. */
  readonly at: number;
  /** Absent while it is open. */
  readonly choice?: ConflictChoice;
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
