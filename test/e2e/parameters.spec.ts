import {
  calculated,
  choose,
  evidence,
  expect,
  filterZones,
  headline,
  openCity,
  openParameters,
  openTab,
  resultNumber,
  rows,
  test,
} from "./planner-page.ts";

test.use({ map: false });

test("another pack changes the numbers and is labelled as borrowed", async ({ page }) => {
  await openCity(page, "xuzhou");
  const before = await headline(page).textContent();
  await choose(page, "地方标准", "宿城区");
  await expect(page.getByRole("note")).toContainText("借用标准");
  await expect(headline(page)).not.toHaveText(before ?? "");
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(evidence(page)).toContainText("借用标准");
});

test("a number out of bounds is not taken and says so", async ({ page }) => {
  await openCity(page, "huaibei");
  const before = await resultNumber(page);
  await openParameters(page);
  const detour = page.getByLabel("绕行系数");
  await detour.fill("99");
  await expect(page.getByRole("alert").filter({ hasText: "“99”未采用：须在 1 至 3 之间" })).toBeVisible();
  await detour.press("Tab");
  await expect(detour).toHaveValue("1.3");
  await detour.fill("1.5");
  await expect(page.getByRole("alert").filter({ hasText: "未采用" })).toBeHidden();
  await expect(page.getByText(before)).toBeHidden();
});

test("a longer walk changes who is in reach", async ({ page }) => {
  await openCity(page, "huaibei");
  const before = await resultNumber(page);
  await openTab(page, "设施");
  await page.getByRole("columnheader", { name: "可达小区" }).getByRole("button").click();
  const reachedBefore = await rows(page).first().textContent();
  await openParameters(page);
  await page.getByLabel("养老步行限").fill("1600");
  await expect(page.getByText(before)).toBeHidden();
  await calculated(page);
  await expect(rows(page).first()).not.toHaveText(reachedBefore ?? "");
});

test("the profile that decides and the detour are part of the result; defaults bring the first one back", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  const before = await resultNumber(page);
  await openParameters(page);
  await choose(page, "养老按", "成年人");
  await expect(page.getByText(before)).toBeHidden();
  await page.getByLabel("绕行系数").fill("1.2");
  await expect(page.getByText("直线 × 1.2，估算")).toBeVisible();
  await calculated(page);
  await page.getByRole("button", { name: "恢复默认" }).click();
  await expect(page.getByText(before)).toBeVisible();
});

test("what a parameter changed is told, looked into, listed and taken back", async ({ page }) => {
  await openCity(page, "huaibei");
  const before = await resultNumber(page);
  const note = page.getByRole("region", { name: "这次改动" });
  await expect(note).toBeHidden();
  await openParameters(page);
  await choose(page, "供需分配", "自有配建");
  await expect(note).toContainText("改了供需分配");
  const missing = note.getByRole("row", { name: /养老用房缺/ });
  await expect(missing).toContainText(/[\d,]+\sm².*[\d,]+\sm².*\+[\d,]+\sm²/);
  await openParameters(page);
  await note.getByRole("button", { name: "逐项看" }).click();
  const details = page.getByRole("complementary", { name: "这次改动" });
  await expect(details.getByRole("row", { name: /街道 · 养老用房/ }).first()).toBeVisible();
  await details.getByRole("button", { name: "在清单中只看这些小区" }).click();
  const told = Number((await note.getByText(/个小区判定改变/).textContent())?.match(/[\d,]+/)?.[0]);
  expect(told).toBeGreaterThan(0);
  await expect(page.getByRole("grid", { name: "小区" })).toHaveAttribute("aria-rowcount", `${told + 1}`);
  await note.getByRole("button", { name: "改回去" }).click();
  await expect(page.getByText(before)).toBeVisible();
  await expect(note).toContainText("已撤销：供需分配");
  await note.getByRole("button", { name: "恢复改动" }).click();
  await expect(page.getByText(before)).toBeHidden();
  await expect(note).toContainText("改了供需分配");
  await note.getByRole("button", { name: "改回去" }).click();
  await expect(page.getByText(before)).toBeVisible();
  await note.getByRole("button", { name: "关闭" }).click();
  await expect(note).toBeHidden();
  await page.getByRole("button", { name: "重做" }).click();
  await expect(page.getByText(before)).toBeHidden();
});

