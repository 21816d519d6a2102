import type { Page } from "@playwright/test";
import { closePrinting, holdPrinting, isPrinting, sheets } from "./paper.ts";
import {
  choose,
  evidence,
  expect,
  headline,
  openCity,
  openParameters,
  openTab,
  rows,
  test,
} from "./planner-page.ts";

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
  // What the drawer says of silent zones, what the colours mean, and by what the zones are ordered.
  await expect(sheet).toContainText(/养老用房：\d+\s个小区待补资料/);
  await expect(sheet.locator("figcaption")).toContainText(/不符合.*待补资料.*待研判或未规定.*符合/);
  const listed = await sheet.locator(".sheet-zones tbody tr").count();
  expect(listed).toBeGreaterThan(12);
  await expect(sheet.locator("svg[role=img] text.sheet-mark")).toHaveCount(listed + 2);
  await expect(sheet).toContainText(`列前 ${listed} 个；另有`);
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
  const said = (await headline(page).textContent()) ?? "";
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("menuitem", { name: "打印全部街道" }).click();
  expect(await asPaper(page)).toEqual({ pages: streets });
  await expect(sheets(page)).toHaveCount(streets);
  // In the order of the sentence on top.
  const titles = await sheets(page).locator("h1").allTextContents();
  expect(said).toContain(`缺口最多：${titles.slice(0, 3).join("、")}。`);
  await expect(page.locator("body > :not(.sheets)").first()).toBeAttached();
});

test("a short zone's page carries its certificate, and its street's page the 片区", async ({ page }) => {
  await openCity(page, "xuzhou", "#tab=areas");
  await expect(rows(page).nth(1)).toBeVisible();
  await rows(page).nth(1).click();
  const area = page.getByRole("complementary", { name: "片区依据" });
  const said = (await area.locator(".area-sentence").textContent()) ?? "";
  const sum = (await area.locator(".arithmetic").textContent()) ?? "";
  const facilities = await area.locator("table").last().locator("tbody button").allTextContents();
  await area.locator("tbody").first().getByRole("button").first().click();
  const street = (await evidence(page).getByText("街道").first().textContent())?.split(" ")[0] ?? "";
  await page.getByRole("button", { name: "打印小区一页" }).click();
  expect(await asPaper(page)).toEqual({ pages: 1 });
  await expect(sheets(page).locator(".zone-certificate").last()).toHaveText(said);
  await expect(sheets(page)).toContainText(sum);
  await expect(sheets(page).locator(".certified li")).toContainText(facilities);
  await expect(sheets(page).locator(".clause")).not.toHaveCount(0);
  await closePrinting(page);
  await openTab(page, "街道");
  await rows(page).filter({ hasText: street }).first().click();
  await page.getByRole("button", { name: "生成街道一页" }).click();
  expect(await asPaper(page)).toEqual({ pages: 1 });
  const [name = ""] = said.split("：");
  await expect(sheets(page).locator(".sheet-areas tbody tr").filter({ hasText: name })).not.toHaveCount(0);
  await expect(sheets(page)).toContainText("无论如何分配都补不上的缺口，按整片区计。");
});

test("a dark scheme prints as a light one, in colours that need no backgrounds", async ({ page }) => {
  await openCity(page, "xuzhou", "&scheme=dark");
  await rows(page).first().click();
  await page.getByRole("button", { name: "生成街道一页" }).click();
  await isPrinting(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("html")).toHaveCSS("color-scheme", "light");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  const swatch = sheets(page).locator(".swatch-fail").first();
  await expect(swatch).toHaveCSS("print-color-adjust", "exact");
  // All border, of the colour of the verdict.
  await expect(swatch).toHaveCSS("border-left-width", "6px");
  await expect(swatch).toHaveCSS("border-left-color", "rgb(194, 65, 12)");
});

test("figures that are only a screening say so on paper", async ({ page }) => {
  await openCity(page, "huaibei");
  await openParameters(page);
  await choose(page, "供需分配", "可达共享");
  await expect(page.getByRole("note")).toContainText("仅筛查");
  await openParameters(page);
  await rows(page).first().locator("td").first().click();
  await page.getByRole("button", { name: "生成街道一页" }).click();
  await isPrinting(page);
  await expect(sheets(page).locator(".caveat")).toHaveText(/仅筛查/);
});
