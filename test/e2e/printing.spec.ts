import type { Page } from "@playwright/test";
import { closePrinting, holdPrinting, isPrinting, sheets } from "./paper.ts";
import { evidence, expect, openCity, openTab, rows, test } from "./planner-page.ts";

test.use({ map: false });

test.beforeEach(({ page }) => holdPrinting(page));

async function asPaper(page: Page): Promise<{ pages: number }> {
  await isPrinting(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return { pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
}

test("a street is one page: people, what is missing, map, targets and the zones that lack most", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  const missing = (await rows(page).first().locator("td").nth(1).textContent()) ?? "";
  const name = (await rows(page).first().locator(".facts-name").first().textContent()) ?? "";
  await rows(page).first().click();
  await page.getByRole("button", { name: "生成街道一页" }).click();
  expect(await asPaper(page)).toEqual({ pages: 1 });
  const sheet = sheets(page);
  await expect(sheet).toHaveCount(1);
  await expect(sheet.getByRole("heading", { level: 1, includeHidden: true })).toHaveText(name);
  await expect(sheet).toContainText(missing);
  await expect(sheet).toContainText("演示数据");
  await expect(sheet).toContainText("内部工作用图，未经审图，不得公开");
  await expect(sheet.locator("svg[role=img] path.sheet-zone")).not.toHaveCount(0);
  await closePrinting(page);
  await expect(sheets(page)).toHaveCount(0);
});

test("a zone is one page with clause and arithmetic, in English too", async ({ page }) => {
  await openCity(page, "huaibei");
  await openTab(page, "小区");
  await rows(page).first().click();
  const name = (await evidence(page).getByRole("heading", { level: 2 }).textContent()) ?? "";
  const sum = (await evidence(page).locator(".arithmetic").first().textContent()) ?? "";
  await page.getByText("EN", { exact: true }).click();
  await page.getByRole("button", { name: "Print this zone" }).click();
  expect(await asPaper(page)).toEqual({ pages: 1 });
  await expect(sheets(page)).toContainText(name);
  await expect(sheets(page)).toContainText(sum);
  await expect(sheets(page)).toContainText("For internal work");
});

test("all streets are printed in one go, a page each, those that lack most first", async ({ page }) => {
  await openCity(page, "sucheng");
  const streets = await rows(page).count();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("menuitem", { name: "打印全部街道" }).click();
  expect(await asPaper(page)).toEqual({ pages: streets });
  await expect(sheets(page)).toHaveCount(streets);
  await expect(page.locator("body > :not(.sheets)").first()).toBeAttached();
});
