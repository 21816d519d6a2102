import type { Page } from "@playwright/test";
import {
  calculated,
  columns,
  drop,
  dropLong,
  expect,
  headline,
  openCity,
  openTab,
  report,
  rows,
  showMap,
  takeIn,
  test,
} from "./planner-page.ts";

import { serious } from "./serious.ts";

test.use({ map: false });

const ZONES = `id,name,status,households,residents,adminCode,street,lon,lat
z1,东园,existing,1000,2800,320302,湖滨街道,117.200,34.260
z2,西园,existing,500,1400,320302,湖滨街道,117.210,34.262
z3,南园,existing,三百,,320302,铁西街道,117.205,34.255
`;

const FACILITIES = `id,name,kind,status,lon,lat,elderly_m2,childcare_m2,slots,registered
f1,东园养老服务站,E_ESTATE_STATION,built,117.201,34.261,120,,,
f2,湖滨托育园,C_INSTITUTION,built,117.205,34.261,,600,40,true
`;

test("dropped tables become a city, with a report that adds up", async ({ page }) => {
  await page.goto("/?city=own");
  await drop(page, [
    { name: "zones.csv", text: ZONES },
    { name: "facilities.csv", text: FACILITIES },
  ]);
  await expect(report(page)).toBeVisible();
  for (const file of ["zones.csv", "facilities.csv"]) {
    const cells = await report(page)
      .getByRole("row", { name: new RegExp(file) })
      .getByRole("cell")
      .allTextContents();
    const [inside = 0, used = 0, repaired = 0, rejected = 0] = cells
      .slice(-4)
      .map((cell) => Number(cell.replace(/[^\d]/g, "")));
    expect(inside).toBe(used + repaired + rejected);
    expect(inside).toBeGreaterThan(0);
  }
  await expect(report(page).getByText("第 4 行", { exact: false }).first()).toBeVisible();
  const saved = page.waitForEvent("download");
  await report(page).getByRole("button", { name: "下载提示清单" }).click();
  expect((await saved).suggestedFilename()).toBe("issues.csv");
  await showMap(page);
  await expect(headline(page)).toContainText(/[23]\s个小区/);
  await openTab(page, "小区");
  await expect(rows(page).filter({ hasText: "东园" })).toBeVisible();
});

test("a file that cannot be read says why, and leaves the open city as it was", async ({ page }) => {
  await openCity(page, "xuzhou");
  const before = await headline(page).textContent();
  await drop(page, [{ name: "bad.csv", text: "甲,乙\n1,2\n" }]);
  await expect(report(page)).toContainText("当前项目保持不变");
  await expect(report(page).locator(".issue").first()).toContainText("。");
  await report(page)
    .getByRole("button", { name: "关闭" })
    .or(report(page).getByRole("button", { name: "Close" }))
    .first()
    .click();
  await expect(headline(page)).toHaveText(before ?? "");
});

