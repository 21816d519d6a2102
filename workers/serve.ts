import type { Issue } from "../src/core/base/issue.ts";
import type { Outcome } from "../src/core/base/outcome.ts";
import type { Drive, WorkStep } from "../src/core/base/work.ts";
import { buffersOf } from "./moved.ts";
import { withWordsPacked } from "./packed-words.ts";
import type { Reply, Request, TaskSet, Tasks } from "./protocol.ts";

/** One end of a wire between two threads. */
export interface Wire<Out, In> {
  post(message: Out, moved: ArrayBuffer[]): void;
  listen(hear: (message: In) => void): void;
}

/** How a task is done: with a document that stays between calls, and a way to run long work. */
export type TaskTable<All extends TaskSet<All> = Tasks> = {
  readonly [Name in keyof All]: (
    input: All[Name]["input"],
    drive: Drive,
  ) => Promise<Outcome<All[Name]["output"]>>;
};

/** The caller no longer wants the answer. Whatever the task held before the call, it still holds. */
export class Abandoned extends Error {
  override readonly name = "Abandoned";
}

/**
 * Answers the calls of a wire one after another, in the order they came. Each call gets exactly one of done, refused
 * or failed, except a cancelled one, which gets none: its caller has settled already.
 */
export function serve<All extends TaskSet<All>>(wire: Wire<Reply, Request>, tasks: TaskTable<All>): void {
  const cancelled = new Set<number>();
  const waiting = new Set<number>();
  let last: Promise<void> = Promise.resolve();
  wire.listen((request) => {
    if (request.type === "cancel") {
      if (waiting.has(request.id)) cancelled.add(request.id);
      return;
    }
    waiting.add(request.id);
    last = last.then(async () => {
      const reply = await answer(request, tasks, {
        cancelled: () => cancelled.has(request.id),
        progress: (step) => wire.post({ type: "progress", id: request.id, step }, []),
      });
      waiting.delete(request.id);
      if (cancelled.delete(request.id) || !reply) return;
      const sent = withWordsPacked(reply);
      wire.post(sent, buffersOf(sent));
    });
  });
}

interface Watch {
  cancelled(): boolean;
  progress(step: WorkStep): void;
}

async function answer<All extends TaskSet<All>>(
  { id, task, input }: Extract<Request, { type: "call" }>,
  tasks: TaskTable<All>,
  watch: Watch,
): Promise<Reply | undefined> {
  const drive = driver(watch);
  try {
    if (watch.cancelled()) return undefined;
    const outcome = await (
      tasks[task as keyof All] as (input: unknown, drive: Drive) => Promise<Outcome<unknown>>
    )(input, drive);
    return outcome.ok
      ? { type: "done", id, output: outcome.value }
      : { type: "refused", id, issues: outcome.issues as readonly Issue[] };
  } catch (error) {
    if (error instanceof Abandoned) return undefined;
    return { type: "failed", id, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Time between two breaths: long enough to lose none to them, short enough that a cancel is felt at once. */
const BREATH_MS = 30;

/** Runs work to its end, breathing between steps. Rejects with `Abandoned` once the call was cancelled. */
function driver({ cancelled, progress }: Watch): Drive {
  let breathed = performance.now();
  return async (work) => {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (performance.now() - breathed < BREATH_MS) continue;
      progress(step.value);
      await breath();
      breathed = performance.now();
      if (cancelled()) throw new Abandoned();
    }
  };
}

/** Lets waiting messages be heard. */
function breath(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume);
  });
}
