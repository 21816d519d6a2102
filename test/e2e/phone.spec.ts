import type { Page } from "@playwright/test";
import { expect, openCity, openTab, test } from "./planner-page.ts";

test.use({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });

/** First and last row of the free part of the map that shows a coloured zone or facility, and how many rows it has. */
async function colouredRows(page: Page): Promise<{ first: number; last: number; of: number }> {
  const map = await page.getByRole("region", { name: "地图" }).first().boundingBox();
  const lists = await page.getByRole("region", { name: "清单" }).boundingBox();
  if (!map || !lists) throw new Error("no map, or no lists");
  // Beside the buttons and the legend.
  const free = lists.y > map.y ? lists.y - map.y : map.height;
  const clip = { x: map.x + 60, y: map.y, width: map.width - 160, height: free };
  const shot = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async (png) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${png}`;
    await picture.decode();
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(width, height).getContext("2d");
    if (!canvas) throw new Error("no canvas");
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, width, height);
    const rows = Array.from({ length: height }, (_, y) => y).filter((y) => {
      const row = data.subarray(y * width * 4, (y + 1) * width * 4);
      return row.some((red, i) => i % 4 === 0 && Math.abs(red - (row[i + 2] ?? 0)) > 100);
    });
    return { first: rows[0] ?? -1, last: rows.at(-1) ?? -1, of: height };
  }, shot);
}

test("the whole city stands in what the lists leave of the map, at every height of theirs and turned", async ({
  page,
}) => {
  const stands = () =>
    expect(async () => {
      const { first, last, of } = await colouredRows(page);
      expect(last - first).toBeGreaterThan(0.35 * of);
      expect(first).toBeGreaterThan(16);
      expect(last).toBeLessThan(of - 16);
      // In the middle of it, give or take what lies at one edge of the city alone.
      expect(Math.abs((first + last - of) / 2)).toBeLessThan(0.12 * of);
    }).toPass();
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  await stands();
  await page.getByText("看地图", { exact: true }).click();
  await stands();
  await page.getByText("各一半", { exact: true }).click();
  await stands();
  await page.setViewportSize({ width: 600, height: 700 });
  await stands();
});

test("on a phone the scheme can be chosen, and what does not fit tells that there is more", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await page.getByRole("button", { name: "深色" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  for (const chip of await page.locator(".banner li").all()) {
    const box = await chip.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  for (const place of [".facts", ".status"]) {
    const box = page.locator(place);
    await expect(box).toHaveAttribute("data-more");
    await box.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    await expect(box).not.toHaveAttribute("data-more");
  }
});

test("held sideways, what is known of a street leaves half of the map in view", async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await openCity(page, "xuzhou");
  const map = (await page.locator("section.map").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  const drawer = page.getByRole("complementary", { name: "汇总依据" });
  await expect(drawer).toBeVisible();
  expect((await drawer.boundingBox())?.width ?? map.width).toBeLessThanOrEqual(map.width / 2);
});
