import type { Locator } from "@playwright/test";
import {
  bring,
  calculated,
  columns,
  drop,
  expect,
  headline,
  openTab,
  report,
  rows,
  showMap,
  takeIn,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

/** 机构清单 above; 名称;性质;状态;养老面积 in GB18030, a home and a canteen. */
const REGISTER = Buffer.from(
  "bbfab9b9c7e5b5a50a" +
    "c3fbb3c63bd0d4d6ca3bd7b4ccac3bd1f8c0cfc3e6bbfd0a" +
    "b6abd4b0d5be3bbed3bcd2b5e33bd2d1bda83b3332300a" +
    "bafeb1f5d5be3bbed3bcd2b5e33bd2d1bda83b3230300a",
  "hex",
).toString("base64");

const choice = (page: Parameters<typeof columns>[0], name: string) =>
  columns(page).getByRole("combobox", { name, exact: true });

const choose = async (page: Parameters<typeof columns>[0], name: string, option: string) => {
  await choice(page, name).click();
  await page
    .locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: option })
    .first()
    .click();
};

test("a register is shown as it would be read; a column and its words are matched, and remembered", async ({
  page,
}) => {
  await page.goto("/?city=own");
  await bring(page, [{ name: "register.csv", base64: REGISTER }]);
  await expect(columns(page).getByRole("button", { name: "导入" })).toBeFocused();
  await expect(columns(page).getByRole("columnheader")).toHaveCount(4);
  await expect(columns(page)).toContainText("GB18030");
  await expect(columns(page)).toContainText("分号");
  await expect(columns(page).getByLabel("列名在第几行")).toHaveValue("2");
  await expect(columns(page).getByRole("alert")).toContainText("缺少类别");
  await expect(columns(page)).toContainText("不读：性质");
  expect(await serious(page)).toEqual([]);

  await choose(page, "“性质”这一列是", "类别");
  await expect(columns(page).getByRole("alert")).toHaveCount(0);
  await expect(columns(page)).toContainText("共 4 列，读 4 列。");
  await takeIn(page);

  await expect(report(page)).toContainText("没有一行可以采用");
  const words = report(page).getByRole("region", { name: "认不出的类别" });
  await expect(words).toContainText("“居家点”（2 行）");
  await words.getByRole("combobox").click();
  await page
    .locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: "服务站" })
    .first()
    .click();
  await words.getByRole("button", { name: "按所选类别再读一遍" }).click();
  await expect(report(page).getByRole("row", { name: /register/ })).toContainText("+ 2");
  await showMap(page);
  await openTab(page, "设施");
  await expect(rows(page).filter({ hasText: "东园站" })).toBeVisible();

  await bring(page, [{ name: "next-year.csv", base64: REGISTER }]);
  await expect(columns(page)).toContainText("按上次同样列名的选择");
  await expect(columns(page).getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(columns(page)).toBeHidden();
  await expect(rows(page).filter({ hasText: "东园站" })).toBeVisible();
});

test("of several tables each is said what it is, and one is left out", async ({ page }) => {
  await page.goto("/?city=own");
  await bring(page, [
    { name: "zones.csv", text: "id,name,status,households\nz1,东园,existing,800\n" },
    { name: "who-knows.csv", text: "甲,乙\n1,2\n" },
  ]);
  await expect(columns(page)).toContainText("who-knows.csv 认不出是什么表");
  await columns(page).getByRole("tab", { name: "who-knows.csv" }).click();
  await columns(page).getByRole("combobox", { name: "这张表是" }).last().click();
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: "设施" }).click();
  await expect(columns(page)).toContainText("who-knows.csv 缺少");
  await columns(page).getByRole("combobox", { name: "这张表是" }).last().click();
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: "不导入" }).click();
  await expect(columns(page)).not.toContainText("who-knows.csv 认不出是什么表");
  await takeIn(page);
  await expect(report(page)).toContainText("按你的选择没有读");
  await showMap(page);
  await expect(headline(page)).toContainText("1 个小区");
});

/** WGS84 and the same places in GCJ-02, by the formulas of the public; some 560 m apart there. */
const PLACES = [
  [117.17, 34.26, 117.175799, 34.258805],
  [117.19, 34.27, 117.195766, 34.268772],
  [117.21, 34.25, 117.215735, 34.248733],
  [117.23, 34.28, 117.235722, 34.278724],
  [117.25, 34.24, 117.255717, 34.238701],
  [117.18, 34.23, 117.185778, 34.228775],
] as const;

