import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dropJournal,
  goOnWith,
  journals,
  newJournal,
  readJournal,
} from "../../../src/platform/browser/journal.ts";
import type { Source } from "../../../workers/protocol.ts";
import { type KeptDouble, keptDouble } from "../../doubles/kept-values.ts";

const SOURCE: Source = { kind: "demo", city: "huaibei", size: "town", seed: 1 };
const BASE = { source: SOURCE, more: { choices: {} } };
const told = (edits: number) => ({ name: "淮北", page: "p", at: `2026-11-26T11:00:0${edits}Z`, edits });

function begun(values: KeptDouble) {
  const fates: unknown[] = [];
  const journal = newJournal(values, "j", BASE, told(0), (failure) => fates.push(failure));
  return { journal, fates };
}

const said = async (values: KeptDouble) => (await readJournal(values, "j"))?.entries.map(({ what }) => what);

describe("a journal", () => {
  it("has every entry at once, and says how many edits there are", async () => {
    const values = keptDouble();
    const { journal } = begun(values);
    for (const edit of [1, 2, 3]) journal.add({ what: { edit } }, told(edit));
    const after = values.crash();
    expect(await said(after)).toEqual([{ edit: 1 }, { edit: 2 }, { edit: 3 }]);
    expect((await readJournal(after, "j"))?.base).toMatchObject(BASE);
    expect(await journals(after)).toEqual([{ id: "j", ...told(3) }]);
  });

  it("keeps files that an entry took in beside it", async () => {
    const values = keptDouble();
    const files = [{ name: "z.csv", bytes: new TextEncoder().encode("id\n1\n") }];
    const source: Source = { kind: "files", files, options: {}, into: "open" };
    begun(values).journal.add({ what: "take-in", source }, told(1));
    expect((await readJournal(values, "j"))?.entries).toEqual([{ what: "take-in", source }]);
  });

  it("says what went wrong with a write, and writes it again with the next", async () => {
    const values = keptDouble();
    const { journal, fates } = begun(values);
    journal.add({ what: 1 }, told(1));
    values.failWith(new DOMException("no room", "QuotaExceededError"));
    journal.add({ what: 2 }, told(2));
    journal.add({ what: 3 }, told(3));
    await Promise.resolve();
    await Promise.resolve();
    expect(fates.at(-1)).toMatchObject({ name: "QuotaExceededError" });
    expect(await said(values)).toEqual([1]);
    values.failWith(undefined);
    journal.add({ what: 4 }, told(4));
    await Promise.resolve();
    await Promise.resolve();
    expect(fates.at(-1)).toBeUndefined();
    expect(await said(values)).toEqual([1, 2, 3, 4]);
  });

  it("knows whether all of it is kept, while the store is silent and after", async () => {
    const values = keptDouble();
    const { journal } = begun(values);
    await new Promise((resolve) => setImmediate(resolve));
    expect(journal.kept()).toBe(true);
    values.hold();
    journal.add({ what: 1 }, told(1));
    await new Promise((resolve) => setImmediate(resolve));
    expect(journal.kept()).toBe(false);
    values.letGo();
    await new Promise((resolve) => setImmediate(resolve));
    expect(journal.kept()).toBe(true);
  });

  it("amends the last entry", async () => {
    const values = keptDouble();
    const { journal } = begun(values);
    journal.add({ what: 1 }, told(1));
    journal.add({ what: 2 }, told(2));
    journal.amend({ what: 2.5 }, told(2));
    expect(await said(values)).toEqual([1, 2.5]);
  });

  it("begins anew from a later base without what that holds, and keeps what came after", async () => {
    const values = keptDouble();
    const { journal } = begun(values);
    for (const edit of [1, 2, 3]) journal.add({ what: edit }, told(edit));
    const later = { source: { ...SOURCE, seed: 2 } as Source, more: {} };
    journal.compact(later, 2, told(3));
    journal.add({ what: 4 }, told(4));
    expect(await readJournal(values, "j")).toMatchObject({
      base: later,
      entries: [{ what: 3 }, { what: 4 }],
    });
    // Head, base and two entries.
    expect(values.content.size).toBe(4);
    journal.compact(later, 4, told(4));
    expect(values.content.size).toBe(2);
  });

  it("says nothing more once it ends, whatever the store does", async () => {
    const values = keptDouble();
    const { journal, fates } = begun(values);
    await Promise.resolve();
    const before = fates.length;
    values.failWith(new Error("denied"));
    journal.add({ what: 1 }, told(1));
    journal.end();
    await new Promise((resolve) => setImmediate(resolve));
    expect(fates.length).toBe(before);
  });

  it("is gone when it ends, and others stay", async () => {
    const values = keptDouble();
    const { journal } = begun(values);
    newJournal(values, "k", BASE, told(1), () => {});
    journal.add({ what: 1 }, told(1));
    journal.end();
    await dropJournal(values, "j");
    expect((await journals(values)).map(({ id }) => id)).toEqual(["k"]);
  });
});

