import { expect, test } from "vitest";
import type { Project } from "../../../src/core/model/project.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east } from "../../builders/rows.ts";

async function brought(open: Project, ...texts: readonly string[]) {
  const files = texts.map((text, i) => ({ name: `${i}.csv`, bytes: new TextEncoder().encode(text) }));
  const { project, report } = value(await importProject(files, { datum: "wgs84" }, atOnce, open));
  const told = report.files.flatMap(({ issues }) =>
    issues.flatMap((one) => (one.code === "file.ids-as-known" ? [one.facts.rows] : [])),
  );
  return {
    facilities: project.facilities.map(({ id }) => id),
    zones: project.zones.map(({ id }) => id),
    told,
  };
}

const HEAD = "名称,类别,街道,经度,纬度";
const at = (metres: number) => `${east(metres).lng},${east(metres).lat}`;
const open = aProject(
  [aZone("z1", { name: "东园" }), aZone("z2", { name: "西园", street: "西街" })],
  [
    aFacility("f1", { name: "东园助餐点", kind: "E_MEAL", street: "东街" }),
    aFacility("f2", { name: "西园助餐点", kind: "E_MEAL" }),
    aFacility("f3", { name: "驿站", kind: "E_MEAL", street: "东街" }),
    aFacility("f4", { name: "驿站", kind: "E_MEAL", street: "西街", at: east(2000) }),
  ],
);

test("rows without ids keep those of the open project's rows of their name", async () => {
  const register = `${HEAD}\n东园 助餐点,E_MEAL,东街,${at(100)}\n驿站,E_MEAL,西街,${at(2010)}\n新站,E_MEAL,东街,${at(0)}\n`;
  expect(await brought(open, register)).toEqual({
    facilities: ["f1", "f4", "新站"],
    zones: ["z1", "z2"],
    told: [2],
  });
  expect((await brought(open, "名称,状态,户数\n西园,existing,300\n")).zones).toEqual(["z2"]);
});

test("a row is nobody's where kind, street or place speak against it, or several may be meant", async () => {
  const ids = async (...rows: string[]) => (await brought(open, [HEAD, ...rows].join("\n"))).facilities;
  expect(await ids(`东园助餐点,E_DAYCARE,东街,${at(0)}`)).toEqual(["东园助餐点"]);
  expect(await ids(`东园助餐点,E_MEAL,西街,${at(0)}`)).toEqual(["东园助餐点"]);
  expect(await ids(`东园助餐点,E_MEAL,东街,${at(600)}`)).toEqual(["东园助餐点"]);
  // Without a street either of the two may be meant; a place tells which.
  expect(await ids("驿站,E_MEAL,,,")).toEqual(["驿站"]);
  expect(await ids(`驿站,E_MEAL,,${at(1990)}`)).toEqual(["f4"]);
  // Two rows that may both be it are two others.
  expect(await ids(`西园助餐点,E_MEAL,甲街,${at(0)}`, `西园助餐点,E_MEAL,乙街,${at(0)}`)).toHaveLength(2);
});

test("an id that a row of the same files states is not given to another", async () => {
  const stated = `id,${HEAD}\nf2,别名,E_MEAL,,${at(0)}\n`;
  expect((await brought(open, stated, `${HEAD}\n西园助餐点,E_MEAL,,${at(0)}\n`)).facilities).toEqual([
    "f2",
    "西园助餐点",
  ]);
});
