import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { AllocationProblem } from "../../core/allocation/allocation-problem.ts";
import { lotsOfLinks } from "../../core/allocation/components.ts";
import { buffersOf, columnsOfProblem } from "../../core/allocation/problem-columns.ts";
import {
  joinProved,
  type ProvedAllocation,
  type ProvedLot,
  provedAllocation,
} from "../../core/allocation/proved-allocation.ts";

/** A thread ended before it answered. */
export class ThreadLost extends Error {
  override readonly name = "ThreadLost";
}

/**
 * `provedAllocation` by so many threads at most, byte for byte. Each takes the next lot of components, the largest first. A
 * component is one thread's, so that one which has most of the links takes as long as alone. Rejects with `ThreadLost`, or
 * with what a thread threw; the others are ended.
 */
export async function allocateInThreads(
  problem: AllocationProblem,
  threads: number,
  start: () => Worker = startThread,
): Promise<ProvedAllocation> {
  if (threads === 1) return provedAllocation(problem);
  const lots = lotsOfLinks(problem, Math.ceil(problem.facilities.length / (threads * LOTS_PER_THREAD)));
  if (lots.links.length <= 1) return provedAllocation(problem);
  const solved: ProvedLot[] = [];
  const workers: Worker[] = [];
  let next = 0;
  const takeLots = async () => {
    const worker = start();
    workers.push(worker);
    const ended = endOf(worker);
    while (next < lots.links.length) {
      const { zones, facilities, problem: own } = lots.lot(next++);
      const columns = columnsOfProblem(own);
      worker.postMessage(columns, buffersOf(columns));
      const [proved] = (await Promise.race([once(worker, "message"), ended])) as [ProvedAllocation];
      solved.push({ zones, facilities, proved });
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(threads, lots.links.length) }, takeLots));
    return joinProved(problem, solved);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startThread(): Worker {
  return new Worker(new URL("./allocation-thread.mjs", import.meta.url));
}

/** Rejects when the thread ends. */
function endOf(worker: Worker): Promise<never> {
  const end = new Promise<never>((_, reject) => {
    worker.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === OUT_OF_MEMORY ? new ThreadLost("a thread ran out of memory") : error),
    );
    worker.once("messageerror", () => reject(new ThreadLost("what a thread answered did not arrive")));
    worker.once("exit", (code) => reject(new ThreadLost(`a thread ended before it answered (${code})`)));
  });
  end.catch(() => {});
  return end;
}

const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";
/** So many that threads end at about one time, and so few that none is kept waiting for the next. */
const LOTS_PER_THREAD = 16;
