import type { Page } from "@playwright/test";
import {
  calculated,
  choose,
  drop,
  evidence,
  expect,
  openCity,
  openTab,
  resultNumber,
  rows,
  showMap,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

const form = (page: Page) => page.getByRole("form", { name: /新增小区|编辑小区/ });
const ask = (page: Page) => page.getByRole("region", { name: /的边界$/ });
const note = (page: Page) => page.getByRole("region", { name: "这次改动" });
const outline = (page: Page) => form(page).getByLabel("边界");
const draw = (page: Page) => page.getByRole("button", { name: /在地图上[画改]边界/ });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const ZONES = [
  "id,name,status,households,adminCode,lon,lat",
  "z1,东园,existing,800,320302,117.200,34.260",
  "z2,西园,existing,500,320302,,",
].join("\n");
const FACILITIES = [
  "id,name,kind,status,elderly_m2,zone,lon,lat",
  "f1,东园养老站,E_ESTATE_STATION,built,60,z1,117.200,34.260",
].join("\n");

/** A zone at a point with rooms of its own, and one that nobody says the place of. */
async function openOwn(page: Page): Promise<void> {
  await openCity(page, "huaibei");
  await drop(page, [
    { name: "zones.csv", text: ZONES },
    { name: "facilities.csv", text: FACILITIES },
  ]);
  await showMap(page);
}

async function openZone(page: Page, name: string): Promise<void> {
  await openTab(page, "小区");
  await rows(page).filter({ hasText: name }).click();
  await expect(evidence(page)).toContainText(name);
}

async function openNewZone(page: Page): Promise<void> {
  await openTab(page, "小区");
  await page.getByRole("button", { name: "新增小区" }).click();
}

type Pixels = readonly [x: number, y: number];

/** Places on the map, so many pixels right of its middle and below it. */
async function onMap(page: Page): Promise<(right: number, down: number) => Pixels> {
  const box = await page.locator(".map-sheet").boundingBox();
  if (!box) throw new Error("the map is not there");
  return (right, down) => [box.x + box.width / 2 + right, box.y + box.height / 2 + down];
}

async function drag(page: Page, from: Pixels, to: Pixels): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
  await page.mouse.move(...to);
  await page.mouse.up();
}

/** So many corners, as they are typed, in degrees. */
async function corners(page: Page, count: number): Promise<readonly (readonly [lng: number, lat: number])[]> {
  await expect(outline(page)).toHaveValue(new RegExp(`^(?:[\\d.]+,[\\d.]+\\n?){${count}}$`));
  const text = await outline(page).inputValue();
  return text.split("\n").map((line) => {
    const [lng = Number.NaN, lat = Number.NaN] = line.split(",").map(Number);
    return [lng, lat];
  });
}

test("a new zone is drawn by mouse, its corners moved, added and taken out, and all of it taken back", async ({
  page,
}, info) => {
  await openCity(page, "huaibei");
  const before = await resultNumber(page);
  // Folded, it leaves the map where it is once the outline is drawn.
  await page.locator(".legend > summary").click();
  await openNewZone(page);
  await form(page).getByLabel("名称").fill("测绘苑");
  await draw(page).click();
  await expect(ask(page)).toContainText("依次点出测绘苑的角点");
  await expect(page.locator(".drawer")).toBeHidden();
  const at = await onMap(page);
  await page.mouse.click(...at(-330, -100));
  await page.mouse.click(...at(-130, -100));
  await page.mouse.click(...at(-130, 0));
  await page.mouse.click(...at(-130, 100));
  await expect(ask(page)).toContainText("4 个角点");
  await page.keyboard.press("Backspace");
  await expect(ask(page)).toContainText("3 个角点");
  await page.mouse.move(...at(-200, 60));
  expect(await serious(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath("drawing.png") });
  await page.mouse.dblclick(...at(-330, 100));
  await expect(ask(page)).toBeHidden();
  await expect(draw(page)).toBeFocused();
  const drawn = await corners(page, 4);
  const typed = await outline(page).inputValue();

  // The last corner is moved, one is set on the western side and taken out again, the whole is closed with Enter.
  await draw(page).click();
  await expect(ask(page)).toContainText("改测绘苑的边界");
  await drag(page, at(-130, 0), at(-130, 100));
  await drag(page, at(-330, 0), at(-370, 0));
  await expect(ask(page)).toContainText("5 个角点");
  await page.screenshot({ path: info.outputPath("changing.png") });
  await page.keyboard.press("Delete");
  await expect(ask(page)).toContainText("4 个角点");
  await page.keyboard.press("Enter");
  await expect(ask(page)).toBeHidden();
  await expect(outline(page)).not.toHaveValue(typed);
  const changed = await corners(page, 4);
  const apart = changed.filter(([lng, lat]) => !drawn.some(([x, y]) => x === lng && y === lat));
  expect(apart).toHaveLength(1);

  await form(page).getByLabel("户数").fill("800");
  await form(page).getByRole("button", { name: "加入项目" }).click();
  await expect(form(page)).toBeHidden();
  await calculated(page);
  await expect(evidence(page)).toContainText("测绘苑");
  await expect(evidence(page)).toContainText("石门镇");
  await expect(evidence(page)).toContainText(/的用地有 \d+% 落在测绘苑的边界里/);
  await expect(note(page)).toContainText("小区表（新增测绘苑）");
  await press(page, "改动记录");
  await expect(page.getByText("新增小区测绘苑")).toBeVisible();
  await press(page, "撤销");
  await expect(page.getByText(before)).toBeVisible();
  await press(page, "重做");
  await calculated(page);
  await expect(rows(page).filter({ hasText: "测绘苑" })).toHaveCount(1);
});

