import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whole amounts up to 2^31 − 1, as scipy takes no larger ones. */
export interface SmallQuestion {
  readonly starts: Uint32Array;
  readonly facilities: Uint32Array;
  readonly wants: Int32Array;
  readonly holds: Int32Array;
}

/** The least time of `rounds` of scipy.sparse.csgraph.maximum_flow, in milliseconds, its graph laid before; and the flow. */
export interface ScipyFlow {
  readonly time: number;
  readonly flow: number;
}

/** Undefined, with a sentence, where Python or scipy is not installed. */
export function scipyFlow(question: SmallQuestion, rounds: number): ScipyFlow | undefined {
  const folder = mkdtempSync(join(tmpdir(), "quan-bench-"));
  try {
    for (const [name, column] of Object.entries(question)) {
      writeFileSync(join(folder, name), new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    }
    const run = spawnSync("python3", ["-c", SCRIPT, folder, String(rounds)], { encoding: "utf8" });
    if (run.status === 0) return JSON.parse(run.stdout) as ScipyFlow;
    const why = run.error?.message ?? run.stderr.trim().split("\n").at(-1);
    process.stdout.write(`  scipy is left out: ${why ?? "it gave no answer"}.\n`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const SCRIPT = `
import json, sys, time
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_flow
folder, rounds = sys.argv[1], int(sys.argv[2])
def column(name): return np.fromfile(folder + "/" + name, "<i4")
starts, facilities, wants, holds = map(column, ("starts", "facilities", "wants", "holds"))
zones, rooms, degrees = len(wants), len(holds), np.diff(starts)
source, sink = 0, 1 + zones + rooms
tails = np.concatenate([np.full(zones, source), 1 + np.repeat(np.arange(zones), degrees), 1 + zones + np.arange(rooms)])
heads = np.concatenate([1 + np.arange(zones), 1 + zones + facilities, np.full(rooms, sink)])
most = np.concatenate([wants, np.repeat(wants, degrees), holds]).astype(np.int32)
graph = csr_matrix((most, (tails, heads)), shape=(sink + 1,) * 2)
best = float("inf")
for _ in range(rounds):
    from_time = time.perf_counter()
    flow = maximum_flow(graph, source, sink).flow_value
    best = min(best, time.perf_counter() - from_time)
print(json.dumps({"time": 1000 * best, "flow": int(flow)}))
`;
