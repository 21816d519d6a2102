import type { Metres } from "../../core/base/units.ts";
import type { FacilityStatus } from "../../core/model/facility.ts";
import type { Refusal } from "../../core/plan/measure.ts";
import type { ChangedPart, ConflictChoice } from "../../core/plan/rebase-plan.ts";
import type { OptionFacts } from "./plan-facts.ts";

/** A measure of a plan that does not stand any more: what was planned, what is there now, and what is done about it. */
export interface ConflictFacts {
  readonly id: string;
  /** In the list and on the map, from 1; absent where it is not among them. */
  readonly number: number | undefined;
  /** Of its place. */
  readonly name: string;
  readonly place: "facility" | "site" | "zone";
  readonly was: PlannedFacts;
  readonly now: ConflictNow;
  /** Nothing but this choice is left, so that nobody is asked. */
  readonly isOnly: boolean;
  /** Absent while it is open. */
  readonly choice: ConflictChoice | undefined;
}

/** Of a plan over years with the year in which it begins. */
export interface PlannedFacts extends OptionFacts {
  readonly year?: number;
}

export type ConflictNow =
  | { readonly is: "gone" }
  | { readonly is: "used"; readonly rooms: readonly RoomFacts[] }
  | { readonly is: "refused"; readonly refusals: readonly Pick<Refusal, "subject" | "why">[] }
  | { readonly is: "not-offered"; readonly status?: FacilityStatus }
  | { readonly is: "too-late"; readonly earliest: number }
  | {
      readonly is: "otherwise";
      readonly parts: readonly ChangedPart[];
      readonly now: PlannedFacts;
      /** From where its rooms were. */
      readonly metres?: Metres;
    };

/** A facility that is there; m² and slots. */
export interface RoomFacts extends Pick<OptionFacts, "elderly" | "childcare" | "slots"> {
  readonly name: string;
}

/** What became of a plan that was found before a change: how much of it is decided, open and done already. */
export interface RebasedFacts {
  /** Measures that can only be left out, which nobody has to decide. */
  readonly leftOut: number;
  readonly open: number;
  readonly decided: number;
  readonly done: number;
  /** 万元, where it costs more than was given. */
  readonly overBudget?: number;
  /** Sites had been tried elsewhere, and are where they were. */
  readonly isPutBack?: boolean;
}
