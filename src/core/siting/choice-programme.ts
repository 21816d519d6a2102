/**
 * What a solver is asked: which actions to do, as far as shortages are known. Numbers, since it decides nothing: what it
 * chooses is counted exactly, and a bound is of use if it is a hair too low.
 */
export interface ChoiceProgramme {
  /** Adds that `short`, or nothing where that is absent, plus what the chosen actions give is `atLeast` or more. */
  add(cut: Cut): void;
  /** The best choice as far as the cuts tell, or one that misses it by no more than this part of its objective. */
  choose(gap: number): Choice;
  /** The same if actions could be done in part; absent where nothing holds all cuts. Much sooner told, and no better a bound. */
  relax(): Relaxed | undefined;
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
  /** By action: 1 if it is done; absent where none was found. */
  readonly done?: Uint8Array;
  /** No choice that holds all cuts has a lower objective. */
  readonly bound: number;
  /** It is the best that holds all cuts, but for the gap, or it is sure that there is none; else the tree was larger than it may be. */
  readonly settled: boolean;
}

export interface Relaxed {
  /** By action: what part of it is done, 0 to 1. */
  readonly parts: Float64Array;
  /** No choice has a lower objective. */
  readonly bound: number;
}

/** What is chosen from: actions with their costs and exclusions, and the weights of shortages that may be left. */
export interface ChoiceQuestion {
  readonly costs: readonly number[];
  /** Actions of which at most one is done. */
  readonly exclusive: readonly (readonly number[])[];
  readonly purses: readonly NumberPurse[];
  /** How many shortages may be left. */
  readonly shorts: number;
  /** What is to be as little as can be; absent: the cost. */
  readonly least?: Worsts;
  readonly limits: readonly { readonly lack: Worsts; readonly most: number }[];
}

/** What actions take out of one purse, and how much is in it. */
export interface NumberPurse {
  readonly costs: readonly number[];
  readonly most: number;
}

/**
 * A sum over groups, of each the largest of its weighings; a weighing tells, by shortage that may be left, what one unit of
 * it weighs.
 */
export type Worsts = readonly (readonly (readonly number[])[])[];

/** Opens a programme. `nodes` is how many nodes of a search tree one choice may take. */
export type OpenProgramme = (question: ChoiceQuestion, nodes: number) => ChoiceProgramme;
