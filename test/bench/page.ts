import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { type Bench, type BenchRow, median } from "./bench.ts";

/** The page in a real browser: what a person waits for, what is sent, and how long the screen is ever held up. */
export const page: Bench = {
  name: "page",
  async run() {
    const { ensureBrowser } = (await import(local(".ci/browser.mjs"))) as { ensureBrowser(): string };
    const { servePage } = (await import(local(".ci/serve.mjs"))) as {
      servePage(): Promise<{ address: string; close(): Promise<void> }>;
    };
    const server = await servePage();
    const [copying, composing] = await Promise.all(
      [[], COMPOSED].map((args) =>
        chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox", ...args] }),
      ),
    );
    const rows: BenchRow[] = [];
    try {
      for (const [browser, measure] of [
        [copying, firstView],
        [composing, working],
        [copying, recomputingByCopy],
        [copying, recomputingWithoutMap],
      ] as const) {
        const page = await browser?.newPage({ locale: "zh-CN" });
        if (page) rows.push(...(await measure(page, server.address)));
        await page?.close();
      }
      return rows;
    } finally {
      await copying?.close();
      await composing?.close();
      await server.close();
    }
  },
};

/**
 * Lets the browser put its frames together by its graphics driver, as it does wherever there is a graphics card; the
 * driver is still one in software. Without, it waits for every map frame and copies it on the thread of the page.
 */
export const COMPOSED = [
  ...["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  ...["--ignore-gpu-blocklist", "--enable-gpu-rasterization"],
];

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

/** Each step begins once the map is at rest: what is measured is what that step costs. */
async function working(page: Page, address: string): Promise<BenchRow[]> {
  await page.goto(`${address}?city=xuzhou&size=city`);
  await page.waitForSelector('html[data-map="drawn"]', { timeout: 300_000 });
  const computing = await changeDetour(page);

  await page.locator("summary", { hasText: "参数" }).click();
  await page.getByRole("tab", { name: "小区" }).click();
  await page.getByRole("grid", { name: "小区" }).waitFor();
  await rested(page);
  await forget(page);
  await page.getByRole("columnheader", { name: "托位缺" }).getByRole("button").click();
  await page.getByRole("searchbox").fill("新");
  await page.getByRole("searchbox").fill("");
  await page.locator(".facts").evaluate(async (list) => {
    for (let top = 0; top < 200; top++) {
      list.scrollTop += 640;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  const listing = { ...(await longestSoFar(page)) };

  await page.getByRole("button", { name: "筛选" }).click();
  await page.getByRole("checkbox", { name: "养老步行圈外" }).waitFor();
  await rested(page);
  await forget(page);
  await page.getByRole("checkbox", { name: "养老步行圈外" }).check();
  await page.getByRole("list", { name: "已选条件" }).waitFor();
  await frames(page, 10);
  const filtering = { ...(await longestSoFar(page)) };
  await page.keyboard.press("Escape");

  const map = await page.locator(".map-sheet").boundingBox();
  if (map === null) throw new Error("there is no map to move");
  const [x, y] = [map.x + map.width / 3, map.y + map.height / 3];
  await page.mouse.move(x, y);
  await rested(page);
  await forget(page);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) await page.mouse.move(x + 8 * step, y + 4 * step);
  await page.mouse.up();
  await frames(page, 10);
  const panning = { ...(await longestSoFar(page)) };

  const row = (what: string, time: number, note: string) => held(what, [time], note);
  const anew = "while 20,000 × 3,000 is computed anew";
  const listed = "while 20,000 zones are sorted, searched and scrolled";
  const filtered = "while 20,000 zones are filtered, in list and map";
  const moved = "while a map of 20,000 zones is moved";
  return [
    held(`longest block of the screen ${anew}`, computing.block, `${OF_LONG_TASKS}; ${BY_DRIVER}`),
    held(`longest run of the page's own code ${anew}`, computing.script, OF_LONG_FRAMES),
    row(`longest run of the page's own code ${listed}`, listing.script, OF_LONG_FRAMES),
    row(`longest run of the page's own code ${filtered}`, filtering.script, OF_LONG_FRAMES),
    row(`longest run of the page's own code ${moved}`, panning.script, OF_LONG_FRAMES),
  ];
}

/** The same where the browser has no graphics driver at all. */
async function recomputingByCopy(page: Page, address: string): Promise<BenchRow[]> {
  await page.goto(`${address}?city=xuzhou&size=city`);
  await page.waitForSelector('html[data-map="drawn"]', { timeout: 300_000 });
  const { block } = await changeDetour(page);
  const note = "the browser itself waits for each map frame and copies it";
  return [held("longest block of the screen, the same without a graphics driver", block, note)];
}

/** The same where the browser cannot draw the map: what is left of the block is the page's own. */
async function recomputingWithoutMap(page: Page, address: string): Promise<BenchRow[]> {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    Object.defineProperty(HTMLCanvasElement.prototype, "getContext", {
      value(this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
        return kind.startsWith("webgl") ? null : Reflect.apply(getContext, this, [kind, ...more]);
      },
    });
  });
  await page.goto(`${address}?city=xuzhou&size=city`);
  const { block } = await changeDetour(page);
  return [held("longest block of the screen, the same without a map", block, OF_LONG_TASKS)];
}

/** How long the page was held up, at the longest, each time its numbers were worked out anew, until it is at rest. */
async function changeDetour(page: Page): Promise<{ block: number[]; script: number[] }> {
  await page.waitForSelector('#lists[aria-busy="false"]', { timeout: 300_000 });
  await page.locator("summary", { hasText: "参数" }).click();
  const detour = page.getByLabel("绕行系数");
  await rested(page);
  await watch(page);
  const longest: { block: number[]; script: number[] } = { block: [], script: [] };
  for (const to of ["1.4", "1.5", "1.6", "1.7", "1.8"]) {
    await rested(page);
    await forget(page);
    await detour.fill(to);
    await detour.press("Enter");
    await page.waitForSelector('#lists[aria-busy="true"]', { timeout: 60_000 });
    await page.waitForSelector('#lists[aria-busy="false"]', { timeout: 300_000 });
    await rested(page);
    const { block, script } = await longestSoFar(page);
    longest.block.push(block);
    longest.script.push(script);
  }
  return longest;
}

const OF_LONG_TASKS = "0: none of 50 ms";
const BY_DRIVER = "frames put together by the graphics driver, here one in software";
const OF_LONG_FRAMES = "of frames longer than 50 ms; 0: there was none";

export interface Longest {
  block: number;
  script: number;
}

/** From now on the page notes how long it was ever held up, and by its own code. */
export function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const longest: Longest = { block: 0, script: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.block = Math.max(longest.block, duration);
    }).observe({ type: "longtask" });
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries() as unknown as { scripts: { duration: number }[] }[])
        for (const { duration } of frame.scripts) longest.script = Math.max(longest.script, duration);
    }).observe({ type: "long-animation-frame" });
    Object.assign(window, { longest });
  });
}

