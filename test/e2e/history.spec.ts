import type { Page } from "@playwright/test";
import {
  calculated,
  drop,
  expect,
  ONE_ZONE,
  openCity,
  openParameters,
  openTab,
  resultNumber,
  rows,
  showMap,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const FACILITIES = [
  "id,name,kind,status,elderly_m2,beds,zone,lon,lat",
  "f1,东园养老站,E_ESTATE_STATION,built,60,20,z1,117.200,34.260",
].join("\n");

const open = (page: Page) => page.getByRole("button", { name: "改动记录", exact: true });
const history = (page: Page) => page.getByRole("complementary", { name: "改动记录" });
const steps = (page: Page) => history(page).getByRole("list").getByRole("button");
const facility = (page: Page) => page.getByRole("complementary", { name: "设施" });
const detour = (page: Page) => page.getByRole("spinbutton", { name: "绕行系数" });

async function openOwn(page: Page): Promise<void> {
  await openCity(page, "huaibei");
  await drop(page, [{ name: "zones.csv", text: ONE_ZONE }]);
  await showMap(page);
}

/** Facilities taken in, beds changed, moved 50 m, another detour. */
async function work(page: Page): Promise<void> {
  await drop(page, [{ name: "facilities.csv", text: FACILITIES }]);
  await showMap(page);
  await openTab(page, "设施");
  await rows(page).first().click();
  await facility(page).getByRole("button", { name: "编辑" }).click();
  await facility(page).getByLabel("床位", { exact: true }).fill("30");
  await page.keyboard.press("Enter");
  await calculated(page);
  await facility(page).getByRole("button", { name: "向东 50 m" }).click();
  await calculated(page);
  await page.keyboard.press("Escape");
  await openParameters(page);
  await detour(page).fill("1.4");
  await calculated(page);
  await openParameters(page);
}

test("what was done is told newest first, and a line goes back or forth to it", async ({ page }) => {
  await openOwn(page);
  await expect(open(page)).toBeDisabled();
  const opened = await resultNumber(page);
  await work(page);
  const last = await resultNumber(page);

  await open(page).click();
  const said = [
    "参数：绕行系数 1.3 → 1.4",
    "东园养老站移动 50\u00a0m",
    "东园养老站：床位 20\u00a0张 → 30\u00a0张",
    "导入 facilities.csv；设施新增 1",
    "打开时",
  ];
  await expect(steps(page)).toHaveText(said);
  const now = history(page).locator("[aria-current=step]");
  await expect(now).toHaveText(said[0] ?? "");
  await expect(now).toBeFocused();
  await expect(open(page)).toHaveAttribute("aria-expanded", "true");

  // Three steps back at once, by keyboard; nothing of them is forgotten.
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(now).toHaveText(said[3] ?? "");
  await expect(now).toBeFocused();
  await calculated(page);
  await expect(steps(page).first()).toHaveAccessibleName(/^已撤销：\s*参数：绕行系数/);
  await expect(page.getByRole("region", { name: "这次改动" })).toContainText("已撤销：");

  await steps(page).last().click();
  await calculated(page);
  await expect(page.getByText(opened)).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "撤销", exact: true })).toBeDisabled();

  await steps(page).first().click();
  await calculated(page);
  await expect(page.getByText(last)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(now).toHaveText(said[0] ?? "");
  await expect(page.getByRole("button", { name: "重做", exact: true })).toBeDisabled();

  // One step with the usual keys is told as well; what is done then takes the place of what was undone.
  await page.keyboard.press("Control+z");
  await expect(now).toHaveText(said[1] ?? "");
  await page.keyboard.press("Escape");
  await expect(history(page)).toBeHidden();
  await expect(open(page)).toBeFocused();
});

test("results are worked out once, however many steps are taken back", async ({ page }) => {
  await openOwn(page);
  await work(page);
  await open(page).click();
  // Each time that the lists are at rest again, numbers have been worked out.
  await page.evaluate(() => {
    const lists = document.querySelector("#lists");
    let busy = false;
    const watch = new MutationObserver(() => {
      const now = lists?.getAttribute("aria-busy") === "true";
      const { worked = "0" } = document.body.dataset;
      if (busy && !now) document.body.dataset.worked = String(Number(worked) + 1);
      busy = now;
    });
    if (lists) watch.observe(lists, { attributes: true, attributeFilter: ["aria-busy"] });
  });
  await steps(page).last().click();
  await expect(history(page).locator("[aria-current=step]")).toHaveText("打开时");
  await calculated(page);
  await expect(page.locator("body")).toHaveAttribute("data-worked", "1");
});

for (const [look, width] of [
  ["light", 1280],
  ["dark", 390],
] as const) {
  test(`the history keeps nobody out: ${look}, ${width} wide`, async ({ page }, info) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: look });
    await openOwn(page);
    await work(page);
    if (width > 820) await open(page).click();
    else {
      await page.getByRole("button", { name: "保存", exact: true }).click();
      await page.getByRole("menuitem", { name: "改动记录" }).click();
    }
    await expect(history(page).locator("[aria-current=step]")).toBeFocused();
    await steps(page).nth(2).click();
    await calculated(page);
    await page.mouse.move(0, 0);
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath("history.png") });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}
