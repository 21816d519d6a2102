import { defineConfig } from "@playwright/test";

const PORT = 4199;

/** The page by an address that is not this machine's own, hence no secure context. No such host is asked: it stands for this one. */
export const OFFICE = `http://192.0.2.1:${PORT}/`;

/** Real Chromium on the built page. `QUAN_CHROMIUM` is the path of the browser that the test command found. */
export default defineConfig({
  testDir: ".",
  outputDir: "./report",
  snapshotPathTemplate: "{testDir}/../golden/screens/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: process.env.QUAN_E2E_REPORT ?? "./report/results.json" }]],
  webServer: { command: `node .ci/start.mjs --port ${PORT}`, cwd: "../..", url: `http://localhost:${PORT}/` },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    // A button that a dialog is still carrying into place is pressed in one place and let go in another.
    contextOptions: { reducedMotion: "reduce" },
    baseURL: `http://localhost:${PORT}/`,
    launchOptions: {
      ...(process.env.QUAN_CHROMIUM && { executablePath: process.env.QUAN_CHROMIUM }),
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        `--host-resolver-rules=MAP ${new URL(OFFICE).hostname} localhost`,
      ],
    },
  },
});
