/**
 * How much may still be done, in counted steps; a step is a link that is looked at. Never time, so that the same question
 * has the same answer on every machine.
 */
export interface WorkLeft {
  readonly spent: number;
  readonly left: number;
  readonly done: boolean;
  spend(steps: number): void;
}

export function workLeft(steps: number): WorkLeft {
  let spent = 0;
  return {
    get spent() {
      return spent;
    },
    get left() {
      return Math.max(0, steps - spent);
    },
    get done() {
      return spent >= steps;
    },
    spend(more) {
      spent += more;
    },
  };
}

/** So much of what is left, for something that may do no more. */
export function partOfWork(whole: WorkLeft, steps: number): WorkLeft {
  const part = workLeft(Math.min(steps, whole.left));
  return {
    get spent() {
      return part.spent;
    },
    get left() {
      return part.left;
    },
    get done() {
      return part.done;
    },
    spend(more) {
      part.spend(more);
      whole.spend(more);
    },
  };
}
