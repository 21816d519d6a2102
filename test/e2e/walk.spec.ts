import type { Locator, Page } from "@playwright/test";
import { closePrinting, holdPrinting, isPrinting, sheets } from "./paper.ts";
import {
  calculated,
  evidence,
  expect,
  headline,
  openCity,
  resultNumber,
  rows,
  test,
} from "./planner-page.ts";

/** How a person works the page. */
interface Hand {
  readonly press: (control: Locator) => Promise<void>;
  readonly openTab: (name: string) => Promise<void>;
  /** Chooses the row at a place of the list. */
  readonly row: (at: number) => Promise<void>;
  readonly pickRow: (at: number) => Promise<void>;
  readonly type: (field: Locator, text: string) => Promise<void>;
}

const mouse = (page: Page): Hand => ({
  press: (control) => control.click(),
  openTab: (name) => page.getByRole("tab", { name }).click(),
  row: (at) => rows(page).nth(at).click(),
  pickRow: (at) => rows(page).nth(at).getByRole("checkbox").click(),
  type: async (field, text) => {
    await field.fill(text);
    await field.press("Enter");
  },
});

const MOST_TABS = 160;

/** Nothing but keys: a control is reached by the tabulator, from wherever the focus is. */
function keyboard(page: Page): Hand {
  const key = (name: string) => page.keyboard.press(name);
  const reach = async (control: Locator) => {
    await expect(control).toBeVisible();
    for (let i = 0; i < MOST_TABS; i++) {
      if (await control.evaluate((element) => element.contains(document.activeElement))) return;
      await key("Tab");
    }
    throw new Error(`the tabulator does not lead to ${control}`);
  };
  const row = async (at: number) => {
    await reach(page.getByRole("grid"));
    await key("Home");
    for (let i = 0; i < at; i++) await key("ArrowDown");
  };
  return {
    press: async (control) => {
      await reach(control);
      await key("Enter");
    },
    openTab: async (name) => {
      await reach(page.getByRole("tablist"));
      const tab = page.getByRole("tab", { name });
      for (let i = 0; i < 4 && (await tab.getAttribute("aria-selected")) !== "true"; i++) {
        await key("ArrowRight");
        await key("Enter");
      }
      await expect(tab).toHaveAttribute("aria-selected", "true");
    },
    row,
    pickRow: async (at) => {
      await row(at);
      await key("Space");
    },
    type: async (field, text) => {
      await reach(field);
      await key("ControlOrMeta+a");
      await key("Delete");
      await page.keyboard.type(text);
      await key("Enter");
    },
  };
}

const WALKS = [
  { city: "xuzhou", hand: mouse, with: "the mouse", width: 1440 },
  { city: "sucheng", hand: keyboard, with: "the keyboard", width: 1440 },
  { city: "lianyungang", hand: mouse, with: "the mouse", width: 390 },
  { city: "huaibei", hand: keyboard, with: "the keyboard", width: 390 },
] as const;

const ALL = ["xuzhou", "sucheng", "lianyungang", "huaibei"].flatMap((city) =>
  WALKS.map((walk) => ({ ...walk, city })),
);

test.beforeEach(async ({ page }) => {
  await holdPrinting(page);
  await page.addInitScript(() => localStorage.setItem("quan.first-steps", "seen"));
});

for (const { city, hand: of, width, ...walk } of process.env.QUAN_LONG ? ALL : WALKS) {
  test(`two minutes and a day in ${city} with ${walk.with}, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: width < 800 ? 844 : 900 });
    await openCity(page, city);
    const hand = of(page);
    const close = () => hand.press(page.getByRole("complementary").getByRole("button", { name: "关闭" }));

    // Two minutes: the sentence, the worst 街道, a 小区 in it, a place, a page to take along.
    await expect(headline(page)).toContainText(/[\d,]+\s个小区：.*缺 [\d,]+.*占全市缺口最多：.*街道/);
    await hand.row(0);
    const street = page.getByRole("complementary", { name: "汇总依据" });
    await expect(street).toContainText(/应有.*实有.*缺/);
    const worst = street.getByRole("listitem").first().getByRole("button");
    const name = (await worst.textContent()) ?? "";
    await hand.press(worst);
    await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name);
    await expect(evidence(page).locator(".clause").first()).toBeVisible();
    await expect(evidence(page).locator(".arithmetic").first()).toContainText(/[÷×<≥]/);
    await expect(evidence(page)).toContainText("未计入");
    await hand.press(evidence(page).locator(".nearest").getByRole("button").first());
    await expect(page.getByRole("complementary", { name: "设施" })).toContainText("可达小区");
    await close();
    await hand.openTab("街道");
    await hand.row(0);
    await hand.press(street.getByRole("button", { name: "生成街道一页" }));
    await isPrinting(page);
    await expect(sheets(page)).toHaveCount(1);
    await closePrinting(page);
    await close();

    // A day: zones found, picked and set side by side; a parameter tried and taken back.
    await hand.openTab("小区");
    await hand.type(page.getByRole("searchbox"), name);
    await expect(rows(page).first()).toContainText(name);
    await hand.type(page.getByRole("searchbox"), "");
    await hand.pickRow(0);
    await hand.pickRow(1);
    const picked = page.getByRole("region", { name: "已选小区" });
    await expect(picked).toContainText("已选 2 个小区");
    await hand.press(picked.getByRole("button", { name: "两两比较" }));
    const pair = page.getByRole("complementary", { name: "两个小区对比" });
    await expect(pair.getByRole("row", { name: /总判定/ })).toBeVisible();
    await close();
    await hand.press(picked.getByRole("button", { name: "取消选择" }));

    const before = await resultNumber(page);
    await hand.press(page.locator("summary", { hasText: "参数" }));
    await hand.type(page.getByLabel("养老步行限"), "500");
    const note = page.getByRole("region", { name: "这次改动" });
    await expect(note).toContainText("改了步行限");
    await calculated(page);
    await hand.press(note.getByRole("button", { name: "改回去" }));
    await expect(page.getByText(before)).toBeVisible();
  });
}
