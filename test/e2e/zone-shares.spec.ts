import type { Page } from "@playwright/test";
import { closePrinting, holdPrinting, isPrinting, sheets } from "./paper.ts";
import {
  calculated,
  choose,
  evidence,
  expect,
  openCity,
  openParameters,
  rows,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

/** The list of 片区. */
async function openAreas(page: Page): Promise<void> {
  await openCity(page, "xuzhou", "#tab=areas");
  await expect(rows(page).first()).toBeVisible();
  await calculated(page);
}

/** The evidence of the worst served zone of the second 片区. */
async function openShortZone(page: Page): Promise<void> {
  await openAreas(page);
  await rows(page).nth(1).click();
  await page.locator(".drawer tbody").first().getByRole("button").first().click();
}

/** Of a sentence or a figure. */
const amounts = (text: string): number[] =>
  Array.from(text.replaceAll(",", "").matchAll(/\d+(?:\.\d+)?/g), Number);

test.describe("without the map", () => {
  test.use({ map: false });

  test("a zone tells what it is given, with whom it is short, and leads to its 片区", async ({ page }) => {
    await openShortZone(page);
    const share = evidence(page).getByRole("region", { name: "均衡分配" }).last();
    await expect(share.locator("strong")).toHaveText(/^(?:够得着但已满|够不着)$/);
    await expect(share).toContainText(/单独不足|片区共同不足（与/);
    const [need = 0, own = 0, given = 0, met = 0] = (await share.locator("dd").allTextContents()).map(
      (text) => amounts(text)[0] ?? Number.NaN,
    );
    expect(need).toBeGreaterThan(own + given);
    expect((100 * (own + given)) / need).toBeCloseTo(met, 0);
    const certificate = (await share.locator(".zone-certificate").textContent()) ?? "";
    expect(certificate).toContain("缺");
    expect(await serious(page)).toEqual([]);
    const link = share.getByRole("button", { name: /^看片区 \d+$/ });
    const name = ((await link.textContent()) ?? "").slice(1);
    await link.click();
    const area = page.getByRole("complementary", { name: "片区依据" });
    await expect(area.getByRole("heading", { level: 2 })).toHaveText(name);
    await expect(area.locator(".area-sentence")).toHaveText(certificate);
  });

  test("a pass names whom it assumes to use none of its rooms, on paper too", async ({ page }) => {
    await holdPrinting(page);
    await openCity(page, "xuzhou", "#tab=zones&zone=Z0045");
    const assumption = "此项“符合”以秀港大院、德亭巷小区不使用异地用房为前提";
    const passed = evidence(page).locator(".line").filter({ hasText: assumption });
    await expect(passed).toHaveCount(1);
    await expect(passed.locator(".line-head").first()).toContainText("符合（有提示）");
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: "打印小区一页" }).click();
    await isPrinting(page);
    await expect(sheets(page)).toContainText(assumption);
    await closePrinting(page);
  });

  test("by another method nothing is said of shares", async ({ page }) => {
    await openShortZone(page);
    await openParameters(page);
    await choose(page, "供需分配", "自有配建");
    await calculated(page);
    await expect(evidence(page)).toBeVisible();
    await expect(evidence(page).getByRole("region", { name: "均衡分配" })).toHaveCount(0);
  });
});

test("the map draws whom a chosen facility serves, and says so", async ({ page }) => {
  await openAreas(page);
  const legend = page.locator(".legend");
  await rows(page).nth(1).click();
  const reached = page.getByRole("region", { name: "能到达的全部设施" });
  await expect(legend).not.toContainText("服务关系");
  await reached.locator("tbody").getByRole("button").first().click();
  await expect(page.getByRole("complementary", { name: "设施" })).toContainText("服务哪些小区");
  await expect(legend).toContainText("服务关系：线越粗，分得越多");
  await page.keyboard.press("Escape");
  await expect(legend).not.toContainText("服务关系");
});
