import type { Locator } from "@playwright/test";
import { effect, facility, lacking, openFull, told } from "./effect-told.ts";
import { calculated, choose, expect, headline, openCity, openTab, rows, test } from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

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

test("closing a facility of unknown area tells what becomes certain, though nobody gets more or less", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await openTab(page, "设施");
  await page.getByRole("searchbox").fill("永洲社区居家养老服务中心");
  await rows(page).first().click();
  await page.getByRole("searchbox").fill("");
  const panel = effect(page, "停用对周边的影响");
  await panel.getByRole("button", { name: "先算影响" }).click();
  const sentence = panel.getByText("各小区得到的都不变；");
  await expect(sentence).toContainText(
    /片区缺口仍为 [\d,]+\sm²，其中确定缺的由 [\d,]+\sm² 升至 [\d,]+\sm²。/,
  );
  const numbers = ((await sentence.textContent()) ?? "").match(/[\d,]+(?=\s*m²)/g);
  const [, before, after] = numbers ?? [];
  expect(before).toBe(await lacking(page));
  await expect(panel).toContainText(/君悦新城原来算不出，改后算得出：缺 153\sm²。/);
  await expect(panel.locator(".turned").getByRole("listitem")).toHaveText([/养老待补资料→不符合君悦新城/]);
  const inAll = panel.getByText("全部小区缺口由");
  const [was, , is] = ((await inAll.textContent()) ?? "").match(/[\d,.]+(?=\s*m²)/g) ?? [];
  const missing = async () => /养老用房缺 ([\d,]+)/.exec((await headline(page).textContent()) ?? "")?.[1];
  expect(was).toBe(await missing());
  expect(await serious(page)).toEqual([]);

  await facility(page).getByRole("button", { name: "停用" }).click();
  await calculated(page);
  expect(await lacking(page)).toBe(after);
  expect(await missing()).toBe(is);
  await expect(page.getByRole("region", { name: "这次改动" })).toContainText("1 个小区判定改变");
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

test("zones that an edit leaves in doubt are named", async ({ page }) => {
  await openFull(page);
  await facility(page).getByRole("button", { name: "编辑" }).click();
  await page.getByRole("form", { name: "编辑设施" }).getByLabel("养老面积").fill("");
  const panel = effect(page, "对周边的影响");
  await panel.getByRole("button", { name: "先算影响" }).click();
  const doubt = panel.getByText("会判不了");
  await expect(doubt).toContainText(/^[^、]+、[^、]+、[^、]+等 \d+\s个小区会判不了：/);
  const [first = ""] = ((await doubt.textContent()) ?? "").split("、");
  await page.keyboard.press("Escape");
  await openTab(page, "小区");
  await page.getByRole("searchbox").fill(first);
  await expect(rows(page).filter({ hasText: first })).not.toHaveCount(0);
});

test("a place that is typed tells its effect before the facility is moved there", async ({ page }) => {
  await openFull(page);
  const lat = facility(page).getByRole("spinbutton", { name: "纬度" });
  const panel = effect(page, "移到此处对周边的影响");
  await expect(panel).toBeHidden();
  await lat.fill((Number(await lat.inputValue()) + 0.003).toFixed(6));
  await panel.getByRole("button", { name: "先算影响" }).click();
  const moved = await told(panel);
  expect(moved.before).toBe(await lacking(page));
  await facility(page).getByRole("button", { name: "移到此处" }).click();
  await calculated(page);
  await expect(panel).toBeHidden();
  expect(await lacking(page)).toBe(moved.after);
});

test("a new facility that is only planned serves nobody yet, and the reason is said", async ({ page }) => {
  await openFull(page);
  const [lng = "", lat = ""] = await Promise.all(
    ["经度", "纬度"].map((name) => facility(page).getByRole("spinbutton", { name }).inputValue()),
  );
  await page.getByRole("button", { name: "新增设施" }).click();
  const form = page.getByRole("form", { name: "新增设施" });
  await form.getByLabel("养老面积").fill("300");
  await form.getByLabel("经度").fill(lng);
  await form.getByLabel("纬度").fill(lat);
  await form.getByLabel("类别").focus();
  await page.keyboard.type("助餐");
  await page.keyboard.press("Enter");
  const panel = effect(page, "对周边的影响");
  const status = async (name: string) => {
    await choose(page, "状态", name);
    await panel.getByRole("button", { name: "先算影响" }).click();
  };
  await status("规划");
  await expect(panel).toContainText("各小区得到的都不变");
  await expect(panel).toContainText("这处设施的状态是“规划”，对现有小区只计已建成的设施");
  await status("已建成");
  await expect(panel).toContainText(/个小区多得/);
  await expect(panel).not.toContainText("原因");
});

test("one value for many rows tells its effect before it is set", async ({ page }) => {
  await openFull(page);
  const before = await lacking(page);
  await page.getByRole("button", { name: "编辑表格" }).click();
  await page.getByRole("button", { name: "批量改" }).click();
  const bulk = page.getByRole("dialog", { name: "批量改" });
  await bulk.getByRole("radio", { name: /全部/ }).check();
  await choose(page, "列", "养老面积");
  await bulk.getByRole("textbox", { name: "改成" }).fill("10");
  const panel = effect(page, "对周边的影响");
  await panel.getByRole("button", { name: "先算影响" }).click();
  const set = await told(panel);
  expect(set.before).toBe(before);
  expect(await serious(page)).toEqual([]);
});

test("a 片区 tells how few of its zones must stay short", async ({ page }) => {
  await openCity(page, "huaibei", "#tab=areas");
  await page.getByRole("columnheader", { name: "小区" }).getByRole("button").click();
  await rows(page).first().click();
  const drawer = page.getByRole("complementary", { name: "片区依据" });
  const fewest = drawer.getByText(/无论如何分配，至少有 \d+\s个小区不足/);
  await expect(fewest).toBeVisible();
  const numberIn = async (of: Locator, pattern: RegExp) =>
    Number(pattern.exec((await of.textContent()) ?? "")?.[1]);
  const zones = await numberIn(drawer.locator(".area-sentence"), /：(\d+)\s个小区/);
  const short = await numberIn(fewest, /至少有 (\d+)\s个小区/);
  expect(zones).toBeGreaterThan(1);
  expect(short).toBeGreaterThan(0);
  expect(short).toBeLessThanOrEqual(zones);
});
