import { readFile } from "node:fs/promises";
import { drop, expect, openTab, report, rows, showMap, test } from "./planner-page.ts";

test.use({ map: false });

/** The same zones in each; the first has them in sheets of their own. */
const FILES = ["register.xls", "gdal.xlsx", "zones-gbk.zip", "zones.kml", "zones.kmz", "zones.gpkg"];
const MORE = ["gdal.ods", "zones.parquet", "zones.fgb", "two-layers.zip"];

for (const name of [...FILES, ...MORE]) {
  test(`${name} becomes zones on the page`, async ({ page }) => {
    const base64 = await readFile(new URL(`../io/formats/files/${name}`, import.meta.url), "base64");
    await page.goto("/?city=own");
    await drop(page, [{ name, base64 }]);
    await expect(
      report(page)
        .getByRole("rowheader", { name: new RegExp(`^${name}`) })
        .first(),
    ).toBeVisible();
    await showMap(page);
    await openTab(page, "小区");
    await expect(rows(page).filter({ hasText: "东园" })).toHaveCount(1);
  });
}
