import type { Page } from "@playwright/test";
import { expect, openCity, openTab, test } from "./planner-page.ts";

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
  await expect(page.locator(".ant-select-dropdown:visible")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".ant-select-dropdown:visible")).toBeHidden();
  await expect(verdict).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(verdict).toBeHidden();
  await expect(filters).toBeFocused();

  const columns = page.getByRole("button", { name: "列、复制与导出" });
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
