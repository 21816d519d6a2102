import {
  accept,
  find,
  findFor,
  made,
  measures,
  moneyField,
  openPlans,
  openQuestion,
  question,
  site,
  solvers,
} from "./plan-page.ts";
import {
  calculated,
  drop,
  expect,
  headline,
  ONE_ZONE,
  openParameters,
  openTab,
  resultNumber,
  showMap,
  takeIn,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

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
    await expect(made(page)).toContainText(/费用4\d\d(?:\.\d)?\s万元|费用500\s万元/);
    await expect(made(page)).toContainText(/养老缺2,\d{3}\s*m² → 1,\d{3}\s*m²/);
    const count = Number(/措施(\d+)\s项/.exec((await made(page).textContent()) ?? "")?.[1]);
    await expect(measures(page)).toHaveCount(count);
    expect(await serious(page)).toEqual([]);

    await accept(page).click();
    await calculated(page);
    expect(await resultNumber(page)).not.toBe(number);
    await expect(made(page)).toContainText("方案的措施都已在资料里。");
    await expect(made(page)).not.toContainText("已证明");
    await expect(accept(page)).toBeHidden();
    await page.getByRole("button", { name: "改动记录" }).click();
    await expect(page.getByText(/采用补点方案 · 预算 500\s万元/)).toBeVisible();
    await page.getByRole("button", { name: "撤销" }).click();
    await calculated(page);
    expect(await resultNumber(page)).toBe(number);
    expect(await headline(page).textContent()).toBe(said);
    await expect(accept(page)).toBeEnabled();
    await expect(made(page)).toContainText("已证明：这些钱补不了更多。");
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
    await expect(said).toContainText(
      /计算中途断了，没有结果。资料没有变，再求一次即可（.*out of memory.*）。/,
    );
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

  test("those who have least come first where that is asked, and the proof says so", async ({ page }) => {
    await openPlans(page, "sucheng");
    /** Of childcare: zones that are served under a quarter, with the plan. */
    const left = async () => {
      const said = await made(page).textContent();
      return Number(/托育.*分到不足四分之一的小区\s*107\s*→\s*(\d+)/s.exec(said ?? "")?.[1]);
    };
    await findFor(page, "300");
    const alike = await left();
    await openQuestion(page);
    await page.getByRole("combobox", { name: "谁先补" }).click();
    await page.getByTitle("最缺的先补").click();
    await find(page).click();
    await expect(made(page)).toContainText("已证明：缺得多的优先，这些钱没有更好的补法。");
    await expect(page.getByRole("region", { name: "所问" })).toContainText("最缺的先补");
    expect(await left()).toBeLessThan(alike);
  });

  test("what cannot be closed is named, with a way out", async ({ page }) => {
    await openPlans(page);
    await page.getByRole("radio", { name: /把缺口全部补上/ }).check();
    await find(page).click();
    await expect(made(page)).toContainText(/补不齐：能做的都做上，至少仍有 \d+\s处片区缺。/);
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

  test("the projects that a document lists come in beside what is there, and say what they lack", async ({
    page,
  }) => {
    await page.goto("/?city=own");
    await drop(page, [
      { name: "zones.csv", text: ONE_ZONE },
      {
        name: "facilities.csv",
        text: "id,name,kind,status,lon,lat,elderly_m2\nf,甲站,E_COMM_CENTRE,built,117.201,34.261,100\n",
      },
    ]);
    await showMap(page);
    await openTab(page, "补点方案");
    await page.getByText("文件列出的项目").click();
    await page.getByRole("button", { name: /^载入重大项目清单/ }).click();
    await takeIn(page);
    await showMap(page);
    await expect(page.getByText("没有采用的地点 32 处")).toBeVisible();
    await page.getByText("没有采用的地点 32 处").click();
    await expect(page.locator(".plans")).toContainText(/徐州佳和老龄康养产业园\s*没有坐标/);
    await openTab(page, "设施");
    await expect(page.getByText("甲站")).toBeVisible();
  });

  test("a number that cannot be stays with why, and nothing is asked before it is mended", async ({
    page,
  }) => {
    await openPlans(page);
    await openQuestion(page);
    await page.getByRole("radio", { name: /手里有多少钱/ }).check();
    await moneyField(page).fill("500");
    await expect(find(page)).toBeEnabled();
    await moneyField(page).fill("-5");
    await moneyField(page).press("Tab");
    await expect(moneyField(page)).toHaveValue("-5");
    await expect(moneyField(page)).toHaveAccessibleDescription(/“-5”未采用：须在\s0\s至\s.*\s之间/);
    await expect(find(page)).toBeDisabled();
    await expect(question(page)).toContainText("改好标红的数，再求方案。");
    // A field that is gone holds nothing up.
    await page.getByRole("radio", { name: "新开几处，让大家走得最少" }).check();
    await expect(find(page)).toBeEnabled();
    const count = page.getByRole("spinbutton", { name: "新开" });
    await count.fill("999");
    await count.press("Tab");
    await expect(count).toHaveValue("999");
    await expect(find(page)).toBeDisabled();
    await count.fill("2");
    await expect(find(page)).toBeEnabled();
  });

  test("old plans fade until they are counted anew, and a place can be asked for or barred", async ({
    page,
  }) => {
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
    await expect(made(page)).toHaveClass(/stale/);
    await expect(made(page)).toContainText("按现在的资料重新核算，没有重新比选");
    await expect(made(page)).not.toHaveClass(/stale/);
    await expect(made(page)).not.toContainText("已证明");
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
    await page.getByRole("button", { name: /按 300\s万元求方案/ }).focus();
    await page.keyboard.press("Enter");
    await expect(made(page)).toHaveAttribute("aria-busy", "false");
    await openQuestion(page);
    await expect(moneyField(page)).toHaveValue("300");
    await expect(page.getByRole("button", { name: /按 300\s万元求方案/ })).toHaveAttribute(
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
