import type { Page } from "@playwright/test";
import { waterTile, worldInPmtiles } from "../builders/pmtiles.ts";
import { colourAt, coloursOf, picture, type Rgb } from "./pictures.ts";
import { expect, openCity, test } from "./planner-page.ts";

const RED: Rgb = [230, 20, 20];

const trouble = (page: Page) => page.locator(".map-trouble");

async function openBasemap(page: Page, kind: string): Promise<void> {
  await page.getByRole("button", { name: "底图" }).click();
  await page.getByRole("combobox", { name: "数据下面铺什么" }).click();
  await page.locator(".ant-select-item-option", { hasText: kind }).click();
}

const lay = (page: Page) => page.getByRole("button", { name: "铺上" }).click();

/** A place of the map that no data lies on. */
async function groundColour(page: Page): Promise<Rgb> {
  const { x, y, height } = (await page.locator("section.map").boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const shot = await page.screenshot({ clip: { x: x + 40, y: y + height - 80, width: 20, height: 20 } });
  return colourAt(page, shot, 10, 10);
}

const reddish = ([red, green]: Rgb) => red - green > 60;

test("tiles of one's own are asked for once they are set, lie under the data, and are still there after a reload", async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  await openCity(page, "xuzhou");
  const tile = await picture(page, RED);
  await page.route("**/tiles/**", (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: tile, contentType: "image/png" });
  });
  expect(reddish(await groundColour(page))).toBe(false);
  await openBasemap(page, "自有 XYZ 瓦片");
  await page.getByLabel("瓦片地址").fill(`${baseURL}tiles/{z}/{x}/{y}.png`);
  await page.getByLabel("出处").fill("<b>某某测绘院</b>");
  expect(asked).toEqual([]);
  await lay(page);
  await expect(page.locator(".map-credit")).toHaveText("<b>某某测绘院</b>");
  await expect.poll(async () => reddish(await groundColour(page))).toBe(true);
  expect(asked[0]).toMatch(/\/tiles\/\d+\/\d+\/\d+\.png$/);
  await page.getByRole("button", { name: "存成图片" }).click();
  const preview = page.getByRole("img", { name: "预览" });
  await expect(preview).toBeVisible();
  const { width = 0, height = 0 } = (await preview.boundingBox()) ?? {};
  const pixels = await coloursOf(page, await preview.screenshot(), {
    ...{ x: Math.round(width / 20), y: Math.round(height / 2), width: 1, height: 1 },
  });
  expect(pixels.every(reddish)).toBe(true);
  await page.keyboard.press("Escape");

  await page.reload();
  await expect.poll(async () => reddish(await groundColour(page))).toBe(true);

  await openBasemap(page, "空白");
  await expect.poll(async () => reddish(await groundColour(page))).toBe(false);
});

test("an address without places for the numbers, or of shifted tiles, is refused before anybody is asked", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await openBasemap(page, "自有 XYZ 瓦片");
  await page.getByLabel("瓦片地址").fill("https://tiles.example/{z}/{x}.png");
  await lay(page);
  await expect(page.getByRole("alert")).toContainText("地址里缺瓦片编号");
  await page.getByLabel("瓦片地址").fill("https://webrd01.is.autonavi.com/tile?x={x}&y={y}&z={z}");
  await lay(page);
  await expect(page.getByRole("alert")).toContainText("坐标有偏移");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "底图" })).toBeFocused();
});

test.describe("a server that gives nothing", () => {
  test.use({ expected: [/Failed to load resource/] });

  test("is told, whatever it answers, with a way back to the blank ground", async ({ page, baseURL }) => {
    await openCity(page, "xuzhou");
    for (const [answer, words] of ANSWERS) {
      await page.unroute("**/tiles/**");
      await page.route("**/tiles/**", (route) =>
        answer === "nobody" ? route.abort() : route.fulfill({ status: answer, body: "no" }),
      );
      await openBasemap(page, "自有 XYZ 瓦片");
      await page.getByLabel("瓦片地址").fill(`${baseURL}tiles/${answer}/{z}/{x}/{y}.png`);
      await lay(page);
      await page.keyboard.press("Escape");
      await expect(trouble(page)).toContainText(words);
      await page.getByRole("button", { name: "放大" }).click();
      await trouble(page).getByRole("button", { name: "回到空白" }).click();
      await expect(trouble(page)).toBeHidden();
    }
  });
});

const ANSWERS = [
  [403, "不给瓦片"],
  [404, "没有这一带的瓦片"],
  [500, "报错"],
  ["nobody", "没有应答"],
] as const;

test.describe("a server that was not allowed when the page was served", () => {
  // The browser tells of what the page's own policy forbids; no request leaves it.
  test.use({ expected: [/Content Security Policy/] });

  test("is not asked by the browser, and the map says what to do", async ({ page }) => {
    await openCity(page, "xuzhou");
    await openBasemap(page, "自有 XYZ 瓦片");
    await page.getByLabel("瓦片地址").fill("https://tiles.example/{z}/{x}/{y}.png");
    await lay(page);
    await page.keyboard.press("Escape");
    await expect(trouble(page)).toContainText("--tiles");
  });
});

test("a file of PMTiles is drawn from this computer, and no longer once the page is loaded anew", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  const archive = worldInPmtiles(await picture(page, RED), "png");
  await openBasemap(page, "PMTiles 文件");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选本机文件" }).click();
  await (await choosing).setFiles({ name: "底图 甲.pmtiles", mimeType: "", buffer: Buffer.from(archive) });
  await expect(page.getByText("底图 甲.pmtiles：只用于这一次打开")).toBeVisible();
  await lay(page);
  await expect.poll(async () => reddish(await groundColour(page))).toBe(true);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-map", "drawn");
  expect(reddish(await groundColour(page))).toBe(false);
});

test("vector tiles are drawn in the colours of the map, from an address that serves ranges", async ({
  page,
  baseURL,
}) => {
  const archive = Buffer.from(worldInPmtiles(waterTile(), "mvt"));
  await openCity(page, "xuzhou");
  await page.route("**/world.pmtiles", (route) => {
    const [from = 0, to = 0] =
      /(\d+)-(\d+)/
        .exec(route.request().headers()["range"] ?? "")
        ?.slice(1)
        .map(Number) ?? [];
    const body = archive.subarray(from, to + 1);
    const range = `bytes ${from}-${from + body.length - 1}/${archive.length}`;
    return route.fulfill({ status: 206, body, headers: { "Content-Range": range } });
  });
  await openBasemap(page, "PMTiles 文件");
  await page.getByLabel("PMTiles 地址").fill(`${baseURL}world.pmtiles`);
  await lay(page);
  await expect.poll(() => groundColour(page)).toEqual([0xdb, 0xe8, 0xef]);
});
