import type { Page } from "@playwright/test";
import {
  bring,
  calculated,
  choose,
  drop,
  expect,
  openCity,
  openTab,
  rows,
  showMap,
  takeIn,
  test,
  withoutWebgl,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false, permissions: ["clipboard-read", "clipboard-write"] });

const ZONES = [
  "id,name,status,households,adminCode,lon,lat,street",
  "z1,东园,existing,800,320302,117.200,34.260,湖滨街道",
  "z2,西园,existing,600,320302,117.210,34.260,湖滨街道",
].join("\n");
const FACILITIES = [
  "id,name,kind,status,elderly_m2,beds,zone,lon,lat,phone",
  "f1,甲站,E_ESTATE_STATION,built,60,20,z1,117.200,34.260,0516-1",
  "f2,乙站,E_ESTATE_STATION,built,40,,z2,117.210,34.260,",
  "f3,丙点,E_MEAL,planned,30,,,117.201,34.261,",
].join("\n");

async function openOwn(page: Page): Promise<void> {
  await openCity(page, "huaibei");
  await drop(page, [
    { name: "zones.csv", text: ZONES },
    { name: "facilities.csv", text: FACILITIES },
  ]);
  await showMap(page);
}

const sheet = (page: Page) => page.getByRole("dialog", { name: /编辑(?:设施|小区)/ });
const said = (page: Page) => sheet(page).getByRole("status");
const held = (page: Page) => sheet(page).getByRole("alertdialog");
const undo = (page: Page) => sheet(page).getByRole("button", { name: "撤销" });
/** The field that has the keyboard. */
const at = (page: Page, row: string, column: string) =>
  sheet(page).getByLabel(new RegExp(`^${row}，${column}`));

async function openSheet(page: Page, tab: string): Promise<void> {
  await openTab(page, tab);
  await page.getByRole("button", { name: "编辑表格" }).click();
  await expect(sheet(page).getByRole("grid")).toBeVisible();
}

/** A cell by the name of its row and by its heading. */
function cell(page: Page, row: string, column: string) {
  const heads = [
    "名称",
    "编号",
    "类别",
    "状态",
    "楼层",
    "经度",
    "纬度",
    "养老面积",
    "托育面积",
    "社区用房面积",
  ];
  const place = [...heads, "托位", "床位"].indexOf(column);
  return sheet(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: row }) })
    .locator(`[data-column="${place}"] .grid-text`);
}

/** The same as what the mouse meets. */
const box = (page: Page, row: string, column: string) => cell(page, row, column).locator("..");

/** Goes to the right so far. */
async function right(page: Page, columns: number): Promise<void> {
  for (let i = 0; i < columns; i++) await page.keyboard.press("ArrowRight");
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test("cells are typed over, opened and left with the keyboard, each one edit that is taken back", async ({
  page,
}) => {
  await openOwn(page);
  await openSheet(page, "设施");
  await expect(at(page, "甲站", "名称")).toBeFocused();
  await right(page, 7);
  await expect(at(page, "甲站", "养老面积")).toBeFocused();
  await page.keyboard.type("0.12万㎡");
  await page.keyboard.press("Enter");
  await expect(cell(page, "甲站", "养老面积")).toHaveText("1,200");
  await expect(at(page, "乙站", "养老面积")).toBeFocused();

  // Typed over and left with an arrow; opened and left again.
  await page.keyboard.type("41");
  await page.keyboard.press("ArrowUp");
  await expect(cell(page, "乙站", "养老面积")).toHaveText("41");
  await expect(at(page, "甲站", "养老面积")).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.type("5");
  await expect(at(page, "甲站", "养老面积")).toHaveValue("12005");
  await page.keyboard.press("Escape");
  await expect(at(page, "甲站", "养老面积")).toHaveValue("1200");
  await expect(cell(page, "甲站", "养老面积")).toHaveText("1,200");

  // What an input method writes begins an edit as well.
  await page.keyboard.press("Home");
  await page.keyboard.insertText("甲新站");
  await page.keyboard.press("Tab");
  await expect(sheet(page).getByRole("rowheader", { name: "甲新站" })).toBeVisible();
  await expect(at(page, "甲新站", "编号")).toBeFocused();
  await page.keyboard.type("x");
  await expect(at(page, "甲新站", "编号")).toHaveValue("f1");

  await page.keyboard.press("Control+Z");
  await expect(sheet(page).getByRole("rowheader", { name: "甲站" })).toBeVisible();
  await page.keyboard.press("Control+Z");
  await expect(cell(page, "乙站", "养老面积")).toHaveText("40");
  await page.keyboard.press("Control+Y");
  await expect(cell(page, "乙站", "养老面积")).toHaveText("41");
  await page.keyboard.press("F6");
  await expect(sheet(page).getByRole("button", { name: "批量改" })).toBeFocused();
  await page.keyboard.press("F6");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "编辑表格" })).toBeFocused();
  await calculated(page);
  await page.getByRole("button", { name: "改动记录" }).click();
  await expect(page.getByRole("list", { name: "从新到旧的改动" })).toContainText("甲站：养老面积");
});

