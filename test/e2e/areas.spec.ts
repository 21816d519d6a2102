import type { Locator, Page } from "@playwright/test";
import {
  calculated,
  choose,
  drop,
  expect,
  headline,
  openCity,
  openParameters,
  openTab,
  rows,
  showMap,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const drawer = (page: Page): Locator => page.getByRole("complementary", { name: "片区依据" });
const title = (page: Page): Locator => drawer(page).getByRole("heading", { level: 2 });
const part = (page: Page, name: string): Locator => drawer(page).getByRole("region", { name, exact: true });

/** The list of 片区. */
async function openAreas(page: Page, city = "xuzhou", more = ""): Promise<void> {
  await openCity(page, city, `${more}#tab=areas`);
  await calculated(page);
}

/** Amounts of a sentence, as they stand before their unit. */
function amountsIn(sentence: string): number[] {
  const found = sentence.replaceAll(",", "").matchAll(/([\d.]+)\s*(?:m²|个(?!小区))/g);
  return Array.from(found, ([, amount]) => Number(amount));
}

async function sentence(page: Page): Promise<string> {
  return (await drawer(page).locator(".area-sentence").textContent()) ?? "";
}

test("by another method the tab says so, and leads to the fair one", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openParameters(page);
  await choose(page, "供需分配", "自有配建");
  await openTab(page, "片区");
  const fair = page.getByRole("button", { name: "改用均衡分配" });
  await expect(fair).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await fair.click();
  await expect(rows(page).first()).toContainText("片区 1");
  await calculated(page);
  await expect(page.locator(".parameters > summary")).toContainText("均衡分配");
  await expect(headline(page)).toContainText(/其中已建成小区无论如何分配都缺 [\d,]+\s*m²（\d+\s个片区）/);
  await page.getByRole("button", { name: "改回去" }).click();
  await expect(fair).toBeVisible();
  await expect(headline(page)).not.toContainText("片区");
});

test("a 片区 tells what is missing in a sentence that adds up, by its zones and all facilities they reach", async ({
  page,
}) => {
  await openAreas(page);
  await rows(page).first().click();
  await expect(title(page)).toHaveText("片区 1");
  const said = await sentence(page);
  const [need = 0, capacity = 0, missing = 0] = amountsIn(said).slice(-3);
  expect(need - capacity).toBeCloseTo(missing, 9);
  expect(missing).toBeGreaterThan(0);
  await expect(drawer(page).locator(".arithmetic")).toContainText("=");
  await expect(rows(page).first()).toContainText(`${Math.round(missing).toLocaleString("en-US")}\u00a0m²`);

  const zones = part(page, "小区").locator("tbody tr");
  const count = Number(/：(\d+)\s个小区/.exec(said)?.[1]);
  await expect(zones).toHaveCount(count);
  const cells = await zones.locator("td:nth-child(2)").allTextContents();
  const sum = cells.reduce((total, cell) => total + Number(cell.replaceAll(",", "")), 0);
  expect(sum).toBeCloseTo(need, 1);
  await expect(zones.first()).toContainText(/单独不足|片区共同不足/);
  await expect(part(page, "能到达的全部设施").locator("tbody tr").first()).toBeVisible();

  const name = (await zones.first().getByRole("button").textContent()) ?? "";
  await zones.first().getByRole("button").click();
  const evidence = page.getByRole("complementary", { name: "小区依据" });
  await expect(evidence.getByRole("heading", { level: 2 })).toHaveText(name);
  await page.goBack();
  await expect(title(page)).toHaveText("片区 1");
  await part(page, "能到达的全部设施").getByRole("button").first().click();
  await expect(page.getByRole("complementary", { name: "设施" })).toBeVisible();
});

