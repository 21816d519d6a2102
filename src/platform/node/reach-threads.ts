import { Worker } from "node:worker_threads";
import type { Metres } from "../../core/base/units.ts";
import type { Places } from "../../core/spatial/places.ts";
import type { Origins, ReachTable } from "../../core/spatial/reach-table.ts";
import { joinReach } from "../../core/spatial/straight-reach.ts";

/** What one thread is given: all origins and facilities, and its zones `from` … `to − 1`. */
export interface ReachPart {
  readonly origins: Origins;
  readonly facilities: Places;
  readonly limit: Metres;
  readonly detour: number;
  readonly from: number;
  readonly to: number;
}

/**
 * `reachTable` by several threads, byte for byte. Each takes an equal number of zones. Rejects with what a thread
 * threw; the others are ended.
 */
export async function reachInThreads(
  { origins, facilities, limit, detour }: Omit<ReachPart, "from" | "to">,
  threads: number,
): Promise<ReachTable> {
  const zones = origins.kinds.length;
  const count = Math.max(1, Math.min(threads, zones));
  const bound = (part: number) => Math.floor((zones * part) / count);
  const workers: Worker[] = [];
  try {
    const parts = Array.from({ length: count }, (_, part) => {
      const given: ReachPart = { origins, facilities, limit, detour, from: bound(part), to: bound(part + 1) };
      const worker = new Worker(new URL("./reach-thread.mjs", import.meta.url), { workerData: given });
      workers.push(worker);
      return answerOf(worker);
    });
    return joinReach(await Promise.all(parts));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function answerOf(worker: Worker): Promise<ReachTable> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread ended early (${code})`)));
  });
}
