import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/**
 * A Chromium to test with: `QUAN_CHROMIUM`, an installed one, Playwright's own download, or the distribution's
 * package. Returns its path; ends with a sentence where none can be had. Nothing is skipped.
 */
export function ensureBrowser() {
  const found = installed() ?? downloaded() ?? packaged();
  if (found) {
    ensureChineseFont();
    return found;
  }
  console.error(
    "No Chromium for the browser tests. Install Chromium or Chrome, or set QUAN_CHROMIUM to its path, then run npm test again.",
  );
  process.exit(2);
}

function installed() {
  const { env } = process;
  if (env.QUAN_CHROMIUM) return existsSync(env.QUAN_CHROMIUM) ? env.QUAN_CHROMIUM : undefined;
  return [...PLACES, chromium.executablePath()].find((path) => path && existsSync(path));
}

function downloaded() {
  console.error("Fetching Playwright's Chromium …");
  run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], 180_000);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function packaged() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return undefined;
  console.error("Installing the distribution's Chromium …");
  run("apt-get", ["update", "-qq"], 300_000);
  run("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], 900_000);
  return PLACES.find((path) => existsSync(path));
}

/** Labels on the map are drawn with fonts of the machine; without a Chinese one its tests would see boxes. */
function ensureChineseFont() {
  if (process.platform !== "linux") return;
  const listed = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  if (listed.status === 0 && listed.stdout.trim() !== "") return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("Installing a Chinese font …");
    run("apt-get", ["update", "-qq"], 300_000);
    if (run("apt-get", ["install", "-y", "-qq", "fonts-noto-cjk"], 900_000)) return;
  }
  console.error(
    "No Chinese font was found: install one, such as Noto Sans CJK, to see the labels of the map.",
  );
}

function run(command, args, timeout) {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout }).status === 0;
}

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];
