import type { Page } from "@playwright/test";
import { closePrinting, holdPrinting, isPrinting, sheets } from "./paper.ts";
import { drop, evidence, expect, headline, openTab, report, rows, showMap, test } from "./planner-page.ts";

/** Words that would be a picture, a script or a link if anybody took them for more than words. */
const planted = (what: string): string => `${what}<img src=x onerror="planted()"><script>planted()</script>`;
const [ZONE, ROOM, STREET] = [planted("东园"), planted("站"), planted("湖滨街道")];
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const ZONES = `id,name,status,households,residents,adminCode,street,lon,lat
z1,${cell(ZONE)},existing,800,2000,320302,${cell(STREET)},117.200,34.260
`;
const FACILITIES = `id,name,kind,status,lon,lat,elderly_m2,zone
f1,${cell(ROOM)},E_COMM_CENTRE,built,117.201,34.260,30,z1
f2,${cell(planted("错"))},${cell(planted("类"))},built,117.201,34.260,30,z1
`;

/** Nothing of it has become a part of the page, and none of it has run. */
async function isText(page: Page): Promise<void> {
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { hits: number }).hits)).toBe(0);
}

test("markup and scripts in names, kinds and files stay text wherever they are shown", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { hits: 0, planted: () => Object.assign(window, { hits: 1 }) });
  });
  await holdPrinting(page);
  await page.goto("/?city=own");
  await drop(page, [
    { name: "zones.csv", text: ZONES },
    { name: `${planted("f")}.csv`.replaceAll("/", ""), text: FACILITIES },
  ]);
  await expect(report(page)).toContainText(planted("类"));
  await isText(page);
  await showMap(page);
  await expect(headline(page)).toContainText(STREET);

  await rows(page).first().click();
  await expect(page.getByRole("complementary", { name: "汇总依据" })).toContainText(STREET);
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(ZONE);
  await expect(evidence(page)).toContainText(ROOM);
  await isText(page);

  await evidence(page).getByRole("button", { name: /打印/ }).click();
  await isPrinting(page);
  await expect(sheets(page).first()).toContainText(ZONE);
  await isText(page);
  await closePrinting(page);

  await openTab(page, "设施");
  await rows(page).first().click();
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText(ROOM);
  await page.getByRole("contentinfo").getByRole("button", { name: "方法说明" }).click();
  await expect(page.getByRole("dialog", { name: "方法说明" })).toBeVisible();
  await isText(page);
});
