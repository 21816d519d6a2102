import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import {
  calculated,
  choose,
  evidence,
  expect,
  filterZones,
  headline,
  openCity,
  openParameters,
  openTab,
  resultNumber,
  rows,
  test,
} from "./planner-page.ts";

test.use({ map: false });

const dialog = (page: Page) => page.getByRole("dialog");
const rule = (page: Page, name: string) => dialog(page).getByRole("group", { name });
const field = (page: Page, name: string) => dialog(page).getByRole("textbox", { name, exact: true });

async function openStandards(page: Page): Promise<void> {
  await choose(page, "地方标准", "管理标准…");
  await expect(dialog(page)).toBeVisible();
}

/** Copies the standards in use, asks more elderly rooms of old estates, and judges all zones by the copy. */
async function copyWithMoreRooms(page: Page): Promise<void> {
  await openStandards(page);
  await dialog(page).getByRole("button", { name: "复制为本地标准" }).click();
  await field(page, "录入人").fill("王工");
  await rule(page, "老旧小区：社区居家养老设施").getByRole("textbox", { name: "应有" }).fill("25");
  await expect(dialog(page)).toContainText("原来的逐年目标");
  await dialog(page).getByRole("button", { name: "保存并采用" }).click();
  await expect(dialog(page)).toContainText("已保存。");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await calculated(page);
}

test("standards are copied, changed and used; undone, redone, saved and opened again", async ({ page }) => {
  await openCity(page, "xuzhou");
  const before = await headline(page).textContent();
  const number = await resultNumber(page);
  await copyWithMoreRooms(page);
  await expect(headline(page)).not.toHaveText(before ?? "");
  const after = await headline(page).textContent();
  await expect(page.getByRole("note")).toContainText("未复核");

  await openTab(page, "小区");
  await page.getByPlaceholder("按名称、街道找小区").fill("观澜尚城");
  await rows(page).first().click();
  await expect(evidence(page)).toContainText("自定标准，非官方：王工录入，未复核");
  const changed = evidence(page).getByRole("region", { name: "老旧小区：社区居家养老设施" });
  await expect(changed).toContainText("改动过");
  await expect(changed).toContainText("÷ 100 × 25");
  await expect(evidence(page).getByText("改动过")).toHaveCount(1);

  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText(number)).toBeVisible();
  await expect(headline(page)).toHaveText(before ?? "");
  await expect(page.getByRole("note")).not.toContainText("未复核");
  await page.getByRole("button", { name: "重做" }).click();
  await expect(headline(page)).toHaveText(after ?? "");

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("menuitem", { name: "保存项目" }).click();
  const file = await (await saving).path();
  await page.goto("/?city=own");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择文件" }).click();
  const buffer = await readFile(file);
  await (await choosing).setFiles({ name: "徐州.quan", mimeType: "application/gzip", buffer });
  await page.getByRole("button", { name: "看地图" }).click();
  await calculated(page);
  await expect(headline(page)).toHaveText(after ?? "");
  await choose(page, "地方标准", "按所在地");
  await expect(headline(page)).toHaveText(before ?? "");
});

test("standards of a copy are edited again by keyboard, and not deleted while they are in use", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await copyWithMoreRooms(page);
  const before = await headline(page).textContent();
  await openStandards(page);
  await dialog(page).getByRole("button", { name: "删除" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("正在使用（428 个小区），不能删除");

  await dialog(page).getByRole("button", { name: "编辑" }).focus();
  await page.keyboard.press("Enter");
  const amount = rule(page, "老旧小区：社区居家养老设施").getByRole("textbox", { name: "应有" });
  await expect(amount).toHaveValue("25");
  await field(page, "复核人").fill("李工");
  await amount.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("20");
  await page.keyboard.press("Escape");
  await expect(dialog(page).getByRole("alertdialog")).toContainText("改动还没有保存");
  await page.keyboard.press("Enter");
  await expect(amount).toBeFocused();
  await expect(amount).toHaveValue("20");
  await dialog(page).getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog(page)).toContainText("已保存。");
  await expect(dialog(page)).not.toContainText("未复核");
  await page.keyboard.press("Escape");
  await calculated(page);
  await expect(headline(page)).not.toHaveText(before ?? "");

  await choose(page, "地方标准", "按所在地");
  await calculated(page);
  await openStandards(page);
  await dialog(page).getByRole("navigation").getByRole("button", { name: "（本地）" }).click();
  await dialog(page).getByRole("button", { name: "删除" }).click();
  await expect(dialog(page)).toContainText("已删除。");
  await dialog(page).getByRole("button", { name: "撤销" }).click();
  await expect(dialog(page).getByRole("navigation")).toContainText("（本地）");
});