test("what leaves 片区 in doubt is named in list and drawer, and is mended from there", async ({ page }) => {
  await openAreas(page);
  const sums = page.locator(".area-sums");
  await expect(sums).toContainText(/存疑 \d+\s处：/);
  const named = sums.getByRole("button");
  const first = (await named.first().textContent()) ?? "";
  await named.first().click();
  const facility = page.getByRole("complementary", { name: "设施" });
  await expect(facility.getByRole("heading", { level: 2 })).toHaveText(first);
  await page.goBack();

  // 片区 3, which much is in doubt of.
  await rows(page).filter({ hasText: "≤" }).nth(1).click();
  const doubts = part(page, "存疑的资料").getByRole("listitem");
  const shown = await doubts.count();
  const all = Number(
    /\d+/.exec((await part(page, "存疑的资料").getByRole("heading").textContent()) ?? "")?.[0],
  );
  await part(page, "存疑的资料").getByRole("button", { name: /^其余/ }).click();
  await expect(doubts).toHaveCount(all);
  expect(all).toBeGreaterThan(shown);

  const unstated = doubts.filter({ hasText: "未填面积或托位。补填面积或托位。" });
  const before = await unstated.count();
  const name = (await unstated.first().getByRole("button").textContent()) ?? "";
  await expect(unstated.first()).toContainText("可能再计，多少不明");
  await unstated.first().getByRole("button").click();
  await expect(facility.getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(facility.locator(".facility-facts")).toContainText(/养老面积未知/);
  await facility.getByRole("button", { name: "补填" }).click();
  await facility.getByLabel("养老面积").fill("1");
  await facility.getByRole("button", { name: "保存" }).click();
  await expect(facility.locator(".facility-facts")).toContainText(/养老面积1\s*m²/);
  await calculated(page);
  await page.goBack();
  await expect(doubts.getByRole("button", { name, exact: true })).toHaveCount(0);
  expect(before).toBeGreaterThan(0);
});

test("parts of a 片区 that are shorter still are told, the tightest first", async ({ page }) => {
  await openAreas(page);
  await page.getByRole("radiogroup", { name: "服务对象" }).getByText("托育").click();
  await rows(page).first().click();
  const cores = part(page, "片区内更缺的部分").getByRole("listitem");
  await expect(cores.first()).toContainText("其中最紧的");
  const shares = (await cores.allTextContents()).map((core) => Number(/([\d.]+)\s*%/.exec(core)?.[1]));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  const zones = part(page, "小区").locator("tbody tr");
  const few = await zones.count();
  await part(page, "小区").getByRole("button", { name: /^其余/ }).click();
  expect(await zones.count()).toBeGreaterThan(few);
});

/** Opens what checks the list. */
async function openChecks(page: Page): Promise<Locator> {
  await page
    .locator("#lists")
    .getByRole("button", { name: /^(验算|Check)$/ })
    .click();
  return page.getByRole("dialog", { name: /^(验算|Check)$/ });
}

test("the sums are checked, and the same is found in another order, in one place", async ({ page }) => {
  await openAreas(page);
  await rows(page).first().click();
  await expect(drawer(page)).toBeVisible();
  await expect(page.getByRole("button", { name: /核对|换序复算/ })).toHaveCount(0);
  const checks = await openChecks(page);
  const found = checks.getByRole("status");
  await checks.getByRole("button", { name: "核对", exact: true }).click();
  const added = /已核对 \d+\s个小区、\d+\s处设施、[\d,]+\s条可达关系、\d+\s个片区：全部相符/;
  await expect(found.nth(0)).toHaveText(added);
  await expect(found.nth(1)).toBeEmpty();
  await checks.getByRole("button", { name: "换序复算" }).click();
  const reshuffled = /已打乱次序从头重新分配：.*全部相符/;
  await expect(found.nth(1)).toHaveText(reshuffled);
  await expect(found.nth(0)).toHaveText(added);
  expect(await serious(page)).toEqual([]);

  // What was found is still there when it is opened again, and when another subject was looked at.
  await page.keyboard.press("Escape");
  await expect(checks).toBeHidden();
  const subjects = page.getByRole("radiogroup", { name: "服务对象" });
  await subjects.getByText("托育").click();
  await openChecks(page);
  await expect(found).toHaveText(["", ""]);
  await page.keyboard.press("Escape");
  await subjects.getByText("养老").click();
  await openChecks(page);
  await expect(found).toHaveText([added, reshuffled]);

  // Of other figures nothing was found yet.
  await page.keyboard.press("Escape");
  await openParameters(page);
  await choose(page, "计入哪些状态的设施", "规划");
  await calculated(page);
  await openChecks(page);
  await expect(found).toHaveText(["", ""]);
});

test("what a 片区 needs and has stands in view beside what it lacks, and adds up", async ({ page }) => {
  await openAreas(page);
  const row = rows(page).first();
  const list = await page.locator(".facts").boundingBox();
  const amounts = [];
  for (const at of [2, 3, 4]) {
    const cell = row.locator(`td:nth-child(${at})`);
    const box = await cell.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((list?.x ?? 0) + (list?.width ?? 0));
    amounts.push(Number(/[\d.]+/.exec(((await cell.textContent()) ?? "").replaceAll(",", ""))?.[0]));
  }
  const [missing = 0, need = 0, capacity = 0] = amounts;
  expect(Math.abs(need - capacity - missing)).toBeLessThanOrEqual(1);
});

test("the list is searched by zone and 街道, and worked with the keyboard", async ({ page }) => {
  await openAreas(page);
  const grid = page.getByRole("grid", { name: "片区" });
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await expect(title(page)).toHaveText("片区 1");
  await page.keyboard.press("ArrowDown");
  await expect(title(page)).toHaveText("片区 2");
  await page.keyboard.press("Enter");
  await expect(title(page)).toBeFocused();
  const zone = await part(page, "小区").locator("tbody").getByRole("button").first().textContent();
  await page.keyboard.press("Escape");
  await expect(drawer(page)).toBeHidden();
  await page.getByRole("searchbox").fill(zone ?? "");
  await expect(rows(page).filter({ hasText: "片区 2" })).toHaveCount(1);
  await page.getByRole("searchbox").fill("没有这样的小区");
  await expect(rows(page)).toHaveCount(0);
});

/** One of the lists of the tab, in the place of the 片区. */
async function openList(page: Page, name: string): Promise<Locator> {
  await page.getByRole("radiogroup", { name: "列出什么" }).getByText(name).click();
  const grid = page.getByRole("grid", { name });
  await expect(grid).toBeVisible();
  return grid;
}

test("full facilities are listed where more serves most, and opened with the mouse", async ({ page }) => {
  await openAreas(page);
  const grid = await openList(page, "瓶颈设施");
  const list = page.locator("#lists");
  const said = /养老用房：(\d+)\s处设施已满/.exec((await list.textContent()) ?? "");
  expect(Number(await grid.getAttribute("aria-rowcount"))).toBe(Number(said?.[1]) + 1);
  await expect(list).toContainText(/只在这一处增 100\s*m²/);
  const served = await rows(page).locator("td:nth-child(2)").allTextContents();
  const amounts = served.map((cell) => Number(/[\d.]+/.exec(cell.replaceAll(",", ""))?.[0]));
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));

  const row = rows(page).first();
  const [name = "", amount = ""] = await row.locator("td").allTextContents();
  await row.click();
  const facility = page.getByRole("complementary", { name: "设施" });
  await expect(facility.getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(facility).toContainText(`可多满足 ${amount}`);
  // The list stays, to go on to the next.
  await expect(row).toHaveAttribute("aria-selected", "true");
  await page.goBack();
  await expect(facility).toBeHidden();
  await expect(grid).toBeVisible();
});

