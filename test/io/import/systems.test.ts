import { describe, expect, it } from "vitest";
import { shifted } from "../../../src/core/geo/datum-shift.ts";
import { sentenceFor } from "../../../src/i18n/catalogue.ts";
import { importProject } from "../../../src/io/import-project.ts";
import type { ImportChoices, SourceFile } from "../../../src/io/import-report.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });
const imported = async (files: readonly SourceFile[], choices: ImportChoices) =>
  value(await importProject(files, choices, atOnce));

const AT = { lng: 117.2, lat: 34.3 };
/** CGCS2000, zone of 117°: 0.2° east of its meridian. */
const METRES = [518_411.763, 3_796_957.081] as const;
const layerIn = (crs: string | undefined, at: readonly number[]) =>
  file(
    "z.geojson",
    JSON.stringify({
      type: "FeatureCollection",
      ...(crs !== undefined && { crs: { type: "name", properties: { name: crs } } }),
      features: [
        {
          type: "Feature",
          properties: { id: "z1", status: "existing", households: 900 },
          geometry: { type: "Point", coordinates: at },
        },
      ],
    }),
  );
const register = (lon: number, lat: number) =>
  file("f.csv", `id,kind,status,lon,lat\nf1,E_MEAL,built,${lon},${lat}\n`);

describe("what a file declares of its coordinates", () => {
  it("goes before the datum that is said of all, and after the one that is said of it alone", async () => {
    const moved = shifted(AT, "wgs84", "gcj02");
    const files = [layerIn("EPSG:4548", METRES), register(moved.lng, moved.lat)];
    const { project, report } = await imported(files, { datum: "gcj02" });
    expect(project.zones[0]?.at?.lng).toBeCloseTo(AT.lng, 4);
    expect(project.zones[0]?.at?.lat).toBeCloseTo(AT.lat, 4);
    expect(project.facilities[0]?.at?.lng).toBeCloseTo(AT.lng, 7);
    const codes = report.files[0]?.issues.map(({ code }) => code);
    expect(codes).toContain("file.crs");
    expect(codes).not.toContain("file.datum-shifted");

    const alone = await imported(files, { byFile: { "z.geojson": { datum: "gcj02" } } });
    // GCJ-02 lies 0.0057° east of WGS84 here.
    expect(alone.project.zones[0]?.at?.lng).toBeCloseTo(AT.lng - 0.0057, 3);
  });

  it("does not stand where it says nothing", async () => {
    const moved = shifted(AT, "wgs84", "gcj02");
    const { project } = await imported([layerIn(undefined, [moved.lng, moved.lat])], { datum: "gcj02" });
    expect(project.zones[0]?.at?.lng).toBeCloseTo(AT.lng, 7);
  });
});

describe("a heading of longitudes", () => {
  const headed = (lon: string) => file("f.csv", `id,kind,status,${lon},纬度\nf1,E_MEAL,built,117.2,34.3\n`);
  const codesOf = async (heading: string, choices: ImportChoices = {}) => {
    const { project, report } = await imported([headed(heading)], choices);
    return { at: project.facilities[0]?.at, codes: report.files[0]?.issues.map(({ code }) => code) };
  };

  it.each([
    "经度（WGS84）",
    "经度(CGCS2000)",
    "经度（WGS-84）",
    "lon (wgs 84)",
    "经度（国家2000）",
    "经度（2000国家大地坐标系）",
  ])("declares the system it names: %s", async (heading) => {
    // Against what is said of all files.
    for (const choices of [{}, { datum: "gcj02" }, { crs: "EPSG:4548" }] as const) {
      const { at, codes } = await codesOf(heading, choices);
      expect(at).toEqual({ lng: 117.2, lat: 34.3 });
      expect(codes).toContain("file.crs");
      expect(codes).not.toContain("file.datum-assumed");
    }
  });

  it.each(["经度", "经度（度）", "X（CGCS2000）"])(
    "declares none where it names none of degrees: %s",
    async (heading) => {
      expect((await codesOf(heading)).codes).toContain("file.datum-assumed");
    },
  );
});

describe("degrees under a system of metres", () => {
  it.each([
    ["east first", 117.2, 34.3],
    ["north first", 34.3, 117.2],
  ])("are no place, %s, and told as what they are", async (_, lon, lat) => {
    const { project, report } = await imported([register(lon, lat), layerIn(undefined, [lon, lat])], {
      crs: "EPSG:4548",
    });
    expect([project.facilities[0]?.at, project.zones[0]?.at]).toEqual([undefined, undefined]);
    for (const { issues, repaired } of report.files) {
      expect(repaired).toBe(1);
      const told = issues.find(({ code }) => code === "place.degrees-already");
      expect(told && sentenceFor(told, "zh")).toMatch(/已经是经纬度.*去掉或改正这份文件的坐标系/);
      expect(told && sentenceFor(told, "en")).toMatch(/degrees already.*Leave the coordinate system out/);
      expect(issues.map(({ code }) => code)).toContain("file.places-lost");
    }
  });

  it("are no place in one cell either", async () => {
    const text = `id,kind,status,坐标\nf1,E_MEAL,built,"117.2,34.3"\n`;
    const { project, report } = await imported([file("f.csv", text)], { crs: "EPSG:4548" });
    expect(project.facilities[0]?.at).toBeUndefined();
    expect(report.files[0]?.issues.map(({ code }) => code)).toContain("place.degrees-already");
  });

  it("are not what metres under no system are: those ask for their system", async () => {
    const { report } = await imported([register(...METRES)], {});
    const told = report.files[0]?.issues.find(({ code }) => code === "place.no-degrees");
    for (const language of ["zh", "en"] as const) {
      expect(told && sentenceFor(told, language)).toMatch(/\.prj.*--crs EPSG:4548/);
    }
  });

  it("leave metres and degrees as they are in systems of theirs", async () => {
    const inMetres = await imported([register(...METRES)], { crs: "EPSG:4548" });
    expect(inMetres.project.facilities[0]?.at?.lng).toBeCloseTo(AT.lng, 4);
    const inDegrees = await imported([register(AT.lng, AT.lat)], { crs: "EPSG:4490" });
    expect(inDegrees.project.facilities[0]?.at).toEqual(AT);
  });
});
