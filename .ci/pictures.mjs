import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt, ensureInstalled, HOME } from "./ensure.mjs";
import { servePage } from "./serve.mjs";

/** Takes the pictures of README and guide anew, from the page as it is. */
ensureInstalled();
await ensureBuilt("page");
const server = await servePage();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
const context = await browser.newContext({
  ...{ locale: "zh-CN", viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" },
});
await context.addInitScript(() => localStorage.setItem("quan.first-steps", "seen"));
const page = await context.newPage();

const open = async (city) => {
  await page.goto("about:blank");
  await page.goto(`${server.address}?city=${city}`);
  await page.waitForSelector('html[data-map="drawn"]', { timeout: 120_000 });
  await settle();
};
const settle = async () => {
  await page.waitForSelector('#lists[aria-busy="false"]');
  await page.waitForLoadState("networkidle");
  await page.mouse.move(5, 5);
  await page.waitForTimeout(1500);
};
const take = async (path, options = {}) => {
  await settle();
  await page.screenshot({ path: join(HOME, "docs", path), ...options });
};
const jpeg = { type: "jpeg", quality: 82 };
const row = (at) => page.locator("#lists .facts-row").nth(at).locator("td").nth(1).click();
const tab = (name) => page.getByRole("tab", { name }).click();

await page.setViewportSize({ width: 1440, height: 900 });
await open("xuzhou");
await take("page.png");
await page.setViewportSize({ width: 1280, height: 800 });

await row(0);
await take("pictures/street.jpg", jpeg);
await page.locator(".drawer .listed .link").first().click();
await take("pictures/zone.jpg", jpeg);
await page.locator(".drawer .nearest .link").first().click();
await take("pictures/facility.jpg", jpeg);
await page.locator(".drawer").getByRole("button", { name: "关闭" }).click();

await tab("小区");
for (const at of [0, 2]) await page.locator("#lists .facts-row input").nth(at).click();
await page.getByRole("button", { name: "两两比较" }).click();
await take("pictures/pair.jpg", jpeg);
await page.locator(".drawer").getByRole("button", { name: "关闭" }).click();
await page.getByRole("button", { name: "取消选择" }).click();

await tab("街道");
await page.locator("details.parameters > summary").click();
await page.getByRole("combobox", { name: "供需分配" }).click();
await page.locator(".ant-select-item-option", { hasText: "可达共享" }).click();
await page.locator(".change-note .link").click();
await page.locator("details.parameters > summary").click();
await take("pictures/change.jpg", jpeg);

await open("lianyungang");
await tab("城市");
await take("pictures/city.jpg", jpeg);

await open("huaibei");
await page.getByRole("combobox", { name: "地方标准" }).click();
await page.locator(".ant-select-item-option", { hasText: "管理标准" }).click();
await take("pictures/standards.jpg", jpeg);

await browser.close();
await server.close();
