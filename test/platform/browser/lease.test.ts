import { describe, expect, it } from "vitest";
import { type Channel, leasedClaims } from "../../../src/platform/browser/lease.ts";
import { type KeptDouble, keptDouble } from "../../doubles/kept-values.ts";

/** Pages of one browser: one store, one channel on which each hears all others, and a clock that the test moves. */
function browser(values: KeptDouble = keptDouble()) {
  const pages = new Set<{ hear(data: unknown): void; deaf: boolean }>();
  const rings = new Set<{ at: number; ring: () => void; page: string }>();
  const dead = new Set<string>();
  let time = 0;

  function page(name: string) {
    const hearers: ((event: { readonly data: unknown }) => void)[] = [];
    const self = {
      deaf: false,
      hear: (data: unknown) => {
        for (const hear of hearers) hear({ data });
      },
    };
    pages.add(self);
    const channel: Channel = {
      postMessage: (message) => {
        for (const other of pages) if (other !== self && !other.deaf) other.hear(structuredClone(message));
      },
      addEventListener: (_type, hear) => hearers.push(hear),
    };
    const timer = (milliseconds: number, ring: () => void) => {
      const set = { at: time + milliseconds, ring, page: name };
      rings.add(set);
      return () => rings.delete(set);
    };
    const claims = leasedClaims(values, channel, timer, name);
    return {
      ...claims,
      /** Neither hears nor does anything any more. */
      kill: () => {
        self.deaf = true;
        dead.add(name);
      },
      freeze: (frozen: boolean) => {
        self.deaf = frozen;
      },
    };
  }

  /** Moves the clock; everything that rings rings, and what follows from it is done. */
  async function wait(milliseconds: number): Promise<void> {
    const until = time + milliseconds;
    await settled();
    for (;;) {
      const next = [...rings]
        .filter(({ at, page: of }) => at <= until && !dead.has(of))
        .sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      rings.delete(next);
      time = next.at;
      next.ring();
      await settled();
    }
    time = until;
  }

  return { page, wait };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function claimOf(page: ReturnType<ReturnType<typeof browser>["page"]>, name = "project") {
  const told: boolean[] = [];
  const claim = page.claim(name, (mine) => told.push(mine));
  return { told, release: () => claim.release() };
}

describe("leases, where the browser has no locks", () => {
  it("are one page's at a time: the second waits, and has it when the first lets go", async () => {
    const { page, wait } = browser();
    const first = claimOf(page("one"));
    await wait(0);
    const second = claimOf(page("two"));
    await wait(10_000);
    expect([first.told, second.told]).toEqual([[true], [false]]);
    first.release();
    await wait(0);
    expect([first.told, second.told]).toEqual([[true], [false, true]]);
  });

  it("are taken over from a page that was killed, and not from one that only has nothing to do", async () => {
    const { page, wait } = browser();
    const one = page("one");
    const first = claimOf(one);
    await wait(0);
    const second = claimOf(page("two"));
    await wait(3_600_000);
    expect([first.told, second.told]).toEqual([[true], [false]]);
    one.kill();
    await wait(5000);
    expect(second.told).toEqual([false, true]);
  });

  it("are never two pages', however many begin at once", async () => {
    const { page, wait } = browser();
    const all = ["one", "two", "three", "four"].map((name) => claimOf(page(name)));
    await wait(5000);
    expect(all.filter(({ told }) => told.at(-1) === true)).toHaveLength(1);
    // The one before all of them was killed.
    const values = keptDouble(new Map([["lease project", "gone"]]));
    const later = browser(values);
    const others = ["one", "two", "three"].map((name) => claimOf(later.page(name)));
    await later.wait(5000);
    expect(others.filter(({ told }) => told.at(-1) === true)).toHaveLength(1);
  });

  it("are known to be lost by a page that was frozen meanwhile", async () => {
    const { page, wait } = browser();
    const one = page("one");
    const first = claimOf(one);
    await wait(0);
    const second = claimOf(page("two"));
    await wait(0);
    one.freeze(true);
    await wait(10_000);
    expect(second.told).toEqual([false, true]);
    one.freeze(false);
    one.lookAgain();
    await wait(0);
    expect(first.told).toEqual([true, false]);
  });

  it("do not stand in each other's way under other names, and say which are held", async () => {
    const { page, wait } = browser();
    const one = page("one");
    const first = claimOf(one, "a");
    const second = claimOf(page("two"), "b");
    await wait(0);
    expect([first.told, second.told]).toEqual([[true], [true]]);
    const three = page("three");
    expect(await three.claimed("a")).toBe(true);
    expect(await three.claimed("c")).toBe(false);
    one.kill();
    const dead = three.claimed("a");
    await wait(5000);
    expect(await dead).toBe(false);
  });

  it("do not keep a page from its work where nothing can be stored", async () => {
    const values = keptDouble();
    values.failWith(new DOMException("denied", "SecurityError"));
    const { page, wait } = browser(values);
    const first = claimOf(page("one"));
    await wait(0);
    expect(first.told).toEqual([true]);
    values.failWith(undefined);
    values.hold();
    const second = claimOf(page("two"), "other");
    await wait(5000);
    expect(second.told).toEqual([true]);
  });
});
