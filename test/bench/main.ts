import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { allocation } from "./allocation.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { growth } from "./growth.ts";
import { handOver } from "./hand-over.ts";
import { importing } from "./import.ts";
import { leastWalking } from "./least-walk.ts";
import { nearest } from "./nearest.ts";
import { page } from "./page.ts";
import { pipeline } from "./pipeline.ts";
import { planning } from "./planning.ts";
import { siting } from "./siting.ts";
import { straightLine } from "./straight-line.ts";
import { walking } from "./walking.ts";

/** `npm run bench [-- NAME …]`: runs every measurement, or those named, and writes the results beside this file. */
const benches: readonly Bench[] = [
  straightLine,
  nearest,
  handOver,
  pipeline,
  growth,
  page,
  importing,
  walking,
  allocation,
  leastWalking,
  siting,
  planning,
];
const RESULTS = "test/bench/results.md";

const HEAD = `# Figures

Written by \`npm run bench\`. Ratios against peers in the same run, answers compared before a time counts; the machine
(${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}) changes the seconds, not what they tell.
Goals are reported, not gates.
`;

const asked = process.argv.slice(2);
const chosen = benches.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (chosen.length === 0) {
  process.stderr.write(
    `There is no measurement ${asked.join(", ")}. There are: ${benches.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exit(2);
}

const sections = new Map(sectionsOf(RESULTS));
for (const bench of chosen) {
  process.stdout.write(`\n${bench.name}\n`);
  const rows = await bench.run();
  for (const row of rows) process.stdout.write(`  ${lineOf(row)}\n`);
  sections.set(bench.name, tableOf(rows));
}
const body = benches.flatMap(({ name }) =>
  sections.has(name) ? [`## ${name}\n\n${sections.get(name)}`] : [],
);
writeFileSync(RESULTS, `${HEAD}\n${body.join("\n")}`);
process.stdout.write(`\nWritten to ${RESULTS}.\n`);

function lineOf({ what, ours, peer, ratio, goal }: BenchRow): string {
  return `${what}: ${ours} against ${peer}: ${shown(ratio)}× (goal ${goal})`;
}

function tableOf(rows: readonly BenchRow[]): string {
  const lines = rows.map(
    ({ what, ours, peer, ratio, goal, note }) =>
      `| ${what} | ${ours} | ${peer} | ${shown(ratio)} | ${goal} | ${note ?? ""} |`,
  );
  return `| what | ours | peer | ratio | goal | note |\n|---|---|---|---|---|---|\n${lines.join("\n")}\n`;
}

function shown(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toPrecision(3) : "–";
}

/** What stands in the file now, so that one measurement can be run again alone. */
function sectionsOf(file: string): [string, string][] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [name = "", ...rest] = section.split("\n");
      return [name, `${rest.join("\n").trim()}\n`];
    });
}