/** So many zones in WGS84, and a station of each in GCJ-02. */
function twoTables(count: number) {
  const some = PLACES.slice(0, count);
  const zones = some.map(([lng, lat], i) => `z${i},小区${i},existing,800,320302,${lng},${lat}`);
  const stations = some.map(
    ([, , lng, lat], i) => `f${i},站${i},E_ESTATE_STATION,built,120,z${i},${lng},${lat}`,
  );
  return [
    { name: "zones.csv", text: `id,name,status,households,adminCode,lon,lat\n${zones.join("\n")}\n` },
    { name: "f.csv", text: `id,name,kind,status,elderly_m2,zone,lon,lat\n${stations.join("\n")}\n` },
  ] as const;
}

/** How far a row is drawn from what it should stand beside, at most, in the pixels of the drawing. */
const pixelsOff = (map: Locator) =>
  map.evaluate((svg) => {
    const middle = (mark: Element) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return [x + width / 2, y + height / 2] as const;
    };
    const known = [...svg.querySelectorAll(".datum-known")].map(middle);
    return Math.max(
      ...[...svg.querySelectorAll(".datum-row")]
        .map(middle)
        .map(([x, y]) => Math.min(...known.map(([a, b]) => Math.hypot(a - x, b - y)))),
    );
  });

test("coordinates of another system are told with figures, and turned once that is said", async ({
  page,
}) => {
  const [zones, stations] = twoTables(6);
  await page.goto("/?city=own");
  await drop(page, [zones, stations]);
  const review = report(page).getByRole("region", { name: "坐标核对" });
  await expect(review).toContainText("最像 GCJ-02");
  const metres = async (name: RegExp) =>
    Number.parseInt(
      (await review.getByRole("row", { name }).getByRole("cell").first().textContent()) ?? "",
      10,
    );
  expect(await metres(/WGS84/)).toBeGreaterThan(300);
  expect(await metres(/GCJ-02/)).toBeLessThan(50);
  expect(await serious(page)).toEqual([]);
  // On the map they lie beside what they belong to once the right one is chosen, and where they were is still shown.
  const map = review.getByRole("img");
  await expect(map).toHaveAccessibleName(/^按 WGS84 \/ CGCS2000\s读，一半的点偏离不超过 \d+/);
  expect(await pixelsOff(map)).toBeGreaterThan(10);
  await review.getByRole("radio", { name: /GCJ-02/ }).check();
  await expect(map).toHaveAccessibleName(/^按 GCJ-02.*现在按 WGS84/);
  await expect(map.locator(".datum-before")).toHaveCount(await map.locator(".datum-row").count());
  expect(await pixelsOff(map)).toBeLessThan(2);
  await review.getByRole("button", { name: "按所选坐标系再读一遍" }).click();
  await expect(review).toHaveCount(0);
  await expect(report(page)).toContainText("坐标由 GCJ-02");
  await showMap(page);
  await calculated(page);
});

test("that nobody can tell the system is said and shown", async ({ page }) => {
  const [zones, stations] = twoTables(3);
  await page.goto("/?city=own");
  await drop(page, [zones, stations]);
  const review = report(page).getByRole("region", { name: "坐标核对" });
  await expect(review).toContainText("看不出是哪一种");
  await expect(review.getByRole("img")).toHaveAccessibleName(/看不出是哪一种坐标系/);
  await expect(review.locator(".datum-map-open .datum-row").first()).toHaveCSS("fill", "none");
});

test("a wrong system that was chosen is asked for again", async ({ page }) => {
  await page.goto("/?city=own");
  await drop(page, twoTables(6));
  const review = report(page).getByRole("region", { name: "坐标核对" });
  await review.getByRole("radio", { name: /BD-09/ }).check();
  await review.getByRole("button", { name: "按所选坐标系再读一遍" }).click();
  await expect(review.getByRole("radio", { name: /BD-09/ })).toBeChecked();
  await expect(review).toContainText("最像 GCJ-02");
});

test("rows without coordinates are placed where the one place of their name is, once that is chosen", async ({
  page,
}) => {
  await page.goto("/?city=own");
  await drop(page, [
    {
      name: "zones.csv",
      text: "id,name,status,households,adminCode,lon,lat\nz1,东园,existing,800,320302,117.2,34.26\nz2,西园,existing,600,320302,117.21,34.27\n",
    },
    {
      name: "f.csv",
      text: "id,name,kind,status,elderly_m2\nf1,东园,E_ESTATE_STATION,built,120\nf2,西园养老站,E_ESTATE_STATION,built,90\nf3,无名站,E_MEAL,built,60\n",
    },
  ]);
  const unplaced = report(page).getByRole("region", { name: "没有坐标的行" });
  await expect(unplaced.getByRole("combobox")).toHaveCount(1);
  await unplaced.getByRole("button", { name: "同名且唯一的 1 行都选上" }).click();
  await expect(unplaced).toContainText("东园（小区，同名）");
  await unplaced.getByRole("button", { name: "按所选位置再读一遍" }).click();
  await expect(report(page)).toContainText("按选定的“东园”");
  await showMap(page);
  await expect(headline(page)).toContainText("2 个小区");
});
