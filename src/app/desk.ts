import type { Issue } from "../core/base/issue.ts";
import type { WorkStep } from "../core/base/work.ts";
import type { TaskName, Tasks } from "../../workers/protocol.ts";

/** Who does the long work. One document is open at a time; calls are answered in order. */
export interface Desk {
  call<Name extends TaskName>(task: Name, input: Tasks[Name]["input"], options?: CallOptions): Promise<Answer<Tasks[Name]["output"]>>;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onStep?: (step: WorkStep) => void;
}

/** Every call settles in one of these. lost: the worker and the document it held are gone. */
export type Answer<Output> =
  | { readonly state: "done"; readonly output: Output }
  | { readonly state: "refused"; readonly issues: readonly Issue[] }
  | { readonly state: "cancelled" }
  | { readonly state: "failed"; readonly message: string; readonly lost: boolean };