test("standards for another city start from the template: nothing passes before a number is entered", async ({
  page,
}) => {
  await openCity(page, "lianyungang");
  await openStandards(page);
  await dialog(page).getByRole("button", { name: "从模板新建" }).click();
  await dialog(page).getByRole("button", { name: "保存并采用" }).click();
  await expect(dialog(page)).toContainText("有 2 处要改正");
  await expect(field(page, "城市")).toBeFocused();
  await field(page, "城市").fill("示例市");
  await field(page, "录入人").fill("王工");
  await field(page, "文件名称").fill("示例市设施专项规划");
  await field(page, "文号").fill("示例〔2026〕1号");
  const slots = rule(page, "已建成：托位");
  await slots.getByRole("textbox", { name: "应有" }).fill("约6");
  await expect(slots).toContainText("不是一个数");
  await slots.getByRole("textbox", { name: "应有" }).fill("6.5");
  await slots.getByRole("button", { name: "出处与逐年目标" }).click();
  await slots.getByRole("button", { name: "添加出处" }).click();
  await slots.getByRole("textbox", { name: "条款号" }).fill("三(二)");
  await slots.getByRole("textbox", { name: "转述" }).fill("每千人不少于6.5个托位");
  await rule(page, "新建：养老服务用房").getByRole("checkbox").uncheck();
  await dialog(page).getByRole("button", { name: "保存并采用" }).click();
  await expect(dialog(page)).toContainText("每 1,000 人不少于 6.5 个");
  await expect(dialog(page)).toContainText("示例市设施专项规划 · 示例〔2026〕1号 · 已印发");
  await page.keyboard.press("Escape");
  await calculated(page);
  await expect(page.getByRole("note")).toContainText("借用标准");
  await openTab(page, "小区");
  await filterZones(page, "判定", /^符合$/);
  await expect(rows(page)).toHaveCount(0);
});

test("what is typed is not lost without a question; the shipped standards are read-only", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  await openParameters(page);
  await page.getByRole("button", { name: "管理标准…" }).click();
  await expect(dialog(page)).toContainText("只读");
  await expect(dialog(page).getByRole("button", { name: "编辑" })).toHaveCount(0);
  await expect(dialog(page).getByRole("row", { name: /新建：社区养老设施/ })).toContainText(
    "每 100 户不少于 30 m²",
  );
  await dialog(page).getByRole("button", { name: "复制为本地标准" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toContainText("只读");
  await dialog(page).getByRole("button", { name: "复制为本地标准" }).click();
  await field(page, "录入人").fill("王工");
  await dialog(page).getByRole("button", { name: "取消" }).click();
  await dialog(page).getByRole("button", { name: "放弃改动" }).click();
  await expect(dialog(page)).toContainText("还没有。复制一份再改");
  await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();
});

test("overlays, counted statuses and the share of the circle are chosen and decide at once", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  const before = await resultNumber(page);
  await openParameters(page);
  await page.getByRole("checkbox", { name: /安徽省/ }).check();
  await expect(page.getByText(before)).toBeHidden();
  await calculated(page);
  const laid = await resultNumber(page);
  await page.getByRole("combobox", { name: "计入哪些状态的设施" }).click();
  for (const status of ["已建成", "在建"]) {
    await page.locator(".ant-select-dropdown:visible").getByText(status, { exact: true }).click();
  }
  await page.keyboard.press("Escape");
  await expect(page.getByText(laid)).toBeHidden();
  await calculated(page);
  await expect(headline(page)).toContainText("【情景】");
  await expect(page.getByRole("note")).toContainText("情景：计入 已建成、在建");
  await page.getByLabel("生活圈覆盖人口合格线（%）").fill("1");
  await expect(page.locator(".circles")).toContainText("符合");
  await page.getByLabel("生活圈覆盖人口合格线（%）").fill("100");
  await expect(page.locator(".circles")).toContainText("不符合");
  await page.getByRole("button", { name: "恢复默认" }).click();
  await expect(page.getByText(before)).toBeVisible();
  await expect(page.locator(".circles")).toBeHidden();
});