test("a project is saved and opened again with the same result", async ({ page }) => {
  await openCity(page, "huaibei");
  const key = (await page.getByText(/核算编号/).textContent()) ?? "";
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("menuitem", { name: "保存项目" }).click();
  const file = await (await saved).path();
  await page.getByRole("combobox", { name: "城市" }).click();
  await page.locator(".ant-select-item-option", { hasText: "我的资料" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择文件" }).click();
  await (await chooser).setFiles({
    name: "huaibei.quan",
    mimeType: "application/octet-stream",
    buffer: await (await import("node:fs/promises")).readFile(file),
  });
  await showMap(page);
  await expect(page.getByText(key)).toBeVisible();
});

test("files dropped one after another come together, and each drop is undone as one edit", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  await drop(page, [{ name: "zones.csv", text: ZONES }]);
  await expect(report(page)).toContainText("示意城市已整体换成导入的资料");
  await showMap(page);
  await expect(headline(page)).toHaveText("3 个小区待补资料，暂不能判断缺口。");
  await expect(page.getByText("还没有设施资料")).toBeVisible();

  await drop(page, [{ name: "facilities.csv", text: FACILITIES }]);
  const effect = report(page).getByRole("region", { name: "会改变什么" });
  await expect(effect).toContainText("小区：3 条都不变");
  await expect(effect).toContainText("设施：新增 2，不变 0");
  await showMap(page);
  await expect(headline(page)).toContainText(/^3\s个小区：.*缺/);
  const together = await headline(page).textContent();

  await drop(page, [{ name: "one.csv", text: FACILITIES.split("\n").slice(0, 2).join("\n") }]);
  await expect(effect).toContainText("设施：不再有 1，不变 1");
  await report(page).getByRole("button", { name: "不导入" }).click();
  await expect(report(page)).toBeHidden();
  await expect(page.getByText("设施 2", { exact: true })).toBeVisible();
  await expect(headline(page)).toHaveText(together ?? "");

  await page.getByRole("button", { name: "撤销" }).click();
  await expect(headline(page)).toHaveText("3 个小区待补资料，暂不能判断缺口。");
  await page.getByRole("button", { name: "重做" }).click();
  await expect(headline(page)).toHaveText(together ?? "");
});

test("a newer register is told row by row and verdict by verdict before it is taken in, and is one edit", async ({
  page,
}) => {
  const heads = "id,name,kind,status,zone,elderly_m2,slots,lon,lat";
  await page.goto("/?city=own");
  await drop(page, [
    { name: "zones.csv", text: ZONES },
    {
      name: "f.csv",
      text: `${heads}\nf1,甲站,E_COMM_CENTRE,built,z1,60,,117.2,34.26\nf9,旧站,E_MEAL,built,,50,,,\n`,
    },
  ]);
  await showMap(page);
  const before = await headline(page).textContent();

  const newer = `${heads}\nf1,甲站,E_COMM_CENTRE,built,z1,900,,117.2,34.26\nf2,乙园,C_COMMUNITY,built,z1,,60,117.2,34.26\n`;
  await drop(page, [{ name: "f.csv", text: newer }]);
  const effect = report(page).getByRole("region", { name: "会改变什么" });
  await expect(effect).toContainText("设施：新增 1，改动 1，不再有 1，不变 0");
  await effect.getByText("改动的设施").click();
  await expect(effect).toContainText("养老面积 1 条");
  await effect.getByText("新达标").click();
  await expect(effect).toContainText("养老 1 个小区 · 托育 1 个小区");
  await expect(effect.getByRole("listitem")).toContainText(["东园 · 养老", "东园 · 托育"]);
  expect(await serious(page)).toEqual([]);
  // It may be a part of the register only.
  await effect.getByRole("radio", { name: /^留着/ }).check();
  await expect(effect).toContainText("设施：新增 1，改动 1，不变 1");
  await effect.getByRole("radio", { name: /^去掉/ }).check();
  await expect(effect).toContainText("设施：新增 1，改动 1，不再有 1，不变 0");
  // As long as it is looked at, nothing has changed.
  await expect(headline(page)).toHaveText(before ?? "");

  await showMap(page);
  await expect(report(page)).toBeHidden();
  await expect(page.getByText("设施 2", { exact: true })).toBeVisible();
  await expect(headline(page)).not.toHaveText(before ?? "");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(headline(page)).toHaveText(before ?? "");
});

test("rows copied from a spreadsheet are pasted on the page, and update those of the project", async ({
  page,
}) => {
  await page.goto("/?city=own");
  await drop(page, [
    { name: "zones.csv", text: ZONES },
    { name: "f.csv", text: FACILITIES },
  ]);
  await showMap(page);
  await paste(page, "just words");
  await paste(page, "id\tkind\tslots\nf2\tC_INSTITUTION\t90\n");
  await takeIn(page);
  await expect(report(page).getByRole("row", { name: /粘贴的表\.tsv/ })).toContainText("设施");
  const effect = report(page).getByRole("region", { name: "会改变什么" });
  await expect(effect).toContainText("设施：改动 1，不变 1");
  await effect.getByText("改动的设施").click();
  await expect(effect).toContainText("托位 1 条");
  await showMap(page);
  await openTab(page, "设施");
  await expect(page.getByRole("row", { name: /湖滨托育园/ })).toContainText("90");
  // The next register is a whole one again, unless one says otherwise.
  await drop(page, [{ name: "f.csv", text: FACILITIES.split("\n").slice(0, 2).join("\n") }]);
  await expect(effect).toContainText("不再有 1");
  await report(page).getByRole("button", { name: "不导入" }).click();
  // What a text field is given stays there.
  await page.getByRole("searchbox").focus();
  await paste(page, "id\tkind\nf3\tE_MEAL\n");
  await expect(columns(page)).toBeHidden();
});

/** Pastes text where the keyboard is, as a spreadsheet leaves it. */
function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

test("a table without a usable row replaces nothing", async ({ page }) => {
  await page.goto("/?city=own");
  await drop(page, [{ name: "facilities.csv", text: FACILITIES }]);
  await showMap(page);
  await expect(headline(page)).toHaveText("还没有小区资料，导入小区表后才能核算缺口。");
  await openTab(page, "小区");
  await expect(page.getByText("还没有小区资料。把小区表拖到页面上。")).toBeVisible();
  const useless = "id,name,kind,status,lon,lat\nf1,甲,不是类别,built,117.2,34.2\n";
  await drop(page, [{ name: "useless.csv", text: useless }]);
  await expect(report(page)).toContainText("没有一行可以采用，当前项目保持不变");
  await page.keyboard.press("Escape");
  await expect(page.getByText("设施 2", { exact: true })).toBeVisible();
  await drop(page, [
    { name: "useless.csv", text: useless },
    { name: "zones.csv", text: ZONES },
  ]);
  await expect(report(page)).toContainText("设施：2 条都不变");
  await expect(report(page)).toContainText("小区：新增 3，不变 0");
});

test("every file of a drop is told of, and the good ones are taken", async ({ page }) => {
  await page.goto("/?city=own");
  await drop(page, [
    { name: "empty.csv", text: "" },
    { name: "strange.csv", text: "甲,乙\n1,2\n" },
    { name: "zones.csv", text: ZONES },
    { name: "broken.geojson", text: '{"type":"FeatureCollection","features":[{' },
    { name: "facilities.csv", text: FACILITIES },
    { name: "facilities (1).csv", text: FACILITIES },
  ]);
  for (const name of ["empty.csv", "strange.csv", "broken.geojson"]) {
    await expect(report(page).getByRole("row", { name })).toContainText("整份没有采用");
    await expect(report(page).getByRole("region", { name }).locator(".issue")).toContainText("。");
  }
  await expect(report(page).getByRole("row", { name: "facilities (1).csv" })).toContainText("没有重复读");
  await expect(report(page)).toContainText("内容与 facilities.csv 完全相同");
  await showMap(page);
  await expect(page.getByText("小区 3", { exact: true })).toBeVisible();
  await expect(page.getByText("设施 2", { exact: true })).toBeVisible();
});

test("once the report is closed by key, the keyboard is where what was imported is listed, or where it came from", async ({
  page,
}) => {
  await page.goto("/?city=own");
  const bring = async (button: string, name: string, text: string) => {
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: button }).press("Enter");
    await (await choosing).setFiles({ name, mimeType: "", buffer: Buffer.from(text) });
    await expect(columns(page)).toBeVisible();
  };
  await bring("选择文件", "zones.csv", ZONES);
  await takeIn(page);
  await expect(report(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(report(page)).toBeHidden();
  await expect(page.locator("#lists :focus, #lists:focus")).toBeVisible();
  const again = page.getByRole("button", { name: "导入资料" });
  await bring("导入资料", "facilities.csv", FACILITIES);
  await page.keyboard.press("Escape");
  await expect(again).toBeFocused();
});

test("a cancelled import says so and leaves everything as it was", async ({ page }) => {
  await openCity(page, "huaibei");
  const before = await headline(page).textContent();
  await dropLong(page);
  await page.getByRole("button", { name: "取消" }).click();
  await expect(page.getByText("已取消，当前项目保持不变。")).toBeVisible();
  await expect(report(page)).toBeHidden();
  await calculated(page);
  await expect(headline(page)).toHaveText(before ?? "");
});

test("files dropped while others are being read are read with them", async ({ page }) => {
  await page.goto("/?city=own");
  await dropLong(page);
  await drop(page, [{ name: "zones.csv", text: ZONES }]);
  await expect(report(page).getByRole("row", { name: "long.csv" })).toContainText("200,000");
  await expect(report(page).getByRole("row", { name: "zones.csv" })).toContainText("小区");
});

test("a table that is too large is refused before it is read, and the others are taken in", async ({
  page,
}) => {
  await page.goto("/?city=own");
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    const large = new File([new Uint8Array(256 * 1024 * 1024 + 1)], "large.csv");
    large.arrayBuffer = () => {
      throw new Error("it was read");
    };
    data.items.add(large);
    data.items.add(new File([text], "zones.csv"));
    return data;
  }, ZONES);
  for (const type of ["dragenter", "dragover", "drop"])
    await page.locator(".page").dispatchEvent(type, { dataTransfer: transfer });
  await takeIn(page);
  await expect(report(page)).toContainText("large.csv");
  await expect(report(page)).toContainText("文件超过 256 MB，没有打开。按街道分成几个文件，再一起选。");
  await expect(report(page)).toContainText("zones.csv");
});