test("what is told of a change adds up as it is shown, and says where sums are over other zones", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await openParameters(page);
  const note = page.getByRole("region", { name: "这次改动" });
  const told = async (row: RegExp) => {
    const cells = await note.getByRole("row", { name: row }).getByRole("cell").allTextContents();
    return cells.map((cell) =>
      Number(
        cell
          .replace("−", "-")
          .match(/-?[\d,.]+/)?.[0]
          ?.replaceAll(",", ""),
      ),
    );
  };
  await page.getByLabel("绕行系数").fill("1.9");
  await expect(note).toContainText("改了绕行系数");
  const [before = 0, after = 0, apart = 0] = await told(/养老步行圈内/);
  expect(apart).toBeLessThan(0);
  expect(apart.toFixed(1)).toBe((after - before).toFixed(1));
  // The same share, said with the same digits.
  await expect(page.getByText(/步行圈内：/)).toContainText(`养老 ${after.toFixed(1)}\u00a0%`);

  await choose(page, "地方标准", "连云港");
  await expect(note).toContainText("改了地方标准");
  const [lackBefore = 0, lackAfter = 0, lackApart = 0] = await told(/养老用房缺/);
  expect(lackApart).toBe(lackAfter - lackBefore);
  const unlike = note.getByRole("row", { name: /养老用房缺/ }).locator(".change-unlike");
  await expect(unlike).toContainText(/算得出 \d+ → \d+\s个小区/);
  await expect(unlike).toHaveCSS("font-weight", "400");
});

test("where own rooms alone count, the page says that others do not, and what to choose", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  const why = page.getByText(/只计小区自己的用房，[\d,]+\s处走得到的设施未计入/);
  await calculated(page);
  await expect(why).toBeHidden();
  await openParameters(page);
  await choose(page, "供需分配", "自有配建");
  await calculated(page);
  await expect(why).toContainText("改选“均衡分配”");
  await choose(page, "供需分配", "均衡分配");
  await calculated(page);
  await expect(why).toBeHidden();
});

test("a screening method shows no existing zone as meeting the standard", async ({ page }) => {
  await openCity(page, "huaibei");
  await openParameters(page);
  await choose(page, "供需分配", "服务半径叠加");
  await calculated(page);
  await expect(headline(page)).toHaveText(/^【筛查】/);
  await openParameters(page);
  await openTab(page, "小区");
  await filterZones(page, "判定", /^符合$/);
  await expect(page.getByRole("grid", { name: "小区" })).toHaveAttribute("aria-rowcount", /^\d+$/);
  for (const row of await rows(page).all()) {
    await row.click();
    await expect(evidence(page)).toContainText("新建");
  }
  await filterZones(page, "判定", "待研判或未规定");
  await rows(page).first().click();
  await expect(evidence(page)).toContainText("只供筛查");
});

test("long work says what it does and can be stopped; nothing is lost by it", async ({ page }) => {
  await page.goto("/?city=xuzhou&size=city");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "取消" }).click();
  await expect(headline(page)).toContainText("拖到这里");
  await page.goto("/?city=huaibei");
  await calculated(page);
  const before = await headline(page).textContent();
  await page.evaluate(() => history.replaceState(null, "", "?city=huaibei&size=city"));
  await choose(page, "城市", "宿城");
  await page.getByRole("button", { name: "取消" }).click();
  await expect(headline(page)).toHaveText(before ?? "");
  await expect(page.locator(".top-choice").first()).toContainText("淮北");
});

test("old numbers fade at once while new ones are worked out", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openParameters(page);
  await page.getByLabel("绕行系数").fill("1.5");
  await expect(page.locator("#lists")).toHaveAttribute("aria-busy", "true");
  await calculated(page);
});
