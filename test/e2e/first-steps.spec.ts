import { calculated, choose, expect, openCity, openParameters, openTab, rows, test } from "./planner-page.ts";

test.use({ map: false });

test("a newcomer is shown three steps, each until it is taken, and never again after", async ({ page }) => {
  await openCity(page, "huaibei");
  const steps = page.getByRole("region", { name: "第一次使用" });
  await expect(steps).toContainText("先点一个街道");
  await rows(page).first().click();
  await expect(steps).toContainText("再点一个小区");
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(steps).toContainText("改一个数");
  await openParameters(page);
  await choose(page, "条文不一致时", "从严");
  await expect(steps).toBeHidden();
  await openCity(page, "xuzhou");
  await expect(steps).toBeHidden();
});

test("the steps can be sent away, and are not shown over data of one's own", async ({ page }) => {
  await page.goto("/?city=own");
  const steps = page.getByRole("region", { name: "第一次使用" });
  await expect(page.getByRole("button", { name: "选择文件" })).toBeVisible();
  await expect(steps).toBeHidden();
  await openCity(page, "huaibei");
  await steps.getByRole("button", { name: "不再提示" }).click();
  await expect(steps).toBeHidden();
  await page.reload();
  await calculated(page);
  await expect(steps).toBeHidden();
});

test("an address with a city that there is not says so, and lets one choose", async ({ page }) => {
  await page.goto("/?city=<b>nanjing</b>");
  await expect(page.getByRole("alert")).toContainText("网址里的城市“<b>nanjing</b>”不在演示城市之列");
  await expect(page.getByRole("button", { name: "重试" })).toBeHidden();
  await choose(page, "城市", "淮北");
  await calculated(page);
  await expect(page.getByRole("alert")).toBeHidden();
});
