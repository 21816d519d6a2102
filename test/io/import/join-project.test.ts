import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import { patchAccount } from "../../../src/core/model/patch-account.ts";
import { patchBetween } from "../../../src/core/model/patch-between.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { type Imported, importProject } from "../../../src/io/import-project.ts";
import type { ImportChoices } from "../../../src/io/import-report.ts";
import { atOnce } from "../../builders/at-once.ts";
import { parcels } from "../../builders/parcels.ts";

const ZONES = `id,name,status,households,lon,lat
z1,东园,existing,1000,117.2,34.26
z2,西园,existing,500,117.21,34.262
`;
const FACILITIES = `id,name,kind,status,lon,lat,elderly_m2,zone,date
f1,东园服务站,E_ESTATE_STATION,built,117.201,34.261,120,东园,2024-03-01
`;

function taken(open: Project | undefined, ...texts: readonly string[]): Promise<Imported> {
  return takenAs({}, open, ...texts);
}

async function takenAs(
  choices: ImportChoices,
  open: Project | undefined,
  ...texts: readonly string[]
): Promise<Imported> {
  const files = texts.map((text, i) => ({ name: `${i}.csv`, bytes: new TextEncoder().encode(text) }));
  const outcome = await importProject(files, { datum: "wgs84", ...choices }, atOnce, open);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describe("files taken into the open project", () => {
  it("give the same project one by one, in either order, as all at once", async () => {
    const both = (await taken(undefined, ZONES, FACILITIES)).project;
    expect(both.facilities[0]?.zone).toBe("z1");
    expect((await taken((await taken(undefined, ZONES)).project, FACILITIES)).project).toEqual(both);
    expect((await taken((await taken(undefined, FACILITIES)).project, ZONES)).project).toEqual(both);
  });

  it("replace the rows of their own table and say so of each", async () => {
    const open = (await taken(undefined, ZONES, FACILITIES)).project;
    const { project, report } = await taken(open, "id,kind,status,lon,lat\nf9,E_MEAL,built,117.2,34.26\n");
    expect(project.facilities.map(({ id }) => id)).toEqual(["f9"]);
    expect(project.zones).toBe(open.zones);
    expect(project.asOf).toBeUndefined();
    expect(report.into).toEqual({ issues: [] });
    expect(patchAccount(open, patchBetween(open, project))).toMatchObject([
      { table: "zones", added: [], changed: [], gone: [], same: 2 },
      { table: "facilities", added: [{ id: "f9" }], changed: [], gone: [{ id: "f1" }], same: 0 },
    ]);
  });

  it("are put beside the other rows where these are to stay, and linked over the whole", async () => {
    const open = {
      ...(await taken(undefined, ZONES, FACILITIES)).project,
      duplicateDecisions: [
        { facilities: ["f0", "f1"] as const, same: false },
        { facilities: ["f7", "f8"] as const, same: true },
      ],
    };
    const { project, report } = await takenAs(
      { others: "stay" },
      open,
      "id,name,status,households,lon,lat\nz1,东园,existing,900,117.2,34.26\nz3,南园,existing,300,117.22,34.26\n",
      `${FACILITIES.split("\n")[0]}\nf1,东园服务站,E_ESTATE_STATION,built,117.201,34.261,150,西园,2023-01-01\n`,
    );
    expect(project.zones.map(({ id, households }) => [id, households])).toEqual([
      ["z1", 900],
      ["z2", 500],
      ["z3", 300],
    ]);
    expect(project.facilities).toMatchObject([{ id: "f1", zone: "z2", areas: [{ area: 150 }] }]);
    expect(project.duplicateDecisions).toEqual([{ facilities: ["f7", "f8"], same: true }]);
    // What stays is of the later day.
    expect(project.asOf).toBe("2024-03-01");
    expect(report.into).toEqual({ issues: [] });
    expect((await takenAs({ others: "stay" }, open, ZONES)).project.facilities).toBe(open.facilities);
  });

  it("read what was exported of a demo city back whole, and leave it out beside real rows", async () => {
    const demo = "id,kind,status,source\nf1,E_MEAL,built,演示数据\nf2,E_MEAL,built,演示数据（另一名单）\n";
    expect((await taken(undefined, demo)).project.facilities.map(({ id }) => id)).toEqual(["f1", "f2"]);
    const both = await taken(undefined, `${demo}f3,E_MEAL,built,民政台账\n`);
    expect(both.project.facilities.map(({ id }) => id)).toEqual(["f3"]);
  });

  it("date the project by their latest row, be it a facility or a zone", async () => {
    const dated = (day: string) => `id,status,households,date\nz1,existing,9,${day}\n`;
    const both = (await taken(undefined, dated("2023-05-01"), FACILITIES)).project;
    expect(both.asOf).toBe("2024-03-01");
    const newer = (await taken(both, dated("2025-01-01"))).project;
    expect(newer.asOf).toBe("2025-01-01");
    // A register without dates takes its own with it, and leaves those of the zones.
    expect((await taken(newer, "id,kind\nf9,E_MEAL\n")).project.asOf).toBe("2025-01-01");
    expect((await taken(both, "id,kind\nf9,E_MEAL\n")).project.asOf).toBe("2023-05-01");
  });

  it("update with estimated households where nobody knows any, and tell how many they are", async () => {
    const square = "[[[117.2,34.26],[117.202,34.26],[117.202,34.262],[117.2,34.262],[117.2,34.26]]]";
    const feature = (id: string) =>
      `{"type":"Feature","properties":{"id":"${id}","status":"existing"},"geometry":{"type":"Polygon","coordinates":${square.replaceAll("117.2", `117.${id.slice(1)}`)}}}`;
    const outlines = `{"type":"FeatureCollection","features":[${["z2", "z4", "z6"].map(feature).join(",")}]}`;
    const open = (await taken(undefined, "id,status,households\nz2,existing,700\nz4,existing,\n")).project;
    const update = (far: number, before: Project) =>
      takenAs({ others: "stay", assumeFar: far }, before, outlines);
    const first = await update(1, open);
    const [known, unknown, added] = first.project.zones;
    expect(known).toMatchObject({ id: "z2", households: 700 });
    expect(known).not.toHaveProperty("householdsBasis");
    expect(unknown).toMatchObject({ id: "z4", householdsBasis: "estimated" });
    expect(added).toMatchObject({ id: "z6", householdsBasis: "estimated" });
    const facts = first.report.files[0]?.issues.find(({ code }) => code === "file.households-estimated");
    expect(facts?.facts).toMatchObject({ zones: 2, far: 1 });
    // An estimate gives way to a newer one, and what was counted to none.
    const second = await update(2, first.project);
    expect(second.project.zones[0]?.households).toBe(700);
    expect(second.project.zones[1]?.households ?? 0).toBeGreaterThan(1.9 * (unknown?.households ?? 0));
  });

  it("update what they have columns of, and leave the rest of a row as it was", async () => {
    const open = (await taken(undefined, ZONES, FACILITIES)).project;
    const [before] = open.facilities;
    const update = async (text: string) =>
      (await takenAs({ others: "stay" }, open, text)).project.facilities[0];
    expect(await update("id,kind,phone,storey\nf1,E_ESTATE_STATION,12345,夹层\n")).toEqual({
      ...before,
      phone: "12345",
      unread: ["storey"],
    });
    // An empty cell says that nothing is known; another place replaces the old one.
    const { zone: _zone, ...others } = before ?? {};
    expect(
      await update('id,kind,zone,elderly_m2,lonlat\nf1,E_ESTATE_STATION,,90,"117.3,34.3"\n'),
    ).toMatchObject({
      ...others,
      areas: [{ area: 90 }],
      at: { lng: 117.3, lat: 34.3 },
    });
    expect(await update("id,kind,zone\nf1,E_ESTATE_STATION,\n")).toEqual(others);
    // A place that is kept is no place that is missing.
    const { report } = await takenAs({ others: "stay" }, open, "id,kind\nf1,E_ESTATE_STATION\n");
    expect(report.files[0]?.unplaced).toBeUndefined();
    // The whole register anew has what it says, and nothing else.
    const whole = await taken(open, "id,kind,phone\nf1,E_ESTATE_STATION,12345\n");
    expect(whole.project.facilities[0]).not.toHaveProperty("at");
  });

  it("are not said to lack a column that the open rows have an answer to", async () => {
    const open = (await taken(undefined, ZONES, FACILITIES)).project;
    const codes = ({ report }: Imported) =>
      report.files.flatMap(({ issues }) => issues).map(({ code }) => code);
    const bare = "id,kind,lon,lat\nf1,E_ESTATE_STATION,117.201,34.261\n";
    const lacking = ["file.no-statuses", "file.no-owners"];
    expect(codes(await taken(open, bare))).toEqual(expect.arrayContaining(lacking));
    const known = codes(await takenAs({ others: "stay" }, open, bare));
    for (const code of lacking) expect(known).not.toContain(code);
    const another = `${bare}f2,E_MEAL,117.2,34.26\n`;
    expect(codes(await takenAs({ others: "stay" }, open, another))).toEqual(expect.arrayContaining(lacking));
  });

  it("replace nothing where no row can be used", async () => {
    const open = (await taken(undefined, ZONES, FACILITIES)).project;
    const { project, report } = await taken(
      open,
      "id,kind,status,lon,lat\nf9,?,built,117.2,34.26\n",
      "id,name,households,lon,lat\nz7,南园,300,117.2,34.26\n",
    );
    expect(project.facilities.map(({ id }) => id)).toEqual(["f1"]);
    expect(project.zones.map(({ id }) => id)).toEqual(["z7"]);
    expect(project.facilities).toEqual(open.facilities);
    expect(report.into).toBeDefined();
    const nothing = [{ name: "f.csv", bytes: new TextEncoder().encode("id,kind\nf9,?\n") }];
    expect((await importProject(nothing, {}, atOnce, open)).ok).toBe(false);
  });

  it("are one edit, taken back as one", async () => {
    const before = (await taken(undefined, ZONES, FACILITIES)).project;
    const after = (await taken(before, FACILITIES.replace("f1", "f2"), ZONES.replace("z2", "z3"))).project;
    const patch = patchBetween(before, after);
    expect(applyPatch(before, patch)).toMatchObject({ ok: true, value: after });
    expect(applyPatch(after, inverse(patch))).toMatchObject({ ok: true, value: before });
    expect(patchBetween(before, before)).toEqual({});
  });

  it("never give a facility to a stranger that has the id of its zone", async () => {
    const open = (await taken(undefined, ZONES, FACILITIES)).project;
    const swapped =
      "id,name,status,households,lon,lat\nz1,西园,existing,5,117.2,34.26\nz5,东园,existing,9,117,34\n";
    expect((await taken(open, swapped)).project.facilities[0]?.zone).toBe("z5");
    const { project, report } = await taken(open, swapped.replace("东园", "北园"));
    expect(project.facilities[0]?.zone).toBe("东园");
    expect(report.into?.issues).toMatchObject([{ code: "project.unknown-zone", facts: { zone: "东园" } }]);
  });

  it("tell what is doubtful of other rows only where it is new", async () => {
    const open = (await taken(undefined, ZONES.replace("117.2,", "17.2,"), FACILITIES)).project;
    const { report } = await taken(open, FACILITIES.replace("120", "130"));
    expect(report.into?.issues).toEqual([]);
  });

  it("invent no facility beside real ones, whether open or of the same drop", async () => {
    const layer = JSON.stringify(parcels(60));
    const real = (await taken(undefined, FACILITIES)).project;
    const { project, report } = await taken(real, layer);
    expect(project.facilities).toEqual(real.facilities);
    expect(project.zones.length).toBeGreaterThan(0);
    const { in: read = 0, used = 0, repaired = 0, rejected = 0, issues = [] } = report.files[0] ?? {};
    expect([used + repaired, read]).toEqual([project.zones.length, project.zones.length + rejected]);
    expect(issues.filter(({ code }) => code === "row.invented")).toHaveLength(rejected);
    expect((await taken(undefined, layer, FACILITIES)).project.facilities).toEqual(real.facilities);
    expect((await taken((await taken(undefined, layer)).project, FACILITIES)).project.facilities).toEqual(
      real.facilities,
    );
  });
});
