import type { Page } from "@playwright/test";
import { accept, findFor, made, measures, openPlans, openQuestion } from "./plan-page.ts";
import { calculated, expect, openParameters, test } from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const conflicts = (page: Page) => page.getByRole("region", { name: /^依据变了的措施/ });
const undo = (page: Page) => page.getByRole("button", { name: "撤销" });

/** A plan for a budget, of which the first measure is at a facility that is then closed; what it is called. */
async function closeFirst(page: Page): Promise<string> {
  await openPlans(page);
  await findFor(page, "500");
  const name = (await measures(page).first().locator(".facts-aside").textContent()) ?? "";
  await measures(page).first().locator("td").first().click();
  const facility = page.getByRole("complementary", { name: "设施" });
  await expect(facility.getByRole("heading", { level: 2 })).toHaveText(name);
  await facility.getByRole("button", { name: "停用" }).click();
  await calculated(page);
  return name;
}

test("a plan is taken over onto what was edited since: what can only be left out is, and the rest is adopted and taken back", async ({
  page,
}) => {
  const name = await closeFirst(page);
  await expect(conflicts(page)).toContainText(name);
  await expect(conflicts(page)).toContainText(/求方案时建成 .*现在状态是“已停用”/);
  await expect(conflicts(page)).toContainText("只能不做：已从方案里去掉，不用再定。");
  await expect(conflicts(page).getByRole("radio")).toHaveCount(0);
  await expect(conflicts(page).locator(".plan-number")).toHaveCount(0);
  await expect(made(page)).toContainText("没有重新比选，是否最好没有证明");
  await expect(made(page)).toContainText("有 1 项措施现在做不了，已从方案里去掉");
  await expect(made(page)).not.toContainText("已证明");
  await expect(measures(page).filter({ hasText: name })).toHaveCount(0);
  const left = await measures(page).count();
  expect(await serious(page)).toEqual([]);

  await expect(accept(page)).toBeEnabled();
  await accept(page).click();
  await calculated(page);
  await expect(made(page)).toContainText(`有 ${left} 项已在资料里`);
  await expect(accept(page)).toBeHidden();

  await undo(page).click();
  await calculated(page);
  await expect(accept(page)).toBeEnabled();
  await expect(conflicts(page)).toContainText("只能不做");
  await expect(measures(page)).toHaveCount(left);
  await undo(page).click();
  await calculated(page);
  await expect(conflicts(page)).toBeHidden();
  await expect(made(page)).toContainText("已证明：这些钱补不了更多。");
  await expect(measures(page)).toHaveCount(left + 1);
});

test("a measure that is done as it now is stands once it is adopted, and is nothing to decide any more", async ({
  page,
}) => {
  await openPlans(page, "sucheng");
  await findFor(page, "500");
  const number = await measures(page).count();
  const moved = measures(page).filter({ hasText: "移交" }).first();
  const name = (await moved.locator(".facts-aside").textContent()) ?? "";
  await moved.locator("td").first().click();
  const facility = page.getByRole("complementary", { name: "设施" });
  await expect(facility.getByRole("heading", { level: 2 })).toHaveText(name);
  const lat = facility.getByRole("spinbutton", { name: "纬度" });
  await lat.fill(`${Number(await lat.inputValue()) + 0.004}`);
  await lat.press("Tab");
  await facility.getByRole("button", { name: "移到此处" }).click();
  await calculated(page);
  // Undecided it is not in the list, and has no number of another.
  await expect(conflicts(page)).toContainText(name);
  await expect(accept(page)).toBeDisabled();
  await expect(conflicts(page).locator(".plan-number")).toHaveCount(0);
  await conflicts(page).getByRole("radio", { name: "按现在的做" }).check();
  await expect(accept(page)).toBeEnabled();
  const inList = await measures(page).filter({ hasText: name }).locator(".plan-number").textContent();
  await expect(conflicts(page).locator(".plan-number")).toHaveText(inList ?? "");
  await accept(page).click();
  await calculated(page);
  await expect(made(page)).toContainText(`有 ${number} 项已在资料里`);
  await expect(made(page)).toContainText("方案的措施都已在资料里。");
  await expect(conflicts(page)).toBeHidden();

  await undo(page).click();
  await calculated(page);
  await expect(conflicts(page).getByRole("radio", { name: "按现在的做" })).toBeChecked();
  await expect(accept(page)).toBeEnabled();

  await undo(page).click();
  await calculated(page);
  await expect(conflicts(page)).toBeHidden();
  await expect(made(page)).toContainText("已证明");
  // What was decided comes back with the state that it was decided in.
  await page.getByRole("button", { name: "重做" }).click();
  await calculated(page);
  await expect(conflicts(page).getByRole("radio", { name: "按现在的做" })).toBeChecked();
  await expect(accept(page)).toBeEnabled();
});

