import type { Page } from "@playwright/test";
import {
  calculated,
  drop,
  expect,
  headline,
  ONE_ZONE,
  openTab,
  report,
  rows,
  showMap,
  test,
  withoutPlaces,
  withoutWebgl,
} from "./planner-page.ts";

test.use({ map: false });

const facility = (page: Page) => page.getByRole("complementary", { name: "设施" });
const lngOf = (page: Page) => facility(page).getByRole("spinbutton", { name: "经度" });
const unsaved = (page: Page) => page.getByRole("region", { name: "上次未保存的项目" });

async function lookAtFirst(page: Page): Promise<string> {
  await openTab(page, "设施");
  await rows(page).first().click();
  return lngOf(page).inputValue();
}

async function move(page: Page): Promise<string> {
  const before = await lngOf(page).inputValue();
  await facility(page).getByRole("button", { name: "向东 50 m" }).press("Enter");
  await expect(lngOf(page)).not.toHaveValue(before);
  return lngOf(page).inputValue();
}

/** The window is gone without a word; another one is opened in the same browser. */
async function another(page: Page, address = "/?city=huaibei"): Promise<Page> {
  const next = await page.context().newPage();
  await page.close();
  await withoutWebgl(next);
  await withoutPlaces(next);
  await next.goto(address);
  return next;
}

/** Names of the edits that are kept, in order; `tear`: the last of them is damaged, as by a disk. */
function entries(page: Page, tear = false): Promise<readonly string[]> {
  return page.evaluate(
    (harm) =>
      new Promise<readonly string[]>((resolve, reject) => {
        const request = indexedDB.open("quan-journal");
        request.onerror = () => reject(request.error ?? new Error("no journal"));
        request.onsuccess = () => {
          const transaction = request.result.transaction("journal", "readwrite");
          const store = transaction.objectStore("journal");
          const keys = store.getAllKeys();
          let names: readonly string[] = [];
          keys.onsuccess = () => {
            names = (keys.result as string[]).filter((key) => key.includes(" entry "));
            if (harm) store.put({ text: '{"kind":"do"', digest: "" }, names.at(-1));
          };
          transaction.oncomplete = () => {
            request.result.close();
            resolve(names);
          };
        };
      }),
    tear,
  );
}

test("what was left unsaved is offered with its name and its edits, and gone on with as far as taking back", async ({
  page,
}) => {
  await page.goto("/?city=huaibei");
  await calculated(page);
  const start = await lookAtFirst(page);
  const once = await move(page);
  await move(page);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(lngOf(page)).toHaveValue(once);
  await calculated(page);

  const next = await another(page);
  await expect(unsaved(next)).toContainText(/淮北（示意）.*\d{4}年\d+月\d+日 \d+:\d+，1\s处改动/);
  await calculated(next);
  await unsaved(next).getByRole("button", { name: "继续" }).click();
  await expect(unsaved(next)).toBeHidden();
  await calculated(next);
  expect(await lookAtFirst(next)).toBe(once);
  await next.getByRole("button", { name: "重做" }).click();
  await expect(lngOf(next)).not.toHaveValue(once);
  await calculated(next);
  await next.getByRole("button", { name: "撤销" }).click();
  await expect(lngOf(next)).toHaveValue(once);
  await calculated(next);
  await next.getByRole("button", { name: "撤销" }).click();
  await expect(lngOf(next)).toHaveValue(start);
  await calculated(next);

  // Nothing is unsaved any more.
  const last = await another(next);
  await calculated(last);
  await expect(unsaved(last)).toBeHidden();
});

test("tables that were taken in one after another, and a parameter, are there again; saved, they are not offered any more", async ({
  page,
}) => {
  await page.goto("/?city=own");
  await drop(page, [{ name: "zones.csv", text: ONE_ZONE }]);
  await showMap(page);
  await drop(page, [
    { name: "f.csv", text: "id,name,kind,status,lon,lat,elderly_m2\nf1,甲,E_MEAL,built,117.201,34.26,500\n" },
  ]);
  await showMap(page);
  const mine = (await headline(page).textContent()) ?? "";
  const facts = page.getByText(/设施 1$/);
  await expect(facts).toBeVisible();

  const next = await another(page, "/?city=own");
  await expect(unsaved(next)).toContainText("zones.csv");
  const saved = next.waitForEvent("download");
  await unsaved(next).getByRole("button", { name: "另存" }).click();
  expect((await saved).suggestedFilename()).toBe("zones.quan");
  await calculated(next);
  await expect(report(next)).toBeHidden();
  await expect(headline(next)).toHaveText(mine);
  await expect(next.getByText(/设施 1$/)).toBeVisible();

  const last = await another(next, "/?city=own");
  await expect(last.getByRole("region", { name: "最近的项目" })).toBeVisible();
  await expect(unsaved(last)).toBeHidden();
});

