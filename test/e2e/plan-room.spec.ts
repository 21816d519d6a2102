import type { Page } from "@playwright/test";
import { accept, find, findFor, made, measures, moneyField, openPlans, openQuestion } from "./plan-page.ts";
import { calculated, expect, openTab, test } from "./planner-page.ts";

test.use({ map: false });

const note = (page: Page) => page.getByRole("region", { name: "这次改动" });
const heightOf = async (page: Page, selector: string) =>
  (await page.locator(selector).boundingBox())?.height ?? Number.NaN;

test("an adopted plan is told in one line beside the plans, unfolded and put away by who wants it", async ({
  page,
}) => {
  await openPlans(page);
  await findFor(page, "500");
  await accept(page).click();
  await calculated(page);
  await expect(note(page)).toContainText(/养老用房缺 −[\d,]+\sm²，托位缺 −[\d,]+\s个/);
  await expect(note(page).getByRole("table")).toBeHidden();
  const folded = await heightOf(page, ".change-note");
  expect(folded).toBeLessThan(0.25 * (await heightOf(page, "#lists")));
  await note(page).getByRole("button", { name: "展开全文" }).click();
  await expect(note(page).getByRole("table")).toBeVisible();
  await note(page).getByRole("button", { name: "收起" }).click();
  expect(await heightOf(page, ".change-note")).toBe(folded);
  await note(page).getByRole("button", { name: "关闭" }).click();
  await expect(note(page)).toBeHidden();
});

test("a newcomer's next step is told beside the lists it speaks of, and not to who plans", async ({
  page,
}) => {
  await openPlans(page);
  const steps = page.getByRole("region", { name: "第一次使用" });
  await expect(steps).toBeHidden();
  await openTab(page, "街道");
  await expect(steps).toContainText("先点一个街道");
  await page.getByRole("grid").locator("tbody tr").first().click();
  await expect(steps).toContainText("再点一个小区");
  await page.reload();
  await calculated(page);
  await openTab(page, "街道");
  await expect(steps).toContainText("再点一个小区");
  await openTab(page, "补点方案");
  await findFor(page, "300");
  await openTab(page, "街道");
  await expect(page.getByRole("grid").locator("tbody tr").first()).toBeVisible();
  await expect(steps).toBeHidden();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a search whose worker is lost says so in view", async ({ page }) => {
    await openPlans(page);
    await find(page).click();
    await expect(page.locator(".plan-so-far")).toBeVisible();
    const solver = page.workers().find((each) => each.url().includes("solver"));
    await solver?.evaluate(() => {
      setTimeout(() => {
        throw new Error("out of memory");
      });
    });
    await expect(page.locator(".plans").getByRole("alert")).toContainText("计算中途断了");
    await expect(page.locator(".plans").getByRole("alert")).toBeInViewport({ ratio: 1 });
  });

  test("what of a plan does not stand any more comes into view, and leaves a field that is typed in where it is", async ({
    page,
  }) => {
    await openPlans(page);
    await findFor(page, "500");
    const conflicts = page.getByRole("region", { name: /^依据变了的措施/ });
    const title = conflicts.getByRole("heading", { name: /^依据变了的措施/ });
    const first = (await measures(page).first().locator(".facts-aside").textContent()) ?? "";
    await measures(page).first().locator("td").first().click();
    const facility = page.getByRole("complementary", { name: "设施" });
    await expect(facility.getByRole("heading", { level: 2 })).toHaveText(first);
    await page.locator(".plans").evaluate((plans) => plans.scrollTo(0, plans.scrollHeight));
    await facility.getByRole("button", { name: "停用" }).click();
    await calculated(page);
    await facility.getByRole("button", { name: "关闭" }).click();
    await expect(title).toBeInViewport({ ratio: 1 });
    await expect(made(page)).toContainText("依据变了");

    await page.getByRole("button", { name: "撤销" }).click();
    await calculated(page);
    await expect(conflicts).toBeHidden();
    await openQuestion(page);
    await moneyField(page).focus();
    // As by another hand: the focus stays in the field.
    await page.getByRole("button", { name: "重做" }).evaluate((button: HTMLElement) => button.click());
    await expect(conflicts).toBeAttached();
    await calculated(page);
    await expect(moneyField(page)).toBeFocused();
    await expect(moneyField(page)).toBeInViewport({ ratio: 1 });
  });

  for (const lang of ["zh", "en"]) {
    test(`no line ends between a number and what it counts, ${lang}`, async ({ page }) => {
      await openPlans(page, "xuzhou", `&lang=${lang}`);
      // What a budget does: the third of the questions.
      await page.locator(".plan-goals").getByRole("radio").nth(2).check();
      const budget = page.getByRole("spinbutton", { name: lang === "zh" ? "预算" : "Budget" });
      await budget.fill("300");
      await budget.press("Tab");
      await page.locator(".plan-go .ant-btn-primary").first().click();
      await expect(page.locator(".plan-progress")).toBeHidden();
      await page.locator(".headline-fold").click();
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        await expect(tab).toHaveAttribute("aria-selected", "true");
        await page.locator("#lists details").evaluateAll((all) => {
          for (const each of all) (each as HTMLDetailsElement).open = true;
        });
        expect(await partedNumbers(page)).toEqual([]);
      }
    });
  }
});

/** Numbers at the end of a line, of what is in view, whose unit begins the next. */
function partedNumbers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lineOf = (text: Text, at: number) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return [...range.getClientRects()].find(({ width }) => width > 0);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const parted: string[] = [];
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (!node.parentElement?.checkVisibility() || node.parentElement.closest(".unseen")) continue;
      for (const { 0: said, index } of node.data.matchAll(/\d\s?(?=[\p{L}%])/gu)) {
        const [number, unit] = [lineOf(node, index), lineOf(node, index + said.length)];
        if (number && unit && unit.top >= number.bottom - 2) parted.push(node.data);
      }
    }
    return parted;
  });
}
