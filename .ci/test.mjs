import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, HOME } from "./ensure.mjs";

/**
 * `npm test`: every check, in the order in which a mistake is cheapest to find. All run even if one fails; the last
 * line counts them. `--long` runs the long checks with their full counts.
 */
const long = process.argv.includes("--long");
let passed = 0;
let failed = 0;

ensureInstalled();
const reports = join(HOME, "node_modules/.cache/reports");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

check("types", "typescript/bin/tsc", ["--build"]);
check("format and lint", "@biomejs/biome/bin/biome", ["check", "--config-path=.ci/format.json", "."]);
check("types at work", "oxlint/bin/oxlint", [
  "-c",
  ".ci/oxlint.json",
  "--type-aware",
  "src",
  "workers",
  "test",
]);
for (const what of ["cli", "page"]) await built(what);
suite(
  "unit, law, golden and architecture tests",
  "vitest/vitest.mjs",
  ["run", "--reporter=default", "--reporter=json"],
  {
    args: [`--outputFile.json=${join(reports, "vitest.json")}`],
    file: "vitest.json",
    count: ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests],
  },
);
const { ensureBrowser } = await import("./browser.mjs");
suite("browser tests", "@playwright/test/cli.js", ["test", "--config", "test/e2e/playwright.config.ts"], {
  args: [],
  env: { QUAN_CHROMIUM: ensureBrowser(), QUAN_E2E_REPORT: join(reports, "playwright.json") },
  file: "playwright.json",
  count: ({ stats }) => [stats.expected, stats.unexpected + stats.flaky],
});

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** One check that passes or fails as a whole. */
function check(title, tool, args) {
  tally(title, node(tool, args) ? [1, 0] : [0, 1]);
}

async function built(what) {
  heading(`build of the ${what}`);
  try {
    await ensureBuilt(what);
    tally(`build of the ${what}`, [1, 0]);
  } catch (error) {
    console.error(error);
    tally(`build of the ${what}`, [0, 1]);
  }
}

/** A runner of many tests; a runner that fails without a failed test, or runs none, is one failure. */
function suite(title, tool, command, { args, env = {}, file, count }) {
  const good = node(tool, [...command, ...args], { ...env, ...(long && { QUAN_LONG: "1" }) });
  const report = join(reports, file);
  const [fine, bad] = existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : [0, 0];
  tally(title, [fine, bad + ((good && fine > 0) || bad > 0 ? 0 : 1)]);
}

function node(tool, args, env = {}) {
  heading(`${tool.split("/")[0] ?? tool} ${args[0] ?? ""}`);
  const path = join(HOME, "node_modules", tool);
  return (
    spawnSync(process.execPath, [path, ...args], {
      cwd: HOME,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    }).status === 0
  );
}

function heading(text) {
  console.log(`\n── ${text}`);
}

function tally(title, [fine, bad]) {
  passed += fine;
  failed += bad;
  console.log(`${bad === 0 ? "✓" : "✗"} ${title}`);
}
