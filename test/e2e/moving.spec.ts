import type { Page } from "@playwright/test";
import { effect, facility, lacking, openFull, told } from "./effect-told.ts";
import {
  calculated,
  expect,
  foldLegend,
  middleOfMap,
  openCity,
  openTab,
  resultNumber,
  rows,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.describe("without the map", () => {
  test.use({ map: false });

  test("a facility is moved by keyboard, taken back and made again", async ({ page }) => {
    await openCity(page, "huaibei");
    const before = await resultNumber(page);
    await openTab(page, "设施");
    await rows(page).first().click();
    const facility = page.getByRole("complementary", { name: "设施" });
    const lng = facility.getByRole("spinbutton", { name: "经度" });
    const start = await lng.inputValue();

    const east = facility.getByRole("button", { name: "向东 50 m" });
    await east.focus();
    await page.keyboard.press("Enter");
    await expect(lng).not.toHaveValue(start);
    const moved = await lng.inputValue();
    await expect(page.getByText(before)).toBeHidden();
    const after = await resultNumber(page);
    const name = (await facility.getByRole("heading", { level: 2 }).textContent()) ?? "";
    const note = page.getByRole("region", { name: "这次改动" });
    await expect(note).toContainText(`改了${name}的位置（移动 50\u00a0m）`);

    await page.getByRole("button", { name: "撤销" }).click();
    await expect(lng).toHaveValue(start);
    await expect(note).toContainText(`已撤销：${name}的位置`);
    await expect(page.getByText(before)).toBeVisible();

    await page.getByRole("button", { name: "重做" }).click();
    await expect(lng).toHaveValue(moved);
    await expect(page.getByText(after)).toBeVisible();
  });

  test("a facility is moved by its coordinates", async ({ page }) => {
    await openCity(page, "huaibei");
    await openTab(page, "设施");
    await rows(page).first().click();
    const facility = page.getByRole("complementary", { name: "设施" });
    const lat = facility.getByRole("spinbutton", { name: "纬度" });
    const to = (Number(await lat.inputValue()) + 0.01).toFixed(6);
    await lat.fill(to);
    await lat.press("Enter");
    await calculated(page);
    await expect(lat).toHaveValue(to);
    await expect(page.getByRole("button", { name: "撤销" })).toBeEnabled();
  });

  test("coordinates that are none are not taken and say so; abroad is told", async ({ page }) => {
    await openCity(page, "huaibei");
    await openTab(page, "设施");
    await rows(page).first().click();
    const facility = page.getByRole("complementary", { name: "设施" });
    const [lng, lat] = [
      facility.getByRole("spinbutton", { name: "经度" }),
      facility.getByRole("spinbutton", { name: "纬度" }),
    ];
    const [lngBefore, latBefore] = [await lng.inputValue(), await lat.inputValue()];
    await lat.fill("999");
    await lng.fill("abc");
    await expect(facility.getByRole("alert")).toHaveText([
      /“abc”未采用/,
      /“999”未采用：须在 −?-?90\s至 90\s之间/,
    ]);
    await expect(facility.getByRole("button", { name: "移到此处" })).toBeDisabled();
    await lat.focus();
    await expect(lng).toHaveValue(lngBefore);
    await lng.focus();
    await expect(lat).toHaveValue(latBefore);
    await lat.fill("-34");
    await expect(facility).toContainText("不在中国境内");
  });
});

test("a facility is dragged on the map", async ({ page }) => {
  await openCity(page, "huaibei");
  await openTab(page, "设施");
  await foldLegend(page);
  await rows(page).first().click();
  const facility = page.getByRole("complementary", { name: "设施" });
  const lng = facility.getByRole("spinbutton", { name: "经度" });
  const start = await lng.inputValue();
  const { x, y } = await middleOfMap(page);
  await expect(async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 4 });
    await page.mouse.up();
    await expect(lng).not.toHaveValue(start, { timeout: 1000 });
  }).toPass();
  await calculated(page);
  expect(Number(await lng.inputValue())).toBeGreaterThan(Number(start));
});

const onMap = (page: Page) => effect(page, "对周边的影响");
const longitude = (page: Page) => facility(page).getByRole("spinbutton", { name: "经度" });

/** Takes hold of the chosen facility and drags it, in pixels, without letting go. */
async function drag(page: Page, right: number, down: number): Promise<void> {
  const { x, y } = await middleOfMap(page);
  await expect(async () => {
    await page.mouse.up();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + right, y + down, { steps: 4 });
    await expect(onMap(page)).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test("a facility that is dragged tells its effect where the hand rests; let go it is so, and undone nothing is left", async ({
  page,
}, info) => {
  await openFull(page);
  const before = await lacking(page);
  await drag(page, 0, -120);
  const near = await told(onMap(page));
  expect(near.before).toBe(before);
  expect(await serious(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath("resting.png") });

  const { x, y } = await middleOfMap(page);
  // In one step, so that no place on the way is told of.
  await page.mouse.move(x + 160, y + 100);
  await expect(onMap(page)).not.toContainText(near.after);
  const far = await told(onMap(page));
  const named = await onMap(page)
    .getByText(/^[少多]得：/)
    .allTextContents();
  await page.mouse.up();
  await expect(onMap(page)).toBeHidden();
  await calculated(page);
  expect(await lacking(page)).toBe(far.after);
  // Who loses and who gains is named over the map, and after it.
  const note = page.getByRole("region", { name: "这次改动" });
  expect(named.length).toBeGreaterThan(0);
  for (const line of named) await expect(note).toContainText(line);
  await page.getByRole("button", { name: "撤销" }).click();
  await calculated(page);
  expect(await lacking(page)).toBe(before);
  await expect(onMap(page)).toBeHidden();
});

test("a drag is given up with Esc, and the facility stays chosen where it was", async ({ page }) => {
  await openFull(page);
  const start = await longitude(page).inputValue();
  const number = await resultNumber(page);
  await drag(page, 60, 0);
  await page.keyboard.press("Escape");
  await expect(onMap(page)).toBeHidden();
  await page.mouse.up();
  await expect(longitude(page)).toHaveValue(start);
  expect(await resultNumber(page)).toBe(number);
  await page.keyboard.press("Escape");
  await expect(facility(page)).toBeHidden();
});

test("a place is found by keys, with its effect told before it is taken", async ({ page }, info) => {
  await openFull(page);
  const before = await lacking(page);
  const start = await longitude(page).inputValue();
  await page.getByRole("button", { name: "在地图上点选" }).focus();
  await page.keyboard.press("Enter");
  const ask = page.getByRole("region", { name: "选位置" });
  await expect(ask).toContainText("空格或回车定在十字处");
  await expect(page.locator(".crosshair")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const there = await told(onMap(page));
  expect(there.before).toBe(before);
  expect(await serious(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath("keys.png") });
  await page.keyboard.press("Space");
  await expect(ask).toBeHidden();
  await expect(longitude(page)).not.toHaveValue(start);
  await calculated(page);
  expect(await lacking(page)).toBe(there.after);
});
