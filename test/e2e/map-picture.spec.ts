import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { coloursOf } from "./pictures.ts";
import { choose, expect, openCity, openParameters, test } from "./planner-page.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "地图图片" });

async function openPicture(page: Page): Promise<void> {
  await page.getByRole("button", { name: "存成图片" }).click();
  await expect(dialog(page).getByRole("img", { name: "预览" })).toBeVisible();
}

async function saved(page: Page) {
  const loading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "存图片（PNG）" }).click();
  const download = await loading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const dark = ([red, green, blue]: readonly number[]) => Math.max(red ?? 0, green ?? 0, blue ?? 0) < 110;

test("the map in view becomes a picture of the size asked for, with map, legend and what it may be used for", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await openPicture(page);
  await dialog(page).getByLabel("图名").fill("缺口 / 一览");
  const { name, bytes } = await saved(page);
  await expect(dialog(page)).toBeHidden();
  expect(name).toBe("缺口 一览.png");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([3508, 2480]);
  expect(bytes.subarray(37, 41).toString()).toBe("pHYs");
  expect(view.getUint32(41)).toBe(11811);
  const inked = async (x: number, y: number, width: number, height: number) =>
    (await coloursOf(page, bytes, { x, y, width, height })).some(dark);
  expect(await inked(75, 2260, 900, 70), "the sentence of use").toBe(true);
  expect(await inked(75, 75, 900, 80), "the title").toBe(true);
  expect(await inked(3200, 330, 200, 150), "the north arrow").toBe(true);
  const middle = await coloursOf(page, bytes, { x: 1400, y: 1000, width: 600, height: 400 });
  expect(new Set(middle.map(String)).size, "colours of the map").toBeGreaterThan(50);
});

test("the map in view becomes a drawing whose areas and letters can be worked on", async ({ page }) => {
  await openCity(page, "xuzhou");
  await page.locator(".legend").getByText("判定", { exact: true }).click();
  await openPicture(page);
  await dialog(page).getByLabel("图名").fill("缺口 <一览> & 其他");
  const loading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "存矢量图（SVG）" }).click();
  const download = await loading;
  expect(download.suggestedFilename()).toBe("缺口 一览 & 其他.svg");
  const text = await readFile(await download.path(), "utf8");
  const found = await page.evaluate((xml) => {
    const drawing = new DOMParser().parseFromString(xml, "image/svg+xml");
    const all = (name: string) => [...drawing.querySelectorAll(name)];
    return {
      root: drawing.documentElement.getAttribute("viewBox"),
      texts: all("text").map((each) => each.textContent),
      zones: all("path[fill^='rgb']").length,
      facilities: all("circle[stroke], rect[stroke]").length,
      pictures: all("image, script").length,
      numbers: all("[d*=NaN], [cx=NaN], [x=NaN]").length,
    };
  }, text);
  expect(found).toMatchObject({ root: "0 0 1122.56 793.6", pictures: 0, numbers: 0 });
  expect(found.texts).toEqual(
    expect.arrayContaining(["缺口 <一览> & 其他", "内部工作用图，未经审图，不得公开", "北", "老街街道"]),
  );
  expect(found.zones).toBeGreaterThan(350);
  expect(found.facilities).toBeGreaterThan(300);
});

test("another size is another page, and English speaks English", async ({ page }) => {
  await openCity(page, "sucheng", "&lang=en");
  await page.getByRole("button", { name: "Save as a picture" }).click();
  const box = page.getByRole("dialog", { name: "Picture of the map" });
  await expect(box.getByRole("img", { name: /Elderly care, share met/ })).toBeVisible();
  await choose(page, "Size", "Slide");
  await expect(box.getByRole("img", { name: "Preview" })).toBeVisible();
  const loading = page.waitForEvent("download");
  await box.getByRole("button", { name: "Save picture (PNG)" }).click();
  const bytes = await readFile(await (await loading).path());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
  await expect(box).toBeHidden();
});

test("old numbers do not become a picture", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openPicture(page);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "存成图片" })).toBeFocused();
  await openParameters(page);
  const seen = page.evaluate(
    () =>
      new Promise<string | undefined>((resolve) => {
        const lists = document.querySelector("#lists");
        new MutationObserver(() => {
          if (lists?.getAttribute("aria-busy") !== "true") return;
          const tool = document.querySelector<HTMLButtonElement>(".map-tools button:last-child");
          resolve(tool?.disabled ? tool.title : "enabled");
        }).observe(document.body, { attributes: true, subtree: true });
      }),
  );
  await choose(page, "供需分配", "可达共享");
  expect(await seen).toBe("存成图片：等数字算完");
});
