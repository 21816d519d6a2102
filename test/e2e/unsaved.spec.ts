import type { Page } from "@playwright/test";
import {
  calculated,
  choose,
  drop,
  expect,
  headline,
  ONE_ZONE,
  openCity,
  openParameters,
  openTab,
  rows,
  showMap,
  test,
} from "./planner-page.ts";

test.use({ map: false });

const question = (page: Page) => page.getByRole("dialog", { name: "当前项目还没有保存" });

/** Moves the chosen facility, and waits until the edit is made. */
async function moveFacility(page: Page): Promise<void> {
  await page.getByRole("button", { name: "向东 50 m" }).click();
  await expect(page.getByRole("button", { name: "撤销" })).toBeEnabled();
  await calculated(page);
}

test("imported data are not left without a question; gone back from, dropped, or saved", async ({ page }) => {
  await page.goto("/?city=own");
  await drop(page, [{ name: "zones.csv", text: ONE_ZONE }]);
  await showMap(page);
  const mine = (await headline(page).textContent()) ?? "";

  await choose(page, "城市", "宿城");
  await question(page).getByRole("button", { name: "返回" }).click();
  await expect(question(page)).toBeHidden();
  await expect(headline(page)).toHaveText(mine);

  await choose(page, "城市", "宿城");
  const saved = page.waitForEvent("download");
  await question(page).getByRole("button", { name: "保存项目并继续" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.quan$/);
  await calculated(page);
  await expect(headline(page)).not.toHaveText(mine);

  await drop(page, [{ name: "zones.csv", text: ONE_ZONE }]);
  await showMap(page);
  await choose(page, "城市", "淮北");
  await question(page).getByRole("button", { name: "不保存，继续" }).click();
  await calculated(page);
  await expect(headline(page)).not.toHaveText(mine);
});

test("a changed demo city is not left without a question, an unchanged or undone one is", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  await openTab(page, "设施");
  await rows(page).first().click();
  await moveFacility(page);
  await choose(page, "城市", "宿城");
  await expect(question(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeHidden();
  await page.getByRole("button", { name: "撤销" }).click();
  await calculated(page);
  const before = (await headline(page).textContent()) ?? "";
  await choose(page, "城市", "宿城");
  await expect(question(page)).toBeHidden();
  await expect(headline(page)).not.toHaveText(before);
});

test("the browser asks before the page is left with what is not saved, and not otherwise", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await openCity(page, "huaibei");
  await page.reload();
  await calculated(page);
  expect(asked).toEqual([]);
  await openTab(page, "设施");
  await rows(page).first().click();
  await moveFacility(page);
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
});

test("a parameter set on a saved project of one's own is not left without a question, one set back is", async ({
  page,
}) => {
  await page.goto("/?city=own");
  await drop(page, [{ name: "zones.csv", text: ONE_ZONE }]);
  await showMap(page);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("menuitem", { name: "保存项目" }).click();
  await saved;
  await openParameters(page);
  await choose(page, "条文不一致时", "从严");
  await calculated(page);
  await choose(page, "城市", "宿城");
  await expect(question(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "撤销" }).click();
  await calculated(page);
  await choose(page, "城市", "宿城");
  await expect(question(page)).toBeHidden();
  await calculated(page);
});