test("an outline that crosses itself is no outline; Esc leaves everything as it was", async ({ page }) => {
  await openOwn(page);
  await openZone(page, "西园");
  await expect(evidence(page)).toContainText("还没有位置");
  await draw(page).click();
  const at = await onMap(page);
  for (const [right, down] of [
    [-100, -100],
    [100, 100],
    [100, -100],
    [-100, 100],
  ] as const)
    await page.mouse.click(...at(right, down));
  await press(page, "完成");
  await expect(ask(page).getByRole("alert")).toContainText("自己相交");
  await expect(ask(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(ask(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();
  await expect(evidence(page)).toContainText("还没有位置");

  await draw(page).click();
  for (const [right, down] of [
    [-100, -100],
    [100, -100],
    [0, 100],
  ] as const)
    await page.mouse.click(...at(right, down));
  await page.mouse.click(...at(-100, -100));
  await calculated(page);
  await expect(evidence(page)).not.toContainText("还没有位置");
  await expect(evidence(page)).toContainText("从小区范围内均布点起算");
  await expect(note(page)).toContainText("西园的位置和边界");

  // It is moved as a whole, and both edits are taken back.
  await draw(page).click();
  await drag(page, at(0, -20), at(60, 20));
  await press(page, "完成");
  await calculated(page);
  await press(page, "改动记录");
  await expect(page.getByText(/^西园移动 /)).toBeVisible();
  await expect(page.getByText("给西园画了边界")).toBeVisible();
  await press(page, "撤销");
  await calculated(page);
  await press(page, "撤销");
  await calculated(page);
  await openZone(page, "西园");
  await expect(evidence(page)).toContainText("还没有位置");
});

test("an outline is drawn by keys alone", async ({ page }, info) => {
  await openOwn(page);
  await openTab(page, "小区");
  await page.getByRole("button", { name: "新增小区" }).focus();
  await page.keyboard.press("Enter");
  await form(page).getByLabel("名称").fill("键村");
  await draw(page).focus();
  await page.keyboard.press("Enter");
  await expect(ask(page)).toContainText("空格在十字处加角点");
  const counts = async (number: number) => expect(ask(page)).toContainText(`${number} 个角点`);
  await page.keyboard.press("Space");
  await counts(1);
  for (const [number, key] of [
    [2, "ArrowRight"],
    [3, "ArrowDown"],
    [4, "ArrowLeft"],
  ] as const) {
    await page.keyboard.press(key);
    await page.keyboard.press("Space");
    await counts(number);
  }
  await page.screenshot({ path: info.outputPath("keys.png") });
  await page.keyboard.press("Backspace");
  await counts(3);
  await page.keyboard.press("Enter");
  await expect(draw(page)).toBeFocused();
  await corners(page, 3);
  await form(page).getByRole("button", { name: "加入项目" }).focus();
  await page.keyboard.press("Enter");
  await calculated(page);
  await expect(evidence(page).getByRole("heading", { level: 2 })).toBeFocused();
  await expect(evidence(page)).toContainText("键村");
});

test.describe("without a map", () => {
  test.use({ map: false });

  test("an outline is typed or pasted, and refused with the reason at its field", async ({ page }) => {
    await openOwn(page);
    await openZone(page, "东园");
    await page.getByRole("button", { name: "编辑", exact: true }).click();
    await form(page).getByText("位置", { exact: true }).click();
    await outline(page).fill("117.2,34.26\n117.203,34.263\n117.203,34.26\n117.2,34.263");
    await form(page).getByRole("button", { name: "保存" }).click();
    await expect(outline(page)).toHaveAccessibleDescription(/边界在 117\.2015\d*, 34\.2615\d*\s处自己相交/);
    await expect(outline(page)).toBeFocused();
    await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();
    await outline(page).fill("POLYGON ((117.2 34.26, 117.203 34.26, 117.203 34.263, 117.2 34.26))");
    await form(page).getByRole("button", { name: "保存" }).click();
    await expect(form(page)).toBeHidden();
    await calculated(page);
    await expect(note(page)).toContainText("东园的位置和边界");
    await page.getByRole("button", { name: "编辑", exact: true }).click();
    await form(page).getByText("位置", { exact: true }).click();
    await expect(outline(page)).toHaveValue("117.2,34.26\n117.203,34.26\n117.203,34.263");
    await expect(form(page).getByLabel("经度")).toHaveCount(0);
  });

  test("a zone is deleted once it is said what that leaves without one, and comes back", async ({ page }) => {
    await openOwn(page);
    await openZone(page, "东园");
    await press(page, "删除小区");
    const losses = page.getByRole("alert").filter({ hasText: "删除这个小区" });
    await expect(losses).toContainText("为它配建的 1 处设施（东园养老站）没有了所属小区");
    await expect(losses).toBeFocused();
    await press(page, "不删");
    await expect(losses).toBeHidden();
    await expect(page.getByRole("button", { name: "删除小区" })).toBeFocused();
    await press(page, "删除小区");
    await press(page, "仍要删除");
    await calculated(page);
    await expect(rows(page)).toHaveCount(1);
    await expect(note(page)).toContainText("小区表（删除东园）");
    await press(page, "撤销");
    await calculated(page);
    await expect(rows(page)).toHaveCount(2);

    // Nothing hangs on the other, so nothing is asked.
    await openZone(page, "西园");
    await press(page, "删除小区");
    await calculated(page);
    await expect(rows(page)).toHaveCount(1);
  });

  test("a new zone is typed with its street and its point, and is judged", async ({ page }) => {
    await openCity(page, "huaibei");
    await openNewZone(page);
    await form(page).getByRole("button", { name: "加入项目" }).focus();
    await form(page).getByLabel("编号").fill("");
    await press(page, "加入项目");
    await expect(form(page).getByLabel("编号")).toHaveAccessibleDescription("填写编号。");
    await form(page).getByLabel("编号").fill("n1");
    await form(page).getByLabel("名称").fill("点村");
    await choose(page, "状态", "新建");
    await form(page).getByLabel("户数").fill("1000");
    await form(page).getByText("位置", { exact: true }).click();
    await form(page).getByLabel("经度").fill("116.7956");
    await form(page).getByLabel("纬度").fill("33.9591");
    expect(await serious(page)).toEqual([]);
    await press(page, "加入项目");
    await calculated(page);
    // Filed by its point: the standards of the city that the street lies in apply.
    await expect(evidence(page)).toContainText("点村");
    await expect(evidence(page)).toContainText(/老窑街道 · 新建/);
    await expect(evidence(page)).toContainText("不符合");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("an outline is drawn by taps and buttons", async ({ page }, info) => {
    await openOwn(page);
    await openTab(page, "小区");
    await rows(page).filter({ hasText: "西园" }).tap();
    await draw(page).tap();
    const at = await onMap(page);
    await page.touchscreen.tap(...at(-80, -60));
    await page.touchscreen.tap(...at(80, -60));
    await page.getByRole("button", { name: "在十字处加角点" }).tap();
    await page.touchscreen.tap(...at(-80, 120));
    await expect(ask(page)).toContainText("4 个角点");
    await page.screenshot({ path: info.outputPath("phone.png") });
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "撤回一步" }).tap();
    await expect(ask(page)).toContainText("3 个角点");
    await page.getByRole("button", { name: "放弃", exact: true }).tap();
    await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();

    await draw(page).tap();
    for (const [right, down] of [
      [-80, -60],
      [80, -60],
      [0, 120],
    ] as const)
      await page.touchscreen.tap(...at(right, down));
    await page.getByRole("button", { name: "完成" }).tap();
    await calculated(page);
    await expect(note(page)).toContainText("西园的位置和边界");
  });

  test("a corner is chosen by a tap and taken out by a button", async ({ page }) => {
    await openOwn(page);
    await openTab(page, "小区");
    await rows(page).filter({ hasText: "西园" }).tap();
    await page.getByRole("button", { name: "编辑", exact: true }).tap();
    await form(page).getByText("位置", { exact: true }).tap();
    // As wide as high on the map: 0.003° × cos 34.26° = 0.00248°.
    await outline(page).fill("117.2,34.26\n117.203,34.26\n117.203,34.26248\n117.2,34.26248");
    await form(page).getByRole("button", { name: "保存" }).tap();
    await calculated(page);
    await draw(page).tap();
    await expect(ask(page)).toContainText("4 个角点");
    const remove = page.getByRole("button", { name: "去掉选中的角点" });
    await expect(remove).toBeDisabled();
    const [map, tools, asking] = await Promise.all(
      [".map-sheet", ".map-tools", ".outline-ask"].map((part) => page.locator(part).boundingBox()),
    );
    if (!map || !tools || !asking) throw new Error("the map is not there");
    // The outline fills what is left of the map's width, in the middle of what is left of its height.
    const [left, right] = [tools.x + tools.width + 32, map.x + map.width - 32];
    const [top, bottom] = [asking.y + asking.height + 32, map.y + map.height - 32];
    await page.touchscreen.tap(left, (top + bottom) / 2 - (right - left) / 2);
    await remove.tap();
    await expect(ask(page)).toContainText("3 个角点");
    await page.getByRole("button", { name: "完成" }).tap();
    await calculated(page);
    await page.getByRole("button", { name: "编辑", exact: true }).tap();
    await form(page).getByText("位置", { exact: true }).tap();
    await expect(outline(page)).toHaveValue("117.2,34.26\n117.203,34.26\n117.203,34.26248");
  });
});