test("which kinds count is changed in a copy, read in it and decides at once; an empty set is refused", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  const before = await headline(page).textContent();
  await openStandards(page);
  await dialog(page).getByRole("button", { name: "复制为本地标准" }).click();
  await field(page, "录入人").fill("王工");
  await dialog(page).getByText("条文所说的“任一设施”").click();
  const set = dialog(page).getByRole("combobox", { name: "任一普惠托育设施" });
  for (let kinds = 0; kinds < 6; kinds++) await set.press("Backspace");
  await dialog(page).getByRole("button", { name: "保存并采用" }).click();
  await expect(dialog(page)).toContainText("有 1 处要改正");
  await set.fill("站点");
  await set.press("Enter");
  await dialog(page)
    .locator("summary", { hasText: /^养老用房/ })
    .click();
  await choose(page, "小区居家养老服务站（点）/养老服务用房", "不计入");
  await dialog(page).getByRole("button", { name: "保存并采用" }).click();
  await expect(dialog(page)).toContainText("已保存。");
  await expect(
    dialog(page).getByRole("list", { name: "哪些设施计入" }).getByRole("listitem").first(),
  ).toContainText("小区居家养老服务站");
  await page.keyboard.press("Escape");
  await calculated(page);
  await expect(headline(page)).not.toHaveText(before ?? "");
});

test("the circle of a copy holds while it is used, undone with it, and gives way to what is set", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await openParameters(page);
  const walk = page.getByRole("spinbutton", { name: "养老步行限" });
  await expect(walk).toHaveValue("800");
  const before = await resultNumber(page);
  await openStandards(page);
  await dialog(page).getByRole("button", { name: "复制为本地标准" }).click();
  await field(page, "录入人").fill("王工");
  await field(page, "养老步行限").fill("0");
  await dialog(page).getByRole("combobox", { name: "条文不一致时" }).click();
  await page.locator(".ant-select-dropdown:visible").getByText("从严").click();
  await dialog(page).getByRole("button", { name: "保存并采用" }).click();
  await expect(dialog(page)).toContainText("有 1 处要改正");
  await expect(field(page, "养老步行限")).toBeFocused();
  await field(page, "养老步行限").fill("350");
  await dialog(page).getByRole("button", { name: "保存并采用" }).click();
  await expect(dialog(page)).toContainText("养老步行限 350 m");
  await expect(dialog(page)).toContainText("从严");
  await page.keyboard.press("Escape");
  await calculated(page);
  await expect(walk).toHaveValue("350");
  await expect(page.getByText(before)).toBeHidden();

  const stands = async (metres: string) => {
    await calculated(page);
    await expect(walk).toHaveValue(metres);
  };
  await walk.fill("500");
  await stands("500");
  await page.getByRole("button", { name: "恢复默认" }).click();
  await stands("350");
  const undo = page.getByRole("button", { name: "撤销" });
  for (const metres of ["500", "350", "800"]) {
    await undo.click();
    await stands(metres);
  }
  await expect(page.getByText(before)).toBeVisible();
  await expect(undo).toBeDisabled();
  await page.getByRole("button", { name: "重做" }).click();
  await stands("350");
});
