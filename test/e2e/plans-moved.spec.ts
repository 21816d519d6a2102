import type { Page } from "@playwright/test";
import { accept, built, findFor, made, measures, openPlans, site } from "./plan-page.ts";
import { calculated, expect, foldLegend, middleOfMap, test } from "./planner-page.ts";
import { serious } from "./serious.ts";

const held = (page: Page) => page.getByRole("region", { name: "试挪候选点" });

/** What is measured in m² and missing before, and where a site is held. */
async function rooms(of: ReturnType<typeof held>): Promise<readonly (string | undefined)[]> {
  const [, before, now] =
    /养老用房：挪动前还缺 ([\d,.]+).*?现在还缺 ([\d,.]+)/.exec((await of.textContent()) ?? "") ?? [];
  return [before, now];
}

/** What a plan builds chosen, its site in the middle of the map. */
async function chooseBuilt(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  await openPlans(page);
  await findFor(page, "500");
  await foldLegend(page);
  await built(page).locator("td").first().click();
  await expect(site(page).getByRole("heading", { level: 2 })).toBeVisible();
  return middleOfMap(page);
}

test("a chosen site is tried elsewhere by the middle of the map, and put back", async ({ page }) => {
  await openPlans(page);
  await findFor(page, "500");
  await built(page).locator("td").first().click();
  await site(page).getByRole("button", { name: "在图上改位置" }).click();
  await page.locator("canvas").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(site(page)).toContainText(/挪动前还缺 [\d,.]+.*现在还缺 [\d,.]+/);
  await expect(made(page)).toContainText("挪了地点，按新位置重新核算");
  await site(page).getByRole("button", { name: "放回原处" }).click();
  await expect(site(page).getByRole("button", { name: "在图上改位置" })).toBeFocused();
  await expect(made(page)).toContainText("已证明");
});

test("a plan is adopted with a site where it was tried", async ({ page }) => {
  await openPlans(page);
  await findFor(page, "500");
  await built(page).locator("td").first().click();
  await site(page).getByRole("button", { name: "在图上改位置" }).click();
  await page.locator("canvas").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(made(page)).toContainText("挪了地点，按新位置重新核算");
  await expect(page.locator(".plan-progress")).toBeHidden();
  await accept(page).click();
  await calculated(page);
  await page.getByRole("button", { name: "改动记录" }).click();
  await expect(page.getByText(/采用补点方案 · 预算 500\s万元/)).toBeVisible();
});

test("a chosen site is dragged, shading tells what would be, and the map chooses in the list", async ({
  page,
}) => {
  await openPlans(page);
  await findFor(page, "500");
  await foldLegend(page);
  const last = built(page);
  await last.locator("td").first().click();
  await expect(site(page).getByRole("heading", { level: 2 })).toBeVisible();
  await page.getByText("实施后", { exact: true }).click();
  const { x, y } = await middleOfMap(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 30, { steps: 4 });
  await page.mouse.up();
  await expect(site(page)).toContainText(/挪动前还缺 [\d,.]+.*现在还缺 [\d,.]+/);
  await expect(made(page)).toContainText("挪了地点，按新位置重新核算");
  expect(await serious(page)).toEqual([]);

  await site(page).getByRole("button", { name: "关闭" }).click();
  await expect(last).toHaveAttribute("aria-selected", "false");
  await page.mouse.click(x + 60, y + 30);
  await expect(last).toHaveAttribute("aria-selected", "true");
});

test("figures follow a site while it is dragged, and go back with Escape", async ({ page }) => {
  const { x, y } = await chooseBuilt(page);
  const served = site(page).locator(".place-served");
  const before = (await served.textContent()) ?? "";
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y + 60, { steps: 3 });
  await expect(held(page)).toContainText(/挪动前还缺 [\d,.]+.*现在还缺 [\d,.]+.*松手后以最终位置为准/);
  await page.mouse.move(x + 190, y - 200, { steps: 4 });
  // The button is down still, and the map where it was.
  await expect(served).not.toContainText("君悦新城");
  await expect(served).toContainText("秀岭小区");
  await expect(made(page)).toContainText("挪了地点，按新位置重新核算");
  await page.keyboard.press("Escape");
  await expect(held(page)).toBeHidden();
  await expect(served).toHaveText(before);
  await expect(made(page)).toContainText("已证明");
  await page.mouse.up();
  await expect(served).toHaveText(before);

  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 190, y - 200, { steps: 4 });
  await expect(served).toContainText("秀岭小区");
  await page.mouse.up();
  await expect(held(page)).toBeHidden();
  await expect(page.locator(".plan-progress")).toBeHidden();
  await expect(served).toContainText("秀岭小区");
  await expect(site(page)).toContainText(/挪动前还缺 [\d,.]+.*现在还缺 [\d,.]+/);
});

test("a building that is there is not moved: not by the map, nor by keys, and it is said", async ({
  page,
}) => {
  await openPlans(page);
  await findFor(page, "500");
  await foldLegend(page);
  // The map may be on its way still when it is pointed at first.
  const cursorAt = async ({ x, y }: { readonly x: number; readonly y: number }) => {
    await page.mouse.move(x + 1, y);
    await page.mouse.move(x, y);
    return page
      .locator("canvas")
      .first()
      .evaluate((canvas) => canvas.style.cursor);
  };
  await built(page).locator("td").first().click();
  await expect(site(page).getByRole("button", { name: "在图上改位置" })).toBeVisible();
  const there = await middleOfMap(page);
  await expect.poll(() => cursorAt(there)).toBe("move");

  await measures(page).filter({ hasText: "旧办公楼" }).first().locator("td").first().click();
  await expect(site(page)).toContainText("现有房屋，不能移动。");
  await expect(site(page).getByRole("button", { name: "在图上改位置" })).toBeHidden();
  const figures = await made(page).locator(".plan-figures").textContent();
  const { x, y } = await middleOfMap(page);
  await expect.poll(() => cursorAt({ x, y })).toBe("pointer");
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 30, { steps: 4 });
  await expect(held(page)).toBeHidden();
  await page.mouse.up();
  await expect(made(page).locator(".plan-figures")).toHaveText(figures ?? "");
  await expect(made(page)).not.toContainText("挪了地点");
});

test("figures follow the middle of the map while somebody aims with keys, and go back where they give up", async ({
  page,
}) => {
  await chooseBuilt(page);
  const before = await made(page).locator(".plan-figures").textContent();
  await site(page).getByRole("button", { name: "在图上改位置" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("canvas").first().focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  await expect.poll(async () => new Set(await rooms(held(page))).size).toBe(2);
  await page.keyboard.press("Escape");
  await expect(held(page)).toBeHidden();
  await expect(made(page).locator(".plan-figures")).toHaveText(before ?? "");
});
