import { parcels } from "../builders/parcels.ts";
import {
  calculated,
  choose,
  drop,
  evidence,
  expect,
  headline,
  openTab,
  rows,
  showMap,
  test,
  report as told,
} from "./planner-page.ts";

test("a dropped layer of parcels becomes zones with estimated households, judged by a borrowed pack", async ({
  page,
}) => {
  const layer = parcels(120);
  const homes = layer.features.filter(({ properties }) => properties.class === "residential").length;
  await page.goto("/?city=own");
  await drop(page, [{ name: "parcels.geojson", text: JSON.stringify(layer) }]);
  const report = told(page);
  await expect(report).toContainText(`${homes} 块住宅用地读作已建成小区`);
  await showMap(page);
  await expect(headline(page)).toHaveText(`${homes} 个小区待补资料，暂不能判断缺口。`);
  await expect(page.getByText(`${homes} 个小区没有适用的标准`)).toBeVisible();
  await openTab(page, "小区");
  const first = layer.features.find(({ properties }) => properties.class === "residential");
  await page.getByRole("searchbox").fill(`${first?.properties.id}`);
  await expect(rows(page).first()).toContainText(`${first?.properties.id}`);
  await page.getByRole("button", { name: "导入选项" }).click();
  await report.getByText("导入选项").click();
  await report.getByLabel("缺户数时按容积率估算").fill("1.8");
  await report.getByRole("button", { name: "按这些选项再读一遍" }).click();
  await expect(report).toContainText(`${homes} 个小区没有户数`);
  const counts = await report
    .getByRole("row", { name: /parcels\.geojson/ })
    .getByRole("cell")
    .allTextContents();
  const [read = 0, used = 0, repaired = 0, rejected = 0] = counts
    .slice(-4)
    .map((cell) => Number(cell.replace(/[^\d]/g, "")));
  expect([read, used + repaired, rejected]).toEqual([120, 120, 0]);
  await showMap(page);
  await choose(page, "地方标准", "徐州");
  await calculated(page);
  await expect(page.getByRole("note").filter({ hasText: "借用标准" })).toBeVisible();
  await expect(headline(page)).toContainText(`${homes} 个小区（户数或人口均为估算）：`);
  await openTab(page, "小区");
  await rows(page).first().click();
  await expect(evidence(page)).toContainText("估算");
});
