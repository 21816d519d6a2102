import type { Page } from "@playwright/test";
import {
  calculated,
  choose,
  drop,
  expect,
  middleOfMap,
  ONE_ZONE,
  openCity,
  openTab,
  rows,
  showMap,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

const form = (page: Page) => page.getByRole("form", { name: "新增设施" });
const facility = (page: Page) => page.getByRole("complementary", { name: "设施" });
const ask = (page: Page) => page.locator(".place-ask");
const pick = (page: Page) => page.getByRole("button", { name: "在地图上点选" });
const cursor = (page: Page) =>
  page
    .locator("canvas")
    .first()
    .evaluate(({ style }) => style.cursor);

async function openForm(page: Page): Promise<void> {
  await openTab(page, "设施");
  await page.getByRole("button", { name: "新增设施" }).click();
}

/** Where the pin stands in the page. */
async function pinned(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(".maplibregl-marker").boundingBox();
  if (!box) throw new Error("no pin");
  return { x: box.x + box.width / 2, y: box.y + box.height };
}

test("a new facility is put where the map is clicked, and marked there before it is in the project", async ({
  page,
}, info) => {
  await openCity(page, "huaibei");
  await openForm(page);
  await form(page).getByLabel("名称").fill("新站");
  await pick(page).click();
  await expect(ask(page)).toHaveText(/^在地图上点一下新站的位置。按 Esc 放弃。/);
  await expect(page.locator("canvas").first()).toBeFocused();
  expect(await cursor(page)).toBe("crosshair");
  expect(await serious(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath("asking.png") });

  await page.keyboard.press("Escape");
  await expect(ask(page)).toBeHidden();
  await expect(pick(page)).toBeFocused();
  expect(await cursor(page)).toBe("");
  await expect(form(page).getByLabel("名称")).toHaveValue("新站");
  await expect(form(page).getByLabel("经度")).toHaveValue("");

  await page.keyboard.press("Enter");
  const { x, y } = await middleOfMap(page);
  await page.mouse.click(x, y);
  await expect(ask(page)).toBeHidden();
  await expect(form(page).getByLabel("经度")).toHaveValue(/^11\d\.\d{1,6}$/);
  const pin = await pinned(page);
  expect(Math.hypot(pin.x - x, pin.y - y)).toBeLessThan(12);
  await page.screenshot({ path: info.outputPath("picked.png") });
  const [lon, lat] = [
    await form(page).getByLabel("经度").inputValue(),
    await form(page).getByLabel("纬度").inputValue(),
  ];

  // Typed further north, the pin goes with it; the next click on the map chooses again.
  await form(page)
    .getByLabel("纬度")
    .fill(String(Number(lat) + 0.005));
  await expect(async () => expect((await pinned(page)).y).toBeLessThan(pin.y - 5)).toPass();
  await form(page).getByLabel("纬度").fill(lat);

  await form(page).getByLabel("类别").focus();
  await page.keyboard.type("助餐");
  await page.keyboard.press("Enter");
  await form(page).getByRole("button", { name: "加入项目" }).click();
  await expect(facility(page).getByRole("heading", { name: "新站" })).toBeVisible();
  await expect(page.locator(".maplibregl-marker")).toHaveCount(0);
  await expect(facility(page).getByRole("spinbutton", { name: "经度" })).toHaveValue(
    Number(lon).toFixed(6).replace(/0+$/, ""),
  );
  await calculated(page);
});

test("a facility without a place is given one on the map, as one step that can be taken back", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  await drop(page, [
    { name: "zones.csv", text: ONE_ZONE },
    {
      name: "facilities.csv",
      text: "id,name,kind,status,elderly_m2,lon,lat\nf1,无址站,E_MEAL,built,60,,\nf2,有址站,E_MEAL,built,60,117.2,34.26\n",
    },
  ]);
  await showMap(page);
  await openTab(page, "设施");
  await expect(rows(page)).toHaveCount(2);
  await choose(page, "设施类型", "没有坐标 1");
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().click();
  await expect(facility(page)).toContainText("没有坐标");
  await pick(page).click();
  await expect(ask(page)).toHaveText(/^在地图上点一下无址站的位置/);
  const { x, y } = await middleOfMap(page);
  await page.mouse.click(x, y);
  await calculated(page);
  await expect(facility(page)).not.toContainText("没有坐标");
  await expect(rows(page)).toHaveCount(0);
  const lng = facility(page).getByRole("spinbutton", { name: "经度" });
  await expect(lng).toHaveValue(/^117\.\d+$/);
  await expect(page.getByRole("region", { name: "这次改动" })).toContainText("改了无址站的位置");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(facility(page)).toContainText("没有坐标");
  await expect(lng).toHaveValue("");
});

test("what is asked of one row is not of another, and a click chooses again", async ({ page }) => {
  await openCity(page, "huaibei");
  await openTab(page, "设施");
  await rows(page).first().click();
  await pick(page).click();
  await expect(ask(page)).toBeVisible();
  await rows(page).nth(1).click();
  await expect(ask(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: "dark" });

  test("sheet and drawer make way while a place is asked for, and what was typed is there again", async ({
    page,
  }, info) => {
    await openCity(page, "huaibei");
    await openForm(page);
    await form(page).getByLabel("名称").fill("新站");
    await pick(page).tap();
    await expect(form(page)).toBeHidden();
    await expect(page.locator("#lists")).toBeHidden();
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath("asking.png") });
    await ask(page).getByRole("button", { name: "放弃" }).tap();
    await expect(form(page).getByLabel("名称")).toHaveValue("新站");

    await pick(page).tap();
    await expect(form(page)).toBeHidden();
    const { x, y } = await middleOfMap(page);
    await page.touchscreen.tap(x, y + 150);
    await expect(form(page).getByLabel("纬度")).toHaveValue(/^3\d\.\d{1,6}$/);
    await expect(form(page).getByLabel("名称")).toHaveValue("新站");
    // Brought into what the drawer leaves of the map.
    const drawer = await page.locator(".drawer").boundingBox();
    await expect(async () => expect((await pinned(page)).y).toBeLessThan(drawer?.y ?? 0)).toPass();
    await page.screenshot({ path: info.outputPath("picked.png") });
  });
});

test.describe("without the map", () => {
  test.use({ map: false });

  test("no place is asked for on it", async ({ page }) => {
    await openCity(page, "huaibei");
    await openForm(page);
    await expect(form(page).getByLabel("经度")).toBeVisible();
    await expect(pick(page)).toHaveCount(0);
    await rows(page).first().click();
    await expect(facility(page)).toBeVisible();
    await expect(pick(page)).toHaveCount(0);
  });
});
