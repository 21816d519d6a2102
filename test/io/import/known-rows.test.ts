import { describe, expect, it, test } from "vitest";
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

describe("rows with ids that the open project does not have", () => {
  const ZONES = [
    "东园,existing,东街,300,117.2,34.26",
    "西园,existing,西街,500,117.21,34.26",
    "东园,existing,西街,700,117.22,34.26",
  ];
  const SITES = [
    `东园助餐点,E_MEAL,东街,东园一社区,${at(0)},东园`,
    `驿站,E_MEAL,东街,,${at(500)},西园`,
    `驿站,E_MEAL,西街,,${at(2000)},`,
  ];
  const tables = (numbered: boolean, moved = 0) => {
    const rows = (head: string, lines: readonly string[], letter: string) =>
      [
        numbered ? `编号,${head}` : head,
        ...lines.map((line, i) => (numbered ? `${letter}${i},${line}` : line)),
      ].join("\n");
    const sites = SITES.map((line) => {
      const cells = line.split(",");
      const lng = Number(cells[4]) + moved / 92_120.3;
      // A register with ids speaks of zones by them.
      const zone = numbered && cells[6] === "西园" ? "Z1" : cells[6];
      return [...cells.slice(0, 4), String(lng), cells[5], zone].join(",");
    });
    return [
      rows("名称,状态,街道,户数,经度,纬度", ZONES, "Z"),
      rows("名称,类别,街道,社区,经度,纬度,所属小区", sites, "F"),
    ];
  };
  const files = (texts: readonly string[]) =>
    texts.map((text, i) => ({ name: `${i}.csv`, bytes: new TextEncoder().encode(text) }));
  const taken = async (texts: readonly string[], others: "go" | "stay", into?: Project) =>
    value(await importProject(files(texts), { datum: "wgs84", others }, atOnce, into));

  it.each(["go", "stay"] as const)(
    "are those of its rows of their name and place: others %s",
    async (others) => {
      for (const numbered of [false, true]) {
        const { project: once } = await taken(tables(numbered), others);
        const { project: twice, report } = await taken(tables(!numbered, 55), others, once);
        expect(twice.zones.map(({ id }) => id)).toEqual(once.zones.map(({ id }) => id));
        expect(twice.facilities.map(({ id, zone }) => [id, zone])).toEqual(
          once.facilities.map(({ id, zone }) => [id, zone]),
        );
        const code = numbered ? "file.ids-as-known" : "file.numbered-as-known";
        const told = report.files.map(({ issues }) =>
          issues.flatMap((one) => (one.code === code ? [one.facts] : [])),
        );
        expect(told).toEqual([[{ rows: 3 }], [{ rows: 3 }]]);
      }
    },
  );

  it("are none of those that a row claims by its id, that may be two, or lie farther off than an address is put", async () => {
    const ids = async (...rows: string[]) =>
      (await brought(open, [`id,${HEAD}`, ...rows].join("\n"))).facilities;
    expect(await ids(`N1,东园助餐点,E_MEAL,东街,${at(190)}`)).toEqual(["f1"]);
    expect(await ids(`N1,东园助餐点,E_MEAL,东街,${at(210)}`)).toEqual(["N1"]);
    expect(await ids(`N1,东园助餐点,E_DAYCARE,东街,${at(0)}`)).toEqual(["N1"]);
    expect(await ids(`f1,东园助餐点,E_MEAL,东街,${at(0)}`, `N1,东园助餐点,E_MEAL,东街,${at(0)}`)).toEqual([
      "N1",
      "f1",
    ]);
    expect(await ids(`N1,东园助餐点,E_MEAL,东街,${at(0)}`, `N2,东园助餐点,E_MEAL,东街,${at(0)}`)).toEqual([
      "N1",
      "N2",
    ]);
    // Two ids speak against one row where no place speaks for it.
    expect(await ids("N1,东园助餐点,E_MEAL,东街,,")).toEqual(["N1"]);
    const near = aProject(
      [],
      ["a", "b"].map((id) => aFacility(id, { name: "驿站", kind: "E_MEAL" })),
    );
    expect((await brought(near, `id,${HEAD}\nN1,驿站,E_MEAL,,${at(0)}\n`)).facilities).toEqual(["N1"]);
  });
});
