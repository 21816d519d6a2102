import type { Page } from "@playwright/test";
import { calculated, expect, openTab, rows, test, withoutPlaces, withoutWebgl } from "./planner-page.ts";
import { OFFICE } from "./playwright.config.ts";

test.use({ map: false });

const facility = (page: Page) => page.getByRole("complementary", { name: "设施" });
const lngOf = (page: Page) => facility(page).getByRole("spinbutton", { name: "经度" });
const onlyToRead = (page: Page) => page.getByText(/另一个窗口正开着这个项目，这里只能看。/);

async function lookAtFirst(page: Page): Promise<string> {
  await calculated(page);
  await openTab(page, "设施");
  await rows(page).first().click();
  return lngOf(page).inputValue();
}

async function move(page: Page): Promise<void> {
  await facility(page).getByRole("button", { name: "向东 50 m" }).press("Enter");
}

async function secondWindow(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  await withoutWebgl(second);
  await withoutPlaces(second);
  await second.goto("/?city=huaibei");
  return second;
}

/** One project in two windows: one changes it, the other reads, until the first is closed. */
async function onePenForTwo(page: Page): Promise<void> {
  await page.goto("/?city=huaibei");
  const start = await lookAtFirst(page);
  await move(page);
  await expect(lngOf(page)).not.toHaveValue(start);
  await calculated(page);

  const second = await secondWindow(page);
  await expect(onlyToRead(second)).toBeVisible();
  expect(await lookAtFirst(second)).toBe(start);
  await move(second);
  await expect(second.getByText(/没有改成：另一个窗口/)).toBeVisible();
  await expect(lngOf(second)).toHaveValue(start);
  // It can be saved all the same, as a copy.
  const copy = second.waitForEvent("download");
  await second.getByRole("button", { name: "另存一份" }).click();
  await copy;
  await expect(onlyToRead(page)).toBeHidden();

  await page.close();
  await expect(second.getByText(/另一个窗口已关闭，现在可以改了/)).toBeVisible();
  await expect(onlyToRead(second)).toBeHidden();
  // What the first left unsaved is offered now.
  await expect(second.getByRole("region", { name: "上次未保存的项目" })).toContainText("1 处改动");
  await move(second);
  await expect(lngOf(second)).not.toHaveValue(start);
}

test("two windows do not both change a project", async ({ page }) => {
  await onePenForTwo(page);
});

test("two windows with different projects do not mind each other", async ({ page }) => {
  await page.goto("/?city=xuzhou");
  await calculated(page);
  const second = await secondWindow(page);
  const start = await lookAtFirst(second);
  await move(second);
  await expect(lngOf(second)).not.toHaveValue(start);
  await expect(onlyToRead(second)).toBeHidden();
});

test.describe("on plain http, by an address of the office's network", () => {
  test.use({ baseURL: OFFICE });

  test("two windows do not both change a project either, without locks", async ({ page }) => {
    await page.goto("/?city=huaibei");
    expect(await page.evaluate(() => [isSecureContext, "locks" in navigator])).toEqual([false, false]);
    await onePenForTwo(page);
  });
});
