/**
 * What a solver is asked: which actions to do, as far as shortages are known. Numbers, since it decides nothing: what it
 * chooses is counted exactly, and a bound is of use if it is a hair too low.
 */
export interface ChoiceProgramme {
  /** Adds that `short`, or nothing where that is absent, plus what the chosen actions give is `atLeast` or more. */
  add(cut: Cut): void;
  /** The best choice as far as the cuts tell. */
  choose(): Choice;
  close(): void;
}

export interface Cut {
  /** Places of actions, ascending, with what each gives of it. */
  readonly actions: readonly number[];
  readonly gives: readonly number[];
  /** Place among the shortages that are weighed; absent where none is left. */
  readonly short?: number;
  readonly atLeast: number;
}

export interface Choice {
  /** By action: 1 if it is done; absent where no choice holds all cuts. */
  readonly done?: Uint8Array;
  /** No choice that holds all cuts has a lower objective. */
  readonly bound: number;
}

/** What is chosen from: actions with their costs, exclusions and states, and the weights of shortages that may be left. */
export interface ChoiceQuestion {
  readonly costs: readonly number[];
  /** By action: the lowest and the highest that it may be, 0 or 1. */
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** Actions of which at most one is done. */
  readonly exclusive: readonly (readonly number[])[];
  /** Absent: the cost is the objective. With it, that is what shortages left weigh, and the cost is at most this. */
  readonly budget?: number;
  /** By shortage: what one unit of it weighs. */
  readonly weights: readonly number[];
}

/** Opens a programme. `nodes` is how many nodes of a search tree one choice may take. */
export type OpenProgramme = (question: ChoiceQuestion, nodes: number) => ChoiceProgramme;
