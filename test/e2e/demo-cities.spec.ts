import { calculated, evidence, expect, headline, openCity, openTab, rows, test } from "./planner-page.ts";

const CITIES = [
  { city: "xuzhou", status: "文号、印发日期未载明", document: "徐州市" },
  { city: "sucheng", status: "已印发", document: "宿城区" },
  { city: "lianyungang", status: "征求意见稿", document: "连云港市" },
  { city: "huaibei", status: "征求意见稿", document: "淮北市" },
] as const;

for (const { city, status, document } of CITIES) {
  test(`${city} opens with banner, headline and a verdict with its clause`, async ({ page }) => {
    await openCity(page, city);
    const banner = page.getByRole("note");
    await expect(banner).toContainText("示意 · 演示数据");
    await expect(banner).toContainText(status);
    await expect(banner).toContainText("规划期已届满");
    await expect(headline(page)).toContainText(/[\d,]+ 个小区：.*缺 [\d,]+/);
    await expect(rows(page).first()).toContainText(/街道|镇/);

    await openTab(page, "小区");
    await rows(page).first().click();
    await expect(evidence(page).locator(".verdict").first()).toBeVisible();
    await expect(evidence(page).locator(".clause").first()).toContainText(document);
    await expect(evidence(page).locator(".arithmetic").first()).toContainText(/[÷×≥<]/);
  });
}

test("Sucheng asks for childcare in m², not in slots", async ({ page }) => {
  await openCity(page, "sucheng");
  await expect(headline(page)).toContainText(/托育用房缺 [\d,]+\u2009m²/);
  await page.getByText("托育", { exact: true }).first().click();
  await expect(page.getByRole("columnheader", { name: "托育缺" })).toBeVisible();
  await expect(rows(page).first()).toContainText("m²");
});

test("Lianyungang gives no number for existing estates, and says so", async ({ page }) => {
  await openCity(page, "lianyungang");
  await openTab(page, "小区");
  await page.getByRole("columnheader", { name: "判定" }).getByRole("button").click();
  await page.getByRole("combobox", { name: "判定" }).click();
  await page.locator(".ant-select-item-option", { hasText: "待研判或未规定" }).click();
  const unspecified = rows(page).filter({ hasText: "未规定数值" }).first();
  await expect(unspecified).toBeVisible();
  await unspecified.click();
  await expect(evidence(page)).toContainText("已建成");
  await expect(evidence(page)).toContainText("文件未规定数值");
});

test("the city switch opens another city", async ({ page }) => {
  await openCity(page, "xuzhou");
  const before = await headline(page).textContent();
  await page.getByRole("combobox", { name: "城市" }).click();
  await page.locator(".ant-select-item-option", { hasText: "淮北" }).click();
  await expect(headline(page)).not.toHaveText(before ?? "");
  await calculated(page);
  await expect(page).toHaveURL(/city=huaibei/);
  await expect(page.getByRole("note")).toContainText("征求意见稿");
});
