import { describe, expect, it } from "vitest";
import type { Project } from "../../../src/core/model/project.ts";
import { importProject } from "../../../src/io/import-project.ts";
import type { ImportChoices } from "../../../src/io/import-report.ts";
import { placeCandidates } from "../../../src/io/place-candidates.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east } from "../../builders/rows.ts";

const fileOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

const KNOWN = aProject(
  [
    aZone("z1", { name: "东园小区", street: "东街", at: east(100) }),
    aZone("z2", { name: "西园小区", street: "西街", at: east(200) }),
  ],
  [
    aFacility("f1", { name: "东园养老服务站（一期）", street: "东街", at: east(300) }),
    aFacility("f2", { name: "助餐点", community: "一社区", at: east(400) }),
    aFacility("f3", { name: "助餐点", community: "二社区", at: east(500) }),
    { id: "f4", name: "无处", kind: "E_MEAL", areas: [] },
  ],
  {
    sites: [{ id: "s1", name: "湖滨路旧厂房", at: east(600) }],
    units: [
      { id: "320302001", name: "东街", level: "street" },
      { id: "320302001001", name: "一社区", level: "community", parent: "320302001" },
    ],
  },
);

/** Table, id, reason and score of each candidate, and the certain one. */
const found = (row: Omit<Parameters<typeof placeCandidates>[0][number], "id">, known: Project = KNOWN) => {
  const [only] = placeCandidates([{ id: "x", ...row }], known);
  return {
    certain: only?.certain?.id,
    candidates: only?.candidates.map(({ table, id, why, score }) => [table, id, why, score]),
  };
};

describe("where a row without coordinates may be", () => {
  it("is certain where one known place alone has exactly its normalised name", () => {
    expect(found({ name: "东园养老服务站 (一期)" })).toEqual({
      certain: "f1",
      candidates: [["facilities", "f1", "same-name", 1]],
    });
  });

  it("is in doubt where several have the name, the likelier of the same community first", () => {
    expect(found({ name: "助餐点", community: "二社区" })).toEqual({
      certain: undefined,
      // 0.8 each; f3 of the same community 0.85, f2 of another half as much.
      candidates: [
        ["facilities", "f3", "same-name", expect.closeTo(0.85, 9)],
        ["facilities", "f2", "same-name", 0.4],
      ],
    });
  });

  it("is in doubt where the one of the name lies in another street, or where two rows have the name", () => {
    expect(found({ name: "东园养老服务站（一期）", street: "西街" }).certain).toBeUndefined();
    const twice = ["a", "b"].map((id) => ({ id, name: "东园养老服务站（一期）" }));
    expect(placeCandidates(twice, KNOWN).map(({ certain }) => certain)).toEqual([undefined, undefined]);
  });

  it("is told by the zone it names, by names in its address and its name, and by its unit", () => {
    expect(found({ name: "西园小区服务站", zone: "z1", address: "湖滨路旧厂房旁", street: "东街" })).toEqual({
      certain: undefined,
      candidates: [
        ["zones", "z1", "zone", expect.closeTo(0.95, 9)],
        ["sites", "s1", "in-address", 0.7],
        // Of another street: half of 0.6.
        ["units", "320302001", "unit", 0.3],
        ["zones", "z2", "in-name", 0.3],
      ],
    });
    expect(found({ name: "某站", community: "一社区", street: "东街" }).candidates).toEqual([
      ["units", "320302001001", "unit", 0.3],
    ]);
  });

  it("is nowhere where nothing is said, and never at what has no place itself", () => {
    expect(found({ name: "无处" })).toEqual({ certain: undefined, candidates: [] });
    expect(found({})).toEqual({ certain: undefined, candidates: [] });
  });
});

const ROWS = `id,name,kind,status,经度,纬度,街道
a,东园养老服务站（一期）,E_ESTATE_STATION,已建,,,东街
b,助餐点,E_MEAL,已建,,,
c,西园小区托育点,C_COMMUNITY,已建,117.2,34.25,
`;

