import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { highs } from "../oracles/highs-walk.ts";

/** What a solver made of a programme: seconds of the processor, and the best that it found. */
export interface Solved {
  readonly seconds: number;
  readonly objective?: number;
  readonly proved: boolean;
}

/** A solver of programmes in the format LP; `undefined`, with a sentence, where it is not installed. */
export interface MipPeer {
  readonly name: string;
  solve(text: string, limit: number): Promise<Solved | undefined>;
}

/** Milliseconds of the processor that this process spent. */
export function spentHere(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const highsWasm: MipPeer = {
  name: "HiGHS WASM",
  async solve(text, limit) {
    const solver = await highs;
    const from = spentHere();
    const options = { time_limit: limit, mip_rel_gap: 0, output_flag: false };
    const { Status, ObjectiveValue } = solver.solve(text, options);
    return {
      seconds: (spentHere() - from) / 1000,
      ...(Number.isFinite(ObjectiveValue) && { objective: ObjectiveValue }),
      proved: Status === "Optimal",
    };
  },
};

const cbc: MipPeer = {
  name: "CBC",
  async solve(text, limit) {
    return run(
      "cbc",
      "coinor-cbc",
      text,
      (file) => [file, "sec", `${limit}`, "solve"],
      (said) => ({
        seconds: numberIn(/Total time \(CPU seconds\):\s+(\S+)/, said) ?? limit,
        objective: numberIn(/^Objective value:\s+(\S+)/m, said),
        proved: /Result - Optimal solution found/.test(said),
      }),
    );
  },
};

const glpk: MipPeer = {
  name: "GLPK",
  async solve(text, limit) {
    return run(
      ...(["glpsol", "glpk-utils", text] as const),
      (file, out) => ["--lp", file, "--tmlim", `${limit}`, "-w", out],
      (said, written) => ({
        seconds: numberIn(/Time used:\s+(\S+)/, said) ?? limit,
        objective: numberIn(/^s mip \d+ \d+ [of] (\S+)/m, written),
        proved: /^s mip \d+ \d+ o /m.test(written),
      }),
    );
  },
};

export const PEERS: readonly MipPeer[] = [highsWasm, cbc, glpk];

const absent = new Set<string>();

function run(
  program: string,
  debian: string,
  text: string,
  words: (file: string, out: string) => string[],
  told: (
    said: string,
    written: string,
  ) => { seconds: number; objective: number | undefined; proved: boolean },
): Solved | undefined {
  if (absent.has(program)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "quan-bench-"));
  try {
    const [file, out] = [join(folder, "model.lp"), join(folder, "out")];
    writeFileSync(file, text);
    writeFileSync(out, "");
    const { error, stdout } = spawnSync(program, words(file, out), { encoding: "utf8", maxBuffer: 1e9 });
    if (error !== undefined) {
      absent.add(program);
      process.stdout.write(`  ${program} is left out: it is not installed (Debian ${debian}).\n`);
      return undefined;
    }
    const { seconds, objective, proved } = told(stdout, readFileSync(out, "utf8"));
    return { seconds, ...(objective !== undefined && { objective }), proved };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function numberIn(pattern: RegExp, text: string): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
