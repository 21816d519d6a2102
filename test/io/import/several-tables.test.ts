import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import type { FileRole, SourceFile } from "../../../src/io/import-report.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const ZONES = "id,status,households,lon,lat\nz1,existing,500,117.2,34.2\n";
const FACILITIES = "id,kind,status,zone\nf1,E_MEAL,built,z1\n";
const SITES = "id,name,类别,可用面积,lon,lat\ns1,甲,公房,300,117.2,34.2\n";
const UNITS = "编号,名称,级别,户数\n320302,鼓楼区,区县,900\n";
const NOTES = "事项,名称\n口径,公安登记\n";

const bundled = (tables: Readonly<Record<string, string>>, role?: FileRole): SourceFile => {
  const packed = Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, strToU8(text)]));
  return { name: "a.zip", bytes: new Uint8Array(zipSync(packed)), ...(role !== undefined && { role }) };
};
const whole = { "1.csv": ZONES, "2.csv": FACILITIES, "3.csv": SITES, "4.csv": UNITS, "5.csv": NOTES };

describe("a file of several tables", () => {
  it.each(["facilities", "zones", "sites", "units", undefined] as const)(
    "is read table by table as their columns tell, whatever it was given as: %s",
    async (role) => {
      const { project, report } = value(await importProject([bundled(whole, role)], {}, atOnce));
      const { facilities, zones, sites, units } = project;
      expect([facilities, zones, sites, units].map((rows) => rows.map(({ id }) => id))).toEqual([
        ["f1"],
        ["z1"],
        ["s1"],
        ["320302"],
      ]);
      expect(report.files.some(({ unreadable }) => unreadable)).toBe(false);
      const left = report.files.find(({ file }) => file === "a.zip · 5.csv");
      expect(left?.issues.map(({ code, severity }) => [code, severity])).toEqual([
        ["file.part-unread", "note"],
      ]);
    },
  );

  it("is what it was given as where every table fits that and none tells it alone", async () => {
    // 级别 alone would tell administrative units.
    const street = (id: string) => `id,name,kind,status,级别\n${id},甲,E_MEAL,built,社区\n`;
    const streets = { "1.csv": street("f1"), "2.csv": street("f2") };
    const { project } = value(await importProject([bundled(streets, "facilities")], {}, atOnce));
    expect(project.facilities.map(({ id }) => id)).toEqual(["f1", "f2"]);
    const bare = { "1.csv": "id,name,lon,lat\nz1,甲,117.2,34.2\n", "2.csv": ZONES.replace("z1", "z2") };
    const given = value(await importProject([bundled(bare, "zones")], {}, atOnce));
    expect(given.project.zones.map(({ id }) => id)).toEqual(["z1", "z2"]);
  });

  it("loses a table that lacks a column it needs, and says which, beside others that are read", async () => {
    const lacking = { "1.csv": ZONES, "2.csv": "街道,托位\n东街,30\n" };
    for (const role of ["zones", "facilities"] as const) {
      const { project, report } = value(await importProject([bundled(lacking, role)], {}, atOnce));
      expect(project.zones).toHaveLength(1);
      const [issue] = report.files.find(({ file }) => file === "a.zip · 2.csv")?.issues ?? [];
      expect(issue).toMatchObject({ code: "file.column-missing", severity: "warning" });
    }
    expect(
      report(await importProject([bundled({ "2.csv": lacking["2.csv"] }, "zones")], {}, atOnce)),
    ).toEqual(["file.column-missing"]);
  });

  it("is refused where none can be read", async () => {
    const nothing = { "1.csv": NOTES, "2.csv": "街道,托位\n东街,30\n" };
    expect(report(await importProject([bundled(nothing, "facilities")], {}, atOnce))).toContain(
      "file.column-missing",
    );
  });
});

function report(outcome: Awaited<ReturnType<typeof importProject>>): readonly string[] {
  return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
}
