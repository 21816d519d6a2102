import { evidence, expect, middleOfMap, openCity, openTab, rows, test } from "./planner-page.ts";

test.use({ map: false });

test.describe("with the map", () => {
  test.use({ map: true });

  test("what is chosen in the list is chosen on the map, and the other way round", async ({ page }) => {
    await openCity(page, "xuzhou");
    await openTab(page, "小区");
    await rows(page).nth(2).click();
    const name = (await rows(page).nth(2).getByRole("gridcell").first().textContent()) ?? "";
    await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name);

    // The map has brought the zone to the middle of what the evidence leaves free.
    const middle = await middleOfMap(page);
    await page.keyboard.press("Escape");
    await expect(evidence(page)).toBeHidden();
    await expect(page.locator("[aria-selected=true]").and(page.getByRole("row"))).toHaveCount(0);
    await expect(async () => {
      await page.mouse.click(middle.x, middle.y);
      await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name, { timeout: 500 });
    }).toPass();
    await expect(page.locator("[aria-selected=true]").and(page.getByRole("row"))).toContainText(name);
  });
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

test("facilities of one kind are listed alone, and one tells whom it serves", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "设施");
  const all = Number(await page.getByRole("grid").getAttribute("aria-rowcount"));
  await page.getByRole("combobox", { name: "设施类型" }).click();
  const option = page
    .locator(".ant-select-dropdown:visible .ant-select-item-option")
    .filter({ hasNotText: "没有坐标" })
    .first();
  const count = Number(/\d+$/.exec((await option.textContent()) ?? "")?.[0]);
  await option.click();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", `${count + 1}`);
  expect(count + 1).toBeLessThan(all);
  await page.getByRole("columnheader", { name: "可达小区" }).getByRole("button").click();
  await rows(page).first().click();
  const served = page.getByRole("region", { name: "服务哪些小区" });
  await expect(served.getByRole("group").or(served.getByRole("listitem")).first()).toBeVisible();
  if ((await served.locator("details").count()) > 0) await served.locator("summary").click();
  const zone = served.getByRole("listitem").getByRole("button").first();
  const name = (await zone.textContent()) ?? "";
  await zone.click();
  await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name);
});

test("one Escape closes one layer", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(evidence(page)).toBeVisible();
  await page.getByRole("button", { name: /^数据提示/ }).click();
  const remarks = page.getByRole("dialog", { name: "数据提示" });
  await expect(remarks).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(remarks).toBeHidden();
  await expect(evidence(page)).toBeVisible();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("menuitem", { name: "保存项目" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitem", { name: "保存项目" })).toBeHidden();
  await expect(evidence(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(evidence(page)).toBeHidden();
});

test("clauses judged together are named in words", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  const grid = page.getByRole("grid");
  await grid.focus();
  const together = evidence(page).getByText("规定的是同一事项");
  for (let tries = 0; tries < 60 && (await together.count()) === 0; tries++) {
    await page.keyboard.press("ArrowDown");
    await expect(evidence(page).locator(".evidence")).toBeVisible();
  }
  await expect(together).toContainText(/“.*”与“.*”规定的是同一事项，合并判定为“.*”/);
  await expect(together).not.toContainText(/[A-Z]{2}-/);
});

test("no column of the facility list is cut at the edge of the panel", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openCity(page, "huaibei");
  await openTab(page, "设施");
  const edge = await page.locator(".facts").evaluate((list) => list.getBoundingClientRect().right);
  const heads = page.getByRole("columnheader");
  const cut = await heads.evaluateAll((cells, right) => {
    const ranges = cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect();
    });
    return ranges.filter((range) => range.left < right && range.right > right + 1).length;
  }, edge);
  expect(cut).toBe(0);
});
