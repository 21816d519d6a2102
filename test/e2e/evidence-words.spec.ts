import { closePrinting, holdPrinting, isPrinting, sheets } from "./paper.ts";
import {
  calculated,
  choose,
  drop,
  evidence,
  expect,
  filterZones,
  headline,
  openCity,
  openParameters,
  openTab,
  rows,
  showMap,
  test,
} from "./planner-page.ts";

test.use({ map: false });
const ZONES = `id,name,status,households,residents,lon,lat
z1,东园,existing,800,2000,117.200,34.260
z2,西园,existing,500,1200,117.210,34.260
`;
const FACILITIES = `id,name,kind,status,lon,lat,elderly_m2,slots
f1,甲站,E_COMM_CENTRE,built,117.2006,34.260,90,
f2,乙托,C_COMMUNITY,built,117.2003,34.2604,,20
`;

test("what a zone is judged by and does not state is filled in from where it is missed", async ({ page }) => {
  await openCity(page, "xuzhou", "#tab=zones&zone=Z0108");
  const remark = evidence(page).locator(".flag").filter({ hasText: "未载明新建还是已建成" });
  await remark.getByRole("button", { name: "补填" }).click();
  await choose(page, "状态", "已建成");
  await page.getByRole("button", { name: "保存", exact: true }).last().click();
  await calculated(page);
  await expect(remark).toHaveCount(0);
});

test("where no standard applies, the page says so, and what it knows all the same", async ({ page }) => {
  await holdPrinting(page);
  await page.goto("/?city=own");
  await drop(page, [
    { name: "zones.csv", text: ZONES },
    { name: "facilities.csv", text: FACILITIES },
  ]);
  await showMap(page);
  await expect(headline(page)).toHaveText("2 个小区待补资料，暂不能判断缺口。");
  await expect(page.locator(".headline")).not.toContainText("步行圈内");
  await openTab(page, "小区");
  await rows(page).filter({ hasText: "东园" }).click();
  await expect(evidence(page)).toContainText("没有适用的标准：补行政区划代码，或选一份标准。");
  await expect(evidence(page).locator(".nearest")).toContainText(/最近养老\s*甲站\s*72\u00a0m/);
  await evidence(page).getByRole("button", { name: "打印小区一页" }).click();
  await isPrinting(page);
  await expect(sheets(page)).toContainText("没有适用的标准");
  await closePrinting(page);

  await choose(page, "地方标准", "徐州");
  await calculated(page);
  // What nobody could say before has not risen by a hundred points.
  await expect(page.getByText("+100")).toHaveCount(0);
  await openParameters(page);
  await choose(page, "供需分配", "自有配建");
  await calculated(page);
  await expect(evidence(page)).toContainText("未载明属于本小区；当前方法只计自有配建");
});

test("zones without a number in their standard are named, and their street lacks nothing that is known", async ({
  page,
}) => {
  await openCity(page, "lianyungang");
  await expect(headline(page)).toContainText(/[\d,]+\s个未规定数值。/);
  const silent = rows(page).filter({ hasText: "未规定" }).first();
  await expect(silent).not.toContainText("0 /");
  await silent.click();
  const panel = page.getByRole("complementary", { name: "汇总依据" });
  await expect(panel).toContainText(/养老用房\s*\d+\s个小区未规定数值。/);
  await expect(panel.locator(".amounts").first()).toContainText(/户数.*人口.*60\s岁以上.*3\s岁以下/s);
});

test("a shared room names who else has it, and each method is told as it works", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openParameters(page);
  await choose(page, "供需分配", "可达共享");
  await calculated(page);
  await openTab(page, "小区");
  await filterZones(page, "新建或已建成", "已建成");
  await rows(page).first().click();
  await expect(evidence(page)).toContainText("可达共享按缺口比例分摊");
  await expect(evidence(page)).not.toContainText("重复计算");
  await expect(evidence(page)).toContainText("也供");
});

test("what is handed out of a facility is named by what it is", async ({ page }) => {
  await openCity(page, "xuzhou");
  await openTab(page, "设施");
  await page.getByPlaceholder("按名称、类型找设施").fill("半山新城养老服务站");
  await rows(page).first().click();
  const panel = page.getByRole("complementary", { name: "设施" });
  await expect(panel.locator("dt").filter({ hasText: "已分配" })).toHaveText([
    "养老用房已分配",
    "养老用地已分配",
  ]);
});

test("a printed zone lists as many facilities as its page holds", async ({ page }) => {
  await holdPrinting(page);
  await openCity(page, "xuzhou");
  await openParameters(page);
  await choose(page, "供需分配", "自有配建");
  await calculated(page);
  await openTab(page, "小区");
  await page.getByPlaceholder("按名称、街道找小区").fill("绿洲新城");
  await rows(page).first().click();
  await evidence(page).getByRole("button", { name: "打印小区一页" }).click();
  await isPrinting(page);
  const lists = sheets(page).locator(".listed ul");
  await expect.poll(() => lists.last().locator("li").count()).toBeGreaterThanOrEqual(6);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
