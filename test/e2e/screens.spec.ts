import type { Page } from "@playwright/test";
import {
  bring,
  calculated,
  choose,
  columns,
  evidence,
  expect,
  openCity,
  openParameters,
  openTab,
  report,
  rows,
  takeIn,
  test,
} from "./planner-page.ts";

/**
 * The main states as they are to look, in `test/golden/screens`. A difference is looked at, and where it is meant the
 * pictures are taken anew with `--update-snapshots`. Letters and edges may fall a little otherwise on another machine.
 */
const looks = (page: Page, name: string): Promise<void> =>
  expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.003 });

test.use({ viewport: { width: 1280, height: 800 } });
test.beforeEach(({ page }) => page.addInitScript(() => localStorage.setItem("quan.first-steps", "seen")));

for (const scheme of ["light", "dark"]) {
  test(`the way through looks as it did, ${scheme}`, async ({ page }) => {
    await openCity(page, "xuzhou", `&scheme=${scheme}`);
    await looks(page, `streets-${scheme}`);
    // By its name: the middle of a row may lie beyond the edge of the list.
    await rows(page).first().locator("td").first().click();
    const street = page.getByRole("complementary", { name: "汇总依据" });
    await expect(street).toBeVisible();
    await page.mouse.move(0, 0);
    await looks(page, `street-${scheme}`);
    await street.getByRole("listitem").first().getByRole("button").click();
    await expect(evidence(page).locator(".clause").first()).toBeVisible();
    await expect(evidence(page).getByText(/步速/).nth(1)).toBeVisible();
    await page.mouse.move(0, 0);
    await looks(page, `zone-${scheme}`);
    await evidence(page).getByRole("button", { name: "关闭" }).click();
    await openTab(page, "城市");
    await expect(page.locator(".city")).toHaveAttribute("aria-busy", "false");
    await expect(page.getByText("正在沿路网核对…")).toBeHidden();
    await page.mouse.move(0, 0);
    await looks(page, `city-${scheme}`);
  });

  test(`the ground within a walk looks as it did, ${scheme}`, async ({ page }) => {
    await openCity(page, "xuzhou", `&scheme=${scheme}`);
    await page.getByText("判定", { exact: true }).click();
    await page.getByLabel("养老：步行 800 m 以内").check();
    await page.mouse.move(0, 0);
    await looks(page, `walks-${scheme}`);
  });

  test(`a change, a refused import and an empty page look as they did, ${scheme}`, async ({ page }) => {
    await openCity(page, "huaibei", `&scheme=${scheme}`);
    await openParameters(page);
    await choose(page, "供需分配", "可达共享");
    await expect(page.getByRole("region", { name: "这次改动" })).toContainText("m²");
    await openParameters(page);
    await page.getByText("EN", { exact: true }).click();
    await page.mouse.move(0, 0);
    await looks(page, `change-en-${scheme}`);
    await page.getByText("中", { exact: true }).click();
    await bring(page, [{ name: "f.csv", text: "名称,性质,养老面积\n甲养老站,社区居家养老服务中心,三百\n" }]);
    await expect(columns(page).getByRole("alert")).toBeVisible();
    await looks(page, `columns-${scheme}`);
    await takeIn(page);
    await expect(report(page)).toBeVisible();
    await looks(page, `refused-${scheme}`);
    await page.goto(`/?city=own&scheme=${scheme}`);
    await expect(page.getByRole("button", { name: "选择文件" })).toBeVisible();
    await looks(page, `empty-${scheme}`);
  });

  test(`lists, a pair of zones and standards look as they did, ${scheme}`, async ({ page }) => {
    await openCity(page, "huaibei", `&scheme=${scheme}`);
    await openTab(page, "小区");
    for (const at of [0, 1]) await rows(page).nth(at).getByRole("checkbox").check();
    await page.mouse.move(0, 0);
    await looks(page, `zones-${scheme}`);
    await page.getByRole("button", { name: "两两比较" }).click();
    await expect(page.getByRole("complementary", { name: "两个小区对比" })).toBeVisible();
    await page.mouse.move(0, 0);
    await looks(page, `pair-${scheme}`);
    await page.keyboard.press("Escape");
    await choose(page, "地方标准", "管理标准…");
    await expect(page.getByRole("dialog").getByRole("navigation")).toBeVisible();
    await page.mouse.move(0, 0);
    await looks(page, `standards-${scheme}`);
  });

  test(`片区 look as they did, ${scheme}`, async ({ page }) => {
    await openCity(page, "xuzhou", `&scheme=${scheme}`);
    await openTab(page, "片区");
    await expect(rows(page).first()).toContainText("片区 1");
    await calculated(page);
    await rows(page).nth(2).click();
    await expect(
      page.getByRole("complementary", { name: "片区依据" }).locator(".area-sentence"),
    ).toBeVisible();
    await page.mouse.move(0, 0);
    await looks(page, `areas-${scheme}`);
  });

  test(`a phone looks as it did, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openCity(page, "huaibei", `&scheme=${scheme}`);
    await looks(page, `phone-${scheme}`);
  });
}
