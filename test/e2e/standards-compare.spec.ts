import type { Page } from "@playwright/test";
import { calculated, choose, expect, headline, openCity, resultNumber, test } from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const dialog = (page: Page) => page.getByRole("dialog");
const rules = (page: Page) => dialog(page).getByRole("table", { name: "条文对照" });
const row = (page: Page, left: string, right: string) =>
  rules(page).getByRole("row").filter({ hasText: left }).filter({ hasText: right });

async function compareWith(page: Page, other: string): Promise<void> {
  await choose(page, "地方标准", "管理标准…");
  await expect(dialog(page)).toBeVisible();
  await choose(page, "与另一份对照", other);
  await expect(rules(page)).toBeVisible();
}

test("two standards are read side by side: alike, different, and of one side only", async ({ page }) => {
  await openCity(page, "xuzhou");
  await compareWith(page, "淮北");
  const rooms = row(page, "新建：居家养老服务用房", "新建：社区养老设施");
  await expect(rooms).toContainText("每 100 户不少于 20 m²");
  await expect(rooms).toContainText("每 100 户不少于 30 m²");
  await expect(rooms).toContainText("数值不同");
  const slots = rules(page).locator(".compared-same");
  await expect(slots.first()).toContainText("相同");
  await expect(row(page, "每街道综合养老服务中心", "没有这一条")).toContainText("只有一方有");
  const all = await rules(page).getByRole("row").count();
  const same = await slots.count();
  expect(same).toBeGreaterThan(0);
  await dialog(page).getByRole("checkbox", { name: "只看不同" }).check();
  await expect(slots).toHaveCount(0);
  expect(await rules(page).getByRole("row").count()).toBeLessThanOrEqual(all - same);
  expect(await serious(page)).toEqual([]);
});

test("both standards are worked out on the city and set side by side, and the one in use stays", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  const [number, before] = [await resultNumber(page), (await headline(page).textContent()) ?? ""];
  await compareWith(page, "淮北");
  const trial = dialog(page).getByRole("region", { name: "在本市对照测算" });
  await trial.getByRole("button").press("Enter");
  const missing = trial.getByRole("row", { name: /^养老用房缺/ });
  await expect(missing).toContainText("m²");
  // The first side is the standards in use: what they lack is what the page says on top.
  const lacking = (await missing.getByRole("cell").first().textContent()) ?? "?";
  expect(before).toContain(lacking.trim());
  await expect(missing.getByRole("cell").nth(1)).not.toHaveText(lacking);
  await expect(trial.getByRole("status")).toContainText(/[1-9]\d*\s个小区的判定因标准而异/);
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByText(number)).toBeVisible();
  await expect(headline(page)).toHaveText(before);
});

test("what was worked out is not shown any more once one of the two has been edited", async ({ page }) => {
  await openCity(page, "xuzhou");
  await choose(page, "地方标准", "管理标准…");
  await dialog(page).getByRole("button", { name: "复制为本地标准" }).click();
  await dialog(page).getByRole("textbox", { name: "录入人", exact: true }).fill("王工");
  await dialog(page).getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog(page)).toContainText("已保存。");
  await choose(page, "与另一份对照", "徐州");
  const trial = dialog(page).getByRole("region", { name: "在本市对照测算" });
  const missing = trial.getByRole("row", { name: /^养老用房缺/ }).getByRole("cell");
  await trial.getByRole("button").click();
  await expect(missing.nth(1)).toHaveText((await missing.first().textContent()) ?? "?");

  await dialog(page).getByRole("button", { name: "编辑" }).click();
  const rule = dialog(page).getByRole("group", { name: "老旧小区：社区居家养老设施" });
  await rule.getByRole("textbox", { name: "应有" }).fill("40");
  await dialog(page).getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog(page)).toContainText("已保存。");
  await choose(page, "与另一份对照", "徐州");
  await expect(missing).toHaveCount(0);
  await trial.getByRole("button").click();
  await expect(missing.nth(1)).not.toHaveText((await missing.first().textContent()) ?? "?");
});

test("the other standards are used on the city, which says what changed, and taken back", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  const [number, before] = [await resultNumber(page), (await headline(page).textContent()) ?? ""];
  await compareWith(page, "淮北");
  const trial = dialog(page).getByRole("button", { name: "采用这份：淮北" });
  await trial.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await calculated(page);
  await expect(headline(page)).not.toHaveText(before);
  await expect(page.getByText("借用标准").first()).toBeVisible();
  await expect(page.locator(".change-note")).toContainText("地方标准");
  await page.getByRole("button", { name: "撤销" }).first().click();
  await expect(page.getByText(number)).toBeVisible();
  await expect(headline(page)).toHaveText(before);
});
