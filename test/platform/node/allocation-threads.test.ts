import { EventEmitter } from "node:events";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AllocationProblem } from "../../../src/core/allocation/allocation-problem.ts";
import { type ProblemColumns, problemOfColumns } from "../../../src/core/allocation/problem-columns.ts";
import { provedAllocation } from "../../../src/core/allocation/proved-allocation.ts";
import { allocateInThreads, ThreadLost } from "../../../src/platform/node/allocation-threads.ts";
import { allocationProblem, streetProblems, tinyProblems } from "../../builders/allocation-problems.ts";
import { sideBySide } from "../../builders/side-by-side.ts";

/** So many components of one zone and one facility each. */
const pairs = (count: number): AllocationProblem =>
  allocationProblem(
    Array.from({ length: count }, (_, at) => at + 2),
    Array.from({ length: count }, () => 2),
    Array.from({ length: count }, (_, at) => [at]),
  );

/** Threads that run this text, and all that were started. */
function running(text: string, options: { readonly oldMegabytes?: number } = {}) {
  const started: Worker[] = [];
  const start = () => {
    const worker = new Worker(`const { parentPort } = require("node:worker_threads"); ${text}`, {
      eval: true,
      ...(options.oldMegabytes && { resourceLimits: { maxOldGenerationSizeMb: options.oldMegabytes } }),
    });
    started.push(worker);
    return worker;
  };
  return { start, started };
}

/** A thread in this one, that answers when the dice say so. */
class ThreadDouble extends EventEmitter {
  readonly #dice: Iterator<number>;

  constructor(dice: Iterator<number>) {
    super();
    this.#dice = dice;
  }

  postMessage(columns: ProblemColumns, transfer: ArrayBuffer[]): void {
    const proved = provedAllocation(problemOfColumns(structuredClone(columns, { transfer })));
    const answer = (rounds: number): unknown =>
      rounds === 0 ? this.emit("message", proved) : setImmediate(answer, rounds - 1);
    setImmediate(answer, this.#dice.next().value ?? 0);
  }

  terminate(): Promise<number> {
    return Promise.resolve(1);
  }
}

describe("an allocation by several threads", () => {
  it("is that of one, whichever thread answers first", async () => {
    const cases = fc.tuple(
      fc.array(fc.oneof(tinyProblems(), streetProblems()), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 5 }),
      fc.infiniteStream(fc.nat(4)),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([problems, threads, dice]) => {
        const { problem } = sideBySide(problems, dice);
        const start = () => new ThreadDouble(dice) as unknown as Worker;
        expect(await allocateInThreads(problem, threads, start)).toStrictEqual(provedAllocation(problem));
      }),
      { seed: 1, numRuns: process.env["QUAN_LONG"] ? 2000 : 200 },
    );
  });

  it.each<readonly [what: string, text: string, sentence: string]>([
    ["before it is asked", "process.exit(4);", "a thread ended before it answered (4)"],
    [
      "when it is asked",
      "parentPort.once('message', () => process.exit(3));",
      "a thread ended before it answered (3)",
    ],
    [
      "of its own accord",
      "parentPort.once('message', () => parentPort.close());",
      "a thread ended before it answered (0)",
    ],
  ])("rejects where a thread ends %s, and ends the others", async (_, text, sentence) => {
    const { start, started } = running(text);
    const refusal = allocateInThreads(pairs(9), 3, start);
    await expect(refusal).rejects.toThrow(ThreadLost);
    await expect(refusal).rejects.toThrow(sentence);
    expect(started.map(({ threadId }) => threadId)).toEqual([-1, -1, -1]);
  });

  it("rejects where a thread runs out of memory", async () => {
    const { start } = running(
      "const kept = []; parentPort.once('message', () => { for (;;) kept.push(new Array(1000).fill(0).map(Math.random)); });",
      { oldMegabytes: 8 },
    );
    const refusal = allocateInThreads(pairs(4), 2, start);
    await expect(refusal).rejects.toThrow(ThreadLost);
    await expect(refusal).rejects.toThrow("a thread ran out of memory");
  });

  it("rejects with what a thread throws", async () => {
    const { start, started } = running(
      "parentPort.once('message', () => { throw new RangeError('a need below 0'); });",
    );
    const refusal = allocateInThreads(pairs(9), 2, start);
    await expect(refusal).rejects.toThrow(new RangeError("a need below 0"));
    expect(started.map(({ threadId }) => threadId)).toEqual([-1, -1]);
  });

  it("starts none where one is asked for, or where one component has all links", async () => {
    const start = () => {
      throw new Error("a thread is started");
    };
    const street = allocationProblem([3, 3, 3], [4, 4], [[0], [0, 1], [1]]);
    for (const [problem, threads] of [
      [pairs(9), 1],
      [street, 4],
    ] as const) {
      expect(await allocateInThreads(problem, threads, start)).toStrictEqual(provedAllocation(problem));
    }
    await expect(allocateInThreads(pairs(9), 2, start)).rejects.toThrow("a thread is started");
  });
});
