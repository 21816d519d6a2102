import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { importProject } from "../../../src/io/import-project.ts";

const FILE = resolve(
  process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../../shared/geodata"),
  "wuxi-xinwu/sites-and-residential.wgs84.geojson",
);
const absent = !existsSync(FILE);
if (absent)
  console.warn(`The real parcels of Xinwu are not there (${FILE}); set QUAN_REAL_DATA to check them.`);

it.skipIf(absent)("real parcels become zones with estimated households and invented facilities", () => {
  const bytes = new Uint8Array(readFileSync(FILE));
  const outcome = finish(
    importProject([{ name: "parcels.geojson", bytes }], { pack: "xuzhou-2022", assumeFar: 1.8 }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { project, report } = outcome.value;
  console.log(
    JSON.stringify(
      report.files.map((f) => ({
        ...f,
        issues: f.issues.map((i) => [i.code, i.at.row, JSON.stringify(i.facts)].join(" ")),
      })),
      null,
      1,
    ).slice(0, 6000),
  );
  expect(project.zones.length).toBe(690);
  expect(project.facilities.length).toBe(151);
});
