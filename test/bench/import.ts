import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "@playwright/test";
import { type Bench, median, ms, mustAgree } from "./bench.ts";
import { COMPOSED, local, longestSoFar, rested, watch } from "./page.ts";
import { facilityRegister } from "./register.ts";

const ROWS = 200_000;

/**
 * A large register taken in by the page, with one click where it is shown how the columns are read, against papaparse
 * alone in the same browser: the same file read into rows by the names of the columns, numbers as numbers; and the text
 * of it, decoded before, only cut into cells.
 */
export const importing: Bench = {
  name: "import",
  async run() {
    const { ensureBrowser } = (await import(local(".ci/browser.mjs"))) as { ensureBrowser(): string };
    const { servePage } = (await import(local(".ci/serve.mjs"))) as {
      servePage(): Promise<{ address: string; close(): Promise<void> }>;
    };
    const server = await servePage();
    const browser = await chromium.launch({
      executablePath: ensureBrowser(),
      args: ["--no-sandbox", ...COMPOSED],
    });
    try {
      const text = facilityRegister(ROWS);
      const runs = [
        await importIn(browser, server.address, text),
        await importIn(browser, server.address, text),
      ];
      const [rows, cells] = await parsedIn(browser, text);
      const ours = median(runs.map(({ time }) => time));
      const block = Math.max(...runs.map((run) => run.block));
      const file = `${(text.length / 1e6).toFixed(0)} million characters`;
      const against = (peer: number, does: string) => ({
        what: "200,000 facilities in CSV, from the drop to the report of the import",
        ours: ms(ours),
        peer: `${ms(peer)} (papaparse, ${does})`,
        ratio: ours / peer,
        goal: "at most 3 times its time",
        note: `${file}; all rows used`,
      });
      return [
        against(rows, "file to rows by column"),
        against(cells, "text to cells only"),
        {
          what: "longest block of the screen meanwhile",
          ours: `${block.toFixed(0)} ms`,
          peer: "none",
          ratio: Number.NaN,
          goal: "< 100 ms",
          note: "0: none of 50 ms",
        },
      ];
    } finally {
      await browser.close();
      await server.close();
    }
  },
};

/** Milliseconds that the page takes, without those in which it waits for the click. */
async function importIn(
  browser: Browser,
  address: string,
  text: string,
): Promise<{ time: number; block: number }> {
  const page = await browser.newPage({ locale: "zh-CN" });
  // In place of a demo city, as the page begins: its map stands already.
  await page.goto(`${address}?city=xuzhou`);
  await page.waitForSelector('html[data-map="drawn"]');
  await page.waitForSelector('#lists[aria-busy="false"]');
  await rested(page);
  const held = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "register.csv"));
    return data;
  }, text);
  // What it cost to bring the text to the browser is none of ours.
  await rested(page);
  await watch(page);
  const begun = await now(page);
  for (const type of ["dragenter", "dragover", "drop"])
    await page.locator(".page").dispatchEvent(type, { dataTransfer: held });
  const take = page
    .getByRole("dialog", { name: /核对列/ })
    .getByRole("button", { name: "导入", exact: true });
  await take.and(page.locator(":enabled")).waitFor();
  const shown = await now(page);
  await rested(page);
  const clicked = await now(page);
  await take.click();
  const report = page.getByRole("dialog", { name: "导入结果" });
  await report.waitFor({ timeout: 120_000 });
  const told = await now(page);
  const { block } = await longestSoFar(page);
  mustAgree(/200,?000/.test((await report.textContent()) ?? ""), "rows of the report");
  await page.close();
  return { time: shown - begun + told - clicked, block };
}

/** Milliseconds that papaparse takes to read the file into rows, and to cut its text into cells. */
async function parsedIn(browser: Browser, text: string): Promise<readonly [rows: number, cells: number]> {
  const page = await browser.newPage();
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("papaparse"), "utf8"));
  const { rows, cells, counts } = await page.evaluate(async (content) => {
    const { Papa } = window as unknown as { Papa: typeof import("papaparse") };
    const file = new File([content], "register.csv");
    const typed = { header: true, dynamicTyping: true, skipEmptyLines: true } as const;
    const asRows = () =>
      new Promise<number>((settle) => {
        Papa.parse(file, { ...typed, complete: ({ data }) => settle(data.length) });
      });
    const asCells = () => Papa.parse(content).data.length;
    const times = async (work: () => number | Promise<number>) => {
      const taken: number[] = [];
      let count = 0;
      for (let run = 0; run < 3; run++) {
        const from = performance.now();
        count = await work();
        taken.push(performance.now() - from);
      }
      return { taken, count };
    };
    const [byRow, byCell] = [await times(asRows), await times(asCells)];
    return { rows: byRow.taken, cells: byCell.taken, counts: [byRow.count, byCell.count] };
  }, text);
  // Of cells, with the names of the columns and the empty line at the end.
  mustAgree(counts[0] === ROWS && counts[1] === ROWS + 2, "rows of the peer");
  await page.close();
  return [median(rows), median(cells)];
}

function now(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}
