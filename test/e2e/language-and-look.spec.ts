import { expect, headline, openCity, test } from "./planner-page.ts";

test.describe("without the map", () => {
  test.use({ map: false });

  test("the page speaks English, completely, and remembers it", async ({ page }) => {
    await openCity(page, "sucheng");
    await page.getByText("EN", { exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(headline(page)).toContainText(/zones.*short by/);
    for (const tab of ["Subdistricts", "Zones", "Facilities"]) {
      await page.getByRole("tab", { name: tab }).click();
      const heads = await page.getByRole("columnheader").allTextContents();
      expect(heads.join(" ")).not.toMatch(/\p{Script=Han}/u);
    }
    await page.reload();
    await expect(headline(page)).toContainText(" zones");
  });

  test("dark and light follow the system, or the person", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await openCity(page, "xuzhou");
    await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
    await page.getByRole("button", { name: "浅色" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-scheme", "light");
  });
});

test("on a phone the lists are a sheet over the map, and nothing runs off the side", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openCity(page, "xuzhou");
  const panel = page.getByRole("region", { name: "清单" });
  const middle = (await panel.boundingBox())?.height ?? 0;
  await page.getByText("看清单", { exact: true }).click();
  await expect.poll(async () => (await panel.boundingBox())?.height ?? 0).toBeGreaterThan(middle);
  await page.getByText("看地图", { exact: true }).click();
  await expect.poll(async () => (await panel.boundingBox())?.height ?? 0).toBeLessThan(middle);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBe(0);
});
