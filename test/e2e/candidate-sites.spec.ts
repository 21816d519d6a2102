import type { Page } from "@playwright/test";
import { openPlans, site } from "./plan-page.ts";
import {
  calculated,
  choose,
  drop,
  expect,
  foldLegend,
  middleOfMap,
  openCity,
  openTab,
  rows,
  showMap,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

const form = (page: Page) => page.getByRole("form", { name: /新增候选点|编辑候选点/ });
const add = (page: Page) => page.getByRole("button", { name: "新增候选点" });
const places = (page: Page) => page.locator(".plan-candidates summary");
const listed = (page: Page, name: string) =>
  page.locator(".plan-candidates li").filter({ hasText: name }).getByRole("button");
const refused = (page: Page) => site(page).getByRole("region", { name: "这里不能做的" });
const record = (page: Page) => site(page).getByRole("region", { name: "登记情况" });
const locked = (page: Page) => page.locator(".plan-locks");
const note = (page: Page) => page.getByRole("region", { name: "这次改动" });
const save = (page: Page) => form(page).getByRole("button", { name: /^(?:加入项目|保存)$/ });

const ZONE = "id,name,status,households,adminCode,lon,lat\nz1,东园,existing,800,321302,118.200,33.960\n";
const FACILITY =
  "id,name,kind,status,elderly_m2,lon,lat\nf1,东园养老站,E_COMM_CENTRE,STATUS,40,118.201,33.961\n";

/** A zone of Sucheng with a centre for the elderly near it, of this status. */
async function openOwn(page: Page, status: "built" | "planned"): Promise<void> {
  await openCity(page, "huaibei");
  await drop(page, [
    { name: "zones.csv", text: ZONE },
    { name: "facilities.csv", text: FACILITY.replace("STATUS", status) },
  ]);
  await showMap(page);
}

test.describe("without a map", () => {
  test.use({ map: false });

  test("a site is added by keyboard, said otherwise, refused with its clause, deleted and brought back", async ({
    page,
  }, info) => {
    await openOwn(page, "built");
    await openTab(page, "补点方案");
    await expect(page.locator(".plans")).toContainText("没有可选的地点。新增候选点，或导入候选点");
    await page.screenshot({ path: info.outputPath("none.png") });
    await add(page).focus();
    await page.keyboard.press("Enter");
    await expect(form(page).getByLabel("编号")).toBeFocused();
    await expect(form(page).getByLabel("编号")).toHaveValue(/^new-[2-9a-z]{6}$/);
    await page.keyboard.press("Enter");
    await expect(form(page).getByLabel("经度")).toHaveAccessibleDescription(
      "填写经度、纬度，或在地图上点选。",
    );
    await expect(form(page).getByLabel("经度")).toBeFocused();

    await form(page).getByLabel("名称").fill("旧门面");
    await form(page).getByLabel("经度").fill("118.2");
    await form(page).getByLabel("纬度").fill("33.961");
    await form(page).getByLabel("可用面积").fill("约150");
    await form(page).getByLabel("楼层").fill("夹层");
    await form(page).getByText("费用和年限", { exact: true }).press("Enter");
    await form(page).getByLabel("造价").fill("-5");
    await form(page).getByLabel("最早投用年份").fill("27");
    await save(page).click();
    await expect(form(page).getByLabel("可用面积")).toHaveAccessibleDescription(/“约150”是估计的数/);
    await expect(form(page).getByLabel("楼层")).toHaveAccessibleDescription(/“夹层”不是一个确定的楼层/);
    await expect(form(page).getByLabel("造价")).toHaveAccessibleDescription(/−5\s不在\s0\s到\s.*之间/);
    await expect(form(page).getByLabel("最早投用年份")).toHaveAccessibleDescription(
      /27\s不在\s1900\s到\s2200\s之间/,
    );
    await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled();
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath("wrong.png") });

    // What was refused is no more said once something else is there, and a place abroad is none.
    await form(page).getByLabel("可用面积").fill("150平");
    await expect(form(page).getByLabel("可用面积")).not.toHaveAccessibleDescription(/估计/);
    await expect(form(page).getByLabel("楼层")).toHaveAccessibleDescription(/“夹层”/);
    await form(page).getByLabel("楼层").fill("1");
    await form(page).getByLabel("造价").fill("60");
    await form(page).getByLabel("最早投用年份").fill("2027");
    await form(page).getByLabel("经度").fill("10");
    await save(page).click();
    await expect(form(page).getByLabel("经度")).toHaveAccessibleDescription(
      "这个位置不在中国境内，请核对经纬度。",
    );
    await form(page).getByLabel("经度").fill("118.2");
    await choose(page, "取得方式", "租赁");
    await page.locator(".ant-select-dropdown:visible").getByText("购置").click();
    await page.keyboard.press("Escape");
    await save(page).click();
    await expect(site(page).getByRole("heading", { level: 2 })).toHaveText("旧门面");
    await expect(site(page).getByRole("heading", { level: 2 })).toBeFocused();
    await calculated(page);
    await expect(note(page)).toContainText("候选点表（新增旧门面）");
    await expect(record(page)).toContainText("取得方式租赁、购置");
    await expect(record(page)).toContainText(/可用面积150\sm²/);
    await expect(record(page)).toContainText(/造价60\s万元/);
    await expect(record(page)).toContainText("最早投用年份2027");
    await expect(record(page)).toContainText(/未说明：.*产权证/);
    // 150 m² is no centre for the elderly in Sucheng.
    await expect(refused(page)).toContainText("养老：面积不够标准的最低规模");
    await expect(refused(page)).toContainText("宿城区促进养老托育服务高质量发展实施方案");
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath("refused.png") });

    await site(page).getByRole("button", { name: "编辑" }).click();
    await expect(form(page).getByLabel("可用面积")).toHaveValue("150");
    await form(page).getByLabel("可用面积").fill("400");
    await save(page).click();
    await expect(form(page)).toBeHidden();
    await expect(site(page).getByRole("button", { name: "编辑" })).toBeFocused();
    await calculated(page);
    await expect(record(page)).toContainText(/可用面积400\sm²/);
    await expect(site(page).getByRole("region", { name: "补点方案" })).toBeVisible();
    await expect(refused(page)).toBeHidden();
    await expect(places(page)).toHaveText(/^可选的地点\s?1\s?处$/);

    await site(page).getByRole("button", { name: "编辑" }).click();
    await choose(page, "列入征收", "是");
    await save(page).click();
    await calculated(page);
    await expect(refused(page)).toContainText("列入征收");
    await expect(page.locator(".plans")).toContainText("列出的地点都不能用");
    await expect(places(page)).toHaveText(/另有\s?1\s?处候选点暂不能用/);
    await page.getByRole("button", { name: "改动记录" }).click();
    await expect(page.getByText("旧门面：列入征收 未说明 → 是")).toBeVisible();
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(places(page)).toHaveText(/^可选的地点\s?1\s?处$/);

    await places(page).press("Enter");
    await listed(page, "旧门面").press("Enter");
    await site(page).getByRole("radio", { name: "一定做" }).check();
    await expect(locked(page)).toHaveText("一定做：旧门面");
    await site(page).getByRole("button", { name: "删除候选点" }).press("Enter");
    await expect(site(page)).toBeHidden();
    await expect(locked(page)).toHaveText(/^一定做：new-[2-9a-z]{6}（已不在资料里，不算）$/);
    await expect(note(page)).toContainText("候选点表（删除旧门面）");
    await expect(places(page)).toBeHidden();
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(locked(page)).toHaveText("一定做：旧门面");
    await places(page).press("Enter");
    await listed(page, "旧门面").press("Enter");
    await expect(record(page)).toContainText(/可用面积400\sm²/);
  });

  test("without facilities it is told that nobody knows what is missing, not that no standard asks for it", async ({
    page,
  }) => {
    await openCity(page, "huaibei");
    await drop(page, [{ name: "zones.csv", text: ZONE }]);
    await showMap(page);
    await openTab(page, "补点方案");
    await expect(page.locator(".plans")).toContainText("还没有设施资料");
    await expect(page.locator(".plans")).not.toContainText("标准没有规定");
    await expect(add(page)).toBeEnabled();
  });

  test("what a planned facility takes and when it serves is typed into its form", async ({ page }) => {
    await openOwn(page, "planned");
    await openTab(page, "设施");
    await rows(page).filter({ hasText: "东园养老站" }).click();
    const facility = page.getByRole("complementary", { name: "设施" });
    const fields = page.getByRole("form", { name: "编辑设施" });
    await facility.getByRole("button", { name: "编辑" }).click();
    await fields.getByText("在建、规划项目").click();
    await fields.getByLabel("总投资").fill("-300");
    await fields.getByLabel("计划投用年份").fill("2028.5");
    await fields.getByRole("button", { name: "保存" }).click();
    await expect(fields.getByLabel("总投资")).toHaveAccessibleDescription(/−300\s不在\s0\s到\s.*之间/);
    await expect(fields.getByLabel("计划投用年份")).toHaveAccessibleDescription(/2028.5\s应为整数。/);
    await fields.getByLabel("总投资").fill("300万元");
    await fields.getByLabel("计划投用年份").fill("2028");
    await fields.getByRole("button", { name: "保存" }).click();
    await expect(fields).toBeHidden();
    await calculated(page);
    await openTab(page, "补点方案");
    await places(page).click();
    await listed(page, "东园养老站").click();
    await facility.getByText("这里能做的").click();
    await expect(facility.getByRole("row").filter({ hasText: "建成" })).toContainText("300");
  });
});

