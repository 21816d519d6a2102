import type { Page } from "@playwright/test";
import { expect, openCity, openTab, test } from "./planner-page.ts";
import { serious } from "./serious.ts";

const part = (page: Page, name: string) => page.getByRole("region", { name });
const tiers = (page: Page) => part(page, "缺少本级设施的单元");

test("an indicator is drawn beside its numbers", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "城市");
  const beds = part(page, "护理型床位占比");
  const chart = beds.getByRole("img", { name: /图：护理型床位占比.*2025\s目标/ });
  await expect(chart).toBeVisible();
  const years = await beds.locator(".indicator-years").textContent();
  for (const drawn of await chart.locator("text:not(.chart-year)").allTextContents()) {
    const said = `${years}${await beds.locator(".indicator-found").textContent()}`;
    expect(said).toContain(drawn);
  }
  // One year alone is told by the bar.
  await expect(part(page, "每千名老人床位（正文）").getByRole("img", { name: /^图/ })).toHaveCount(0);
});

test("a target of the city is set beside the standards of estates, with the numbers of this city", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await openTab(page, "城市");
  const table = part(page, "为什么全市目标与小区标准不同").getByRole("table");
  await expect(table.getByRole("row", { name: /^全市目标/ })).toContainText("每 1,000 人 4.5 个");
  const fresh = table.getByRole("row", { name: /^小区标准（新建）/ });
  await expect(fresh).toContainText("每 1,000 人 10 个");
  const said = (await fresh.textContent()) ?? "";
  const [must, city] = [/应有 ([\d,]+)/, /照全市目标为 ([\d,]+)/].map((at) =>
    Number(said.match(at)?.[1]?.replaceAll(",", "")),
  );
  // 4.5 of 10 for the same people; both are shown rounded up
  expect(Math.abs((city ?? 0) - (must ?? 0) * 0.45)).toBeLessThan(1.5);
});

test("units that lack the facility of their tier are gone to, and marked on the map", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "城市");
  const street = tiers(page).getByRole("listitem").filter({ hasText: "每街道综合养老服务中心" }).first();
  await street.locator("summary").press("Enter");
  const unit = street.locator(".city-units").getByRole("button").first();
  const name = (await unit.textContent()) ?? "";
  await unit.press("Enter");
  const drawer = page.getByRole("complementary", { name: "汇总依据" });
  await expect(drawer.getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(unit).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("tab", { name: "城市" })).toHaveAttribute("aria-selected", "true");
  await drawer.getByRole("button", { name: "关闭" }).click();

  const map = page.locator(".map-sheet canvas").first();
  const picture = async () => (await map.screenshot()).toString("base64");
  let before = "";
  await expect
    .poll(async () => {
      const last = before;
      before = await picture();
      return last === before;
    })
    .toBe(true);
  const marking = tiers(page).getByRole("checkbox", { name: "在图上标出：每街道综合养老服务中心" });
  await marking.press("Space");
  await expect.poll(picture).not.toBe(before);
  const marked = await picture();
  await marking.press("Space");
  await expect(marking).not.toBeChecked();
  await expect.poll(picture).not.toBe(marked);
  await marking.check();
  expect(await serious(page)).toEqual([]);
  await openTab(page, "设施");
  await expect.poll(picture).toBe(before);
});
