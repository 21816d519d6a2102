import { afterEach, describe, expect, it } from "vitest";
import { issue } from "../../src/core/base/issue.ts";
import { done, refused } from "../../src/core/base/outcome.ts";
import type { Work } from "../../src/core/base/work.ts";
import { openDesk } from "../../workers/client.ts";
import type { Tasks } from "../../workers/protocol.ts";
import type { TaskTable } from "../../workers/serve.ts";
import { type HiredDouble, hiredDouble } from "../doubles/wire.ts";

const hired: HiredDouble[] = [];
afterEach(() => {
  for (const worker of hired.splice(0)) worker.end();
});

function deskOf(tasks: Partial<TaskTable>, onCancel?: "replace") {
  const unexpected = () => Promise.reject(new Error("not this task"));
  const table: TaskTable = {
    ...{
      preview: unexpected,
      open: unexpected,
      rehearse: unexpected,
      merge: unexpected,
      decide: unexpected,
      commit: unexpected,
      analyse: unexpected,
      edit: unexpected,
      weigh: unexpected,
      effect: unexpected,
      texts: unexpected,
      rows: unexpected,
      evidence: unexpected,
      served: unexpected,
      moreRoom: unexpected,
      bottlenecks: unexpected,
      fewest: unexpected,
      twins: unexpected,
      doubts: unexpected,
      reached: unexpected,
      walks: unexpected,
      streetAt: unexpected,
      trial: unexpected,
      reAdd: unexpected,
      reshuffle: unexpected,
      city: unexpected,
      write: unexpected,
    },
    ...tasks,
  };
  return openDesk(() => {
    const worker = hiredDouble(table);
    hired.push(worker);
    return worker;
  }, onCancel);
}

const FILE: Tasks["write"]["input"] = { file: "zones.csv" };
const written = (bytes: Uint8Array) => done({ name: "a.quan", bytes });

/** Work that goes on until it is abandoned. */
function* endless(): Work<never> {
  for (let round = 0; ; round = (round + 1) % 100) yield { part: "reach", share: round / 100 };
}

describe("a desk", () => {
  it("gives the output of a task, its arrays moved out of the worker", async () => {
    const kept = new Uint8Array([1, 2, 3]);
    const desk = deskOf({ write: async () => written(kept) });
    expect(await desk.call("write", FILE)).toEqual({
      state: "done",
      output: { name: "a.quan", bytes: new Uint8Array([1, 2, 3]) },
    });
    expect(kept.length).toBe(0);
  });

  it("says what the task refuses, and what went wrong in it, without being lost", async () => {
    const nothing = issue("desk.nothing-open", "error", {});
    const desk = deskOf({
      evidence: async () => refused(nothing),
      write: () => Promise.reject(new Error("the disk is full")),
    });
    expect(await desk.call("evidence", "z1")).toEqual({ state: "refused", issues: [nothing] });
    expect(await desk.call("write", FILE)).toEqual({
      state: "failed",
      message: "the disk is full",
      lost: false,
    });
  });

  it("answers calls in the order they came", async () => {
    const order: string[] = [];
    const desk = deskOf({
      evidence: async (zone) => {
        await new Promise((resume) => setImmediate(resume));
        order.push(zone);
        return refused();
      },
    });
    await Promise.all(["a", "b", "c"].map((zone) => desk.call("evidence", zone)));
    expect(order).toEqual(["a", "b", "c"]);
  });

  it("lets go of a worker that does not breathe once nobody wants its answer, and hires another", async () => {
    const abort = new AbortController();
    const desk = deskOf({ write: () => new Promise(() => {}), evidence: async () => refused() }, "replace");
    const answers = [desk.call("write", FILE, { signal: abort.signal }), desk.call("evidence", "z1")];
    abort.abort();
    expect((await Promise.all(answers)).map(({ state }) => state)).toEqual(["cancelled", "failed"]);
    expect(await desk.call("evidence", "z1")).toMatchObject({ state: "refused" });
    expect(hired.map((worker) => worker.ended())).toEqual([true, false]);
  });

  it("tells the step of long work, and settles at once when cancelled in the middle of it", async () => {
    const abort = new AbortController();
    const desk = deskOf({ write: (_, drive) => drive(endless()), evidence: async () => refused() });
    const parts = new Set<string>();
    const answer = await desk.call("write", FILE, {
      signal: abort.signal,
      onStep: ({ part }) => {
        parts.add(part);
        abort.abort();
      },
    });
    expect(answer).toEqual({ state: "cancelled" });
    expect([...parts]).toEqual(["reach"]);
    // The worker has left the endless work: it answers the next call.
    expect(await desk.call("evidence", "z1")).toEqual({ state: "refused", issues: [] });
  });

  it("does not begin a call that was cancelled while it waited, or before it was made", async () => {
    let begun = 0;
    const first = new AbortController();
    const second = new AbortController();
    const desk = deskOf({
      write: (_, drive) => drive(endless()),
      evidence: async () => {
        begun += 1;
        return refused();
      },
    });
    const long = desk.call("write", FILE, { signal: first.signal });
    const waiting = desk.call("evidence", "z1", { signal: second.signal });
    second.abort();
    expect(await waiting).toEqual({ state: "cancelled" });
    first.abort();
    expect(await long).toEqual({ state: "cancelled" });
    expect(await desk.call("evidence", "z1", { signal: AbortSignal.abort() })).toEqual({
      state: "cancelled",
    });
    expect(await desk.call("evidence", "z1")).toEqual({ state: "refused", issues: [] });
    expect(begun).toBe(1);
  });

  it("settles every call of a lost worker, and hires another for the next", async () => {
    const desk = deskOf({ write: (_, drive) => drive(endless()), evidence: async () => refused() });
    const calls = [desk.call("write", FILE), desk.call("evidence", "z1")];
    hired[0]?.lose("out of memory");
    const lost = { state: "failed", message: "out of memory", lost: true };
    expect(await Promise.all(calls)).toEqual([lost, lost]);
    expect(hired[0]?.ended()).toBe(true);
    expect(await desk.call("evidence", "z1")).toEqual({ state: "refused", issues: [] });
    expect(hired.length).toBe(2);
  });

  it("moves the arrays of the input", async () => {
    const desk = deskOf({ open: async () => refused() });
    const bytes = new Uint8Array([1, 2, 3]);
    await desk.call("open", { kind: "files", files: [{ name: "a.csv", bytes }], options: {}, into: "new" });
    expect(bytes.length).toBe(0);
  });
});
