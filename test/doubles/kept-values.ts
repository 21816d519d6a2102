import type { KeptValues } from "../../src/platform/browser/kept-values.ts";

/** A store in memory whose every write the test can hold, fail or abort; transactions are whole and in order. */
export interface KeptDouble extends KeptValues {
  /** From now on writes wait, until they are let go of; what waits is lost by `crash`. */
  hold(): void;
  letGo(): void;
  /** The next writes fail with this; `undefined`: they work again. */
  failWith(failure: unknown): void;
  /** The browser is gone: what was written stays, what was held is lost. Another page's view of the same store. */
  crash(): KeptDouble;
  /** What the store has, to be damaged. */
  readonly content: Map<string, unknown>;
}

export function keptDouble(content = new Map<string, unknown>()): KeptDouble {
  let failure: unknown;
  let holding = false;
  let gone = false;
  const held: (() => void)[] = [];

  function transaction(work: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const run = () => {
        if (gone) return;
        if (failure !== undefined) return reject(failure);
        work();
        resolve();
      };
      if (holding) held.push(run);
      else run();
    });
  }

  return {
    content,
    keys: async () => [...content.keys()],
    get: async (keys) => keys.map((key) => structuredClone(content.get(key))),
    write: ({ put = [], remove = [] }) => {
      const copies = put.map(([key, value]) => [key, structuredClone(value)] as const);
      return transaction(() => {
        for (const [key, value] of copies) content.set(key, value);
        for (const key of remove) content.delete(key);
      });
    },
    update: (key, change) =>
      transaction(() => {
        const after = change(structuredClone(content.get(key)));
        if (after === undefined) content.delete(key);
        else content.set(key, structuredClone(after));
      }),
    hold: () => {
      holding = true;
    },
    letGo: () => {
      holding = false;
      for (const run of held.splice(0)) run();
    },
    failWith: (reason) => {
      failure = reason;
    },
    crash: () => {
      gone = true;
      return keptDouble(content);
    },
  };
}
