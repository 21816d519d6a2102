import { evidence, expect, openCity, openTab, rows, test } from "./planner-page.ts";

test("what is chosen in the list is chosen on the map, and the other way round", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  await rows(page).nth(2).click();
  const name = (await rows(page).nth(2).getByRole("gridcell").first().textContent()) ?? "";
  await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name);

  // The map has brought the zone to the middle of what the evidence leaves free.
  const map = await page.getByRole("region", { name: "地图" }).first().boundingBox();
  const middle = { x: ((map?.width ?? 0) - 420) / 2, y: (map?.height ?? 0) / 2 };
  await page.keyboard.press("Escape");
  await expect(evidence(page)).toBeHidden();
  await expect(page.locator("[aria-selected=true]").and(page.getByRole("row"))).toHaveCount(0);
  await expect(async () => {
    await page.locator(".map-sheet canvas").click({ position: middle });
    await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name, { timeout: 500 });
  }).toPass();
  await expect(page.locator("[aria-selected=true]").and(page.getByRole("row"))).toContainText(name);
});

test("the list is worked with the keyboard alone", async ({ page }) => {
  await openCity(page, "huaibei");
  await openTab(page, "小区");
  const grid = page.getByRole("grid");
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  const first = await evidence(page).getByRole("heading", { level: 2 }).textContent();
  await page.keyboard.press("ArrowDown");
  await expect(evidence(page).getByRole("heading", { level: 2 })).not.toHaveText(first ?? "");
  await page.keyboard.press("End");
  const count = Number(await grid.getAttribute("aria-rowcount"));
  await expect(page.locator(`[aria-rowindex="${count}"]`)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(first ?? "");
  await page.keyboard.press("Escape");
  await expect(evidence(page)).toBeHidden();
});

test("evidence leads to the facilities it speaks of", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  await rows(page).first().click();
  const link = evidence(page).locator(".nearest .link").first();
  const name = (await link.textContent()) ?? "";
  await link.click();
  const facility = page.getByRole("complementary", { name: "设施" });
  await expect(facility.getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(page.getByRole("tab", { name: "设施" })).toHaveAttribute("aria-selected", "true");
});

test("a list is searched by name and sorted by what it shows", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  const name = (await rows(page).nth(4).getByRole("gridcell").first().textContent()) ?? "";
  await page.getByRole("searchbox", { name: "按名称、街道找小区" }).fill(name);
  await expect(rows(page).first()).toContainText(name);
  await page.getByRole("searchbox", { name: "按名称、街道找小区" }).fill("没有这样的小区");
  await expect(page.getByText("没有符合的条目")).toBeVisible();
});
