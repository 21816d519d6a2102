import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import {
  choose,
  drop,
  expect,
  headline,
  openCity,
  openTab,
  report,
  rows,
  showMap,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "导出数据" });

async function openDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("menuitem", { name: "导出数据…" }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Presses 导出 and waits for the file. */
async function exported(page: Page): Promise<Download> {
  const saved = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "导出", exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  return saved;
}

/** Of a file in the report of an import: how many rows were read, and how many of them were rejected. */
async function readAndRejected(row: Locator): Promise<readonly number[]> {
  await expect(row).toBeVisible();
  const cells = await row.getByRole("cell").allTextContents();
  return [cells.at(-4), cells.at(-1)].map((cell) => Number(cell?.replace(/[^\d]/g, "")));
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test("a workbook comes out with a sheet for each 街道, clauses and what it is of", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openDialog(page);
  await choose(page, "工作表", "按街道分开");
  const file = await exported(page);
  expect(file.suggestedFilename()).toBe("云湖市（示意）-WGS84.xlsx");
  const { sheets } = await readXlsx(await bytesOf(file));
  const names = sheets.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["小区 湖滨街道", "设施 湖滨街道", "缺口核算 湖滨街道", "汇总", "说明"]),
  );
  const deficits = sheets.find(({ name }) => name === "缺口核算 湖滨街道");
  const grounds = deficits?.rows[0]?.indexOf("依据（文件、条款、算式）") ?? -1;
  expect(deficits?.rows[1]?.[grounds]).toMatch(/^《徐州市.*》.+：.+÷.+×.+=/);
});

const ZONES = `id,name,status,households,adminCode,street,lon,lat
z1,东园,existing,1000,320302,湖滨街道,117.200,34.260
z2,"=西园",existing,500,320302,铁西街道,117.210,34.262
`;
const FACILITIES = `id,name,kind,status,lon,lat,elderly_m2
f1,东园养老服务站,E_ESTATE_STATION,built,117.201,34.261,120
`;

for (const { format, file, part } of [
  { format: "CSV", file: "zones-csv-GCJ-02.zip", part: (name: string) => `zones-${name}-GCJ-02\\.csv` },
  { format: "GeoPackage", file: "zones-GCJ-02.gpkg", part: (name: string) => `again · ${name}` },
]) {
  test(`${format} in GCJ-02 comes out as one file and is read again by what it says of itself`, async ({
    page,
  }) => {
    await page.goto("/?city=own");
    await drop(page, [
      { name: "zones.csv", text: ZONES },
      { name: "facilities.csv", text: FACILITIES },
    ]);
    await showMap(page);
    const before = (await headline(page).textContent()) ?? "";
    await openDialog(page);
    await choose(page, "格式", format);
    if (format === "CSV") await choose(page, "编码", "GB18030");
    await choose(page, "坐标", "GCJ-02");
    for (const name of ["汇总", "缺口核算"]) await dialog(page).getByRole("checkbox", { name }).uncheck();
    const saved = await exported(page);
    expect(saved.suggestedFilename()).toBe(file);
    await drop(page, [{ name: "again", base64: (await bytesOf(saved)).toString("base64") }]);
    for (const [name, rows] of [
      ["小区", 2],
      ["设施", 1],
    ] as const) {
      const row = report(page).getByRole("row", { name: new RegExp(part(name)) });
      expect(await readAndRejected(row)).toEqual([rows, 0]);
    }
    await showMap(page);
    await openTab(page, "小区");
    await expect(rows(page).filter({ hasText: "=西园" })).toBeVisible();
    await expect(headline(page)).toHaveText(before);
  });
}

test("the dialog is worked by keys, and gives the focus back", async ({ page }) => {
  await openCity(page, "xuzhou");
  const button = page.getByRole("button", { name: "保存" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "保存项目" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "导出数据…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("combobox", { name: "格式" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test("asked for nothing it says so", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openDialog(page);
  for (const box of await dialog(page).getByRole("checkbox").all()) await box.uncheck();
  await expect(dialog(page).getByRole("alert")).toHaveText("至少选一张表。");
  await expect(dialog(page).getByRole("button", { name: "导出", exact: true })).toBeDisabled();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`nothing keeps a person out, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await openCity(page, "xuzhou");
      await openDialog(page);
      expect(await serious(page)).toEqual([]);
      await choose(page, "格式", "CSV");
      expect(await serious(page)).toEqual([]);
      const box = await dialog(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    });
  }
}
