import { parentPort, workerData } from "node:worker_threads";
import { present } from "../../core/base/invariant.ts";
import { finish } from "../../core/base/work.ts";
import { reachRange } from "../../core/spatial/straight-reach.ts";
import type { ReachPart } from "./reach-threads.ts";

/** One thread of `reachInThreads`: works out its range of zones and moves the table to its caller. */
const { origins, facilities, limit, detour, from, to } = workerData as ReachPart;
const table = finish(reachRange(origins, facilities, limit, detour, from, to));
present(parentPort, "a thread has a caller").postMessage(table, [
  table.starts.buffer as ArrayBuffer,
  table.facilities.buffer as ArrayBuffer,
  table.metres.buffer as ArrayBuffer,
  table.reached.buffer as ArrayBuffer,
  table.places.buffer as ArrayBuffer,
]);
