import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Choices } from "../../../src/core/analysis/parameters.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import { demoSpec } from "../../../src/io/demo/shipped.ts";
import { readProject } from "../../../src/io/project-file/read-project.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";
import { writtenProject as written } from "../../builders/written-project.ts";

const textOf = (bytes: Uint8Array) => gunzipSync(bytes).toString("utf8");
const plain = (text: string) => new TextEncoder().encode(text);

const SMALL = aProject(
  [aZone("Z1"), aZone("Z2", { residents: 100 })],
  [aFacility("F1", { ...elderlyRooms(120.5), name: "=SUM(A1)" })],
);

async function issuesOf(bytes: Uint8Array<ArrayBuffer>) {
  const read = await readProject(bytes, "p.quan");
  return { ok: read.ok, issues: read.issues.map(({ code, at }) => [code, at.row, at.column]) };
}

describe("a project file", () => {
  it("gives back every demo city as it was", async () => {
    for (const city of ["xuzhou", "sucheng", "lianyungang", "huaibei"] as const) {
      const project = finish(demoCity(demoSpec(city), 1));
      expect(await readProject(await written(project), "p.quan")).toEqual({
        ok: true,
        value: project,
        issues: [],
      });
    }
  });

  it("keeps of a zone what no table has a column for", async () => {
    const values = { elderly_building_area: 600.25, childcare_slots: 28, elderly_land_area: 280 };
    const zone = aZone("Z", {
      status: "new",
      entrances: [east(0), east(120, 40)],
      buildings: [east(30), east(60, 60)],
      phases: [
        { no: 1, households: 400, residents: 1120, delivered: "2024-06-30", facilities: ["F"] },
        { no: 2, households: 600, facilities: [] },
      ],
      planningCondition: values,
      asBuiltSurvey: { ...values, childcare_building_area: 0, community_centre_building_area: 300 },
    });
    const project = aProject([zone], [aFacility("F", { zone: "Z" })]);
    expect(await readProject(await written(project), "p.quan")).toEqual({
      ok: true,
      value: project,
      issues: [],
    });
  });

  it("is the same bytes for the same rows in any order, with members in any order", async () => {
    const { facilities, zones, ...rest } = finish(demoCity(demoSpec("huaibei"), 1));
    const turned = <Row extends object>(rows: readonly Row[]): Row[] =>
      rows.map((row) => Object.fromEntries(Object.entries(row).reverse()) as Row).reverse();
    const shuffled = { ...rest, facilities: turned(facilities), zones: turned(zones) };
    expect(await written(shuffled)).toEqual(await written({ ...rest, facilities, zones }));
  });

  it("has a header and a line per row, and can be read uncompressed", async () => {
    const text = textOf(await written(SMALL));
    const lines = text.trimEnd().split("\n");
    // project, 1 facility, 2 zones, backdrop
    const blocks = [{ facility: 1, zone: 2, backdrop: 1 }];
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ quan: 3, lines: 5, blocks });
    expect(lines.slice(1, 6).map((line) => (JSON.parse(line) as [string])[0])).toEqual([
      "project",
      "facility",
      "zone",
      "zone",
      "backdrop",
    ]);
    // The first two lines again, behind the others.
    expect(lines.slice(6)).toEqual(lines.slice(0, 2));
    expect(await readProject(plain(text), "p.quan")).toEqual({ ok: true, value: SMALL, issues: [] });
  });
});

describe("what was set for the analysis", () => {
  const parameters: Choices = {
    ...{ reach: "straight", supply: "floating", offsite: "circle-and-community", detour: 1.25 },
    ...{ limits: { elderly: 700, carer_with_infant: 900, adult: 1000 }, conflict: "clause", year: 2025 },
    ...{ decides: { elderly: "adult", childcare: "adult" }, pack: "sucheng-2023" },
    ...{ overlays: ["anhui-2025"], countStatuses: ["built", "planned"], coverageTarget: 0.85 },
  };

  it("is kept, all of it", async () => {
    const project = { ...SMALL, parameters };
    expect(await readProject(await written(project), "p.quan")).toEqual({
      ok: true,
      value: project,
      issues: [],
    });
  });

  it("may be nothing, which is not the same as a file that does not say", async () => {
    const nothing = { ...SMALL, parameters: {} };
    const read = await readProject(await written(nothing), "p.quan");
    expect(read.ok && read.value.parameters).toEqual({});
    // A file from before anything was kept: its facts have no such member.
    expect(textOf(await written(SMALL))).not.toContain("parameters");
  });

  it.each([
    ["detour", '"detour":1.25', '"detour":0.9'],
    ["limits.elderly", '"elderly":700', '"elderly":0'],
    ["conflict", '"clause"', '"lenient"'],
    ["coverageTarget", "0.85", "85"],
    ["countStatuses.1", '"planned"', '"dreamt"'],
    ["pack", '"sucheng-2023"', "2023"],
  ])("is refused where %s cannot be", async (member, from, to) => {
    const text = textOf(await written({ ...SMALL, parameters }));
    expect(text).toContain(from);
    expect(await issuesOf(plain(text.replaceAll(from, to)))).toEqual({
      ok: false,
      issues: [
        ["project.line-wrong", 2, `project.parameters.${member}`],
        ["project.facts-lost", undefined, undefined],
      ],
    });
  });
});

