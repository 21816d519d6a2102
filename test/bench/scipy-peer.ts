import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RawStreets } from "./raw-streets.ts";
import type { Stops } from "./walking-peers.ts";

/** What scipy.sparse.csgraph.dijkstra took, in milliseconds, and found. */
export interface ScipyAnswers {
  /** All facilities, worked out from every `each`th. */
  readonly all: number;
  /** Pairs of that sample. */
  readonly pairs: number;
  readonly nearest: number;
  /** Metres to the nearest, summed over zones that have one. */
  readonly nearestSum: number;
}

/** Undefined, with a sentence, where Python or scipy is not installed. */
export function scipyAnswers(
  { starts, comesFrom, metres }: RawStreets,
  { zones, facilities }: Stops,
  limit: number,
  each: number,
): ScipyAnswers | undefined {
  const folder = mkdtempSync(join(tmpdir(), "quan-bench-"));
  try {
    for (const [name, column] of Object.entries({ starts, comesFrom, metres, zones, facilities })) {
      writeFileSync(join(folder, name), new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    }
    const run = spawnSync("python3", ["-c", SCRIPT, folder, String(limit), String(each)], {
      encoding: "utf8",
    });
    if (run.status === 0) return JSON.parse(run.stdout) as ScipyAnswers;
    const why = run.error?.message ?? run.stderr.trim().split("\n").at(-1);
    process.stdout.write(`  scipy is left out: ${why ?? "it gave no answer"}.\n`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Sources are asked for in lots, since a row of metres to every node is made for each. */
const SCRIPT = `
import json, sys, time
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
folder, limit, each = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
def column(name, kind): return np.fromfile(folder + "/" + name, kind)
starts, to, metres = column("starts", "<i4"), column("comesFrom", "<i4"), column("metres", "<f8")
zones, facilities = column("zones", "<i4"), column("facilities", "<i4")
graph = csr_matrix((metres, to, starts), shape=(len(starts) - 1,) * 2)
sample = facilities[::each]
spent, pairs = 0.0, 0
for lot in range(0, len(sample), 50):
    from_time = time.perf_counter()
    found = dijkstra(graph, indices=sample[lot:lot + 50], limit=limit)
    pairs += int(np.isfinite(found[:, zones]).sum())
    spent += time.perf_counter() - from_time
best = float("inf")
for _ in range(3):
    from_time = time.perf_counter()
    found = dijkstra(graph, indices=facilities, limit=limit, min_only=True)[zones]
    best = min(best, time.perf_counter() - from_time)
print(json.dumps({
    "all": 1000 * spent * len(facilities) / len(sample), "pairs": pairs,
    "nearest": 1000 * best, "nearestSum": float(found[np.isfinite(found)].sum())}))
`;
