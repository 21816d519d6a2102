import type { Issue } from "../src/core/base/issue.ts";
import type { WorkStep } from "../src/core/base/work.ts";
import { buffersOf } from "./moved.ts";
import { withWordsUnpacked } from "./packed-words.ts";
import type { Reply, Request, TaskSet, Tasks } from "./protocol.ts";
import type { Wire } from "./serve.ts";

/** Who does the long work. One document is open at a time; calls are answered in order. */
export interface Desk<All extends TaskSet<All> = Tasks> {
  /** Never rejects. Typed arrays of the input are moved, not copied: the caller has them no longer. */
  call<Name extends keyof All & string>(
    task: Name,
    input: All[Name]["input"],
    options?: CallOptions,
  ): Promise<Answer<All[Name]["output"]>>;
}

export interface CallOptions {
  /** Settles the call as cancelled at once, whatever the worker is doing. */
  readonly signal?: AbortSignal;
  readonly onStep?: (step: WorkStep) => void;
}

/** Every call settles in one of these. lost: the worker and the document it held are gone. */
export type Answer<Output> =
  | { readonly state: "done"; readonly output: Output }
  | { readonly state: "refused"; readonly issues: readonly Issue[] }
  | { readonly state: "cancelled" }
  | { readonly state: "failed"; readonly message: string; readonly lost: boolean };

/** A worker as the crew hires it: a wire, a way to hear of its death, and a way to end it. */
export interface Hired extends Wire<Request, Reply> {
  onLost(tell: (message: string) => void): void;
  end(): void;
}

/**
 * A desk worked by one hired worker. When it is lost, every open call settles as failed and lost, and the next call
 * hires another, which begins without a document. `onCancel`: whether a worker is told that nobody wants the answer, which
 * it hears once it breathes, or is let go of at once as if it were lost, for work that does not breathe.
 */
export function openDesk<All extends TaskSet<All> = Tasks>(
  hire: () => Hired,
  onCancel: "tell" | "replace" = "tell",
): Desk<All> {
  const open = new Map<number, { settle(answer: Answer<unknown>): void; onStep(step: WorkStep): void }>();
  let worker: Hired | undefined;
  let lastId = 0;

  function hired(): Hired {
    if (worker) return worker;
    const fresh = hire();
    fresh.listen((reply) => {
      const call = open.get(reply.id);
      if (!call) return;
      if (reply.type === "progress") call.onStep(reply.step);
      else call.settle(answerOf(reply));
    });
    fresh.onLost((message) => {
      if (worker === fresh) letGo(message);
    });
    worker = fresh;
    return fresh;
  }

  function letGo(message: string): void {
    worker?.end();
    worker = undefined;
    for (const { settle } of [...open.values()]) settle({ state: "failed", message, lost: true });
  }

  return {
    call(task, input, { signal, onStep } = {}) {
      if (signal?.aborted) return Promise.resolve({ state: "cancelled" });
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const cancel = () => {
          if (onCancel === "tell") hired().post({ type: "cancel", id }, []);
          settle({ state: "cancelled" });
          if (onCancel === "replace") letGo("another call was cancelled");
        };
        const settle = (answer: Answer<unknown>) => {
          open.delete(id);
          signal?.removeEventListener("abort", cancel);
          resolve(answer as Answer<All[typeof task]["output"]>);
        };
        open.set(id, { settle, onStep: onStep ?? (() => {}) });
        signal?.addEventListener("abort", cancel);
        try {
          hired().post({ type: "call", id, task, input }, buffersOf(input));
        } catch (error) {
          settle({
            state: "failed",
            message: error instanceof Error ? error.message : String(error),
            lost: false,
          });
        }
      });
    },
  };
}

function answerOf(reply: Exclude<Reply, { type: "progress" }>): Answer<unknown> {
  switch (reply.type) {
    case "done":
      return { state: "done", output: withWordsUnpacked(reply.output) };
    case "refused":
      return { state: "refused", issues: reply.issues };
    case "failed":
      return { state: "failed", message: reply.message, lost: false };
  }
}
