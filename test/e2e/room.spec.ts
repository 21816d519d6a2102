import type { Page } from "@playwright/test";
import { choose, expect, openCity, openParameters, openTab, rows, test } from "./planner-page.ts";

test.use({ map: false });

/** Headings that begin in view, with where they end, and where the list does. */
async function headings(page: Page) {
  return page.locator(".facts").evaluate((list) => {
    const { left } = list.getBoundingClientRect();
    const end = list.clientWidth;
    const all = Array.from(list.querySelectorAll("th"), (heading) => {
      const box = heading.getBoundingClientRect();
      return {
        title: heading.textContent?.replace(/[↑↓]/, "").replace(/\s/g, " ").trim() ?? "",
        sorted: /ascending|descending/.test(heading.getAttribute("aria-sort") ?? ""),
        begins: box.left - left,
        ends: box.right - left,
      };
    });
    return { end, shown: all.filter(({ begins }) => begins < end - 1) };
  });
}

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];

for (const size of SIZES) {
  for (const lang of ["zh", "en"]) {
    test(`no column of a list is cut, and what it is sorted by is in view, ${size.width} ${lang}`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      await openCity(page, "xuzhou", `&lang=${lang}`);
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        if ((await page.getByRole("grid").count()) === 0) continue;
        await expect(rows(page).first()).toBeVisible();
        const { end, shown } = await headings(page);
        expect(shown.length).toBeGreaterThanOrEqual(3);
        for (const { ends } of shown) expect(ends).toBeLessThanOrEqual(end + 1);
        expect(shown.filter(({ sorted }) => sorted)).toHaveLength(1);
      }
    });
  }
}

test("a wide screen shows the old and the small children of every street, and what else fits", async ({
  page,
}) => {
  await page.setViewportSize({ width: 3840, height: 2160 });
  await openCity(page, "xuzhou");
  const { shown } = await headings(page);
  const titles = shown.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(["户数", "60 岁以上", "3 岁以下"]));
});

test("names of zones are not cut where the row has room", async ({ page }) => {
  // Here one column more would fit if names were not asked what they need.
  await page.setViewportSize({ width: 1404, height: 800 });
  await openCity(page, "xuzhou");
  await openTab(page, "小区");
  await expect(rows(page).first()).toBeVisible();
  const cut = await page
    .locator(".facts-row td:first-child .facts-name")
    .evaluateAll((names) =>
      names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent),
    );
  expect(cut).toEqual([]);
});

test("five rows of the list stay beside parameters and what they changed", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openParameters(page);
  await choose(page, "地方标准", "连云港");
  await expect(page.getByRole("region", { name: "这次改动" })).toContainText("算得出");
  const list = await page.locator(".facts").boundingBox();
  const heading = await page.locator(".facts thead").boundingBox();
  const room = (list?.height ?? 0) - (heading?.height ?? 0);
  expect(room / 32).toBeGreaterThanOrEqual(5);
  const below = await page.locator("details.parameters").boundingBox();
  expect(below?.height).toBeGreaterThan(160);
  expect((below?.y ?? 0) + (below?.height ?? 0)).toBeLessThanOrEqual(900 - 28);
});

test("the ring around a heading that has the focus is whole", async ({ page }) => {
  await openCity(page, "xuzhou");
  await page.getByPlaceholder("按名称找").focus();
  const heading = page.getByRole("columnheader", { name: "满足率" }).getByRole("button");
  for (let i = 0; i < 6 && !(await heading.evaluate((one) => one === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await expect(heading).toBeFocused();
  const outside = await heading.evaluate((button) => {
    const { outlineOffset, outlineWidth } = getComputedStyle(button);
    const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
    const list = button.closest(".facts")?.getBoundingClientRect();
    return (list?.top ?? 0) - (button.getBoundingClientRect().top - reach);
  });
  expect(outside).toBeLessThanOrEqual(0);
});

/** The names of the sentence on top that a line ends inside of. */
function brokenNames(page: Page): Promise<string[]> {
  return page.getByRole("heading", { level: 1 }).evaluate((heading) => {
    const words = heading.textContent ?? "";
    const names = words.slice(words.lastIndexOf("：") + 1).match(/[^、。]+/g) ?? [];
    const letters: { readonly node: Node; readonly at: number }[] = [];
    const walk = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      for (let at = 0; at < (node.nodeValue?.length ?? 0); at++) letters.push({ node, at });
    const topOf = (place: number) => {
      const letter = letters[place];
      if (!letter) return Number.NaN;
      const range = document.createRange();
      range.setStart(letter.node, letter.at);
      range.setEnd(letter.node, letter.at + 1);
      return range.getBoundingClientRect().top;
    };
    return names.filter((name) => {
      const begins = words.lastIndexOf(name);
      return topOf(begins) !== topOf(begins + name.length - 1);
    });
  });
}

test("the sentence on top takes the room there is, and no line of it ends inside a name", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  for (let width = 600; width < 1500; width += 37) {
    await page.setViewportSize({ width, height: 900 });
    expect(await brokenNames(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1920, height: 1080 });
  expect((await page.locator(".headline").boundingBox())?.height).toBeLessThanOrEqual(60);
});

test.describe("in the colours of the system", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("what is chosen is told from what is not, and colours that mean something stay", async ({ page }) => {
    await openCity(page, "xuzhou");
    const ground = (place: string) =>
      page
        .locator(place)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    for (const row of ["服务对象", "语言"]) {
      const chosen = page.getByRole("radiogroup", { name: row }).locator(".ant-segmented-item-selected");
      await expect(chosen).not.toHaveCSS("background-color", await ground("body"));
    }
    await rows(page).first().click();
    const edge = (row: number) =>
      rows(page)
        .nth(row)
        .locator("td")
        .first()
        .evaluate((cell) => getComputedStyle(cell).borderLeftWidth);
    expect(await edge(0)).toBe("6px");
    expect(await edge(1)).toBe("0px");
    expect(await ground(".first-steps-now")).not.toBe(await ground(".first-steps-place > i:not([class])"));
    expect(await ground(".share-track > span")).not.toBe(await ground(".share-track"));
  });
});

test.describe("with more contrast", () => {
  test.use({ contextOptions: { contrast: "more" } });

  test("an empty bar does not look like a full one", async ({ page }) => {
    await openCity(page, "xuzhou");
    const track = page.locator(".share-track").first();
    expect(await track.evaluate((bar) => getComputedStyle(bar).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
  });
});
