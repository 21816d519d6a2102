import { promisifyRequest } from "idb-keyval";

/**
 * Values kept in this browser by name. Every call is one transaction: done whole and kept through the end of the
 * browser, or rejected and nothing is changed. A failure is not remembered; the next call tries anew.
 */
export interface KeptValues {
  keys(): Promise<readonly string[]>;
  /** In the order asked for; `undefined` where there is none. */
  get(keys: readonly string[]): Promise<readonly unknown[]>;
  write(change: {
    readonly put?: readonly (readonly [string, unknown])[];
    readonly remove?: readonly string[];
  }): Promise<void>;
  /** Writes what becomes of a value, of which nobody else sees or writes another meanwhile; `undefined` removes it. */
  update(key: string, change: (before: unknown) => unknown): Promise<void>;
}

/** In IndexedDB, which there is on plain http too. */
export function keptValues(database: string, store: string): KeptValues {
  let opened: Promise<IDBDatabase> | undefined;

  async function within<Result>(
    mode: IDBTransactionMode,
    work: (values: IDBObjectStore) => Promise<Result> | undefined,
  ): Promise<Result | undefined> {
    opened ??= open(database, store, () => {
      opened = undefined;
    });
    try {
      const transaction = (await opened).transaction(store, mode, { durability: "strict" });
      const end = promisifyRequest(transaction);
      const found = work(transaction.objectStore(store));
      // Whichever fails first is told; the other must not be left without anybody who listens.
      const [result] = await Promise.all([found, end]);
      return result;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  }

  return {
    async keys() {
      const found = await within("readonly", (values) => promisifyRequest(values.getAllKeys()));
      return (found ?? []).map(String);
    },
    async get(keys) {
      const found = await within("readonly", (values) =>
        Promise.all(keys.map((key) => promisifyRequest<unknown>(values.get(key)))),
      );
      return found ?? [];
    },
    async write({ put = [], remove = [] }) {
      await within("readwrite", (values) => {
        for (const [key, value] of put) values.put(value, key);
        for (const key of remove) values.delete(key);
        return undefined;
      });
    },
    async update(key, change) {
      await within("readwrite", (values) => {
        const request = values.get(key);
        request.addEventListener("success", () => {
          const after = change(request.result);
          if (after === undefined) values.delete(key);
          else values.put(after, key);
        });
        return undefined;
      });
    },
  };
}

async function open(database: string, store: string, closed: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(database);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(store));
  const found = await promisifyRequest(request);
  found.addEventListener("close", closed);
  return found;
}
