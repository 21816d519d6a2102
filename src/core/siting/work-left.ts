/**
 * How much may still be done, in counted steps; a step is a link that is looked at. Never time, so that the same question
 * has the same answer on every machine.
 */
export interface WorkLeft {
  readonly spent: number;
  readonly done: boolean;
  spend(steps: number): void;
}

export function workLeft(steps: number): WorkLeft {
  let spent = 0;
  return {
    get spent() {
      return spent;
    },
    get done() {
      return spent >= steps;
    },
    spend(more) {
      spent += more;
    },
  };
}
