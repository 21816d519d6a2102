import type { Locator, Page } from "@playwright/test";
import {
  calculated,
  expect,
  foldLegend,
  headline,
  middleOfMap,
  openCity,
  openParameters,
  resultNumber,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

const find = (page: Page): Locator => page.getByRole("button", { name: /^(?:重新)?求方案$/ });
const made = (page: Page): Locator => page.getByRole("region", { name: "方案", exact: true });
const measures = (page: Page): Locator => page.getByRole("grid", { name: "措施" }).locator("tbody tr");
const accept = (page: Page): Locator => page.getByRole("button", { name: "采用方案" });
const site = (page: Page): Locator => page.getByRole("complementary", { name: "候选点" });
const moneyField = (page: Page): Locator => page.getByRole("spinbutton", { name: "预算" });
const solvers = (page: Page): number => page.workers().filter((each) => each.url().includes("solver")).length;

/** The tab of plans, and what is missing in it. */
async function openPlans(page: Page, city = "xuzhou", more = ""): Promise<void> {
  await openCity(page, city, `${more}#tab=plans`);
  await expect(page.locator(".plans > [aria-busy='false']").first()).toBeVisible();
  await expect(page.locator(".plan-progress")).toBeHidden();
}

const question = (page: Page): Locator => page.getByRole("region", { name: "要做到什么" });

/** Unfolds the question of a plan that is there. */
async function openQuestion(page: Page): Promise<void> {
  const change = page.getByRole("button", { name: "改一改" });
  if (await change.isVisible()) await change.click();
  await expect(question(page)).toBeVisible();
}

/** Asks for what a budget does, which is found at once. */
async function findFor(page: Page, budget: string): Promise<void> {
  await openQuestion(page);
  await page.getByRole("radio", { name: /手里有多少钱/ }).check();
  await moneyField(page).fill(budget);
  await moneyField(page).press("Tab");
  await find(page).click();
  await expect(page.locator(".plan-progress")).toBeHidden();
  await expect(made(page)).toHaveAttribute("aria-busy", "false");
}

test.describe("without a map", () => {
  test.use({ map: false });

  test("a plan is found, adopted as one edit and taken back, and nothing of it stays", async ({ page }) => {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await openPlans(page);
    const number = await resultNumber(page);
    const said = await headline(page).textContent();
    const asked = () => fetched.filter((url) => url.endsWith(".wasm"));
    expect(asked()).toEqual([]);

    await findFor(page, "500");
    expect(asked()).toHaveLength(1);
    await expect(made(page)).toContainText("已证明：这些钱补不了更多。");
    await expect(made(page)).toContainText(/费用4\d\d(?:\.\d)? 万元|费用500 万元/);
    await expect(made(page)).toContainText(/养老缺2,\d{3}\s*m² → 1,\d{3}\s*m²/);
    const count = Number(/措施(\d+) 项/.exec((await made(page).textContent()) ?? "")?.[1]);
    await expect(measures(page)).toHaveCount(count);
    expect(await serious(page)).toEqual([]);

    await accept(page).click();
    await calculated(page);
    expect(await resultNumber(page)).not.toBe(number);
    await expect(made(page)).toContainText("这是改之前的方案");
    await expect(accept(page)).toBeDisabled();
    await page.getByRole("button", { name: "改动记录" }).click();
    await expect(page.getByText(/采用补点方案 · 预算 500 万元/)).toBeVisible();
    await page.getByRole("button", { name: "撤销" }).click();
    await calculated(page);
    expect(await resultNumber(page)).toBe(number);
    expect(await headline(page).textContent()).toBe(said);
    await expect(accept(page)).toBeEnabled();
  });

  test("a search is called off at once, and its worker is gone", async ({ page }) => {
    await openPlans(page);
    await find(page).click();
    await expect(page.locator(".plan-so-far")).toBeVisible();
    const took = await page.evaluate(async () => {
      const cancel = [...document.querySelectorAll<HTMLElement>(".plan-progress button")].find(
        (button) => button.textContent === "取消",
      );
      const began = performance.now();
      cancel?.click();
      while (document.querySelector(".plan-progress")) await new Promise(requestAnimationFrame);
      return performance.now() - began;
    });
    expect(took).toBeLessThan(300);
    await expect.poll(() => solvers(page)).toBe(0);
    await expect(made(page)).toBeHidden();
    await findFor(page, "200");
    await expect(made(page)).toContainText("已证明");
    expect(solvers(page)).toBe(1);
  });

  test("a search whose worker is lost says so, and another finds its plan", async ({ page }) => {
    await openPlans(page);
    await find(page).click();
    await expect(page.locator(".plan-so-far")).toBeVisible();
    const solver = page.workers().find((each) => each.url().includes("solver"));
    await solver?.evaluate(() => {
      setTimeout(() => {
        throw new Error("out of memory");
      });
    });
    const said = page.locator(".plans").getByRole("alert");
    await expect(said).toContainText(/计算中途断了，没有结果。资料没有变，再求一次即可（.*out of memory.*）。/);
    await expect(page.locator(".plan-progress")).toBeHidden();
    await findFor(page, "200");
    await expect(said).toBeHidden();
    await expect(made(page)).toContainText("已证明");
  });

  test("a search is stopped and its best so far kept, which says so", async ({ page }) => {
    await openPlans(page);
    await find(page).click();
    await page.getByRole("button", { name: "停下并用目前最好的" }).click();
    await expect(made(page)).toContainText("提前停下取的方案（未复现）");
    await expect(made(page)).toContainText("停下时：");
    await expect.poll(() => solvers(page)).toBe(1);
  });

  test("what cannot be closed is named, with a way out", async ({ page }) => {
    await openPlans(page);
    await page.getByRole("radio", { name: /把缺口全部补上/ }).check();
    await find(page).click();
    await expect(made(page)).toContainText(/补不齐：能做的都做上，至少仍有 \d+ 处片区缺。/);
    await expect(page.locator(".plan-ways li").first()).toContainText(/还缺.+：.*在步行圈内添 [\d,.]+/);
    await page.getByText("补不齐的", { exact: true }).click();
    await expect(page.locator(".plan-lacking details li").first()).toContainText(/仍缺 [\d,.]+/);
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: "改求“能补多少补多少”" }).click();
    await openQuestion(page);
    await expect(page.getByRole("radio", { name: /能补多少补多少/ })).toBeChecked();
    await page.getByRole("button", { name: "取消" }).click();
  });

  test("where the standard gives no number, nothing can be planned for", async ({ page }) => {
    await openPlans(page, "lianyungang");
    await expect(page.locator(".plans")).toContainText("算不出缺口");
    await expect(find(page)).toBeDisabled();
  });

  test("old plans fade, and a place can be asked for or barred", async ({ page }) => {
    await openPlans(page);
    await findFor(page, "500");
    const first = (await measures(page).last().locator(".facts-aside").textContent()) ?? "";
    await measures(page).last().locator("td").first().click();
    await expect(site(page).getByRole("heading", { level: 2 })).toHaveText(first);
    await site(page).getByRole("radio", { name: "不做" }).check();
    await expect(page.locator(".plan-locks")).toContainText(`不做：${first}`);
    await findFor(page, "500");
    await expect(measures(page).filter({ hasText: first })).toHaveCount(0);
    await page.getByRole("button", { name: `放开“${first}”，由系统定` }).click();
    await expect(page.locator(".plan-locks")).toBeHidden();

    await openParameters(page);
    await page.getByLabel(/绕行/).fill("1.2");
    await page.getByLabel(/绕行/).press("Tab");
    await expect(made(page)).toContainText("这是改之前的方案");
    await expect(made(page)).toHaveClass(/stale/);
  });

  test("other budgets follow by themselves, and one of them is asked for with keys", async ({ page }) => {
    await openPlans(page);
    await findFor(page, "400");
    const points = page.locator(".curve-points li");
    await expect(points).toHaveCount(9);
    await expect(page.getByText(/正在算别的预算/)).toBeHidden();
    const closed = await points.locator("span:nth-child(2)").allTextContents();
    const shares = closed.map((text) => Number.parseInt(text, 10));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    await page.getByRole("button", { name: /按 300 万元求方案/ }).focus();
    await page.keyboard.press("Enter");
    await expect(made(page)).toHaveAttribute("aria-busy", "false");
    await openQuestion(page);
    await expect(moneyField(page)).toHaveValue("300");
    await expect(page.getByRole("button", { name: /按 300 万元求方案/ })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await page.getByRole("button", { name: "留作比较" }).click();
    await expect(page.getByRole("region", { name: "留作比较的方案" }).getByRole("listitem")).toHaveCount(1);
    expect(await serious(page)).toEqual([]);
  });

  test("the question folds to what was asked once it is, and opens again with keys", async ({ page }) => {
    await openPlans(page);
    await page.getByRole("radio", { name: /手里有多少钱/ }).check();
    await moneyField(page).fill("500");
    await moneyField(page).press("Tab");
    await find(page).focus();
    await page.keyboard.press("Enter");
    await expect(made(page)).toHaveAttribute("aria-busy", "false");
    await expect(question(page)).toBeHidden();
    const asked = page.getByRole("region", { name: "所问" });
    await expect(asked).toContainText(/手里有多少钱，最多能补多少.*养老、托育 · 预算 500\s*万元/);
    // The button that had the focus is gone: what was asked has it, the answer comes next, all in view.
    const change = asked.getByRole("button", { name: "改一改" });
    await expect(change).toBeFocused();
    await expect(change).toHaveAttribute("aria-expanded", "false");
    await expect(change).toHaveAccessibleDescription(/预算 500\s*万元/);
    for (const part of [asked, made(page).getByRole("status"), measures(page).first().locator("td").first()])
      await expect(part).toBeInViewport({ ratio: 1 });

    await page.keyboard.press("Enter");
    const fold = asked.getByRole("button", { name: "收起" });
    await expect(fold).toBeFocused();
    await expect(fold).toHaveAttribute("aria-expanded", "true");
    const opened = page.locator(`[id="${await fold.getAttribute("aria-controls")}"]`);
    await expect(opened.getByRole("region", { name: "要做到什么" })).toBeVisible();
    await page.getByRole("radio", { name: /能补多少补多少/ }).check();
    await fold.click();
    await expect(asked).toContainText("问题改过了");
    await openQuestion(page);
    await page.getByRole("radio", { name: /手里有多少钱/ }).check();
    await fold.click();
    await expect(asked).not.toContainText("问题改过了");
    expect(await serious(page)).toEqual([]);
  });

  test("all of it is reached with keys", async ({ page }) => {
    await openPlans(page);
    await page.getByRole("radio", { name: /手里有多少钱/ }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(moneyField(page)).toBeFocused();
    await page.keyboard.type("500");
    await find(page).focus();
    await page.keyboard.press("Enter");
    await expect(measures(page).first()).toBeVisible();
    await page.getByRole("grid", { name: "措施" }).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect(site(page).getByRole("heading", { level: 2 })).toBeFocused();
  });
});

test("a chosen site is tried elsewhere by the middle of the map, and put back", async ({ page }) => {
  await openPlans(page);
  await findFor(page, "500");
  await measures(page).last().locator("td").first().click();
  await site(page).getByRole("button", { name: "在图上改位置" }).click();
  await page.locator("canvas").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(site(page)).toContainText(/挪动前还缺 [\d,.]+.*现在还缺 [\d,.]+/);
  await expect(made(page)).toContainText("挪了地点，按新位置重新核算");
  await site(page).getByRole("button", { name: "放回原处" }).click();
  await expect(made(page)).toContainText("已证明");
});

test("a chosen site is dragged, shading tells what would be, and the map chooses in the list", async ({
  page,
}) => {
  await openPlans(page);
  await findFor(page, "500");
  await foldLegend(page);
  const last = measures(page).last();
  await last.locator("td").first().click();
  await expect(site(page).getByRole("heading", { level: 2 })).toBeVisible();
  await page.getByText("实施后", { exact: true }).click();
  const { x, y } = await middleOfMap(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 30, { steps: 4 });
  await page.mouse.up();
  await expect(site(page)).toContainText(/挪动前还缺 [\d,.]+.*现在还缺 [\d,.]+/);
  await expect(made(page)).toContainText("挪了地点，按新位置重新核算");
  expect(await serious(page)).toEqual([]);

  await site(page).getByRole("button", { name: "关闭" }).click();
  await expect(last).toHaveAttribute("aria-selected", "false");
  await page.mouse.click(x + 60, y + 30);
  await expect(last).toHaveAttribute("aria-selected", "true");
});
