import type { Page } from "@playwright/test";
import { closePrinting, holdPrinting, isPrinting } from "./paper.ts";
import {
  calculated,
  choose,
  evidence,
  expect,
  openCity,
  openParameters,
  openTab,
  resultNumber,
  rows,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const method = (page: Page) => page.getByRole("dialog", { name: "方法说明" });
const part = (page: Page, name: string) => method(page).getByRole("region", { name, exact: true });

async function openMethod(page: Page): Promise<void> {
  await page.getByRole("contentinfo").getByRole("button", { name: "方法说明" }).click();
  await expect(method(page)).toBeVisible();
}

test("the method tells the standards, parameters and result in force, and changes with them", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  const number = await resultNumber(page);
  await openMethod(page);
  const rule = part(page, "新建：居家养老服务用房");
  await expect(rule).toContainText("养老用房 (m²) × 100 ≥ 20 × 户数");
  await expect(rule).toContainText("约束性");
  await expect(part(page, "判定").getByRole("listitem")).toHaveCount(8 + 6);
  await expect(part(page, "现用参数").getByRole("row", { name: "绕行系数" })).toContainText("1.3");
  const key = await part(page, "怎样复核").locator(".method-key").textContent();
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(number).toContain(key?.slice(0, 8));
  await page.keyboard.press("Escape");
  await expect(method(page)).toBeHidden();

  await openParameters(page);
  await page.getByRole("textbox", { name: "绕行系数" }).or(page.getByLabel("绕行系数")).first().fill("1.5");
  await page.keyboard.press("Tab");
  await calculated(page);
  await choose(page, "地方标准", "淮北");
  await calculated(page);
  await openMethod(page);
  const detour = part(page, "现用参数").getByRole("row", { name: "绕行系数" });
  await expect(detour).toContainText("1.5");
  await expect(detour).toContainText("本项目设定");
  await expect(part(page, "现用参数").getByRole("row", { name: "地方标准" })).toContainText(
    /淮北.*本项目设定/,
  );
  await expect(part(page, "步行与生活圈")).toContainText("绕行系数 1.5");
  await expect(part(page, "采用的标准")).toContainText("养老用房 (m²) × 100 ≥ 30 × 户数");
  await expect(part(page, "采用的标准")).not.toContainText("XZ-N-E-20");
  await expect(part(page, "怎样复核").locator(".method-key")).not.toHaveText(key ?? "");
});

test("the contents lead to each part, and the keyboard back to where it was", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  await rows(page).first().click();
  const link = evidence(page).getByRole("button", { name: "方法说明" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(part(page, "采用的标准")).toBeFocused();
  for (const name of ["本版局限", "判定", "供给怎样分配"]) {
    await method(page).getByRole("navigation").getByRole("link", { name }).press("Enter");
    await expect(part(page, name)).toBeFocused();
    await expect(part(page, name).getByRole("heading", { level: 2 })).toBeInViewport();
  }
  expect(page.url()).not.toContain("#method");
  await page.keyboard.press("Escape");
  await expect(method(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test("the method is printed on A4, whole and alone", async ({ page }) => {
  await holdPrinting(page);
  await openCity(page, "lianyungang");
  await openMethod(page);
  await method(page).getByRole("button", { name: "打印方法说明" }).click();
  await isPrinting(page);
  const paper = page.locator(".method-paper");
  await expect(paper.getByRole("heading", { level: 2, includeHidden: true })).toHaveCount(10);
  await expect(paper).toContainText("征求意见稿");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(3);
  expect(pages).toBeLessThan(16);
  await page.emulateMedia({ media: "print" });
  await expect(method(page)).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await closePrinting(page);
  await expect(paper).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing keeps a person out of the method, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCity(page, "xuzhou");
    await openMethod(page);
    expect(await serious(page)).toEqual([]);
  });
}

test("the method is read on a phone, in English", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openCity(page, "huaibei", "&lang=en");
  await page.getByRole("contentinfo").getByRole("button", { name: "Method" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Method" });
  await expect(dialog).toContainText("What the circle is not");
  const wide = await dialog.locator(".method-page").evaluate((at) => at.scrollWidth > at.clientWidth);
  expect(wide).toBe(false);
});
