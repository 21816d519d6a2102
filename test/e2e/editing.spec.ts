import type { Page } from "@playwright/test";
import {
  calculated,
  choose,
  drop,
  evidence,
  expect,
  headline,
  ONE_ZONE,
  openCity,
  openTab,
  rows,
  showMap,
  test,
  withoutWebgl,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const FACILITIES = [
  "id,name,kind,status,elderly_m2,zone,lon,lat,phone",
  "f1,东园养老站,E_ESTATE_STATION,built,60,z1,117.200,34.260,0516-1",
  "f2,东园助餐点,E_MEAL,planned,40,,117.201,34.261,",
].join("\n");

/** A zone of 800 households with 60 m² of its own. */
async function openOwn(page: Page): Promise<void> {
  await openCity(page, "huaibei");
  await drop(page, [
    { name: "zones.csv", text: ONE_ZONE },
    { name: "facilities.csv", text: FACILITIES },
  ]);
  await showMap(page);
}

const facility = (page: Page) => page.getByRole("complementary", { name: "设施" });
const form = (page: Page) => page.getByRole("form", { name: /编辑设施|新增设施/ });
const note = (page: Page) => page.getByRole("region", { name: "这次改动" });

async function openRow(page: Page, tab: string, name: string): Promise<void> {
  await openTab(page, tab);
  await rows(page).filter({ hasText: name }).click();
}

test("an area is changed and the zone has more; what is wrong is said beside its field", async ({ page }) => {
  await openOwn(page);
  await openRow(page, "小区", "东园");
  await expect(evidence(page)).toContainText("60");
  await openRow(page, "设施", "东园养老站");
  await facility(page).getByRole("button", { name: "编辑" }).click();
  await expect(form(page).getByLabel("名称")).toBeFocused();
  const area = form(page).getByLabel("养老面积");
  await expect(area).toHaveValue("60");

  await area.fill("约90");
  await form(page).getByLabel("床位", { exact: true }).fill("-2");
  await form(page).getByRole("button", { name: "保存" }).click();
  await expect(area).toHaveAccessibleDescription("“约90”是估计的数，不能据以判定。填写核实过的数。");
  await expect(form(page).getByLabel("床位", { exact: true })).toHaveAccessibleDescription(
    /−2\s不在 0\s到 .*之间/,
  );
  await expect(area).toBeFocused();
  await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();

  await area.fill("9,0");
  await form(page).getByLabel("床位", { exact: true }).fill("");
  await form(page).getByRole("button", { name: "保存" }).click();
  await expect(area).toHaveAccessibleDescription(/“9,0”不是一个确定的数/);
  await area.fill("０.１２万㎡");
  await page.keyboard.press("Enter");
  await expect(form(page)).toBeHidden();
  await expect(facility(page).getByRole("button", { name: "编辑" })).toBeFocused();
  await calculated(page);
  await expect(facility(page)).toContainText("1,200\u00a0m²");
  await expect(note(page)).toContainText("改了东园养老站的资料");
  await openRow(page, "小区", "东园");
  await expect(evidence(page)).toContainText("1,200");

  await page.getByRole("button", { name: "撤销" }).click();
  await calculated(page);
  await expect(evidence(page)).not.toContainText("1,200");
});

test("a facility is closed, reopened as what it was, and one that is deleted comes back", async ({
  page,
}) => {
  await openOwn(page);
  await openRow(page, "设施", "东园助餐点");
  await expect(facility(page)).toContainText("规划");
  await facility(page).getByRole("button", { name: "停用" }).press("Enter");
  await expect(facility(page)).toContainText("已停用");
  await expect(note(page)).toContainText("改了东园助餐点的状态（停用）");
  const reopen = facility(page).getByRole("button", { name: "恢复" });
  await expect(reopen).toBeFocused();
  await reopen.press("Enter");
  await expect(facility(page)).toContainText("规划");

  await facility(page).getByText("从资料中删除").press("Enter");
  await facility(page).getByRole("button", { name: "删除" }).press("Enter");
  await expect(facility(page)).toBeHidden();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("grid")).toBeFocused();
  await expect(note(page)).toContainText("设施表（删除东园助餐点）");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(facility(page)).toContainText("东园助餐点");
});

