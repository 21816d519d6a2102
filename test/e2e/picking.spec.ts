import type { Page } from "@playwright/test";
import { evidence, expect, middleOfMap, openCity, openTab, rows, test } from "./planner-page.ts";

const picked = (page: Page) => page.getByRole("region", { name: "已选小区" });
const box = (page: Page, at: number) => rows(page).nth(at).getByRole("checkbox");

test("zones are picked with the mouse, added up, listed alone and let go", async ({ page }) => {
  await openCity(page, "huaibei");
  await openTab(page, "小区");
  await expect(picked(page)).toBeHidden();
  const lacks: number[] = [];
  for (const at of [0, 1, 3]) {
    const cells = await rows(page).nth(at).getByRole("gridcell").allTextContents();
    lacks.push(Number(cells[2]?.replace(/[^\d.]/g, "")));
    await box(page, at).check();
  }
  await expect(picked(page)).toContainText("已选 3 个小区");
  const told = await picked(page).locator("dd").first().textContent();
  // Each of the three is rounded where it is listed, so the sum may be off by as many halves.
  const apart = Number(told?.replace(/（.*/, "").replace(/m²|[^\d.]/g, "")) - lacks.reduce((a, b) => a + b);
  expect(Math.abs(apart)).toBeLessThanOrEqual(2);
  const grid = page.getByRole("grid", { name: "小区" });
  await picked(page).getByRole("button", { name: "只看已选" }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "4");
  await box(page, 0).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "3");
  await picked(page).getByRole("button", { name: "取消选择" }).click();
  await expect(picked(page)).toBeHidden();
  await expect(grid).toHaveAttribute("aria-rowcount", "359");
  await page.getByRole("checkbox", { name: "选上清单中的全部小区" }).check();
  await expect(picked(page)).toContainText("已选 358 个小区");
});

test.describe("without the map", () => {
  test.use({ map: false });

  test("two zones are picked with the keyboard and set side by side", async ({ page }) => {
    await openCity(page, "xuzhou");
    await openTab(page, "小区");
    const grid = page.getByRole("grid", { name: "小区" });
    await grid.focus();
    for (const key of ["ArrowDown", "Space", "ArrowDown", "Space"]) await page.keyboard.press(key);
    await expect(picked(page)).toContainText("已选 2 个小区");
    const names = await rows(page).locator("td:first-child .facts-name").allTextContents();
    await page.keyboard.press("Tab");
    const compare = picked(page).getByRole("button", { name: "两两比较" });
    await compare.focus();
    await page.keyboard.press("Enter");
    const pair = page.getByRole("complementary", { name: "两个小区对比" });
    for (const name of [names[0], names[1]]) {
      await expect(pair.getByRole("columnheader", { name: name ?? "" })).toBeVisible();
    }
    await expect(pair.getByRole("row", { name: /总判定/ }).getByText(/不符合|符合|待研判/)).toHaveCount(2);
    await expect(pair.getByRole("row", { name: /托位/ })).toContainText("应有");
  });
});

test("on the map a click with the control key picks, without it it chooses", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(evidence(page)).toBeVisible();
  const middle = await middleOfMap(page);
  await expect(page.locator("html")).toHaveAttribute("data-map", "drawn");
  await expect(async () => {
    await page.keyboard.down("Control");
    await page.mouse.click(middle.x, middle.y);
    await page.keyboard.up("Control");
    await expect(picked(page)).toContainText("已选 1 个小区", { timeout: 1000 });
  }).toPass();
  await expect(box(page, 0)).toBeChecked();
});

test("two zones that are set side by side are both brought into view", async ({ page }) => {
  await openCity(page, "xuzhou");
  await expect(page.locator("html")).toHaveAttribute("data-map", "drawn");
  const scale = page.locator(".maplibregl-ctrl-scale");
  const whole = (await scale.textContent()) ?? "";
  await openTab(page, "小区");
  const street = (await rows(page).first().locator(".facts-name").first().getAttribute("title")) ?? "?";
  await page.getByPlaceholder("按名称、街道找小区").fill(street);
  await box(page, 0).check();
  await box(page, 1).check();
  await picked(page).getByRole("button", { name: "两两比较" }).click();
  await expect(scale).not.toHaveText(whole);
});
