import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { shifted } from "../../../src/core/geo/datum-shift.ts";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import { patchBetween } from "../../../src/core/model/patch-between.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { StreetChange } from "../../../src/core/network/changed-streets.ts";
import { streetsFault } from "../../../src/core/network/streets-fault.ts";
import { importProject } from "../../../src/io/import-project.ts";
import type { ImportChoices, SourceFile } from "../../../src/io/import-report.ts";
import { previewTables } from "../../../src/io/preview-tables.ts";
import { atOnce } from "../../builders/at-once.ts";
import { osmPbf } from "../../builders/osm-pbf-file.ts";
import { value } from "../../builders/outcomes.ts";

const text = (name: string, content: string): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(content),
});
const layer = (name: string, features: readonly unknown[]): SourceFile =>
  text(name, JSON.stringify({ type: "FeatureCollection", features }));
const feature = (type: string, coordinates: unknown, properties: unknown = {}) => ({
  ...{ type: "Feature", properties },
  geometry: { type, coordinates },
});

/** Streets every 500 m each way round a point, a little bent. */
const GRID = Array.from({ length: 21 }, (_, i) => [
  feature("LineString", [
    [117.1, 34.2 + i * 0.0045],
    [117.15, 34.2001 + i * 0.0045],
    [117.2, 34.2 + i * 0.0045],
  ]),
  feature("LineString", [
    [117.1 + i * 0.005, 34.19],
    [117.1001 + i * 0.005, 34.25],
    [117.1 + i * 0.005, 34.3],
  ]),
]).flat();
/** Forty facilities right beside them, moved or not. */
function facilities(moved: (at: { lng: number; lat: number }) => { lng: number; lat: number }): SourceFile {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const at = moved({
      lng: 117.1 + (i % 20) * 0.005 + 0.0001,
      lat: 34.2 + ((i * 7) % 20) * 0.0045 + 0.0002,
    });
    return `f${i},E_MEAL,built,${at.lng},${at.lat}`;
  });
  return text("f.csv", `id,kind,status,lon,lat\n${rows.join("\n")}\n`);
}
const asTheyAre = (at: { lng: number; lat: number }) => at;
const roads = layer("roads.geojson", GRID);
const pbf: SourceFile = {
  name: "cut.osm.pbf",
  bytes: osmPbf([
    { id: 1, east: 117_100_000, north: 34_200_000 },
    { id: 2, east: 117_110_000, north: 34_200_000 },
    { id: 9, through: [1, 2], tags: { highway: "primary" } },
  ]),
};

const imported = async (files: readonly SourceFile[], choices: ImportChoices = {}, open?: Project) =>
  value(await importProject(files, { datum: "wgs84", ...choices }, atOnce, open));
const codesOf = (report: { readonly issues: readonly { readonly code: string }[] } | undefined) =>
  (report?.issues ?? []).map(({ code }) => code);

