import { readFile } from "node:fs/promises";
import { evidence, expect, filterZones, openCity, openTab, rows, test } from "./planner-page.ts";

test.use({ map: false });

test("from the worst street to a zone in it, and to all of its zones", async ({ page }) => {
  await openCity(page, "xuzhou");
  const street = (await rows(page).first().locator(".facts-name").first().textContent()) ?? "";
  const whole =
    (await rows(page)
      .first()
      .getByTitle(/共 \d+\s个小区/)
      .getAttribute("title")) ?? "";
  await rows(page).first().click();
  const drawer = page.getByRole("complementary", { name: "汇总依据" });
  await expect(drawer).toContainText(street);
  const zone = drawer
    .getByRole("region", { name: "养老用房" })
    .getByRole("listitem")
    .first()
    .getByRole("button");
  const name = (await zone.textContent()) ?? "";
  await zone.click();
  await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(evidence(page)).toContainText(street);

  await openTab(page, "街道");
  await rows(page).first().click();
  await drawer.getByRole("button", { name: "只看这里的小区" }).click();
  const zones = /共 (\d+)\s个小区/.exec(whole)?.[1] ?? "?";
  await expect(page.getByRole("status").filter({ hasText: "条" })).toHaveText(`${zones} 条`);
  await expect(rows(page).first()).toContainText(name);
  await filterZones(page, "新建或已建成", "新建");
  await expect(page.getByRole("list", { name: "已选条件" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: `去掉条件：${street}` }).press("Enter");
  await page.getByRole("button", { name: "去掉条件：新建" }).press("Enter");
  await expect(page.getByRole("list", { name: "已选条件" })).toBeHidden();
});

test("columns are chosen, and what is shown is copied and exported as it is shown", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCity(page, "huaibei");
  await openTab(page, "小区");
  await page.getByPlaceholder("按名称、街道找小区").fill("园");
  const count = await rows(page).count();
  await page.getByRole("button", { name: "列、复制与导出" }).click();
  await page.getByRole("checkbox", { name: "社区", exact: true }).check();
  await page.getByRole("checkbox", { name: "最近养老" }).uncheck();
  await expect(page.getByRole("columnheader", { name: "社区", exact: true })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "最近养老" })).toBeHidden();
  await page.getByRole("button", { name: /^复制这/ }).click();
  await expect(page.getByText(/^已复制 \d+\s条/)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [head = "", first = ""] = copied.split("\n");
  expect(head.split("\t")).toContain("社区");
  expect(head).toContain("养老缺（m²）");
  expect(head).toContain("最近托育（m）");
  expect(head).not.toContain("最近养老");
  expect(first.split("\t")[0]).toBe(await rows(page).first().locator(".facts-name").first().textContent());
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: /^导出这/ }).click();
  expect((await saving).suggestedFilename()).toMatch(/^.+-小区-[0-9a-f]{8}\.csv$/);
  const path = await (await saving).path();
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  expect(lines.length).toBe(copied.trim().split("\n").length);
  expect(lines.length).toBeGreaterThan(Math.min(count, 3));
  expect(lines[0]).toBe(`\uFEFF${head.replaceAll("\t", ",")}`);
});
