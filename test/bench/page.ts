import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import type { Bench, BenchRow } from "./bench.ts";

/** The page in a real browser: what a person waits for, what is sent, and how long the screen is ever held up. */
export const page: Bench = {
  name: "page",
  async run() {
    const { ensureBrowser } = (await import(local(".ci/browser.mjs"))) as { ensureBrowser(): string };
    const { servePage } = (await import(local(".ci/serve.mjs"))) as {
      servePage(): Promise<{ address: string; close(): Promise<void> }>;
    };
    const server = await servePage();
    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
    try {
      const town = await browser.newPage({ locale: "zh-CN" });
      const rows = await firstView(town, server.address);
      await town.close();
      const city = await browser.newPage({ locale: "zh-CN" });
      rows.push(...(await recomputing(city, server.address)));
      return rows;
    } finally {
      await browser.close();
      await server.close();
    }
  },
};

async function firstView(page: Page, address: string): Promise<BenchRow[]> {
  let kilobytes = 0;
  page.on("request", (request) => {
    const path = request.url().slice(address.length);
    if (/\.m?js$/.test(path)) kilobytes += gzipSync(readFileSync(join("dist/page", path))).length / 1000;
  });
  await page.goto(`${address}?city=xuzhou`);
  await page.waitForSelector('html[data-map="drawn"]');
  const map = await now(page);
  await page.waitForSelector('#lists[aria-busy="false"]');
  const verdicts = await now(page);
  return [
    measured("first map, demo town", `${map.toFixed(0)} ms`),
    measured("first verdicts, demo town", `${verdicts.toFixed(0)} ms`),
    measured("JavaScript until then, workers included", `${kilobytes.toFixed(0)} kB gzip`),
  ];
}

async function recomputing(page: Page, address: string): Promise<BenchRow[]> {
  await page.goto(`${address}?city=xuzhou&size=city`);
  await page.waitForSelector('html[data-map="drawn"]', { timeout: 300_000 });
  await page.waitForSelector('#lists[aria-busy="false"]', { timeout: 300_000 });
  await page.locator("summary", { hasText: "参数" }).click();
  const detour = page.getByLabel("绕行系数");
  await page.evaluate(() => {
    const blocks: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) blocks.push(entry.duration);
    }).observe({ type: "longtask" });
    (window as unknown as { blocks: number[] }).blocks = blocks;
  });
  await detour.fill("1.4");
  await detour.press("Enter");
  await page.waitForSelector('#lists[aria-busy="true"]', { timeout: 60_000 });
  await page.waitForSelector('#lists[aria-busy="false"]', { timeout: 300_000 });
  const blocks = await page.evaluate(() => (window as unknown as { blocks: number[] }).blocks);
  const longest = Math.max(0, ...blocks);
  return [
    {
      ...measured(
        "longest block of the screen while 20,000 × 3,000 is computed anew",
        `${longest.toFixed(0)} ms`,
      ),
      goal: "< 50 ms",
      note: "software WebGL on two cores; 0 means none of 50 ms or more",
    },
  ];
}

function measured(what: string, ours: string): BenchRow {
  return { what, ours, peer: "none", ratio: Number.NaN, goal: "reported" };
}

function now(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

function local(path: string): string {
  return new URL(`file://${join(process.cwd(), path)}`).href;
}