test("fast typing loses no cell, and one that cannot be read stays to be mended", async ({ page }) => {
  await openOwn(page);
  await openSheet(page, "设施");
  await right(page, 11);
  await page.keyboard.type("31\n约32\n33");
  await page.keyboard.press("Enter");
  await expect(cell(page, "甲站", "床位")).toHaveText("31");
  await expect(cell(page, "丙点", "床位")).toHaveText("33");
  const wrong = cell(page, "乙站", "床位");
  await expect(wrong).toHaveText("约32");
  await expect(box(page, "乙站", "床位")).toHaveAttribute("aria-invalid", "true");
  await sheet(page).getByRole("button", { name: "看下一格" }).click();
  await expect(at(page, "乙站", "床位")).toBeFocused();
  await expect(at(page, "乙站", "床位")).toHaveAccessibleDescription(/“约32”是估计的数/);
  // With a cell that is not mended the sheet is not left by a key alone.
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.type("32");
  await page.keyboard.press("Enter");
  await expect(wrong).toHaveText("32");
  await expect(sheet(page).getByRole("button", { name: "看下一格" })).toBeHidden();
});

test("a block of a spreadsheet is one edit; what cannot be read is told first, and none or the rest is taken", async ({
  page,
}) => {
  await openOwn(page);
  await openSheet(page, "设施");
  await right(page, 2);
  const block = "老年助餐点\t运营\t1\r\n不知道\t关了吧\tB1\r\n";
  await paste(page, block);
  await expect(held(page)).toContainText("共 6 格，其中 2 格不能这样改。还什么都没有改。");
  await expect(held(page).getByRole("row", { name: /乙站 类别 不知道/ })).toContainText("不认识");
  await expect(held(page).getByRole("row", { name: /乙站 状态 关了吧/ })).toContainText("从列表里选");
  expect(await serious(page)).toEqual([]);
  await expect(held(page).getByRole("button", { name: "都不改" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(held(page)).toBeHidden();
  await expect(undo(page)).toBeDisabled();
  await expect(at(page, "甲站", "类别")).toBeFocused();

  await page.keyboard.press("Control+V");
  await held(page).getByRole("button", { name: "改其余" }).click();
  await expect(said(page)).toContainText("已改");
  await expect(cell(page, "甲站", "类别")).toHaveText("助餐点");
  await expect(cell(page, "乙站", "楼层")).toHaveText("−1");
  await expect(cell(page, "乙站", "状态")).toHaveText("关了吧");
  await undo(page).click();
  await expect(cell(page, "甲站", "类别")).toContainText("小区居家养老服务站");
  await expect(cell(page, "乙站", "楼层")).toHaveText("");
  await expect(undo(page)).toBeDisabled();
});

test("what is copied and pasted changes nothing; a formula stays text, and cells beyond the edge are told", async ({
  page,
}) => {
  await openOwn(page);
  await openSheet(page, "设施");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  await expect(said(page)).toContainText("已复制 3 行");
  const [first = ""] = (await copied(page)).split("\n");
  expect(first).toContain("甲站\tf1\t小区居家养老服务站");
  await page.keyboard.press("Control+V");
  await expect(said(page)).toContainText("和原来一样");
  await expect(undo(page)).toBeDisabled();

  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await paste(page, "=1+1\n乙\n");
  await expect(said(page)).toHaveText(/已改 1\s格.*超出表格的 1\s格没有粘贴/);
  await expect(sheet(page).getByRole("rowheader", { name: "=1+1" })).toBeVisible();
  await page.keyboard.press("Control+C");
  await expect(said(page)).toContainText("已复制");
  expect(await copied(page)).toBe("'=1+1\n");
  await page.keyboard.press("Control+V");
  await expect(said(page)).toContainText("和原来一样");
});

test("with the mouse: a choice, a block that is drawn, filled and cleared", async ({ page }) => {
  await openOwn(page);
  await openSheet(page, "设施");
  await box(page, "丙点", "状态").dblclick();
  await sheet(page).getByRole("option", { name: "在建" }).click();
  await expect(cell(page, "丙点", "状态")).toHaveText("在建");
  // A word of registers that no choice begins with is read as in a file.
  await page.keyboard.type("运营");
  await page.keyboard.press("Enter");
  await expect(cell(page, "丙点", "状态")).toHaveText("已建成");

  await box(page, "甲站", "床位").hover();
  await page.mouse.down();
  await box(page, "丙点", "床位").hover();
  await page.mouse.up();
  await page.keyboard.press("Control+D");
  await expect(cell(page, "丙点", "床位")).toHaveText("20");
  await expect(said(page)).toContainText("已改 2 格");
  await page.keyboard.press("Delete");
  await expect(cell(page, "甲站", "床位")).toHaveText("");
  await undo(page).click();
  await expect(cell(page, "甲站", "床位")).toHaveText("20");
  await sheet(page).getByRole("button", { name: "关闭表格" }).click();
  await calculated(page);
  await expect(page.getByRole("region", { name: "这次改动" })).toBeVisible();
});

test("the sheet holds what is listed, in its order, of zones as well", async ({ page }) => {
  await openOwn(page);
  await openTab(page, "设施");
  await choose(page, "设施类型", "助餐点");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "编辑表格" }).click();
  await expect(sheet(page)).toContainText("1 行");
  await expect(sheet(page).locator("th .grid-text")).toHaveText(["丙点"]);
  await page.keyboard.press("Escape");
  await openSheet(page, "小区");
  await expect(sheet(page).getByRole("rowheader")).toHaveCount(2);
  await page.keyboard.press("End");
  for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowLeft");
  await expect(at(page, "东园", "出让日期")).toBeFocused();
  await paste(page, "2024年3月1日\n");
  await expect(said(page)).toContainText("已改 1 格");
  await expect(at(page, "东园", "出让日期")).toHaveValue("2024-03-01");
});

test("one value is given to many rows as one edit; rows that cannot have it are told and stay", async ({
  page,
}, info) => {
  await openCity(page, "huaibei");
  await drop(page, [
    { name: "zones.csv", text: ZONES },
    { name: "facilities.csv", text: `${FACILITIES}\nf4,丁点,E_MEAL,planned,20,,,,,` },
  ]);
  await showMap(page);
  await openSheet(page, "设施");
  const bulk = page.getByRole("dialog", { name: "批量改" });
  await expect(sheet(page)).toContainText("4 行");
  const names = await sheet(page).locator("th .grid-text").allTextContents();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("F6");
  await expect(sheet(page).getByRole("button", { name: "批量改" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(bulk.getByRole("radio", { name: "选中的 2 行" })).toBeChecked();
  await expect(bulk.getByRole("button", { name: "清空这 2 行的状态" })).not.toHaveClass(/primary/);
  await choose(page, "改成", "在建");
  await page.screenshot({ path: info.outputPath("bulk.png") });
  expect(await serious(page)).toEqual([]);
  await bulk.getByRole("button", { name: "改这 2 行" }).click();
  await expect(said(page)).toHaveText("已改 2 格，可撤销。");
  for (const name of names.slice(0, 2)) await expect(cell(page, name, "状态")).toHaveText("在建");

  await bulk.getByRole("radio", { name: "表里全部 4 行" }).check();
  await bulk.getByRole("button", { name: "标为已核实" }).click();
  await expect(said(page)).toHaveText("已改 4 格，可撤销。");
  await choose(page, "列", "纬度");
  await bulk.getByRole("textbox", { name: "改成" }).fill("34.27");
  await bulk.getByRole("button", { name: "改这 4 行" }).click();
  await expect(held(page)).toContainText("共 4 格，其中 1 格不能这样改");
  await expect(held(page).getByRole("row", { name: /丁点 纬度/ })).toContainText("要么都填");
  await held(page).getByRole("button", { name: "改其余 3 格" }).click();
  await expect(said(page)).toHaveText("已改 3 格，可撤销。");
  await sheet(page).getByRole("button", { name: "关闭表格" }).click();
  await calculated(page);
  await page.getByRole("button", { name: "改动记录" }).click();
  const steps = page.getByRole("list", { name: "从新到旧的改动" }).getByRole("button");
  await expect(steps.nth(0)).toHaveText("3 处设施：纬度 → 34.27");
  await expect(steps.nth(1)).toHaveText("4 处设施：核实 → 已核实");
  await expect(steps.nth(2)).toHaveText("2 处设施：状态 → 在建");
});

test("rows that nobody checked are listed alone, marked together, and then listed as checked", async ({
  page,
}) => {
  await openOwn(page);
  await openTab(page, "设施");
  await expect(page.getByRole("columnheader", { name: "核实" })).toBeHidden();
  await page.getByRole("button", { name: "筛选" }).click();
  await choose(page, "核实", "没有核实");
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("button", { name: "编辑表格" }).click();
  await expect(sheet(page)).toContainText("3 行");
  await page.keyboard.press("Shift+ArrowDown");
  await sheet(page).getByRole("button", { name: "批量改" }).click();
  await page.getByRole("button", { name: "把这 2 行标为已核实" }).click();
  await expect(said(page)).toHaveText("已改 2 格，可撤销。");
  await sheet(page).getByRole("button", { name: "关闭表格" }).click();
  await calculated(page);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "筛选" }).click();
  await choose(page, "核实", "已核实");
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("已核实");

  await openTab(page, "小区");
  await page.getByRole("button", { name: "筛选" }).click();
  await choose(page, "核实", "没有核实");
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "去掉条件：没有核实" }).click();
  await rows(page).first().getByRole("checkbox").check();
  await page.getByRole("region", { name: "已选小区" }).getByRole("button", { name: "编辑表格" }).click();
  await expect(sheet(page)).toContainText("1 行");
});

