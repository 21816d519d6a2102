import {
  choose,
  drop,
  evidence,
  expect,
  openCity,
  openParameters,
  openTab,
  report,
  rows,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing keeps a person out, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCity(page, "xuzhou");
    expect(await serious(page)).toEqual([]);
    await openParameters(page);
    expect(await serious(page)).toEqual([]);
    await openParameters(page);
    await openTab(page, "小区");
    await rows(page).first().click();
    await expect(evidence(page).locator(".clause").first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await openTab(page, "设施");
    await rows(page).first().click();
    await expect(page.getByRole("complementary", { name: "设施" })).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await openTab(page, "城市");
    await expect(page.locator(".indicator").first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await openTab(page, "街道");
    await rows(page).first().click();
    await expect(page.getByRole("complementary", { name: "汇总依据" })).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });

  test(`nothing keeps a person out of the basemap and the picture of the map, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openCity(page, "xuzhou");
    await page.getByRole("button", { name: "底图" }).click();
    await choose(page, "数据下面铺什么", "自有 WMTS");
    await page.getByRole("button", { name: "铺上" }).click();
    await expect(page.getByRole("alert")).toHaveText("填上地址。");
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "存成图片" }).click();
    await expect(page.getByRole("img", { name: "预览" })).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });
}

test.describe("beside the map", () => {
  test.use({ map: false });

  test("nothing keeps a person out of the import and of an empty page", async ({ page }) => {
    await page.goto("/?city=own");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("拖到这里");
    expect(await serious(page)).toEqual([]);
    await drop(page, [{ name: "空.csv", text: "" }]);
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`nothing keeps a person out of a refused import, nor of one with remarks, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await openCity(page, "huaibei");
      await drop(page, [
        { name: "a.csv", text: "" },
        { name: "b.csv", text: "甲,乙\n1,2\n" },
      ]);
      await expect(report(page)).toContainText("没有导入");
      expect(await serious(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await drop(page, [
        { name: "a.csv", text: "" },
        { name: "z.csv", text: "id,name,households,lon,lat\nz1,甲,三百,117.2,34.2\n,乙,5,117.2,34.2\n" },
      ]);
      await expect(report(page)).toContainText("第 2 行");
      await report(page).getByText("导入选项").click();
      expect(await serious(page)).toEqual([]);
    });

    test(`nothing keeps a person out of the standards, to read and to enter, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await openCity(page, "xuzhou");
      await choose(page, "地方标准", "管理标准…");
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByRole("table")).toBeVisible();
      expect(await serious(page)).toEqual([]);
      await dialog.getByRole("button", { name: "复制为本地标准" }).click();
      const rule = dialog.getByRole("group", { name: "老旧小区：社区居家养老设施" });
      await rule.getByRole("textbox", { name: "应有" }).fill("x");
      await rule.getByRole("button", { name: "出处与逐年目标" }).click();
      await dialog.getByRole("button", { name: "保存", exact: true }).click();
      await expect(dialog).toContainText("有 2 处要改正");
      expect(await serious(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(dialog.getByRole("alertdialog")).toBeVisible();
      expect(await serious(page)).toEqual([]);
    });
  }
});