test("a plan is not taken over where that is called off, until somebody asks; and it can be looked for again", async ({
  page,
}) => {
  await closeFirst(page);
  await page.getByRole("button", { name: "取消" }).click();
  await expect(made(page)).toHaveClass(/stale/);
  await expect(made(page)).toContainText("这是改之前的方案");
  await expect(accept(page)).toBeDisabled();
  await made(page).getByRole("button", { name: "按现在的资料核算" }).click();
  await expect(conflicts(page)).toBeVisible();
  await page.getByRole("button", { name: "按现在的资料重新求" }).click();
  await expect(made(page)).toContainText("已证明：这些钱补不了更多。");
  await expect(conflicts(page)).toBeHidden();
});

test("kept plans are taken over too, and compared as they stand", async ({ page }) => {
  await openPlans(page);
  for (const budget of ["300", "500"]) {
    await findFor(page, budget);
    await page.getByRole("button", { name: "留作比较" }).click();
  }
  await openParameters(page);
  await page.getByLabel(/绕行/).fill("1.2");
  await page.getByLabel(/绕行/).press("Tab");
  const kept = page.getByRole("region", { name: "留作比较的方案" }).getByRole("listitem");
  await expect(kept).toHaveCount(2);
  await expect(kept.locator(".stale")).toHaveCount(2);
  await expect(kept.locator(".stale")).toHaveCount(0);
  await page.getByRole("button", { name: "并排比较（2）" }).click();
  const dialog = page.getByRole("dialog", { name: "方案比较" });
  await expect(dialog).toContainText("已按现在的资料重新核算");
  await expect(dialog.getByRole("columnheader", { name: /^方案 [12]/ }).first()).toBeVisible();
  expect(await serious(page)).toEqual([]);
});

test("a plan that is to be good under doubt is held against the cases anew, and claims no proof", async ({
  page,
}) => {
  await openPlans(page);
  await openQuestion(page);
  await page.getByRole("combobox", { name: "资料和走法不确定时" }).click();
  await page.getByTitle("最坏情形也尽量好").click();
  await findFor(page, "100");
  const cases = page.getByRole("region", { name: "各种情形下还缺多少" }).locator("tbody tr");
  const names = await cases.locator("th").allTextContents();
  await openParameters(page);
  await page.getByLabel(/绕行/).fill("1.2");
  await page.getByLabel(/绕行/).press("Tab");
  await calculated(page);
  await expect(made(page)).toContainText("没有重新比选，是否最好没有证明");
  await expect(made(page)).not.toContainText("已证明");
  // Which loss is the worst may be another one by then.
  await expect(cases).toHaveCount(names.length);
  expect((await cases.locator("th").allTextContents()).slice(0, 6)).toEqual(names.slice(0, 6));
  const figures = (await made(page).locator(".plan-figures").textContent()) ?? "";
  const given = (await cases.first().locator("td").first().textContent()) ?? "";
  expect(figures.replace(/\s*m²/g, "").replace(/\s+/g, " ")).toContain(given.replace(/\s+/g, " "));
});