describe("streets among the files of an import", () => {
  it("are told by lines, or by what the file is, and accounted for", async () => {
    const { project, report } = await imported([facilities(asTheyAre), roads, pbf]);
    expect(report.files).toMatchObject([
      { file: "f.csv", role: "facilities", in: 40 },
      { file: "roads.geojson", role: "streets", in: 42, used: 42, repaired: 0, rejected: 0 },
      { file: "cut.osm.pbf", role: "streets", in: 1, used: 1, repaired: 0, rejected: 0 },
    ]);
    expect(project.streets?.tags.length).toBe(43);
    expect(project.streets && streetsFault(project.streets)).toBeUndefined();
    expect(project.facilities.length).toBe(40);
  });

  it("come into an open project in place of those before, as one step that is undone", async () => {
    const open = (await imported([facilities(asTheyAre), pbf])).project;
    const { project } = await imported([roads], { others: "stay" }, open);
    expect(project.streets?.tags.length).toBe(42);
    expect(project.facilities).toEqual(open.facilities);
    const patch = patchBetween(open, project);
    expect(Object.keys(patch)).toEqual(["streets"]);
    expect(value(applyPatch(project, inverse(patch)))).toEqual(open);
    const again = await imported([facilities(asTheyAre)], {}, project);
    expect(again.project.streets).toBe(project.streets);
  });

  it("keep what was changed of those before where they lead along the same places, and tell what is lost", async () => {
    const open = (await imported([facilities(asTheyAre), roads])).project;
    const kept: StreetChange = { kind: "closed", way: 2, from: 1, to: 2 };
    const lost: StreetChange = { kind: "closed", way: 1, from: 0, to: 2, name: "永安路" };
    const fewer = layer("fewer.geojson", GRID.slice(2));
    const changed = { ...open, streetChanges: [lost, kept] };
    const { project, report } = await imported([fewer], { others: "stay" }, changed);
    expect(project.streetChanges).toEqual([{ ...kept, way: 0 }]);
    const told = report.files[0]?.issues.find(({ code }) => code === "network.changes-lost");
    expect(told).toMatchObject({ severity: "warning", facts: { count: 1, named: ["永安路"] } });
    const patch = patchBetween(changed, project);
    expect(value(applyPatch(project, inverse(patch)))).toEqual(changed);
    const alone = await imported([fewer], { others: "stay" }, { ...open, streetChanges: [lost] });
    expect(alone.project).not.toHaveProperty("streetChanges");
  });

  it("are left out, or are rows after all, if the user says so", async () => {
    const left = await imported([facilities(asTheyAre), roads, pbf], {
      byFile: { "roads.geojson": { role: "none" }, "cut.osm.pbf": { role: "none" } },
    });
    expect(left.project.streets).toBeUndefined();
    expect(left.report.files.slice(1).map(codesOf)).toEqual([["file.left-out"], ["file.left-out"]]);
    const named = layer("zones.geojson", [
      feature(
        "Polygon",
        [
          [
            [117.1, 34.2],
            [117.11, 34.2],
            [117.11, 34.21],
            [117.1, 34.2],
          ],
        ],
        { id: "z" },
      ),
    ]);
    expect((await imported([named])).project.streets).toBeUndefined();
  });

  it("are not what is drawn as lines and is something else", async () => {
    const line = [
      [117.1, 34.2],
      [117.2, 34.2],
    ];
    for (const [name, properties] of [
      ["水系.geojson", {}],
      ["lines.geojson", { waterway: "river" }],
      ["borders.geojson", { id: "z", households: 5 }],
    ] as const) {
      const others = layer(name, [feature("LineString", line, properties)]);
      const { project } = await imported([facilities(asTheyAre), others]);
      expect([name, project.streets]).toEqual([name, undefined]);
      expect((await previewTables([others], {}))[0]?.tables[0]?.role).not.toBe("streets");
      const asStreets = { datum: "wgs84", byFile: { [name]: { role: "streets" } } } as const;
      const said = await importProject([others], asStreets, atOnce);
      // Nobody walks along a river, whatever a file is said to be.
      if ("waterway" in properties)
        expect(said.issues.map(({ code }) => code)).toContain("network.no-streets");
      else expect(value(said).project.streets?.tags.length).toBe(1);
    }
  });

  it("that are damaged do not keep the other files from being read", async () => {
    const cut = { ...pbf, bytes: pbf.bytes.slice(0, -3) };
    const { project, report } = await imported([facilities(asTheyAre), cut]);
    expect(project.streets).toBeUndefined();
    expect(report.files[1]).toMatchObject({ unreadable: true, issues: [{ code: "file.damaged" }] });
  });
});

