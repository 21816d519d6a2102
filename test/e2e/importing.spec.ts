import { calculated, drop, expect, headline, openCity, openTab, rows, test } from "./planner-page.ts";

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
  const report = page.getByRole("dialog", { name: "导入结果" });
  await expect(report).toBeVisible();
  for (const file of ["zones.csv", "facilities.csv"]) {
    const cells = await report
      .getByRole("row", { name: new RegExp(file) })
      .getByRole("cell")
      .allTextContents();
    const [inside = 0, used = 0, repaired = 0, rejected = 0] = cells
      .slice(-4)
      .map((cell) => Number(cell.replace(/[^\d]/g, "")));
    expect(inside).toBe(used + repaired + rejected);
    expect(inside).toBeGreaterThan(0);
  }
  await expect(report.getByText("第 4 行", { exact: false }).first()).toBeVisible();
  const saved = page.waitForEvent("download");
  await report.getByRole("button", { name: "下载提示清单" }).click();
  expect((await saved).suggestedFilename()).toBe("issues.csv");
  await report.getByRole("button", { name: "看地图" }).click();
  await calculated(page);
  await expect(headline(page)).toContainText(/[23] 个小区/);
  await openTab(page, "小区");
  await expect(rows(page).filter({ hasText: "东园" })).toBeVisible();
});

test("a file that cannot be read says why, and leaves the open city as it was", async ({ page }) => {
  await openCity(page, "xuzhou");
  const before = await headline(page).textContent();
  await drop(page, [{ name: "bad.csv", text: "甲,乙\n1,2\n" }]);
  const report = page.getByRole("dialog", { name: "导入结果" });
  await expect(report).toContainText("当前项目保持不变");
  await expect(report.locator(".issue").first()).toContainText("。");
  await report
    .getByRole("button", { name: "关闭" })
    .or(report.getByRole("button", { name: "Close" }))
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
  await page.getByRole("dialog", { name: "导入结果" }).getByRole("button", { name: "看地图" }).click();
  await expect(page.getByText(key)).toBeVisible();
});
