import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { diceOf } from "../../src/core/base/random.ts";
import { ownBrowser } from "./killed-browser.ts";
import { calculated, expect, openTab, rows, test } from "./planner-page.ts";

const KILLS = process.env.QUAN_LONG ? 50 : 5;
/** Longer than it takes to make a few edits; after the first the kill comes at any moment within. */
const LATEST_MS = 2500;

const facility = (page: Page) => page.getByRole("complementary", { name: "设施" });
const lngOf = (page: Page) => facility(page).getByRole("spinbutton", { name: "经度" });
const unsaved = (page: Page) => page.getByRole("region", { name: "上次未保存的项目" });

/** How many journals there are in the store. */
function journalsLeft(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open("quan-journal");
        request.onerror = () => reject(request.error ?? new Error("no journal"));
        request.onsuccess = () => {
          const keys = request.result.transaction("journal").objectStore("journal").getAllKeys();
          keys.onsuccess = () => {
            request.result.close();
            resolve((keys.result as string[]).filter((key) => key.endsWith(" head")).length);
          };
        };
      }),
  );
}

/** Opens the first facility of the list. */
async function lookAtFirst(page: Page): Promise<void> {
  await openTab(page, "设施");
  await rows(page).first().click();
  await expect(lngOf(page)).toBeVisible();
}

/** Degrees that one press moves it, and a little more for what the field rounds. */
const STEP = 0.0006;

test("of a browser that is killed at any moment, no more than the last edit is lost", async ({ baseURL }) => {
  test.setTimeout(KILLS * 60_000);
  const dice = diceOf(20_261_126, "kills");
  const home = await mkdtemp(join(tmpdir(), "quan-killed-"));
  const edits = { made: 0, lost: 0 };
  try {
    /** Where the page showed the facility last. */
    let shown: number | undefined;
    let start: number | undefined;
    for (let kill = 0; kill <= KILLS; kill++) {
      const { page, kill: end } = await ownBrowser(home);
      await page.goto(`${baseURL}?city=huaibei`);
      await calculated(page);
      const left = await journalsLeft(page);
      // One step from where it began, the last edit decides whether there is anything unsaved.
      if (shown !== undefined && start !== undefined && Math.abs(shown - start) > STEP) expect(left).toBe(1);
      if (left > 0) {
        await unsaved(page).getByRole("button", { name: "继续" }).click();
        await expect(unsaved(page)).toBeHidden();
        await calculated(page);
      }
      await lookAtFirst(page);
      const found = Number(await lngOf(page).inputValue());
      // As it was shown, one edit before it, or one that was made and not shown any more.
      if (shown !== undefined) expect(Math.abs(found - shown), `kill ${kill}`).toBeLessThan(STEP);
      if (shown !== undefined && found !== shown) edits.lost += 1;
      shown = found;
      start ??= found;
      if (kill === KILLS) {
        await end();
        break;
      }
      let killed = false;
      let gone: Promise<void> | undefined;
      const killAt = (moment: number) =>
        new Promise<void>((resolve, reject) => {
          const now = () => {
            killed = true;
            end().then(resolve, reject);
          };
          setTimeout(now, moment);
        });
      const ways = {
        east: facility(page).getByRole("button", { name: "向东 50 m" }),
        undo: page.getByRole("button", { name: "撤销" }),
        redo: page.getByRole("button", { name: "重做" }),
      };
      try {
        while (!killed) {
          const before: string = await lngOf(page).inputValue();
          const way = dice.pick(["east", "east", "east", "undo", "redo"] as const);
          if (!(await ways[way].isEnabled())) continue;
          await ways[way].press("Enter");
          await expect(lngOf(page)).not.toHaveValue(before);
          shown = Number(await lngOf(page).inputValue());
          edits.made += 1;
          gone ??= killAt(dice.whole(0, LATEST_MS));
        }
      } catch (error) {
        if (!killed) throw error;
      }
      await gone;
    }
    expect(edits.made).toBeGreaterThan(KILLS);
    test.info().annotations.push({ type: "edits", description: JSON.stringify(edits) });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
});