describe("streets and facilities of another datum", () => {
  const writtenIn = (datum: "gcj02" | "bd09") => (at: { lng: number; lat: number }) =>
    shifted({ ...at }, "wgs84", datum);

  it("say nothing where they fit", async () => {
    const { report } = await imported([facilities(asTheyAre), roads]);
    expect(codesOf(report.files[1])).not.toContain("network.facilities-datum");
    expect(codesOf(report.files[1])).not.toContain("network.streets-datum");
  });

  it.each(["gcj02", "bd09"] as const)("are told with figures where facilities are in %s", async (datum) => {
    const { project, report } = await imported([facilities(writtenIn(datum)), roads]);
    const told = report.files[1]?.issues.find(({ code }) => code === "network.facilities-datum");
    expect(told).toMatchObject({ severity: "warning", facts: { places: 40, datum } });
    const { before, after } = (told?.facts ?? {}) as { before?: number; after?: number };
    expect(before).toBeGreaterThan(2 * (after ?? Number.NaN));
    // Nothing is moved.
    expect(project.facilities[0]?.at).toEqual(
      (await imported([facilities(writtenIn(datum))])).project.facilities[0]?.at,
    );
  });

  it("are told where the streets are in GCJ-02", async () => {
    const moved = GRID.map(({ geometry, ...others }) => ({
      ...others,
      geometry: {
        ...geometry,
        coordinates: (geometry.coordinates as [number, number][]).map(([lng, lat]) => {
          const at = shifted({ lng, lat }, "wgs84", "gcj02");
          return [at.lng, at.lat];
        }),
      },
    }));
    const { report } = await imported([facilities(asTheyAre), layer("roads.geojson", moved)]);
    const told = report.files[1]?.issues.find(({ code }) => code === "network.streets-datum");
    expect(told?.facts).toMatchObject({ datum: "gcj02" });
  });

  it("are told of an open project's streets when facilities are brought, and once", async () => {
    const open = (await imported([roads])).project;
    const first = await imported([facilities(writtenIn("gcj02"))], {}, open);
    expect(codesOf(first.report.into)).toContain("network.facilities-datum");
    const again = await imported([facilities(writtenIn("gcj02"))], {}, first.project);
    expect(codesOf(again.report.into)).not.toContain("network.facilities-datum");
  });

  it("are told by the outlines of zones, which end at streets, where facilities tell nothing", async () => {
    // Blocks between the streets of the grid, a few metres within them.
    const block = (i: number, moved: typeof asTheyAre) => {
      const [west, south] = [117.1 + (i % 10) * 0.005 + 0.0001, 34.2 + Math.floor(i / 10) * 0.0045 + 0.0001];
      const [east, north] = [west + 0.0048, south + 0.0043];
      const ring = [west, south, east, south, east, north, west, north, west, south];
      const corners = Array.from({ length: 5 }, (_, c) => {
        const at = moved({ lng: ring[2 * c] ?? 0, lat: ring[2 * c + 1] ?? 0 });
        return [at.lng, at.lat];
      });
      return feature("Polygon", [corners], { id: `z${i}`, households: 100, status: "existing" });
    };
    const told = async (moved: typeof asTheyAre) => {
      const zones = layer(
        "zones.geojson",
        Array.from({ length: 40 }, (_, i) => block(i, moved)),
      );
      const { report } = await imported([zones, roads]);
      return codesOf(report.files[1]).filter((code) => code.endsWith("-datum"));
    };
    expect(await told(asTheyAre)).toEqual([]);
    expect(await told(writtenIn("gcj02"))).toEqual(["network.zones-datum"]);
  });

  it("are told to lie apart where no place is within the streets", async () => {
    const far = facilities(({ lng, lat }) => ({ lng: lng + 1, lat }));
    const { report } = await imported([far, roads]);
    const told = report.files[1]?.issues.find(({ code }) => code === "network.apart");
    expect(told).toMatchObject({ severity: "warning" });
    expect(((told?.facts ?? {}) as { km?: number }).km).toBeGreaterThan(70);
  });
});

describe("a look at streets before they are imported", () => {
  it("shows a file of lines as streets, and counts the ways of one of OpenStreetMap", async () => {
    const [lines, osm] = await previewTables([roads, pbf], {});
    expect(lines?.tables).toMatchObject([{ name: "roads.geojson", role: "streets", missing: [] }]);
    expect(osm?.tables).toMatchObject([
      { name: "cut.osm.pbf", role: "streets", missing: [], sample: { lines: [["primary", "1"]] } },
    ]);
    const [cut] = await previewTables([{ ...pbf, bytes: pbf.bytes.slice(0, -3) }], {});
    expect(cut).toMatchObject({ tables: [], issues: [{ code: "file.damaged" }] });
  });
});

const REAL = process.env.QUAN_REAL_DATA ?? new URL("../../../../shared/geodata", import.meta.url).pathname;
const porto = await readFile(`${REAL}/porto/porto.osm.pbf`).catch(() => undefined);
const wuxi = await readFile(`${REAL}/wuxi-xinwu/roads.wgs84.geojson`).catch(() => undefined);
if (!porto || !wuxi) console.warn("no Porto or Wuxi in QUAN_REAL_DATA: real streets are not imported");

it.skipIf(!porto || !wuxi)("real streets are imported, and every way is accounted for", async () => {
  for (const [name, bytes] of [
    ["porto.osm.pbf", porto],
    ["roads.geojson", wuxi],
  ] as const) {
    const { project, report } = await imported([{ name, bytes: new Uint8Array(bytes ?? []) }]);
    const [account] = report.files;
    expect(account?.in).toBe((account?.used ?? 0) + (account?.repaired ?? 0) + (account?.rejected ?? 0));
    expect(project.streets?.tags.length).toBeGreaterThan(1000);
  }
});
