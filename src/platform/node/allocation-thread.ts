import { parentPort } from "node:worker_threads";
import { type ProblemColumns, problemOfColumns } from "../../core/allocation/problem-columns.ts";
import { provedAllocation } from "../../core/allocation/proved-allocation.ts";
import { present } from "../../core/base/invariant.ts";

/** One thread of `allocateInThreads`: works out one lot after another and moves what came of it to its caller. */
const caller = present(parentPort, "a thread has a caller");
caller.on("message", (columns: ProblemColumns) => {
  const proved = provedAllocation(problemOfColumns(columns));
  const { levelOf, amounts } = proved.allocation;
  caller.postMessage(proved, [levelOf.buffer as ArrayBuffer, amounts.buffer as ArrayBuffer]);
});
caller.on("messageerror", (error) => {
  throw error;
});
