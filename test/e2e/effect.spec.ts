import type { Locator, Page } from "@playwright/test";
import { calculated, choose, expect, openCity, openParameters, openTab, rows, test } from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

/** A demo city under the fair allocation, and one of its facilities that is full. */
async function openFull(page: Page): Promise<void> {
  await openCity(page, "huaibei");
  await openParameters(page);
  await choose(page, "供需分配", "均衡分配");
  await calculated(page);
  await openTab(page, "设施");
  await page.getByRole("searchbox").fill("文亭社区居家养老服务中心");
  await rows(page).first().click();
  await page.getByRole("searchbox").fill("");
}

const facility = (page: Page): Locator => page.getByRole("complementary", { name: "设施" });
const effect = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });
const areasLack = /(\d[\d,]*) 个片区的 ([\d,]+)\s*m² 无论如何分配都补不上/;

/** What 片区 lack before and after, and what zones lose or gain, as the sentence tells. */
async function told(panel: Locator): Promise<{ changed: number; before: string; after: string }> {
  const sentence = panel.getByText(/个小区(?:少|多)得/);
  await expect(sentence).toBeVisible();
  const said = (await sentence.textContent()) ?? "";
  const found = /得 ([\d,.]+)\s*m²；片区缺口由 ([\d,]+)\s*m² [升降]至 ([\d,]+)\s*m²/.exec(said);
  const [, changed = "", before = "", after = ""] = found ?? [said];
  return { changed: Number(changed.replaceAll(",", "")), before, after };
}

const lacking = async (page: Page) =>
  areasLack.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[2];

test("closing a full facility tells whom it hurts before it is done, and so it is afterwards", async ({
  page,
}) => {
  await openFull(page);
  await expect(facility(page)).toContainText(/满载：再增 100\s*m²，可多满足/);
  const panel = effect(page, "停用对周边的影响");
  await panel.getByRole("button", { name: "先算影响" }).click();
  const closing = await told(panel);
  expect(closing.changed).toBeGreaterThan(0);
  expect(closing.before).toBe(await lacking(page));
  expect(await serious(page)).toEqual([]);

  // Nothing is done yet; then it is, and taking it back is the other way about.
  await facility(page).getByRole("button", { name: "停用" }).click();
  await calculated(page);
  expect(await lacking(page)).toBe(closing.after);
  const reopened = effect(page, "恢复对周边的影响");
  await reopened.getByRole("button", { name: "先算影响" }).click();
  expect(await told(reopened)).toEqual({
    ...{ changed: closing.changed, before: closing.after, after: closing.before },
  });
});

test("what is typed over an area tells its effect above the button that saves it", async ({ page }) => {
  await openFull(page);
  await facility(page).getByRole("button", { name: "编辑" }).click();
  const form = page.getByRole("form", { name: "编辑设施" });
  await expect(effect(page, "对周边的影响")).toBeHidden();
  await form.getByLabel("养老面积").fill("214");
  const panel = effect(page, "对周边的影响");
  await panel.getByRole("button", { name: "先算影响" }).click();
  const smaller = await told(panel);
  expect(smaller.changed).toBe(100);
  // Another number is another question.
  await form.getByLabel("养老面积").fill("约214");
  await expect(panel.getByText(/个小区少得/)).toBeHidden();
  await panel.getByRole("button", { name: "先算影响" }).click();
  await expect(panel).toContainText("现在还算不了：“约214”是估计的数");
  await form.getByLabel("养老面积").fill("214");
  await form.getByRole("button", { name: "保存" }).click();
  await calculated(page);
  expect(await lacking(page)).toBe(smaller.after);
});

test("a 片区 tells how few of its zones must stay short", async ({ page }) => {
  await openCity(page, "huaibei", "#tab=areas");
  await page.getByRole("button", { name: "改用均衡分配" }).click();
  await page.getByRole("columnheader", { name: "小区" }).getByRole("button").click();
  await rows(page).first().click();
  const drawer = page.getByRole("complementary", { name: "片区依据" });
  const fewest = drawer.getByText(/无论如何分配，至少有 \d+ 个小区不足/);
  await expect(fewest).toBeVisible();
  const numberIn = async (of: Locator, pattern: RegExp) =>
    Number(pattern.exec((await of.textContent()) ?? "")?.[1]);
  const zones = await numberIn(drawer.locator(".area-sentence"), /：(\d+) 个小区/);
  const short = await numberIn(fewest, /至少有 (\d+) 个小区/);
  expect(zones).toBeGreaterThan(1);
  expect(short).toBeGreaterThan(0);
  expect(short).toBeLessThanOrEqual(zones);
});
