import type { Share } from "./units.ts";

/**
 * A long computation that can be watched, paused and abandoned between steps. It yields the share done of its
 * current part and returns its result. Core stays free of clocks and promises: whoever drives the work decides when
 * to breathe, to report and to stop.
 */
export type Work<Result> = Generator<WorkStep, Result, void>;

/** What is being done, and how much of it. */
export interface WorkStep {
  readonly part: WorkPart;
  readonly share: Share;
  /** Where it searches for the best of many: how far it is. */
  readonly search?: SearchStep;
}

export interface SearchStep {
  /** What is to be least now: what stays missing, or the cost. */
  readonly of: "lack" | "cost";
  /** Nothing is better than this. */
  readonly bound: number;
  /** The best so far, and by which of what can be chosen, by id. */
  readonly best?: {
    readonly objective: number;
    readonly chosen: readonly string[];
    /** In which year each begins, where they are spread over years. */
    readonly years?: readonly number[];
  };
}

/** The parts a person is told about; the catalogue has a sentence for each. */
export type WorkPart =
  | "read"
  | "check"
  | "generate"
  | "network"
  | "origins"
  | "reach"
  | "coverage"
  | "supply"
  | "judge"
  | "roll-up"
  | "plan"
  | "write";

/** Who runs long work, in its own way of breathing, reporting and stopping. */
export type Drive = <Result>(work: Work<Result>) => Promise<Result>;

/** Runs the work to its end at once. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
