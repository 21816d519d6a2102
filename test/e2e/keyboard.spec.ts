import type { Page } from "@playwright/test";
import { choose, evidence, expect, openCity, openParameters, openTab, rows, test } from "./planner-page.ts";

test.use({ map: false });

/** Tabs until the control has the focus, from the one that has it now. */
async function tabTo(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(page.getByLabel(name, { exact: true })).toBeFocused({ timeout: 200 });
  }).toPass();
}

test("conditions and columns are reached, worked and left with the keyboard", async ({ page }) => {
  await openCity(page, "huaibei");
  await openTab(page, "小区");
  const filters = page.getByRole("button", { name: "筛选" });
  const unit = page.getByRole("combobox", { name: "所在区县、街道、社区" });
  await page.getByRole("searchbox").focus();
  await tabTo(page, "筛选");
  await page.keyboard.press("Enter");
  await expect(unit).toBeFocused();
  await page.keyboard.press("Tab");
  const verdict = page.getByRole("combobox", { name: "判定" });
  await expect(verdict).toBeFocused();

  // One Escape closes the list of choices, the next what it stands in.
  await page.keyboard.press("ArrowDown");
  await expect(verdict).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(verdict).toHaveAttribute("aria-expanded", "false");
  await expect(verdict).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(verdict).toBeHidden();
  await expect(filters).toBeFocused();

  const columns = page.getByRole("button", { name: "列、复制与导出" });
  await tabTo(page, "编辑表格");
  await page.keyboard.press("Tab");
  await expect(columns).toBeFocused();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "显示的列" });
  await expect(panel.getByRole("checkbox").nth(1)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(columns).toBeFocused();
  await expect(panel).toBeHidden();

  // Beyond the last control the way leads on in the page.
  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: /^导出/ }).focus();
  await page.keyboard.press("Tab");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("grid")).toBeFocused();
});

test("conditions opened with the mouse are entered at once and close at a click beside them", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  await openTab(page, "小区");
  await page.getByRole("button", { name: "筛选" }).click();
  const unit = page.getByRole("combobox", { name: "所在区县、街道、社区" });
  await expect(unit).toBeFocused();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(unit).toBeHidden();
});

test("the standards give the focus back to what opened them", async ({ page }) => {
  await openCity(page, "huaibei");
  const pack = page.getByRole("combobox", { name: "地方标准" });
  await choose(page, "地方标准", "管理标准…");
  const dialog = page.getByRole("dialog", { name: "管理标准" });
  await expect(dialog.getByRole("table")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(pack).toBeFocused();
});

test("what is saved is chosen with the arrow keys, and the focus stays with the button", async ({ page }) => {
  await openCity(page, "huaibei");
  const button = page.getByRole("button", { name: "保存" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "保存项目" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "导出数据…" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "小区结果表（CSV，供程序读取）" })).toBeFocused();
  const saved = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(button).toBeFocused();
});

test("a row of choices is one stop for the keyboard", async ({ page }) => {
  await openCity(page, "huaibei");
  const subjects = page.getByRole("radiogroup", { name: "服务对象" });
  await page.getByRole("combobox", { name: "汇总到" }).focus();
  await page.keyboard.press("Tab");
  await expect(subjects.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("Enter leads from a row to what is known of it, and closing that back to the row", async ({ page }) => {
  await openCity(page, "huaibei");
  const grid = page.getByRole("grid");
  const current = () =>
    grid.evaluate((table) => {
      const row = document.getElementById(table.getAttribute("aria-activedescendant") ?? "");
      return row?.getAttribute("aria-rowindex");
    });
  const street = page.getByRole("complementary", { name: "汇总依据" });
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(street).toBeVisible();
  await expect(grid).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(street.getByRole("heading", { level: 2 })).toBeFocused();

  await page.keyboard.press("Escape");
  await expect(street).toBeHidden();
  await expect(grid).toBeFocused();
  expect(await current()).toBe("3");
  await page.keyboard.press("Enter");
  await expect(street.getByRole("heading", { level: 2 })).toBeFocused();
  await tabTo(page, "关闭");
  await page.keyboard.press("Enter");
  await expect(street).toBeHidden();
  await expect(grid).toBeFocused();
  await page.keyboard.press("ArrowDown");
  expect(await current()).toBe("4");
});

test("the focus follows what is looked at, by link and by mouse", async ({ page }) => {
  await openCity(page, "huaibei");
  const street = page.getByRole("complementary", { name: "汇总依据" });
  await rows(page).first().click();
  await street.getByRole("listitem").first().getByRole("button").click();
  const zone = evidence(page);
  await expect(zone.getByRole("heading", { level: 2 })).toBeFocused();
  await zone.locator(".nearest").getByRole("button").first().click();
  const facility = page.getByRole("complementary", { name: "设施" });
  await expect(facility.getByRole("heading", { level: 2 })).toBeFocused();
  // What it came from, the list of streets, is not there any more: the list that is takes its place.
  await facility.getByRole("button", { name: "关闭" }).click();
  await expect(page.getByRole("grid", { name: "设施" })).toBeFocused();

  await openTab(page, "小区");
  await page.getByRole("checkbox", { name: /^选上/ }).nth(1).check();
  await page.getByRole("checkbox", { name: /^选上/ }).nth(2).check();
  const compare = page.getByRole("button", { name: "两两比较" });
  await compare.click();
  await page
    .getByRole("complementary", { name: "两个小区对比" })
    .getByRole("button", { name: "关闭" })
    .click();
  await expect(compare).toBeFocused();
});

test("no button says in English what a number field does", async ({ page }) => {
  await openCity(page, "huaibei");
  await openParameters(page);
  const field = page.getByLabel("绕行系数");
  await expect(field).toBeVisible();
  await expect(page.getByRole("button", { name: /Value/ })).toHaveCount(0);
  const before = Number(await field.inputValue());
  await field.focus();
  await page.keyboard.press("ArrowUp");
  expect(Number(await field.inputValue())).toBeCloseTo(before + 0.1);
});

test.describe("on the map", () => {
  test.use({ map: true });

  test("the map shows that it has the focus", async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem("quan.first-steps", "seen"));
    await openCity(page, "huaibei");
    await page.locator("summary", { hasText: "参数" }).focus();
    await page.keyboard.press("Tab");
    await expect(page.locator(".map-sheet canvas")).toBeFocused();
    const ring = page
      .locator(".map-sheet")
      .evaluate((map) => getComputedStyle(map, "::after").borderTopWidth);
    expect(await ring).toBe("2px");
  });
});