test("a site is put where the map is clicked, and one that cannot be used opens from the map with the reason", async ({
  page,
}, info) => {
  await openPlans(page);
  await foldLegend(page);
  await add(page).click();
  await form(page).getByLabel("名称").fill("街角空房");
  await form(page).getByRole("button", { name: "在地图上点选" }).click();
  await expect(page.locator(".place-ask")).toContainText("街角空房");
  const middle = await middleOfMap(page);
  await page.mouse.click(middle.x, middle.y);
  await expect(form(page).getByLabel("经度")).toHaveValue(/^11\d\.\d{1,6}$/);
  await expect(page.locator(".maplibregl-marker")).toBeVisible();
  const lon = await form(page).getByLabel("经度").inputValue();
  await save(page).click();
  await expect(record(page)).toContainText(lon);
  await expect(refused(page)).toContainText("没填可用面积");

  // Moved by its form, it stands there.
  await site(page).getByRole("button", { name: "编辑" }).click();
  await form(page).getByLabel("纬度").fill("34.2");
  await save(page).click();
  await expect(record(page)).toContainText("纬度34.2");
  await calculated(page);
  await expect(refused(page)).toContainText("没填可用面积");
  await page.screenshot({ path: info.outputPath("placed.png") });

  const { x, y } = await middleOfMap(page);
  await page.getByRole("button", { name: "改动记录" }).click();
  await expect(site(page)).toBeHidden();
  await page.mouse.click(x, y);
  await expect(site(page).getByRole("heading", { level: 2 })).toHaveText("街角空房");
  await expect(refused(page)).toContainText("没填可用面积");
});
