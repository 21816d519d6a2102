import type { OriginRows } from "./origin-rows.ts";
import { NO_FACILITY } from "./reach-table.ts";

/** Counts the facilities that points and zones are met by, one ball after another. */
export interface ZoneCounts {
  /** Adds the runs that a ball of this facility met; `length` of their entries. */
  add(runs: Uint32Array, length: number, facility: number): void;
  /** How many facilities each point met, and by the head of each zone how many that zone did; nothing may be added after. */
  take(): { readonly byPoint: Int32Array; readonly byHead: Int32Array };
}

export function zoneCounts({ heads, single }: OriginRows): ZoneCounts {
  const changes = new Int32Array(heads.length + 1);
  const shared = single
    ? undefined
    : {
        counts: new Int32Array(heads.length),
        lastMet: new Uint32Array(heads.length).fill(NO_FACILITY),
      };
  return {
    add(runs, length, facility) {
      addChanges(runs, length, changes);
      if (shared !== undefined) countHeads(heads, runs, length, facility, shared);
    },
    take() {
      for (let point = 1; point < changes.length; point++) {
        changes[point] = (changes[point] as number) + (changes[point - 1] as number);
      }
      return { byPoint: changes, byHead: shared?.counts ?? changes };
    },
  };
}

/** Notes where a run begins and ends, so that the running sum of the changes is the count of each point. */
function addChanges(runs: Uint32Array, length: number, changes: Int32Array): void {
  for (let i = 0; i < length; i += 2) {
    const [from, to] = [runs[i] as number, runs[i + 1] as number];
    changes[from] = (changes[from] as number) + 1;
    changes[to] = (changes[to] as number) - 1;
  }
}

/** Counts a facility once for each zone that it met a point of. */
function countHeads(
  heads: Uint32Array,
  runs: Uint32Array,
  length: number,
  facility: number,
  { counts, lastMet }: { readonly counts: Int32Array; readonly lastMet: Uint32Array },
): void {
  for (let i = 0; i < length; i += 2) {
    const to = runs[i + 1] as number;
    for (let point = runs[i] as number; point < to; point++) {
      const head = heads[point] as number;
      counts[head] = (counts[head] as number) + +(lastMet[head] !== facility);
      lastMet[head] = facility;
    }
  }
}
