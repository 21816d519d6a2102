import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ownBrowser } from "./killed-browser.ts";
import { calculated, expect, headline, openTab, rows, test, withoutPlaces } from "./planner-page.ts";

test.use({ map: false });

const facility = (page: Page) => page.getByRole("complementary", { name: "设施" });
const lngOf = (page: Page) => facility(page).getByRole("spinbutton", { name: "经度" });

async function moveFirst(page: Page): Promise<void> {
  await calculated(page);
  await openTab(page, "设施");
  await rows(page).first().click();
  await moveOn(page);
}

async function moveOn(page: Page): Promise<void> {
  const before = await lngOf(page).inputValue();
  await facility(page).getByRole("button", { name: "向东 50 m" }).press("Enter");
  await expect(lngOf(page)).not.toHaveValue(before);
  await calculated(page);
}

const full = (page: Page) => page.getByText(/本机存储已满，改动没有自动保存/);

test("a full disk is said at once, the project can be saved all the same, and all is kept once there is room", async ({
  page,
}) => {
  await page.goto("/?city=huaibei");
  await calculated(page);
  const cdp = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await moveFirst(page);
  await expect(full(page)).toBeVisible();
  const saved = page.waitForEvent("download");
  await page.getByRole("status").getByRole("button", { name: "保存项目" }).click();
  expect((await readFile(await (await saved).path())).length).toBeGreaterThan(1000);
  await expect(full(page)).toBeHidden();

  await moveOn(page);
  await expect(full(page)).toBeVisible();
  await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  await moveOn(page);
  await expect(full(page)).toBeHidden();
  const place = await lngOf(page).inputValue();
  const next = await page.context().newPage();
  await page.close();
  await next.goto("/?city=huaibei");
  await calculated(next);
  await next.getByRole("button", { name: "继续" }).click();
  await calculated(next);
  await openTab(next, "设施");
  await rows(next).first().click();
  await expect(lngOf(next)).toHaveValue(place);
});

test("a browser that forbids all storage shows the page, says that nothing is kept, and saves", async ({
  baseURL,
}) => {
  const home = await mkdtemp(join(tmpdir(), "quan-denied-"));
  await mkdir(join(home, "Default"), { recursive: true });
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(home, "Default", "Preferences"), JSON.stringify(blocked));
  const { page, kill } = await ownBrowser(home);
  try {
    await withoutPlaces(page);
    await page.goto(`${baseURL}?city=huaibei`);
    await moveFirst(page);
    await expect(page.getByText(/浏览器不让本页在本机存储，改动没有自动保存/)).toBeVisible();
    await page.getByRole("status").getByRole("button", { name: "保存项目" }).click();
    await expect(page.getByText(/浏览器不让本页在本机存储/)).toBeHidden();
  } finally {
    await kill();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

test.describe("where a page may write files again", () => {
  test.use({ places: true });

  test("a project is saved into the file it was opened from or saved to, and elsewhere when asked", async ({
    page,
  }) => {
    // The dialogs of the system are answered here; the files are real ones, in the browser's own folder.
    await page.addInitScript(() => {
      const asked: string[] = [];
      const file = async (name: string) =>
        (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
      Object.assign(window, {
        asked,
        showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) => {
          asked.push(suggestedName);
          return file(`${asked.length} ${suggestedName}`);
        },
        showOpenFilePicker: async () => [await file("1 none.quan")],
      });
    });
    const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
    const sizes = () =>
      page.evaluate(async () => {
        const found: Record<string, number> = {};
        const folder = await navigator.storage.getDirectory();
        for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>)
          found[name] = (await handle.getFile()).size;
        return found;
      });
    const save = async (how: string) => {
      await page.getByRole("button", { name: "保存", exact: true }).click();
      await page.getByRole("menuitem", { name: how }).click();
    };
    await page.goto("/?city=huaibei");
    await moveFirst(page);
    await save("保存项目");
    await expect.poll(asked).toHaveLength(1);
    const [name = ""] = await asked();
    await expect.poll(async () => (await sizes())[`1 ${name}`]).toBeGreaterThan(1000);
    await moveOn(page);
    const mine = await headline(page).textContent();
    const unsaved = page.getByRole("dialog", { name: "当前项目还没有保存" });
    await save("保存项目");
    await calculated(page);
    expect(await asked()).toHaveLength(1);
    await save("项目另存为…");
    await expect.poll(asked).toHaveLength(2);
    await expect.poll(async () => (await sizes())[`2 ${name}`]).toBeGreaterThan(1000);
    expect(Object.keys(await sizes())).toHaveLength(2);

    // Opened again from its first file, it is as it was saved last, and goes back into that file.
    await page.evaluate((file) => {
      Object.assign(window, {
        showOpenFilePicker: async () => [await (await navigator.storage.getDirectory()).getFileHandle(file)],
      });
    }, `1 ${name}`);
    await page.getByRole("button", { name: "导入资料" }).click();
    await expect(unsaved).toBeHidden();
    await page.getByRole("dialog", { name: "导入结果" }).getByRole("button", { name: "看地图" }).click();
    await calculated(page);
    await expect(headline(page)).toHaveText(mine ?? "");
    await moveFirst(page);
    await save("保存项目");
    await calculated(page);
    expect(await asked()).toHaveLength(2);
  });
});