test("twenty thousand rows are worked like three", async ({ page }) => {
  await openCity(page, "huaibei");
  const many = Array.from({ length: 20_000 }, (_, i) => `p${i},点${i},E_MEAL,built,${i},,,,,`).join("\n");
  await bring(page, [{ name: "f.csv", text: `${FACILITIES.split("\n")[0]}\n${many}` }]);
  await takeIn(page);
  await showMap(page);
  await openSheet(page, "设施");
  await expect(sheet(page)).toContainText("20,000 行");
  const drawn = await sheet(page).getByRole("row").count();
  expect(drawn).toBeLessThan(100);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.type("末点");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("已改 1 格");
  await expect(sheet(page).getByRole("rowheader", { name: "末点" })).toBeVisible();
});

test("a window that may only read changes no cell and says so", async ({ page }) => {
  await openCity(page, "huaibei");
  const second = await page.context().newPage();
  await withoutWebgl(second);
  await openCity(second, "huaibei");
  await openSheet(second, "设施");
  await second.keyboard.type("新名");
  await second.keyboard.press("Enter");
  await expect(said(second)).toContainText("另一个窗口");
  await expect(sheet(second).getByRole("button", { name: "撤销" })).toBeDisabled();
});

for (const [look, width, height] of [
  ["light", 1280, 800],
  ["dark", 1280, 800],
  ["light", 390, 844],
  ["dark", 390, 844],
] as const) {
  test(`the sheet keeps nobody out: ${look}, ${width} wide`, async ({ page }, info) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: look });
    await openOwn(page);
    await openSheet(page, "设施");
    expect(await serious(page)).toEqual([]);
    await right(page, 3);
    await box(page, "甲站", "状态").dblclick();
    await expect(sheet(page).getByRole("listbox")).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath("choices.png") });
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    await right(page, 1);
    await page.keyboard.type("夹层");
    await page.keyboard.press("Tab");
    await expect(said(page)).toContainText("夹层");
    await page.keyboard.press("Shift+Tab");
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath("wrong.png") });
    await page.keyboard.press("Escape");
    await right(page, 3);
    await page.keyboard.press("ArrowUp");
    await paste(page, "约90\t1\n20\tx\n");
    await expect(held(page)).toBeVisible();
    await page.screenshot({ path: info.outputPath("held.png") });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}
