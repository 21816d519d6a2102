import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { diceOf } from "../../src/core/base/random.ts";
import { ownBrowser } from "./killed-browser.ts";
import { calculated, expect, openTab, rows, test } from "./planner-page.ts";

const KILLS = process.env.QUAN_LONG ? 50 : 5;
/** Longer than it takes to make a few edits; the kill comes at any moment within. */
const LATEST_MS = 2500;

const facility = (page: Page) => page.getByRole("complementary", { name: "设施" });
const lngOf = (page: Page) => facility(page).getByRole("spinbutton", { name: "经度" });
const unsaved = (page: Page) => page.getByRole("region", { name: "上次未保存的项目" });

/** Opens the first facility of the list. */
async function lookAtFirst(page: Page): Promise<void> {
  await openTab(page, "设施");
  await rows(page).first().click();
  await expect(lngOf(page)).toBeVisible();
}

test("of a browser that is killed at any moment, no more than the last edit is lost", async ({ baseURL }) => {
  test.setTimeout(KILLS * 60_000);
  const dice = diceOf(20_261_126, "kills");
  const home = await mkdtemp(join(tmpdir(), "quan-killed-"));
  try {
    /** Places the facility had, the last ones last: of each edit that the page showed to be made. */
    const places: string[] = [];
    for (let kill = 0; kill <= KILLS; kill++) {
      const browser = await ownBrowser(home);
      const { page } = browser;
      await page.goto(`${baseURL}?city=huaibei`);
      await calculated(page);
      if (kill > 0 && places.length > 1) {
        await unsaved(page).getByRole("button", { name: "继续" }).first().click();
        await expect(unsaved(page)).toBeHidden();
        await calculated(page);
      }
      await lookAtFirst(page);
      const found = await lngOf(page).inputValue();
      if (kill > 0) {
        // As it was shown last, one edit before, or one that was made but not shown any more.
        const lost = places.length - 1 - places.lastIndexOf(found);
        expect(places.includes(found) ? lost : 0, `kill ${kill}`).toBeLessThanOrEqual(1);
        const known = Number(places.at(-1));
        expect(Number(found) - known, `kill ${kill}`).toBeLessThan(0.0011);
      }
      places.push(found);
      if (kill === KILLS) {
        await browser.kill();
        break;
      }
      let killed = false;
      const end = new Promise<void>((resolve, reject) => {
        setTimeout(
          () => {
            killed = true;
            browser.kill().then(resolve, reject);
          },
          dice.whole(0, LATEST_MS),
        );
      });
      const east = facility(page).getByRole("button", { name: "向东 50 m" });
      try {
        while (!killed) {
          const before = await lngOf(page).inputValue();
          await east.press("Enter");
          await expect(lngOf(page)).not.toHaveValue(before);
          places.push(await lngOf(page).inputValue());
        }
      } catch (error) {
        if (!killed) throw error;
      }
      await end;
    }
    expect(new Set(places).size).toBeGreaterThan(KILLS);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
});
