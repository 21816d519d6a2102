import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { areaOf } from "../../../src/core/geo/ring.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";

const FILE = resolve(
  process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../../shared/geodata"),
  "wuxi-xinwu/sites-and-residential.wgs84.geojson",
);
const absent = !existsSync(FILE);
if (absent)
  console.warn(`The real parcels of Xinwu are not there (${FILE}); set QUAN_REAL_DATA to check them.`);

it.skipIf(absent)("real parcels become zones with estimated households and invented facilities", async () => {
  const bytes = new Uint8Array(readFileSync(FILE));
  const outcome = await importProject(
    [{ name: "parcels.geojson", bytes }],
    { pack: "xuzhou-2022", assumeFar: 1.8 },
    atOnce,
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { project, report } = outcome.value;
  // 690 residential parcels, and 60 educational, 70 administrative and 21 medical ones.
  expect([project.zones.length, project.facilities.length]).toEqual([690, 151]);
  expect(report.files.map(({ issues: _issues, ...account }) => account)).toEqual([
    { file: "parcels.geojson", role: "zones", in: 841, used: 836, repaired: 5, rejected: 0 },
  ]);
  expect(
    project.zones.every(({ householdsBasis, shape, at }) => householdsBasis === "estimated" && shape && at),
  ).toBe(true);
  // The file says itself how large each parcel is: within 1 %, and 2 m² for the smallest, which its rounding moves.
  const stated = new Map(
    (JSON.parse(new TextDecoder().decode(bytes)) as GeoJSON.FeatureCollection).features.map(
      ({ properties }) => [String(properties?.id), Number(properties?.area_m2)],
    ),
  );
  for (const { id, shape } of project.zones) {
    const area = stated.get(id) ?? 0;
    expect(Math.abs(areaOf(shape ?? []) - area), id).toBeLessThan(area * 0.01 + 2);
  }
});
