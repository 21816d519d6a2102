import { test as base, expect, type Locator, type Page } from "@playwright/test";

export { expect };

/**
 * Every test also proves that the page asks nobody else for anything and complains of nothing. Messages of the graphics
 * driver about its own speed are not the page's.
 */
export const test = base.extend<{
  quiet: undefined;
  expected: readonly RegExp[];
  map: boolean;
  places: boolean;
}>({
  /** Without a map, as where the browser has no WebGL 2: a third of the time, for tests of what stands beside it. */
  map: [true, { option: true }],
  /** With files that a page may write again, which are asked for in a dialog of the system. */
  places: [false, { option: true }],
  /** Complaints that a test brings about on purpose. */
  expected: [[], { option: true }],
  quiet: [
    async ({ page, baseURL, expected, map, places }, use) => {
      if (!map) await withoutWebgl(page);
      if (!places) await withoutPlaces(page);
      const complaints: string[] = [];
      page.on("console", (message) => {
        const driver = message.text().includes("GL Driver Message");
        const known = expected.some((complaint) => complaint.test(message.text()));
        if (["error", "warning"].includes(message.type()) && !driver && !known)
          complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        const own = request.url().startsWith(baseURL ?? "") || /^(blob|data):/.test(request.url());
        if (!own) complaints.push(`asked ${request.url()}`);
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export async function withoutWebgl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    Object.defineProperty(HTMLCanvasElement.prototype, "getContext", {
      value(this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
        return kind.startsWith("webgl") ? null : Reflect.apply(getContext, this, [kind, ...more]);
      },
    });
  });
}

/** As in a browser that saves by download alone. */
export async function withoutPlaces(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ["showOpenFilePicker", "showSaveFilePicker"]) Reflect.deleteProperty(window, name);
  });
}

/** What the page says where the map would be, if it cannot be drawn. */
export const noMap = (page: Page): Locator => page.getByText(/没有 WebGL 2|has no WebGL 2/);

/** The page with a demo city, its map drawn where it can be, and its numbers there. */
export async function openCity(page: Page, city: string, more = ""): Promise<void> {
  await page.goto(`/?city=${city}${more}`);
  await expect(page.locator('html[data-map="drawn"]').or(noMap(page))).toBeAttached();
  await calculated(page);
}

/** Waits until the numbers on screen are those of the document and the parameters. */
export async function calculated(page: Page): Promise<void> {
  await expect(page.locator("#lists")).toHaveAttribute("aria-busy", "false");
  await expect(page.getByText(/核算编号|Result no\./)).toBeVisible();
}

export const headline = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** Rows of the list in view, without its heading. */
export const rows = (page: Page): Locator =>
  page
    .getByRole("grid")
    .getByRole("row")
    .filter({ has: page.getByRole("gridcell") });

export const evidence = (page: Page): Locator => page.getByRole("complementary", { name: "小区依据" });

export const openTab = (page: Page, name: string): Promise<void> => page.getByRole("tab", { name }).click();

/** The number of the result, which is the same for the same data, parameters and standards. */
export async function resultNumber(page: Page): Promise<string> {
  await calculated(page);
  return (await page.getByText(/核算编号/).textContent()) ?? "";
}

/** Opens the block of parameters below the lists. */
export const openParameters = (page: Page): Promise<void> =>
  page.locator("summary", { hasText: "参数" }).click();

/** So that a chosen row stands in the middle of the map, whatever the legend has to say of it. */
export async function foldLegend(page: Page): Promise<void> {
  const legend = page.locator(".legend[open] > summary");
  if (await legend.isVisible()) await legend.click();
}

/** Chooses an option of a drop-down list by what it says. */
export async function choose(page: Page, list: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: list }).click();
  await page
    .locator(".ant-select-dropdown:visible .ant-select-item-option")
    .filter({ hasText: option })
    .click();
}

/** Sets a condition on the zones that are listed. */
export async function filterZones(page: Page, condition: string, option: string | RegExp): Promise<void> {
  const button = page.getByRole("button", { name: "筛选" });
  await button.click();
  await choose(page, condition, option);
  await button.click();
  await expect(page.locator(".filters")).toBeHidden();
}

/** The report of an import, made or still to be made. */
export const report = (page: Page): Locator =>
  page.getByRole("dialog", { name: /^(?:导入结果|导入：核对结果)$/ });

/** Closes the report, with which rows for the open project are taken in, and waits for the numbers. */
export async function showMap(page: Page): Promise<void> {
  await report(page)
    .getByRole("button", { name: /^(?:看地图|导入)$/ })
    .click();
  await expect(report(page)).toBeHidden();
  await calculated(page);
}

/** Where the map brings what is chosen: the middle of what its buttons, the legend and an open drawer leave free. */
export async function middleOfMap(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const boxOf = (selector: string) => page.locator(selector).first().boundingBox();
  const [map, tools, drawer, legend] = await Promise.all([
    ...[boxOf(".map-sheet"), boxOf(".map-tools")],
    (await page.locator(".drawer").isVisible()) ? boxOf(".drawer") : null,
    (await page.locator(".legend[open]").isVisible()) ? boxOf(".legend[open]") : null,
  ]);
  if (!map || !tools) throw new Error("the map is not there");
  const [left, right] = [tools.x + tools.width, drawer?.x ?? map.x + map.width];
  const covered = legend && legend.width > 0.3 * (right - left);
  return { x: (left + right) / 2, y: (map.y + (covered ? legend.y : map.y + map.height)) / 2 };
}

/** A table of one zone in Xuzhou. */
export const ONE_ZONE =
  "id,name,status,households,adminCode,lon,lat\nz1,东园,existing,800,320302,117.200,34.260\n";

/** Drops a table of facilities, without places, that takes a while to read; resolves once it is being read. */
export async function dropLong(page: Page): Promise<void> {
  await page.evaluate((count) => {
    const rows = Array.from({ length: count }, (_, i) => `long${i},甲${i},E_MEAL,built,50`);
    const data = new DataTransfer();
    data.items.add(new File([`id,name,kind,status,elderly_m2\n${rows.join("\n")}`], "long.csv"));
    for (const type of ["dragenter", "dragover", "drop"]) {
      const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector(".page")?.dispatchEvent(event);
    }
  }, LONG);
  await takeIn(page);
  await expect(page.getByRole("button", { name: "取消" })).toBeVisible();
}

/** Rows of a file that is still being read when a person does the next thing. */
const LONG = 200_000;

/** What is shown of tables before they are taken in. */
export const columns = (page: Page): Locator =>
  page.getByRole("dialog", { name: /核对列|check the columns/ });

/** Takes in what was brought, as it is shown. */
export async function takeIn(page: Page): Promise<void> {
  await columns(page)
    .getByRole("button", { name: /^(?:导入|Import)$/ })
    .click();
  await expect(columns(page)).toBeHidden();
}

export interface Dropped {
  readonly name: string;
  readonly text?: string;
  readonly base64?: string;
}

/** Drops files on the page as a person does, text or bytes in base64, and takes tables in as they are shown. */
export async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  await bring(page, files);
  if (!files.some(({ name }) => name.endsWith(".quan"))) await takeIn(page);
}

/** Drops files on the page. */
export async function bring(page: Page, files: readonly Dropped[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, text, base64 } of given) {
      const content =
        base64 === undefined ? (text ?? "") : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      data.items.add(new File([content], name));
    }
    return data;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.locator(".page").dispatchEvent(type, { dataTransfer: transfer });
  }
}