describe("a journal that is torn", () => {
  const damaged = async (harm: (content: Map<string, unknown>) => void) => {
    const values = keptDouble();
    const { journal } = begun(values);
    for (const edit of [1, 2, 3, 4]) journal.add({ what: edit }, told(edit));
    harm(values.content);
    return values;
  };
  const key = (number: number) => `j entry ${String(number).padStart(9, "0")}`;

  it.each([
    ["is half of what was written", (old: unknown) => ({ ...(old as object), text: "{" })],
    ["says another thing", (old: unknown) => ({ ...(old as object), text: "7" })],
    ["is nothing that we wrote", () => 5],
  ])("is read up to an entry that %s, and says how many are left out", async (_what, harm) => {
    const values = await damaged((content) => content.set(key(3), harm(content.get(key(3)))));
    const read = await readJournal(values, "j");
    expect(read?.entries.map(({ what }) => what)).toEqual([1, 2, 3]);
    expect(read?.names).toHaveLength(4);
  });

  it("is read up to a gap; what is behind it never comes back", async () => {
    const values = await damaged((content) => content.delete(key(1)));
    const read = await readJournal(values, "j");
    if (!read) throw new Error("nothing was read");
    expect(read.entries.map(({ what }) => what)).toEqual([1]);
    const journal = goOnWith(values, "j", read, () => {});
    journal.add({ what: "new" }, told(2));
    expect(await said(values)).toEqual([1, "new"]);
  });

  it("cannot be read where what it began from is gone", async () => {
    expect(await readJournal(await damaged((content) => content.delete("j base")), "j")).toBeUndefined();
  });
});

it("loses at most what was not written yet, whatever is done, held, failed and killed", async () => {
  const step = fc.constantFrom("add", "amend", "hold", "letGo", "fail", "heal", "compact");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const values = keptDouble();
      const { journal } = begun(values);
      const all: number[] = [];
      let [written, base, holding, failing] = [0, 0, false, false];
      const wrote = () => {
        if (!holding && !failing) written = all.length;
      };
      for (const [i, what] of steps.entries()) {
        if (what === "add") {
          all.push(i);
          journal.add({ what: i }, told(0));
          wrote();
        } else if (what === "amend" && all.length > base && !holding && !failing) {
          all[all.length - 1] = i;
          journal.amend({ what: i }, told(0));
        } else if (what === "hold") {
          values.hold();
          holding = true;
        } else if (what === "letGo") {
          values.letGo();
          holding = false;
          wrote();
        } else if (what === "fail" && !holding) {
          values.failWith(new Error("denied"));
          failing = true;
        } else if (what === "heal" && !holding) {
          values.failWith(undefined);
          failing = false;
        } else if (what === "compact" && !holding && !failing) {
          base = all.length;
          journal.compact({ source: SOURCE, more: base }, base, told(0));
          wrote();
        }
        // What became of a write is told before the next thing is done.
        await new Promise((resolve) => setImmediate(resolve));
      }
      const read = await readJournal(values.crash(), "j");
      const found = [...all.slice(0, base), ...(read?.entries ?? []).map((entry) => entry.what)];
      expect(found.slice(0, written)).toEqual(all.slice(0, written));
      expect(all.slice(0, found.length)).toEqual(found);
    }),
    { seed: 3, numRuns: process.env.QUAN_LONG ? 3000 : 200 },
  );
});