export function longestSoFar(page: Page): Promise<Longest> {
  return page.evaluate(() => (window as unknown as { longest: Longest }).longest);
}

/** Waits until the page has been drawn so many times. */
function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    for (let drawn = 0; drawn < wanted; drawn++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, count);
}

/** Waits until the page has kept pace with the screen for a while. */
export function rested(page: Page): Promise<void> {
  return page.evaluate(async () => {
    let before = performance.now();
    for (let calm = 0; calm < 20; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      calm = now - before < 50 ? calm + 1 : 0;
      before = now;
    }
  });
}

function forget(page: Page): Promise<void> {
  return page.evaluate(() => {
    Object.assign((window as unknown as { longest: Longest }).longest, { block: 0, script: 0 });
  });
}

function measured(what: string, ours: string): BenchRow {
  return { what, ours, peer: "none", ratio: Number.NaN, goal: "reported" };
}

/** Of several times the median, and the worst of them. */
function held(what: string, times: readonly number[], note: string): BenchRow {
  const worst =
    times.length > 1 ? `; median of ${times.length}, the worst ${Math.max(...times).toFixed(0)} ms` : "";
  return { ...measured(what, `${median(times).toFixed(0)} ms`), goal: "< 50 ms", note: `${note}${worst}` };
}

function now(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

export function local(path: string): string {
  return new URL(`file://${join(process.cwd(), path)}`).href;
}