describe("a project file that a hand changed", () => {
  it("is read with a warning where every row is still possible", async () => {
    const text = textOf(await written(SMALL));
    expect(await issuesOf(plain(text.replace('"households":1000', '"households":999')))).toEqual({
      ok: true,
      issues: [["project.changed-outside", undefined, undefined]],
    });
  });

  it.each([
    [
      "text for a number",
      '"households":1000',
      '"households":"1000"',
      ["project.line-wrong", 4, "zone.households"],
    ],
    [
      "an infinite number",
      '"households":1000',
      '"households":1e999',
      ["project.line-wrong", 4, "zone.households"],
    ],
    [
      "a negative number",
      '"households":1000',
      '"households":-1',
      ["project.line-wrong", 4, "zone.households"],
    ],
    [
      "half a household",
      '"households":1000',
      '"households":1.5',
      ["project.line-wrong", 4, "zone.households"],
    ],
    [
      "NaN, which JSON does not know",
      '"area":120.5',
      '"area":NaN',
      ["project.line-wrong", 3, '["facility",{"areas"'],
    ],
    [
      "an unknown member",
      '"area":120.5',
      '"area":120.5,"a":1',
      ["project.line-wrong", 3, "facility.areas.0"],
    ],
    ["an unknown kind", "E_COMM_CENTRE", "E_COMM", ["project.line-wrong", 3, "facility.kind"]],
    ["a place off the earth", '"lat":34.25', '"lat":134.25', ["project.line-wrong", 3, "facility.at.lat"]],
    ["an unknown table", '["backdrop"', '["toString"', ["project.line-wrong", 6, '["toString",{"green"']],
  ])("is read without a line that has %s, and says so", async (_what, from, to, mistake) => {
    const text = textOf(await written(SMALL));
    expect(text).toContain(from);
    const read = await readProject(plain(text.replace(from, to)), "p.quan");
    expect(read.issues.map(({ code, at, severity }) => [code, at.row, at.column, severity])).toEqual([
      [...mistake, "error"],
    ]);
    const rows = read.ok ? read.value.zones.length + read.value.facilities.length : 0;
    expect(rows).toBe(mistake[1] === 6 ? 3 : 2);
  });

  it("is read without the rows of an id that says two things, and with one of two that say the same", async () => {
    const text = textOf(await written(SMALL));
    const disputed = await readProject(plain(text.replace('"id":"Z2"', '"id":"Z1"')), "p.quan");
    expect(disputed.ok && disputed.value.zones).toEqual([]);
    expect(disputed.issues.map(({ code, at }) => [code, at.id])).toEqual([["project.id-disputed", "Z1"]]);
    const [header = "", facts = "", facility = "", ...rest] = text.split("\n");
    const twice = await readProject(plain([header, facts, facility, facility, ...rest].join("\n")), "p.quan");
    expect(twice.ok && twice.value).toEqual(SMALL);
  });

  it("is refused where nothing says what it is", async () => {
    expect((await issuesOf(plain("id,name\n1,a\n"))).issues).toEqual([["project.no-header", 1, undefined]]);
    expect((await issuesOf(new Uint8Array())).issues).toEqual([["file.empty", undefined, undefined]]);
    expect((await issuesOf(new Uint8Array([0xff, 0xfe, 0x41]))).issues[0]?.[0]).toBe("project.no-header");
    expect((await issuesOf(new Uint8Array([0x1f, 0x8b, 8, 0, 1]))).issues[0]?.[0]).toBe("project.damaged");
  });

  it("is refused where a small file inflates to a line that no project has", async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(300_000_000, 0x20)));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await issuesOf(bomb)).issues).toEqual([["file.too-large", undefined, undefined]]);
  });
});