test("full facilities are gone through with the keyboard, and what is left over beside them", async ({
  page,
}) => {
  await openAreas(page);
  await page.getByRole("radio", { name: "片区", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  const grid = page.getByRole("grid", { name: "瓶颈设施" });
  await expect(grid).toBeVisible();
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(rows(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("complementary", { name: "设施" }).getByRole("heading", { level: 2 });
  await expect(heading).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("没有这样的设施");
  await expect(rows(page)).toHaveCount(0);

  await openList(page, "富余设施");
  await expect(page.locator("#lists")).toContainText(/无论如何分配，都有 [\d,.]+\s*m² 用不上/);
  await rows(page).first().click();
  await expect(page.getByRole("complementary", { name: "设施" })).toContainText("有余量");
  expect(await serious(page)).toEqual([]);
});

test("a 片区 stands in the address, and is found by it", async ({ page }) => {
  await openAreas(page);
  await rows(page).nth(1).click();
  await expect(title(page)).toHaveText("片区 2");
  expect(decodeURIComponent(page.url())).toContain("area=elderly_building_area:");
  await page.goBack();
  await expect(drawer(page)).toBeHidden();
  await page.goForward();
  await expect(title(page)).toHaveText("片区 2");
  await expect(page.locator("[aria-selected=true]").and(page.getByRole("row"))).toContainText("片区 2");
});

test("where the standard gives existing zones no number, there is no 片区, and that is said", async ({
  page,
}) => {
  await openAreas(page, "lianyungang");
  await expect(page.getByText("因此没有片区")).toBeVisible();
  await expect(headline(page)).not.toContainText("片区");
});

test("without any facility the tab asks for them", async ({ page }) => {
  await openCity(page, "xuzhou");
  const text =
    "id,name,status,households,residents,lon,lat,adminCode\nz1,东园,existing,900,2500,117.2,34.26,320303\n";
  await drop(page, [{ name: "zones.csv", text }]);
  await showMap(page);
  await openTab(page, "片区");
  await expect(page.locator(".area-none")).toContainText("还没有设施资料，不能核算片区");
});

for (const [lang, colorScheme, width] of [
  ["zh", "light", 1440],
  ["en", "dark", 1440],
  ["zh", "dark", 390],
] as const) {
  test(`nothing keeps a person out, ${lang} ${colorScheme} ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 860 });
    await page.emulateMedia({ colorScheme });
    await openAreas(page, "xuzhou", `&lang=${lang}`);
    expect(await serious(page)).toEqual([]);
    await rows(page).nth(2).click();
    const area = page.getByRole("complementary", { name: /片区依据|Shortage area/ });
    await expect(area).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Escape");
    const checks = await openChecks(page);
    await checks.getByRole("button", { name: /^核对$|Check the sums/ }).click();
    await expect(checks).toContainText(/全部相符|all agree/);
    expect(await serious(page)).toEqual([]);
    const room = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(room).toBe(true);
  });
}

test.describe("with the map", () => {
  test.use({ map: true });

  test("the map goes to the zones of a 片区 and outlines them", async ({ page }) => {
    await openAreas(page);
    const map = page.locator(".map-sheet canvas").first();
    const picture = async () => (await map.screenshot()).toString("base64");
    let before = "";
    const still = () =>
      expect
        .poll(async () => {
          const last = before;
          before = await picture();
          return last === before;
        })
        .toBe(true);
    await still();
    const listed = before;
    const legend = page.locator(".legend");
    await expect(legend).toContainText("小区均衡分到的份额");
    await expect(legend).toContainText("不参加均衡分配");
    await rows(page).first().click();
    await expect(title(page)).toHaveText("片区 1");
    await expect(legend).toContainText("加框：这个片区的小区；加圈：它们能到达的设施");
    await still();
    expect(before).not.toBe(listed);
    // The place stays as it is where nothing is chosen any more, but for the outlines.
    const chosen = before;
    await page.keyboard.press("Escape");
    await expect(drawer(page)).toBeHidden();
    await expect(legend).toContainText("加框：片区里的小区");
    await still();
    expect(before).not.toBe(chosen);
    // The same word beside another list is another share.
    await openTab(page, "小区");
    await legend.getByText("满足率", { exact: true }).click();
    await expect(legend).toContainText("小区满足率，按标准判定");
    await expect(legend).toContainText("无要求，或待补资料");
  });
});
