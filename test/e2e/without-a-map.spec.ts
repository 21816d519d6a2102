import { calculated, evidence, expect, headline, openTab, rows, test } from "./planner-page.ts";

test("without WebGL 2 the verdicts, the evidence and the lists are all there", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(HTMLCanvasElement.prototype, "getContext", { value: () => null });
  });
  await page.goto("/?city=xuzhou");
  await calculated(page);
  await expect(page.getByText("此浏览器没有 WebGL 2")).toBeVisible();
  await expect(headline(page)).toContainText("个小区");
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(evidence(page).locator(".clause").first()).toBeVisible();
});
