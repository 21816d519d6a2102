import {
  calculated,
  choose,
  drop,
  evidence,
  expect,
  headline,
  ONE_ZONE,
  openCity,
  openTab,
  rows,
  showMap,
  test,
} from "./planner-page.ts";

test.use({ map: false });

test("a saved project is listed, opened again after a visit, and cleared", async ({ page }) => {
  await page.goto("/?city=own");
  await drop(page, [{ name: "zones.csv", text: ONE_ZONE }]);
  await showMap(page);
  const mine = (await headline(page).textContent()) ?? "";
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("menuitem", { name: "保存项目" }).click();
  const name = (await saved).suggestedFilename();
  // The browser keeps its copy after the file is saved.
  await page.getByRole("combobox", { name: "城市" }).click();
  await expect(
    page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter({ hasText: name }),
  ).toBeVisible();
  await page.keyboard.press("Escape");

  await page.goto("/?city=own");
  const recent = page.getByRole("region", { name: "最近的项目" });
  await recent.getByRole("button", { name, exact: true }).click();
  await showMap(page);
  await expect(headline(page)).toHaveText(mine);

  await page.goto("/?city=xuzhou");
  await calculated(page);
  await choose(page, "城市", name);
  await showMap(page);
  await expect(headline(page)).toHaveText(mine);

  await page.goto("/?city=own");
  await recent.getByRole("button", { name: `从本机清除${name}` }).click();
  await expect(recent).toBeHidden();
  await page.reload();
  await expect(page.getByRole("button", { name: "选择文件" })).toBeVisible();
  await expect(recent).toBeHidden();
});

test("the address holds the view, and no place; what it names that is not there does no harm", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  expect(new URL(page.url()).hash).toBe("");
  await openTab(page, "小区");
  await rows(page).nth(2).click();
  const name = (await evidence(page).getByRole("heading", { level: 2 }).textContent()) ?? "";
  const address = page.url();
  expect(address).toMatch(/#.*tab=zones.*zone=/);
  expect(address).not.toMatch(/lng|lat|zoom|\d{2,3}\.\d{3}/);
  await page.goto("about:blank");
  await page.goto(address);
  await calculated(page);
  await expect(evidence(page).getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(page.getByRole("tab", { name: "小区" })).toHaveAttribute("aria-selected", "true");

  await page.goto("about:blank");
  await openCity(page, "huaibei", "#tab=nothing&shade=%3Cb%3E&zone=%3Cscript%3E");
  await expect(page.getByRole("tab", { name: "街道" })).toHaveAttribute("aria-selected", "true");
  await expect(evidence(page)).toBeHidden();
});

test("one goes back from a zone to its street and to the whole city, and forth again, and stays on the page", async ({
  page,
}) => {
  await openCity(page, "huaibei");
  const street = page.getByRole("complementary", { name: "汇总依据" });
  const heading = evidence(page).getByRole("heading", { level: 2 });
  await rows(page).first().click();
  const streetName = (await street.getByRole("heading", { level: 2 }).textContent()) ?? "";
  await street.getByRole("listitem").first().getByRole("button").click();
  await expect(heading).not.toHaveText(streetName);
  const zone = (await heading.textContent()) ?? "";
  const address = page.url();

  await page.goBack();
  await expect(street.getByRole("heading", { level: 2 })).toHaveText(streetName);
  await page.goBack();
  await expect(street).toBeHidden();
  await expect(evidence(page)).toBeHidden();
  await expect(page.getByRole("tab", { name: "街道" })).toHaveAttribute("aria-selected", "true");
  await page.goForward();
  await page.goForward();
  await expect(heading).toHaveText(zone);
  expect(page.url()).toBe(address);

  await page.evaluate(() => {
    location.hash = "tab=facilities";
  });
  await expect(page.getByRole("tab", { name: "设施" })).toHaveAttribute("aria-selected", "true");
  await expect(evidence(page)).toBeHidden();
});
