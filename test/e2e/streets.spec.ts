import type { Page } from "@playwright/test";
import {
  calculated,
  choose,
  drop,
  evidence,
  expect,
  headline,
  middleOfMap,
  openCity,
  openParameters,
  openTab,
  resultNumber,
  rows,
  showMap,
  test,
} from "./planner-page.ts";
import { serious } from "./serious.ts";

test.use({ map: false });

const walks = (page: Page) => page.getByRole("region", { name: "圆圈与路网" });

test("a demo city shows where the circle is wrong and why, and can be worked out along its streets", async ({
  page,
}) => {
  await openCity(page, "xuzhou");
  await openTab(page, "城市");
  const childcare = walks(page).getByRole("listitem").filter({ hasText: "托育" }).first();
  const across = childcare.getByRole("list", { name: "圈内走不到的小区" }).getByRole("listitem").first();
  await expect(across).toContainText(/圈 \d+\sm · 走 [\d,]+\sm · 隔着(铁路|水面)/);
  expect(await serious(page)).toEqual([]);
  await across.getByRole("button").click();
  await expect(evidence(page)).toContainText(/圈 \d+\sm · 走 [\d,]+\sm · 隔着(铁路|水面)/);
  await expect(evidence(page)).toContainText(/步速 .*15\s分钟(也)?走(得|不)到|步速 .*走得到/);

  const straight = await resultNumber(page);
  await openParameters(page);
  await choose(page, "可达方式", "沿路网步行");
  await expect(page.getByText(straight)).toBeHidden();
  await calculated(page);
  await expect(page.getByRole("contentinfo")).toContainText("路网");
  await expect(page.getByLabel("接入路网最远")).toHaveValue("250");
  await expect(page.getByLabel("绕行系数")).toBeHidden();
  // Fewer people are within the walk than within the circle.
  const change = page.locator("[class*=change]").filter({ hasText: "改了可达方式" }).first();
  await expect(change).toContainText(/−\d/);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText(straight)).toBeVisible();
});

test("streets are brought with the registers, as one step", async ({ page }) => {
  await page.goto("?city=own");
  const at = (east: number, north: number) => [117.2 + east / 92_120, 34.25 + north / 110_929];
  const street = (name: string, ...corners: (readonly [number, number])[]) => ({
    type: "Feature",
    properties: { highway: "residential", name },
    geometry: { type: "LineString", coordinates: corners.map(([x, y]) => at(x, y)) },
  });
  const streets = {
    type: "FeatureCollection",
    features: [
      street("西岸", [0, 0], [0, 700]),
      street("桥", [0, 700], [200, 700]),
      street("东岸", [200, 700], [200, 0]),
    ],
  };
  const [east, north] = at(200, 0);
  await drop(page, [
    {
      name: "小区.csv",
      text: "编号,名称,状态,户数,人口,行政区划代码,经度,纬度\nz1,西岸小区,已建成,500,1500,320302,117.2,34.25\n",
    },
    {
      name: "设施.csv",
      text: `编号,名称,类别,状态,托位,经度,纬度\nf1,东岸托育园,托育机构,已建成,60,${east},${north}\n`,
    },
    { name: "道路.geojson", text: JSON.stringify(streets) },
  ]);
  await expect(page.getByRole("dialog", { name: /导入/ })).toContainText("道路.geojson");
  await showMap(page);
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(evidence(page)).toContainText(/到 东岸托育园：圈 260\sm · 走 1,600\sm · 要绕路/);
  await openParameters(page);
  await choose(page, "可达方式", "沿路网步行");
  await calculated(page);
  await expect(evidence(page)).toContainText(/超出步行限 900\sm/);
});

test.describe("on the map", () => {
  test.use({ map: true });

  test("a street is closed by a click, a new one is drawn, and both are taken back", async ({ page }) => {
    await openCity(page, "xuzhou");
    await openParameters(page);
    await choose(page, "可达方式", "沿路网步行");
    const before = await resultNumber(page);
    await openTab(page, "小区");
    await rows(page).first().click();
    await expect(evidence(page)).toBeVisible();
    const { x, y } = await middleOfMap(page);
    const tool = page.getByRole("button", { name: "道路改动" });

    await tool.click();
    await page.getByRole("button", { name: "封闭一段路" }).click();
    const asked = page.getByRole("region", { name: "封闭一段路" });
    // On the street west of the zone.
    await page.mouse.click(x - 57, y);
    await expect(asked.getByRole("status").first()).toContainText(/封闭 .+ 一段 [\d,]+\sm/);
    expect(await serious(page)).toEqual([]);
    await asked.getByRole("button", { name: "封闭", exact: true }).click();
    await expect(asked).toBeHidden();
    await expect(page.getByText(before)).toBeHidden();
    expect(await resultNumber(page)).not.toBe(before);
    await expect(headline(page)).toContainText("道路改动");

    await tool.click();
    await page.getByRole("button", { name: "新增一条路" }).click();
    const drawn = page.getByRole("region", { name: "新增一条路" });
    await page.mouse.click(x - 60, y);
    await page.mouse.click(x + 60, y + 30);
    await expect(drawn.getByRole("status").first()).toContainText(/新增一条路 [\d,]+\sm/);
    await expect(drawn.getByRole("alert")).toContainText("没有接上别的路");
    await drawn.getByRole("button", { name: "新增", exact: true }).click();
    await expect(drawn).toBeHidden();
    await calculated(page);

    await tool.click();
    const changes = page.getByRole("list", { name: "已有的改动" });
    await expect(changes.getByRole("listitem")).toHaveCount(2);
    await changes.getByRole("button", { name: /恢复：新增/ }).click();
    await expect(changes.getByRole("listitem")).toHaveCount(1);
    await calculated(page);
    for (let step = 0; step < 3; step++) {
      await page.getByRole("button", { name: "撤销" }).click();
      await calculated(page);
    }
    await expect(page.getByText(before)).toBeVisible();
  });
});
