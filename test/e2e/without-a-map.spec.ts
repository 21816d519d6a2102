import { evidence, expect, headline, noMap, openCity, openTab, rows, test } from "./planner-page.ts";

test.use({ map: false });

test("without WebGL 2 the verdicts, the evidence and the lists are all there", async ({ page }) => {
  await openCity(page, "xuzhou");
  await expect(noMap(page)).toBeVisible();
  await expect(headline(page)).toContainText("个小区");
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(evidence(page).locator(".clause").first()).toBeVisible();
});
