import type { Page } from "@playwright/test";
import type { Project } from "../../src/core/model/project.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../builders/rows.ts";
import { writtenProject } from "../builders/written-project.ts";
import {
  bring,
  calculated,
  expect,
  headline,
  openTab,
  report,
  resultNumber,
  rows,
  showMap,
  test,
  withoutPlaces,
  withoutWebgl,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const own = { zone: "Z1" };
const room = aFacility("F1", { name: "甲站", ...elderlyRooms(100), ...own });
const BASE = aProject([aZone("Z1", { name: "东园" }), aZone("Z2", { name: "西园" })], [room]);
/** People of 东园 counted anew. */
const MINE = aProject(
  [aZone("Z1", { name: "东园", residents: 2900 }), aZone("Z2", { name: "西园" })],
  [room],
);
/** Another count, 西园 is gone, and there are new rooms. */
const THEIRS = aProject(
  [aZone("Z1", { name: "东园", residents: 3000 })],
  [
    room,
    aFacility("F2", { name: "乙中心", ...elderlyRooms(900), ...own }),
    aFacility("F3", { name: "丙园", kind: "C_COMMUNITY", slots: 100, ...own }),
  ],
);

async function fileOf(name: string, project: Project) {
  return { name, base64: Buffer.from(await writtenProject(project)).toString("base64") };
}

const question = (page: Page) => page.getByRole("dialog", { name: "打开，还是合并？" });
const merge = (page: Page) => page.getByRole("dialog", { name: "合并另一份项目" });
const next = (page: Page) => merge(page).getByRole("button", { name: "下一步：看合并后的变化" });
const go = (page: Page) => merge(page).getByRole("button", { name: "合并", exact: true });
const conflicts = (page: Page) => merge(page).getByRole("region", { name: "两边不同，要选一边" });
const effect = (page: Page) => merge(page).getByRole("region", { name: "合并后会改变什么" });

async function openProject(page: Page, project: Project): Promise<void> {
  await page.goto("/?city=own");
  await bring(page, [await fileOf("mine.quan", project)]);
  await showMap(page);
}

/** Drops the file of the other office, and asks for a merge. */
async function dropTheirs(
  page: Page,
  theirs: { name: string; base64?: string; text?: string },
): Promise<void> {
  await bring(page, [theirs]);
  await question(page).getByRole("button", { name: "合并…" }).click();
  await expect(merge(page)).toContainText(theirs.name);
}

async function chooseFile(
  page: Page,
  name: string,
  project: Project,
  press: () => Promise<void>,
): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await press();
  const buffer = Buffer.from(await writtenProject(project));
  await (await choosing).setFiles({ name, mimeType: "application/gzip", buffer });
}

