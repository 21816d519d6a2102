import { evidence, expect, filterZones, openCity, openTab, rows, test } from "./planner-page.ts";

test("from the worst street to a zone in it, and to all of its zones", async ({ page }) => {
  await openCity(page, "xuzhou");
  const street = (await rows(page).first().locator(".facts-name").textContent()) ?? "";
  const whole = (await rows(page).first().locator("td").last().textContent()) ?? "";
  await rows(page).first().click();
  const drawer = page.getByRole("complementary", { name: "汇总依据" });
  await expect(drawer).toContainText(street);
  const zone = drawer
    .getByRole("region", { name: "养老用房" })
    .getByRole("listitem")
    .first()
    .getByRole("button");
  const name = (await zone.textContent()) ?? "";
  await zone.click();
  await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(evidence(page)).toContainText(street);

  await openTab(page, "街道");
  await rows(page).first().click();
  await drawer.getByRole("button", { name: "只看这里的小区" }).click();
  const zones = whole.split("/")[1]?.trim() ?? "";
  await expect(page.getByRole("status").filter({ hasText: "条" })).toHaveText(`${zones} 条`);
  await expect(rows(page).first()).toContainText(name);
  await filterZones(page, "新建或已建成", "新建");
  await expect(page.getByRole("list", { name: "已选条件" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: `去掉条件：${street}` }).press("Enter");
  await page.getByRole("button", { name: "去掉条件：新建" }).press("Enter");
  await expect(page.getByRole("list", { name: "已选条件" })).toBeHidden();
});