async function read(choices: ImportChoices, open: Project | undefined = KNOWN) {
  const outcome = await importProject([fileOf("f.csv", ROWS)], { datum: "wgs84", ...choices }, atOnce, open);
  const { project, report } = value(outcome);
  const [account] = report.files;
  const told = account?.issues.filter(({ code }) => code.startsWith("place.")) ?? [];
  return {
    at: project.facilities.map((each) => each.at),
    told: told.map(({ code, severity, at }) => [at.row, code, severity]),
    counts: [account?.in, account?.used, account?.repaired, account?.rejected],
    unplaced: account?.unplaced,
    project,
  };
}

describe("an import of rows without coordinates", () => {
  const empty = (row: number) => [row, "place.empty", "note"];
  const given = { lng: 117.2, lat: 34.25 };

  it("lists them with where they may be, and leaves them where nobody chose", async () => {
    const { at, told, unplaced, counts } = await read({});
    expect(at).toEqual([undefined, undefined, given]);
    expect(told).toEqual([empty(2), empty(3)]);
    expect(unplaced?.map(({ id, certain }) => [id, certain?.id])).toEqual([
      ["a", "f1"],
      ["b", undefined],
    ]);
    expect(counts).toEqual([3, 3, 0, 0]);
  });

  it("puts them where it is certain, if the user asks for that, and says so", async () => {
    const { at, told, counts } = await read({ matchPlaces: true });
    expect(at).toEqual([east(300), undefined, given]);
    expect(told).toEqual([empty(2), [2, "place.matched", "repaired"], empty(3)]);
    expect(counts).toEqual([3, 2, 1, 0]);
  });

  it("puts each where the user chose: a place, a point, a unit or nowhere", async () => {
    const places = {
      a: "community-only",
      b: { table: "facilities", id: "f3" },
      c: { table: "zones", id: "z1" },
    } as const;
    const some = await read({ matchPlaces: true, places: { facilities: places } });
    // A row that has a place keeps it.
    expect(some.at).toEqual([undefined, east(500), given]);
    const hand = { lng: 117.31, lat: 34.2 };
    const others = { a: { at: hand }, b: { table: "units", id: "320302001001" } } as const;
    const { at, told, project } = await read({ places: { facilities: others } });
    expect(at).toEqual([hand, undefined, given]);
    expect(project.facilities[1]?.community).toBe("一社区");
    expect(told).toEqual([
      empty(2),
      [2, "place.by-hand", "repaired"],
      empty(3),
      [3, "place.in-unit", "repaired"],
    ]);
  });

  it("says of a choice that leads nowhere that it does", async () => {
    const places = { a: { table: "sites", id: "gone" }, b: { table: "facilities", id: "f4" } } as const;
    const { at, told } = await read({ places: { facilities: places } });
    expect(at).toEqual([undefined, undefined, given]);
    const code = "place.unknown-choice";
    expect(told).toEqual([empty(2), [2, code, "warning"], empty(3), [3, code, "warning"]]);
  });

  it("knows the places of the same drop, and not those that a demo city invents", async () => {
    const demo = { ...KNOWN, origin: "demo" as const };
    const { at, unplaced } = await read({ matchPlaces: true }, demo);
    expect(at[0]).toBeUndefined();
    expect(unplaced?.map(({ candidates }) => candidates)).toEqual([[], []]);
    const sites = fileOf("s.csv", "id,name,usable_m2,lon,lat\ns1,东园养老服务站(一期),9,117.25,34.25\n");
    const files = [fileOf("f.csv", ROWS), sites];
    const { project } = value(await importProject(files, { datum: "wgs84", matchPlaces: true }, atOnce));
    expect(project.facilities[0]?.at).toEqual({ lng: 117.25, lat: 34.25 });
  });
});