test("two offices' versions of one project are merged by keyboard: what both changed is chosen, verdicts are told, and it is one step", async ({
  page,
}) => {
  await openProject(page, MINE);
  const before = await resultNumber(page);
  await bring(page, [await fileOf("东区.quan", THEIRS)]);
  expect(await serious(page)).toEqual([]);
  await question(page).getByRole("button", { name: "合并…" }).focus();
  await page.keyboard.press("Enter");
  await expect(merge(page)).toContainText("没有旧版本，就分不出是谁改的");
  const base = merge(page).getByRole("button", { name: "选旧版本…" });
  await chooseFile(page, "去年.quan", BASE, () => base.press("Enter"));
  await expect(merge(page)).toContainText("去年.quan");
  await expect(merge(page).getByRole("region", { name: "没有争议的改动" })).toContainText("不再有 1");
  await expect(conflicts(page)).toContainText("1 项，还有 1 项没选");
  await expect(next(page)).toBeDisabled();
  expect(await serious(page)).toEqual([]);

  const choice = conflicts(page).getByRole("radiogroup", { name: "小区 东园：人口" });
  await expect(choice).toContainText("2,800");
  await choice.getByRole("radio", { name: "我方：2,900\u00a0人" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(choice.getByRole("radio", { name: "对方：3,000\u00a0人" })).toBeChecked();
  await expect(conflicts(page)).toContainText("1 项都选好了");
  await next(page).press("Enter");
  await expect(effect(page)).toContainText("小区：改动 1，不再有 1，不变 0");
  await effect(page).getByText("新达标").click();
  await expect(effect(page)).toContainText("东园 · 养老");
  expect(await serious(page)).toEqual([]);
  await merge(page).getByRole("button", { name: "返回再选" }).click();
  await expect(choice.getByRole("radio", { name: "对方：3,000\u00a0人" })).toBeChecked();
  await next(page).click();
  await go(page).click();
  await expect(merge(page)).toBeHidden();
  await calculated(page);
  await expect(headline(page)).toContainText("1 个小区");

  await page.getByRole("button", { name: "改动记录", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "改动记录" })).toContainText(
    "合并 东区.quan；小区更改 1、删除 1；设施新增 2",
  );
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(headline(page)).toContainText("2 个小区");
  await expect(page.getByText(before)).toBeVisible();
});

test("without a common version nothing is removed; a project of one's own has nothing to merge", async ({
  page,
}) => {
  await openProject(page, MINE);
  await chooseFile(page, "b.quan", THEIRS, async () => {
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("menuitem", { name: "合并另一份项目…" }).click();
  });
  await conflicts(page).getByRole("button", { name: "列出的 1 项都用我方" }).click();
  await next(page).click();
  await go(page).click();
  await calculated(page);
  await expect(headline(page)).toContainText("2 个小区");
  await openTab(page, "设施");
  await expect(rows(page)).toHaveCount(3);

  // What the other side took out shows only against the version before, which can be named now too.
  await dropTheirs(page, await fileOf("b.quan", aProject(MINE.zones, THEIRS.facilities.slice(0, 2))));
  await expect(effect(page)).toContainText("对方删去了什么");
  await expect(go(page)).toBeDisabled();
  const base = merge(page).getByRole("button", { name: "选旧版本…" });
  const before = aProject(MINE.zones, THEIRS.facilities);
  await chooseFile(page, "a.quan", before, () => base.click());
  await expect(effect(page)).toContainText("不再有 1");
  await expect(go(page)).toBeEnabled();
  await merge(page).getByRole("button", { name: "不用旧版本" }).click();
  await expect(go(page)).toBeDisabled();
  await merge(page).getByRole("button", { name: "不合并" }).click();
  await expect(merge(page)).toBeHidden();
});

test("a merge that was not saved is gone on with in the next window", async ({ page }) => {
  await openProject(page, MINE);
  await dropTheirs(page, await fileOf("b.quan", THEIRS));
  await conflicts(page).getByRole("button", { name: "列出的 1 项都用对方" }).click();
  await next(page).click();
  await go(page).click();
  await calculated(page);
  const number = await resultNumber(page);
  const other = await page.context().newPage();
  await page.close();
  await withoutWebgl(other);
  await withoutPlaces(other);
  await other.goto("/?city=own");
  await other.getByRole("region", { name: "上次未保存的项目" }).getByRole("button", { name: "继续" }).click();
  await calculated(other);
  expect(await resultNumber(other)).toBe(number);
  await other.getByRole("button", { name: "改动记录", exact: true }).click();
  await expect(other.getByRole("complementary", { name: "改动记录" })).toContainText("合并 b.quan");
});

test("of thousands of differences some are found and chosen, and few are drawn at once", async ({ page }) => {
  const zones = (residents: number) =>
    Array.from({ length: 3000 }, (_, i) => aZone(`Z${i}`, { name: `小区${i}号`, residents: residents + i }));
  await openProject(page, aProject(zones(2800), []));
  await dropTheirs(page, await fileOf("b.quan", aProject(zones(2900), [])));
  await expect(conflicts(page)).toContainText("3,000 项，还有 3,000 项没选");
  expect(await conflicts(page).getByRole("listitem").count()).toBeLessThan(60);
  await conflicts(page).getByRole("searchbox").fill("小区1234号");
  await expect(conflicts(page).getByRole("listitem")).toHaveCount(1);
  await conflicts(page).getByRole("listitem").getByRole("radio", { name: /对方/ }).check();
  await conflicts(page).getByRole("searchbox").fill("");
  await conflicts(page).getByText("没选的 2,999").click();
  await conflicts(page).getByRole("button", { name: "列出的 2,999 项都用我方" }).click();
  await expect(conflicts(page)).toContainText("3,000 项都选好了");
  await conflicts(page).getByText("用对方的 1").click();
  await expect(conflicts(page).getByRole("listitem")).toHaveCount(1);
  await conflicts(page).getByText("全部 3,000").click();
  const last = conflicts(page).getByRole("radiogroup", { name: "小区 小区999号：人口" });
  await conflicts(page)
    .locator(".conflict-scroller")
    .evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(last).toBeVisible();
  await next(page).click();
  await expect(effect(page)).toContainText("改动 1，不变 2,999");
});

test("a file that cannot be merged says why, and opening is still a choice", async ({ page }) => {
  await openProject(page, MINE);
  const elsewhere = aProject([aZone("Z1", { adminCode: "321302" })], []);
  await dropTheirs(page, await fileOf("宿迁.quan", elsewhere));
  await expect(merge(page)).toContainText("代码以 3213 开头，当前项目以 3203 开头，不是同一座城市");
  expect(await serious(page)).toEqual([]);
  await merge(page).getByRole("button", { name: "不合并" }).click();
  await dropTheirs(page, { name: "明年.quan", text: '{"quan":99}\n' });
  await expect(merge(page)).toContainText("由更新的版本保存");
  await page.keyboard.press("Escape");
  await expect(merge(page)).toBeHidden();
  const whole = Buffer.from(await writtenProject(THEIRS));
  const half = whole.subarray(0, whole.length / 2).toString("base64");
  await dropTheirs(page, { name: "坏.quan", base64: half });
  await expect(merge(page)).toContainText("没有合并，当前项目保持不变");
  await merge(page).getByRole("button", { name: "不合并" }).click();

  await bring(page, [await fileOf("b.quan", THEIRS)]);
  await question(page).getByRole("button", { name: "打开" }).click();
  await expect(report(page)).toContainText("b.quan");
  await showMap(page);
  await expect(headline(page)).toContainText("1 个小区");
});

test("on a narrow screen both sides stand below each other", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openProject(page, MINE);
  await dropTheirs(page, await fileOf("b.quan", THEIRS));
  const [mine, theirs] = await Promise.all(
    [/我方/, /对方/].map((name) =>
      conflicts(page).getByRole("listitem").getByRole("radio", { name }).boundingBox(),
    ),
  );
  expect(theirs?.x).toBe(mine?.x);
  expect(theirs?.y).toBeGreaterThan((mine?.y ?? 0) + 20);
  expect(await serious(page)).toEqual([]);
});
