import type { Locator, Page } from "@playwright/test";
import { calculated, expect, openCity, openParameters, openTab, rows, test } from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ viewport: { width: 390, height: 844 } });

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
  await page.getByRole("button", { name: "展开全文" }).click();
  for (const chip of await page.locator(".banner li").all()) {
    const box = await chip.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  await page.getByRole("button", { name: "收起" }).click();
  for (const place of [".facts", ".status"]) {
    const box = page.locator(place);
    await expect(box).toHaveAttribute("data-more");
    await box.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    await expect(box).not.toHaveAttribute("data-more");
  }
});

const boxOf = async (of: Locator) => (await of.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

/** Rows of the list that are wholly in view, between its heading and what lies below it. */
async function rowsInView(page: Page): Promise<number> {
  const [list, heading, below] = await Promise.all(
    [".facts", ".facts thead", ".parameters"].map((place) => boxOf(page.locator(place))),
  );
  const end = Math.min((list?.y ?? 0) + (list?.height ?? 0), below?.y ?? 0);
  return Math.floor((end - (heading?.y ?? 0) - (heading?.height ?? 0)) / 32);
}

for (const [lang, least] of [
  ["zh", 4],
  ["en", 3],
] as const) {
  test(`a newcomer sees the map and ${least} rows of the list at once, ${lang}`, async ({ page }) => {
    await openCity(page, "xuzhou", `&lang=${lang}`);
    expect(await rowsInView(page)).toBeGreaterThanOrEqual(least);
    const [map, panel] = [await boxOf(page.locator("section.map")), await boxOf(page.locator(".panel"))];
    expect(panel.y - map.y).toBeGreaterThan(240);
    // The sentence in two lines, and the chips in one.
    expect((await boxOf(page.locator(".headline"))).height).toBeLessThan(90);
  });
}

for (const lang of ["zh", "en"]) {
  test(`on a phone four 片区 are in view at once, and what is said of all unfolds, ${lang}`, async ({
    page,
  }) => {
    // The first steps stand above the map, until they are put away.
    await page.addInitScript(() => localStorage.setItem("quan.first-steps", "seen"));
    await openCity(page, "xuzhou", `&lang=${lang}#tab=areas`);
    await expect(rows(page).first()).toBeVisible();
    expect(await rowsInView(page)).toBeGreaterThanOrEqual(4);
    const sums = page.locator(".area-sums");
    await expect(sums).toBeHidden();
    await page.getByRole("button", { name: /^(看合计|Show the totals)$/ }).click();
    await expect(sums).toBeVisible();
  });
}

test("on a phone the method and the remarks on the data are in view, and reached with keys", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  for (const name of [/^数据提示/, "方法说明"]) {
    const button = page.getByRole("button", { name });
    const { x, width } = await boxOf(button);
    expect(width).toBeGreaterThan(40);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
  }
  await page.getByRole("button", { name: /^数据提示/ }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "方法说明" })).toBeFocused();
  await page.getByRole("button", { name: "方法说明" }).click();
  await expect(page.getByRole("dialog", { name: "方法说明" })).toBeVisible();
});

test("on a phone what is known of a street leaves a third of the map in view, and can be drawn higher", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await rows(page).first().click();
  const drawer = page.getByRole("complementary", { name: "汇总依据" });
  const map = await boxOf(page.locator("section.map"));
  const before = await boxOf(drawer);
  expect(before.y - map.y).toBeGreaterThan(map.height / 3);
  await drawer.getByRole("button", { name: "拉高" }).click();
  await expect(async () =>
    expect((await boxOf(drawer)).height).toBeGreaterThan(1.4 * before.height),
  ).toPass();
  await drawer.getByRole("button", { name: "放低" }).click();
  await expect(async () => expect((await boxOf(drawer)).height).toBe(before.height)).toPass();
});

test("on a phone parameters open in view from any list, and what they change is told in numbers beside them", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await openTab(page, "城市");
  await expect(page.locator(".city")).toBeVisible();
  await openParameters(page);
  const field = page.getByRole("spinbutton", { name: "养老步行限" });
  const foot = await boxOf(page.locator(".status"));
  const inView = async () => {
    const { y, height } = await boxOf(field);
    return y > 0 && y + height < foot.y;
  };
  expect(await inView()).toBe(true);
  expect((await boxOf(page.getByRole("tab", { name: "城市" }))).y).toBeGreaterThan(0);
  await field.fill("300");
  const note = page.getByRole("region", { name: "这次改动" });
  await expect(note.getByRole("row", { name: /养老步行圈内/ })).toContainText(/[\d.]+\s%.*−[\d.]+\s个百分点/);
  expect(await inView()).toBe(true);
  expect(foot.y - (await boxOf(page.locator(".parameters-grid").first())).y).toBeGreaterThan(120);
  await openParameters(page);
  await calculated(page);
  await openTab(page, "街道");
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator(".parameters > summary")).toBeInViewport({ ratio: 1 });
});

for (const [lang, colorScheme, zones] of [
  ["zh", "light", "小区"],
  ["en", "dark", "Zones"],
] as const) {
  test(`nothing keeps a person with a phone out, ${lang} ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCity(page, "xuzhou", `&lang=${lang}`);
    expect(await serious(page)).toEqual([]);
    await page.locator(".legend > summary").click();
    expect(await serious(page)).toEqual([]);
    await page.locator(".parameters > summary").click();
    expect(await serious(page)).toEqual([]);
    await page.locator(".parameters > summary").click();
    await openTab(page, zones);
    await rows(page).first().click();
    await expect(page.getByRole("complementary").locator(".clause").first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });
}

test("held sideways, three rows stand beside the map, and what is known of a street over them alone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await openCity(page, "xuzhou");
  expect(await rowsInView(page)).toBeGreaterThanOrEqual(3);
  const map = await boxOf(page.locator("section.map"));
  expect(map.width).toBeGreaterThan(844 / 2);
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  const drawer = page.getByRole("complementary", { name: "汇总依据" });
  await expect(drawer).toBeVisible();
  const { x, width, height } = await boxOf(drawer);
  expect(x + width).toBeLessThanOrEqual(map.x + 1);
  expect(height).toBeGreaterThan(390 / 2);
});
