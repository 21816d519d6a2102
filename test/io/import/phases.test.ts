import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

const ROOMS =
  "id,name,kind,status,lon,lat,elderly_m2,childcare_m2,slots,zone,registered,storey\n" +
  "a,站,E_ESTATE_STATION,built,116.79,33.95,300,,,z1,,1\nc,托,C_COMMUNITY,built,116.79,33.95,,200,28,z1,true,1\n";
const zoneOf = (phases: string) =>
  `id,status,households,residents,lon,lat,adminCode,分期数\nz1,new,1000,2800,116.79,33.95,340600,${phases}\n`;

async function taken(texts: readonly string[], open?: Project) {
  const files = texts.map((text, i) => ({ name: `${i}.csv`, bytes: new TextEncoder().encode(text) }));
  const choices = { datum: "wgs84", ...(open && { others: "stay" as const }) } as const;
  return value(await importProject(files, choices, atOnce, open));
}

const verdict = (project: Project) =>
  value(finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS))).judgements.value[0]?.overall;

test("an estate that a table says is built in phases does not pass, since nobody knows what each brings", async () => {
  for (const one of ["", "1", "无", "否"])
    expect(verdict((await taken([zoneOf(one), ROOMS])).project)).toBe("pass");
  for (const several of ["2", "三期", "是"]) {
    const { project, report } = await taken([zoneOf(several), ROOMS]);
    expect(verdict(project)).toBe("insufficient_data");
    expect(report.files[0]?.issues.map(({ code }) => code)).toContain("row.phases-unknown");
  }
});

test("an update of a project that has the phases leaves them as they are", async () => {
  const phases = [{ no: 1, households: 1000, residents: 2800, facilities: ["F"] }];
  const open = aProject([aZone("z1", { phases })], [aFacility("F", { zone: "z1", ...elderlyRooms(10) })]);
  const [zone] = (await taken([zoneOf("1 期")], open)).project.zones;
  expect(zone).toMatchObject({ id: "z1", phases, households: 1000 });
  expect(zone).not.toHaveProperty("unread");
});
