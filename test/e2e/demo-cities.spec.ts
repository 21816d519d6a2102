import type { Page } from "@playwright/test";
import {
  calculated,
  evidence,
  expect,
  filterZones,
  headline,
  openCity,
  openTab,
  rows,
  test,
} from "./planner-page.ts";

test.use({ map: false });

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
    await expect(headline(page)).toContainText(/[\d,]+\s个小区：.*缺 [\d,]+/);
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
  await expect(headline(page)).toContainText(/托育用房缺 [\d,]+\u00a0m²/);
  await page.getByText("托育", { exact: true }).first().click();
  await expect(page.getByRole("columnheader", { name: "托育缺" })).toBeVisible();
  await expect(rows(page).first()).toContainText("m²");
});

test("Lianyungang gives no number for existing estates, and says so", async ({ page }) => {
  await openCity(page, "lianyungang");
  await openTab(page, "小区");
  await page.getByRole("columnheader", { name: "判定" }).getByRole("button").click();
  await filterZones(page, "判定", "待研判或未规定");
  const unspecified = rows(page).filter({ hasText: "未规定数值" }).first();
  await expect(unspecified).toBeVisible();
  await unspecified.click();
  await expect(evidence(page)).toContainText("已建成");
  await expect(evidence(page)).toContainText("文件未规定数值");
});

/** A part of the dashboard of the city that is open. */
const part = (page: Page, name: string | RegExp) => page.getByRole("region", { name, exact: true });

async function openDashboard(page: Page, city: string): Promise<void> {
  await openCity(page, city);
  await openTab(page, "城市");
  await expect(page.locator(".city")).toHaveAttribute("aria-busy", "false");
}

for (const { city, document } of CITIES) {
  test(`${city} has a dashboard of the figures of its tables, and says that the town is invented`, async ({
    page,
  }) => {
    await openDashboard(page, city);
    await expect(page.getByRole("note")).toContainText("示意 · 演示数据");
    const zones = /^([\d,]+)\s个小区/.exec((await headline(page).textContent()) ?? "")?.[1] ?? "none";
    await expect(part(page, "规模").getByRole("definition").first()).toHaveText(zones);
    // What the parts of the table lack adds up to the headline, which rounds to whole m²
    const table = part(page, "按标准缺多少").getByRole("table").first();
    const lacks = await table.locator("tbody td:nth-of-type(1)").allTextContents();
    const amounts = lacks.flatMap((text) => /[\d,]+/.exec(text)?.[0].replaceAll(",", "") ?? []).map(Number);
    const whole = /养老用房缺 ([\d,]+)/.exec((await headline(page).textContent()) ?? "")?.[1];
    const difference = amounts.reduce((sum, each) => sum + each, 0) - Number(whole?.replaceAll(",", ""));
    expect(Math.abs(difference)).toBeLessThanOrEqual(1);

    const targets = part(page, new RegExp(`${document}.*公布的指标`));
    await expect(targets).toContainText("虚构");
    await expect(targets).toContainText("2025 目标");
    await expect(targets.locator(".indicator footer").first()).toContainText(document);
    await expect(targets).toContainText("每个小区自己至少要有的");
  });
}

test("the dashboard of Sucheng counts childcare in m², and of places that do not say, both ends", async ({
  page,
}) => {
  await openDashboard(page, "sucheng");
  const lack = part(page, "按标准缺多少");
  await expect(lack.getByRole("table", { name: "托育用房" })).toContainText(/[\d,]+\u00a0m²/);
  await expect(lack.getByRole("table", { name: "托位" })).toHaveCount(0);
  await expect(page.locator(".city-contrast")).toContainText("每 100 户 48\u00a0m²");
  const slots = part(page, "每千人托位");
  await expect(slots).toContainText("2024 目标 4");
  await expect(slots).toContainText("至少 2.54");
  await expect(part(page, "每千名老人床位")).toContainText("3,181 ÷ 126,344 × 1,000");
});

test("the dashboard of Lianyungang gives no number for existing estates, and does not call that nothing short", async ({
  page,
}) => {
  await openDashboard(page, "lianyungang");
  const table = part(page, "按标准缺多少").getByRole("table", { name: "托位" });
  await expect(table.getByRole("row", { name: /^已建成/ })).toContainText("未规定数值");
  await expect(part(page, "按标准缺多少")).toContainText("不是不缺");
  await expect(page.locator(".city-contrast").getByRole("row", { name: /已建成/ })).toContainText(
    "未规定数值",
  );
});

test("the dashboard follows the year of the targets", async ({ page }) => {
  await openDashboard(page, "xuzhou");
  const slots = part(page, "每千人托位（表1）");
  await expect(slots.locator(".indicator-now")).toHaveText("2025 目标 4.54");
  await page.getByRole("combobox", { name: "目标年" }).click();
  await page.locator(".ant-select-item-option", { hasText: "2023" }).click();
  await expect(slots.locator(".indicator-now")).toHaveText("2023 目标 2.86");
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