test("a facility is added by keyboard; its kind is asked for, and a taken id is refused", async ({
  page,
}) => {
  await openOwn(page);
  await openTab(page, "设施");
  const add = page.getByRole("button", { name: "新增设施" });
  await add.focus();
  await page.keyboard.press("Enter");
  await expect(form(page).getByLabel("编号")).toBeFocused();
  await expect(form(page).getByLabel("编号")).toHaveValue(/^new-[2-9a-z]{6}$/);
  await form(page).getByLabel("编号").fill("f1");
  await page.keyboard.press("Enter");
  await expect(form(page).getByLabel("类别")).toHaveAccessibleDescription("选一个类别。");
  await expect(form(page).getByLabel("类别")).toBeFocused();
  await page.keyboard.type("助餐");
  await page.keyboard.press("Enter");
  await form(page).getByRole("button", { name: "加入项目" }).click();
  await expect(form(page)).toContainText("编号 f1 已有设施用了。换一个编号。");
  await form(page).getByLabel("编号").fill("f3");
  await form(page).getByLabel("名称").fill("西园食堂");
  await form(page).getByLabel("经度").fill("117.2");
  await form(page).getByRole("button", { name: "加入项目" }).click();
  await expect(form(page).getByLabel("纬度")).toHaveAccessibleDescription(/要么都填/);
  await form(page).getByLabel("纬度").fill("34.262");
  await choose(page, "状态", "已建成");
  await form(page).getByLabel("纬度").press("Enter");
  await expect(facility(page).getByRole("heading", { level: 2 })).toHaveText("西园食堂");
  await expect(facility(page).getByRole("heading", { level: 2 })).toBeFocused();
  await calculated(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(note(page)).toContainText("设施表（新增西园食堂）");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(rows(page)).toHaveCount(2);

  await add.click();
  await form(page).getByRole("button", { name: "取消" }).press("Enter");
  await expect(form(page)).toBeHidden();
  await expect(add).toBeFocused();
});

test("a zone's households are changed, and its evidence follows", async ({ page }) => {
  await openOwn(page);
  await openRow(page, "小区", "东园");
  await evidence(page).getByRole("button", { name: "编辑" }).click();
  const zone = page.getByRole("form", { name: "编辑小区" });
  await expect(zone.getByLabel("户数")).toHaveValue("800");
  await zone.getByLabel("户数").fill("400户");
  await zone.getByLabel("60岁以上").fill("1.5");
  await zone.getByLabel("60岁以上").press("Enter");
  await expect(zone.getByLabel("60岁以上")).toHaveAccessibleDescription("1.5 应为整数。");
  await zone.getByLabel("60岁以上").fill("250");
  await zone.getByLabel("60岁以上").press("Enter");
  await expect(zone).toBeHidden();
  await expect(evidence(page)).toContainText("400 户");
  await calculated(page);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(evidence(page)).toContainText("800 户");
});

test("rows are said to be checked, and verdicts on rows that are not are counted", async ({ page }, info) => {
  await openOwn(page);
  await openRow(page, "小区", "东园");
  await expect(evidence(page)).not.toContainText("未核实");
  await evidence(page).getByRole("button", { name: "编辑" }).click();
  const zone = page.getByRole("form", { name: "编辑小区" });
  await zone.getByLabel("资料来源").fill("街道台账");
  await choose(page, "核实", "已核实");
  await page.screenshot({ path: info.outputPath("zone-form.png") });
  await zone.getByRole("button", { name: "保存" }).click();
  await calculated(page);
  await expect(evidence(page)).toContainText("依据的资料未核实：东园养老站。判定不因此改变。");
  await expect(evidence(page)).toContainText("来源：街道台账 · 已核实");
  await page.screenshot({ path: info.outputPath("evidence.png") });
  await page.getByRole("button", { name: /^数据提示/ }).click();
  await expect(page.getByRole("dialog")).toContainText("1 个判定中有 1 个依据未核实的资料");
  await page.screenshot({ path: info.outputPath("issues.png") });
  await page.keyboard.press("Escape");

  await evidence(page).getByText("依据的资料未核实").getByRole("button", { name: "东园养老站" }).click();
  await facility(page).getByRole("button", { name: "编辑" }).click();
  await choose(page, "核实", "已核实");
  await page.screenshot({ path: info.outputPath("facility-form.png") });
  await form(page).getByRole("button", { name: "保存" }).click();
  await calculated(page);
  await openRow(page, "小区", "东园");
  await expect(evidence(page)).not.toContainText("未核实");
  await page.getByRole("button", { name: "撤销" }).click();
  await calculated(page);
  await expect(evidence(page)).toContainText("依据的资料未核实：东园养老站");
});

test("two rows that may be one place count once until somebody says that they are two", async ({
  page,
}, info) => {
  await openCity(page, "huaibei");
  await drop(page, [
    { name: "zones.csv", text: ONE_ZONE },
    {
      name: "f.csv",
      text: `${FACILITIES}\nf3,东园居家养老服务站,E_ESTATE_STATION,built,100,z1,117.2001,34.260,`,
    },
  ]);
  await showMap(page);
  const short = /养老用房缺 100\u00a0m²/;
  await expect(headline(page)).toContainText(short);
  await openRow(page, "设施", "东园养老站");
  const twins = facility(page).getByRole("region", { name: "是不是同一处" });
  await expect(twins).toContainText("东园居家养老服务站疑为同一处，暂按一处计算，取较小的数");
  await page.screenshot({ path: info.outputPath("twins.png") });
  expect(await serious(page)).toEqual([]);
  await twins.getByRole("button", { name: "是两处" }).press("Enter");
  await expect(twins).toContainText("已认定是两处，分别计入");
  await expect(headline(page)).not.toContainText(short);
  await page.getByRole("button", { name: "改动记录" }).click();
  await expect(page.getByRole("list", { name: "从新到旧的改动" })).toContainText("认定设施是不是同一处");
  await openRow(page, "设施", "东园养老站");
  await twins.getByRole("button", { name: "东园居家养老服务站" }).click();
  await twins.getByRole("button", { name: "是同一处" }).click();
  await expect(twins).toContainText("已认定是同一处");
  await expect(headline(page)).toContainText(short);
});

test("a window that may only read saves no form, says so, and keeps what was typed", async ({ page }) => {
  await openCity(page, "huaibei");
  const second = await page.context().newPage();
  await withoutWebgl(second);
  await openCity(second, "huaibei");
  await openTab(second, "设施");
  await rows(second).first().click();
  await facility(second).getByRole("button", { name: "编辑" }).click();
  await form(second).getByLabel("电话").fill("0561-1");
  await form(second).getByRole("button", { name: "保存" }).click();
  await expect(second.getByText(/没有改成：另一个窗口/)).toBeVisible();
  await expect(form(second).getByLabel("电话")).toHaveValue("0561-1");
  await form(second).getByRole("button", { name: "取消" }).click();
  await facility(second).getByRole("button", { name: "停用" }).click();
  await expect(facility(second)).not.toContainText("已停用");
  await expect(second.getByRole("button", { name: "撤销" })).toBeDisabled();
});

test.describe("on every screen", () => {
  for (const [look, width, height] of [
    ["light", 1366, 768],
    ["dark", 1366, 768],
    ["light", 390, 844],
    ["dark", 390, 844],
  ] as const) {
    test(`the forms keep nobody out: ${look}, ${width} wide`, async ({ page }, info) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: look });
      await openOwn(page);
      await openTab(page, "设施");
      await page.getByRole("button", { name: "新增设施" }).click();
      await form(page).getByRole("button", { name: "加入项目" }).click();
      await expect(form(page).getByLabel("类别")).toHaveAccessibleDescription("选一个类别。");
      await page.mouse.move(0, 0);
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath("new.png") });
      await form(page).getByRole("button", { name: "取消" }).click();
      await rows(page).filter({ hasText: "东园养老站" }).click();
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath("facility.png") });
      await facility(page).getByRole("button", { name: "编辑" }).click();
      await expect(form(page)).toBeVisible();
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath("edit.png") });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    });
  }
});