test("what is kept of many edits does not grow on, and what was done before is taken back all the same", async ({
  page,
}) => {
  await page.goto("/?city=huaibei");
  await calculated(page);
  await lookAtFirst(page);
  const places: string[] = [];
  for (let edit = 1; edit <= 64; edit++) places.push(await move(page));
  await calculated(page);
  await expect.poll(() => entries(page)).toHaveLength(0);
  places.push(await move(page));
  await calculated(page);
  for (const back of [2, 3, 4]) {
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(lngOf(page)).toHaveValue(places.at(-back) ?? "");
    await calculated(page);
  }
  expect((await entries(page)).length).toBeLessThan(6);

  const next = await another(page);
  await unsaved(next).getByRole("button", { name: "继续" }).click();
  await expect(unsaved(next)).toBeHidden();
  await calculated(next);
  expect(await lookAtFirst(next)).toBe(places.at(-4));
});

test("an edit that was not written in full is left out, which is said; those before it are there", async ({
  page,
}) => {
  await page.goto("/?city=huaibei");
  await calculated(page);
  await lookAtFirst(page);
  const once = await move(page);
  await move(page);
  await calculated(page);
  await expect.poll(() => entries(page)).toHaveLength(2);
  await entries(page, true);
  const next = await another(page);
  await unsaved(next).getByRole("button", { name: "继续" }).click();
  await expect(next.getByText(/上次的最后 1\s步改动没有写完整/)).toBeVisible();
  await calculated(next);
  expect(await lookAtFirst(next)).toBe(once);
  await next.getByRole("button", { name: "知道了" }).click();
  await expect(next.getByText(/没有写完整/)).toBeHidden();
});

test("what was left can be discarded, once it is sure", async ({ page }) => {
  await page.goto("/?city=own");
  await drop(page, [{ name: "zones.csv", text: ONE_ZONE }]);
  await showMap(page);
  const next = await another(page, "/?city=own");
  await expect(unsaved(next)).toContainText("导入后没有保存");
  await unsaved(next).getByRole("button", { name: "丢弃" }).click();
  await next.getByRole("tooltip").getByRole("button", { name: "返回" }).click();
  await expect(unsaved(next)).toBeVisible();
  await unsaved(next).getByRole("button", { name: "丢弃" }).click();
  await next.getByRole("tooltip").getByRole("button", { name: "丢弃" }).click();
  await expect(unsaved(next)).toBeHidden();
  const last = await another(next, "/?city=own");
  await expect(last.getByRole("button", { name: "选择文件" })).toBeVisible();
  await expect(unsaved(last)).toBeHidden();
});

test("a damaged project file opens with what is left, says so, and is not taken for saved", async ({
  page,
}) => {
  await page.goto("/?city=own");
  await drop(page, [{ name: "zones.csv", text: ONE_ZONE }]);
  await showMap(page);
  const text = `{"quan":2,"content":"","lines":3,"blocks":[{"zone":1,"backdrop":1}]}\n["project",{"name":"东区","origin":"imported"}]\n["zone",{"id":"z1"`;
  await drop(page, [{ name: "东区.quan", text }]);
  await page.getByRole("dialog", { name: "打开，还是合并？" }).getByRole("button", { name: "打开" }).click();
  const question = page.getByRole("dialog", { name: "当前项目还没有保存" });
  await question.getByRole("button", { name: "不保存，继续" }).click();
  await expect(report(page)).toContainText("项目文件在第 3 行之后断了，少 1 行");
  await expect(report(page)).toContainText("这一行没有采用");
  await report(page).getByRole("button", { name: "看地图" }).click();
  await page.getByRole("combobox", { name: "城市" }).click();
  await page
    .locator(".ant-select-dropdown:visible .ant-select-item-option")
    .filter({ hasText: "宿城" })
    .click();
  await expect(question).toBeVisible();
});
