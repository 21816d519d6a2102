import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import type { SourceFile } from "../../../src/io/import-report.ts";
import { readStreetLines } from "../../../src/io/network/street-lines.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const RUNS = process.env.QUAN_LONG ? 10_000 : 300;

type Line = readonly (readonly number[])[];
type Feature = { readonly geometry: unknown; readonly properties: unknown };

const feature = (geometry: unknown, properties: unknown = {}): Feature => ({ geometry, properties });
const line = (coordinates: Line, properties: unknown = { highway: "residential" }) =>
  feature({ type: "LineString", coordinates }, properties);
const collection = (features: readonly Feature[], crs?: string): SourceFile => ({
  name: "roads.geojson",
  bytes: new TextEncoder().encode(
    JSON.stringify({
      type: "FeatureCollection",
      ...(crs !== undefined && { crs: { type: "name", properties: { name: crs } } }),
      features: features.map((each) => ({ type: "Feature", ...each })),
    }),
  ),
});
const read = (file: SourceFile, choices = {}) => readStreetLines(file, choices, atOnce);

/** The ways of a map as they run, with their tags. */
const drawn = ({ lng, lat, starts, nodes, tags, tagSets }: StreetMap) =>
  [...tags].map((row, way) => ({
    line: [...nodes.subarray(starts[way], starts[way + 1])].map((node) => [lng[node], lat[node]]),
    tags: tagSets[row],
  }));

async function report(file: SourceFile, choices = {}) {
  const { map, files } = value(await read(file, choices));
  const [{ issues, ...account }] = files as [(typeof files)[0]];
  return { map, account, issues: issues.map(({ code, facts, at }) => [code, at.row, facts]) };
}

describe("lines of streets", () => {
  it("meet at vertices they have in common, and not where they merely cross", async () => {
    const { map } = await report(
      collection([
        line([
          [117.2, 34.25],
          [117.201, 34.25],
          [117.202, 34.25],
        ]),
        line([
          [117.201, 34.25],
          [117.201, 34.251],
        ]),
        // Crosses the first between two of its vertices.
        line([
          [117.2005, 34.249],
          [117.2005, 34.251],
        ]),
      ]),
    );
    expect([...map.nodes]).toEqual([0, 1, 2, 1, 3, 4, 5]);
    expect([...map.starts]).toEqual([0, 3, 5, 7]);
    expect([...map.lng]).toEqual([117.2, 117.201, 117.202, 117.201, 117.2005, 117.2005]);
  });

  it("meet on the meridian and the equator whichever sign a zero has", async () => {
    const { name, bytes } = collection([
      line([
        [0, 1],
        [0, 0],
      ]),
      line([
        [0, 0],
        [1, 0],
      ]),
    ]);
    const text = new TextDecoder().decode(bytes).replace("[0,0]", "[-0,-0.0]");
    expect(text).toContain("[-0,-0.0]");
    const { map } = await report({ name, bytes: new TextEncoder().encode(text) });
    expect([...map.nodes]).toEqual([0, 1, 1, 2]);
  });

  it("are of the class that their column says, in words of planners or of OpenStreetMap", async () => {
    const classes = ["primary_link", "次干路", "人行道", " 规划道路 "];
    const features = classes.map((道路等级, i) =>
      line(
        [
          [117, 34 + i],
          [117, 34.01 + i],
        ],
        { 道路等级 },
      ),
    );
    const { map, account } = await report(collection(features));
    expect(drawn(map).map(({ tags }) => tags)).toEqual(
      ["primary_link", "secondary", "footway", "proposed"].map((highway) => ({ highway })),
    );
    expect(account).toMatchObject({ in: 4, used: 4, repaired: 0, rejected: 0 });
  });

  it("take the plainest of several columns, whatever the others say", async () => {
    const said = {
      type: "way",
      状态: "已建",
      status: "x",
      fclass: "footway",
      highway: "steps",
      名称: "解放路",
    };
    const { map, account } = await report(
      collection([
        line(
          [
            [117, 34],
            [117, 34.01],
          ],
          said,
        ),
      ]),
    );
    expect(drawn(map)[0]?.tags).toEqual({ highway: "steps", name: "解放路" });
    expect(account.used).toBe(1);
  });

  it("that say no class, or one that is not known, are ordinary streets, and it is told", async () => {
    const said = [{ 类型: "主干道" }, { 类型: null }, { 类型: "丙类" }, { 类型: "丙类" }, { 类型: "甲类" }];
    const features = said.map((each, i) =>
      line(
        [
          [117, 34 + i],
          [117, 34.01 + i],
        ],
        each,
      ),
    );
    const { map, account, issues } = await report(collection(features));
    expect(drawn(map).map(({ tags }) => tags?.highway)).toEqual([
      "primary",
      ...Array(4).fill("unclassified"),
    ]);
    expect(account).toMatchObject({ in: 5, used: 2, repaired: 3, rejected: 0 });
    expect(issues).toEqual([
      ["file.datum-assumed", undefined, {}],
      ["network.class-unsaid", undefined, { lines: 1 }],
      ["network.classes-unknown", undefined, { classes: ["丙类", "甲类"], lines: [2, 1] }],
    ]);
  });

  it("that are no lines, have no length or lie nowhere are refused row by row; the rest is used", async () => {
    const here = [117, 34];
    const { map, account, issues } = await report(
      collection([
        line([here, [117, 34.01]]),
        feature({ type: "Point", coordinates: here }),
        feature(null),
        line([here, here, here]),
        line([here, [117, 134]]),
        line([here, [117, null as unknown as number]]),
        feature(
          { type: "MultiLineString", coordinates: [[here, here], [here, [117.01, 34]], [here]] },
          { highway: "path" },
        ),
        // 0.09° of latitude: 9,983 m; 0.1°: 11,093 m.
        line([here, [117, 34.09]]),
        line([here, [117, 34.01], [117, 34.11]]),
      ]),
    );
    expect(account).toMatchObject({ in: 9, used: 3, repaired: 1, rejected: 5 });
    expect(drawn(map).map((way) => way.line.length)).toEqual([2, 2, 2, 3]);
    expect(issues.slice(1)).toEqual([
      ["network.no-line", 2, { type: "Point" }],
      ["network.no-line", 3, { type: "—" }],
      ["network.zero-length", 4, {}],
      ["network.no-degrees", 5, { lon: "117", lat: "134" }],
      ["network.no-degrees", 6, { lon: "117", lat: "null" }],
      ["network.parts-dropped", 7, { parts: 2 }],
      ["network.long-edge", 9, { km: 11.1 }],
    ]);
  });

  it("are converted from the system that the file declares, and its corners stay common", async () => {
    // CGCS2000, zone of 3° around 117° E: x of 500 km is the meridian.
    const { map, issues } = await report(
      collection(
        [
          line([
            [500_000, 3_790_000],
            [500_100, 3_790_000],
          ]),
          line([
            [500_100, 3_790_000],
            [500_100, 3_790_100],
          ]),
        ],
        "EPSG:4548",
      ),
    );
    expect([...map.nodes]).toEqual([0, 1, 1, 2]);
    expect(map.lng[0]).toBe(117);
    expect(map.lat[0]).toBeCloseTo(34.235, 2);
    expect(issues).toEqual([["file.crs", undefined, { crs: "EPSG:4548" }]]);
  });

  it("are refused as a whole where none can be used", async () => {
    const codes = async (file: SourceFile) => (await read(file)).issues.map(({ code }) => code);
    expect(await codes(collection([feature({ type: "Point", coordinates: [117, 34] })]))).toEqual([
      ...(["network.no-streets", "file.datum-assumed", "network.no-line"] as const),
    ]);
    expect(await codes({ name: "a.csv", bytes: new TextEncoder().encode("id,name\n1,a\n") })).toContain(
      "network.no-streets",
    );
    expect(
      await codes(
        collection(
          [
            line([
              [1, 2],
              [3, 4],
            ]),
          ],
          "EPSG:2380",
        ),
      ),
    ).toEqual(["file.other-crs"]);
    expect(await codes({ name: "a.geojson", bytes: new TextEncoder().encode('{"type":') })).toEqual([
      "file.broken-off",
    ]);
  });
});

/** Three streets as GDAL wrote them: the same in every format, but for the order of their rows. */
describe("the formats", () => {
  const file = (name: string): SourceFile => ({
    name,
    bytes: new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url))),
  });
  const sorted = (map: StreetMap) =>
    drawn(map)
      .map((way) => JSON.stringify(way))
      .sort();

  it.each(["lines-gbk.zip", "lines-utf8.zip", "lines.fgb"])("draw the same streets: %s", async (name) => {
    const expected = value(await read(file("lines.geojson"))).map;
    expect(expected.tags.length).toBe(4);
    expect(expected.tagSets).toEqual([
      { highway: "primary", name: "解放路" },
      { highway: "footway" },
      { highway: "trunk", name: "高架" },
    ]);
    const { map, files } = value(await read(file(name)));
    expect(sorted(map)).toEqual(sorted(expected));
    expect(map.lng.length).toBe(expected.lng.length);
    expect(files.map(({ issues: _issues, ...account }) => account)).toEqual([
      { file: name, in: 3, used: 3, repaired: 0, rejected: 0 },
    ]);
  });
});

/** Lines of OpenStreetMap as GDAL writes them, streets among others, their further tags in one column. */
describe("a mixed layer", () => {
  const file = (name: string): SourceFile => ({
    name,
    bytes: new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url))),
  });
  const kept = [
    { access: "private", foot: "yes", highway: "service", name: "北巷" },
    { highway: "steps", incline: "up", layer: "1", "oneway:foot": "yes", step_count: "20" },
    { name: "大运河", waterway: "river" },
    { railway: "rail" },
    { barrier: "wall" },
  ];
  const formats = ["geojson", "fgb", "kml", "shp.zip", "gpkg.zip", "parquet"];

  it.each(formats)("gives streets, and what bars them, and nothing else: %s", async (ending) => {
    const { map, files } = value(await read(file(`mixed.${ending}`)));
    const said = drawn(map).map(({ tags }) => JSON.stringify(tags));
    expect(said.sort()).toEqual(kept.map((tags) => JSON.stringify(tags)).sort());
    const [{ issues, ...account }] = files as [(typeof files)[0]];
    expect(account).toMatchObject({ in: 8, used: 5, repaired: 0, rejected: 3 });
    expect(issues.map(({ code, facts }) => [code, facts])).toEqual(
      expect.arrayContaining([
        ["network.not-streets", { kinds: ["boundary", "railway", "waterway"], lines: [1, 1, 1] }],
        ["network.barriers-kept", { lines: 3 }],
      ]),
    );
    expect(map.lng.length).toBe(5);
  });

  it("as Geofabrik writes it says bridges and tunnels, and which way cars go", async () => {
    const { map } = value(await read(file("geofabrik.zip")));
    expect(drawn(map).map(({ tags }) => tags)).toEqual([
      { highway: "residential", name: "解放路" },
      { bridge: "yes", highway: "trunk", layer: "1", oneway: "yes" },
      { highway: "track", layer: "-1", oneway: "-1", tunnel: "yes" },
    ]);
  });

  const line2 = [
    [117, 34],
    [117, 34.01],
  ];

  it("of another source counts by its words, and not by columns that only share a name with a tag", async () => {
    const said = [
      { 类型: "河流", name: "清河" },
      { 类型: "铁路" },
      { 类型: "次干路", Bridge: "是", Foot: false, layer: "道路中线", width: 12, area: 3 },
      { 类型: "溪" },
    ];
    const { map, account, issues } = await report(collection(said.map((each) => line(line2, each))));
    expect(drawn(map).map(({ tags }) => tags)).toEqual([
      { name: "清河", waterway: "river" },
      { railway: "rail" },
      { bridge: "yes", foot: "no", highway: "secondary" },
    ]);
    expect(account).toMatchObject({ in: 4, used: 3, repaired: 0, rejected: 1 });
    expect(issues).toContainEqual(["network.not-streets", undefined, { kinds: ["溪"], lines: [1] }]);
  });

  it("says the same in whatever order its columns stand, and in columns that a Shapefile cut short", async () => {
    const said = { "oneway:foo": "yes", sidewalk_l: "no", other_tags: '"na\\"me"=>"x","surface"=>"sand"' };
    const orders = [
      { ...said, highway: "path", surface: "Gravel" },
      { surface: "Gravel", highway: "path", ...said },
    ];
    const { map } = await report(collection(orders.map((each) => line(line2, each))));
    const tags = { highway: "path", "oneway:foot": "yes", "sidewalk:left": "no", surface: "gravel" };
    expect(map.tagSets).toEqual([tags]);
  });

  it("without any street is refused, whatever bars people in it", async () => {
    const { issues, ok } = await read(collection([line(line2, { waterway: "river" })]));
    expect(ok).toBe(false);
    expect(issues.map(({ code }) => code)).toContain("network.no-streets");
  });
});

describe("heights of lines", () => {
  const steep = [
    line([
      [117, 34, 10.5],
      [117, 34.01, 30],
    ]),
    line([
      [117, 34.01, 31],
      [117, 34.02, -9999],
    ]),
  ];

  it("are those of their points, the first that is said of a place; nothing stands for what is no height", async () => {
    const { map } = await report(collection(steep));
    expect([...(map.heights ?? [])]).toEqual([10.5, 30, Number.NaN]);
  });

  it("are none where nothing but 0 is said, or nothing at all", async () => {
    const flat = [
      line([
        [117, 34, 0],
        [117, 34.01, 0],
      ]),
    ];
    expect("heights" in (await report(collection(flat))).map).toBe(false);
    expect(
      "heights" in
        (
          await report(
            collection([
              line([
                [117, 34],
                [117, 34.01],
              ]),
            ]),
          )
        ).map,
    ).toBe(false);
  });

  it.each(["hill.fgb", "hill.shp.zip"])("come with the third coordinate of %s", async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url)));
    const { map } = value(await read({ name, bytes }));
    const known = new Map([...map.lat].map((lat, node) => [lat, map.heights?.[node]]));
    expect([34, 34.01, 34.02].map((lat) => known.get(lat))).toEqual([10.5, 30, 31.25]);
  });
});

describe("what the user says of the coordinates", () => {
  it("holds: exchanged, or of another datum", async () => {
    const exchanged = await report(
      collection([
        line([
          [34, 117],
          [34.01, 117],
        ]),
      ]),
      { swapped: true },
    );
    expect([...exchanged.map.lng, ...exchanged.map.lat]).toEqual([117, 117, 34, 34.01]);
    const { map, issues } = await report(
      collection([
        line([
          [117, 34],
          [117, 34.01],
        ]),
      ]),
      { datum: "gcj02" },
    );
    // GCJ-02 lies some hundred metres off.
    expect(Math.abs((map.lng[0] ?? 0) - 117)).toBeGreaterThan(0.001);
    expect(issues).toEqual([["file.datum-shifted", undefined, { datum: "gcj02" }]]);
  });
});

it("of several layers those that draw lines are read, each with its own account", async () => {
  const bytes = new Uint8Array(readFileSync(new URL("./files/two-layers.zip", import.meta.url)));
  const outcome = await read({ name: "two-layers.zip", bytes });
  const { map, files } = value(outcome);
  expect(map.tags.length).toBe(4);
  expect(files.map((each) => [each.file, each.in, each.used])).toEqual([["two-layers.zip · 道路", 3, 3]]);
  expect(outcome.issues.map(({ code, facts }) => [code, facts])).toEqual([
    ["network.layer-unread", { layer: "站点" }],
  ]);
});

it("every line is drawn once as it runs, and each place is one node", async () => {
  const degrees = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -80, max: 80, noNaN: true }));
  const lines = fc.array(
    fc.uniqueArray(fc.tuple(degrees, degrees), {
      minLength: 2,
      maxLength: 9,
      selector: ([x, y]) => `${x} ${y}`,
    }),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(lines, async (some) => {
      const { map } = value(await read(collection(some.map((each) => line(each)))));
      // JSON has no zero with a sign.
      const written = some.map((each) => each.map(([x, y]) => [x + 0, y + 0]));
      expect(drawn(map).map((way) => way.line)).toEqual(written);
      const places = new Set(written.flat().map((place) => place.join(" ")));
      expect(map.lng.length).toBe(places.size);
    }),
    { numRuns: RUNS, seed: 5 },
  );
});

const ROADS = resolve(
  process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../../shared/geodata"),
  "wuxi-xinwu/roads.wgs84.geojson",
);
const absent = !existsSync(ROADS);
if (absent)
  console.warn(`The real roads of Xinwu are not there (${ROADS}); set QUAN_REAL_DATA to check them.`);

it.skipIf(absent)(
  "the real roads of Xinwu are all used, and meet where the file repeats a place",
  async () => {
    const bytes = new Uint8Array(readFileSync(ROADS));
    const { map, account, issues } = await report({ name: "roads.geojson", bytes });
    expect(account).toMatchObject({ in: 5835, used: 5835, repaired: 0, rejected: 0 });
    expect(issues).toEqual([["file.datum-assumed", undefined, {}]]);
    const { features } = JSON.parse(
      new TextDecoder().decode(bytes),
    ) as GeoJSON.FeatureCollection<GeoJSON.LineString>;
    const places = new Set(
      features.flatMap(({ geometry }) => geometry.coordinates.map((place) => place.join(" "))),
    );
    expect(map.lng.length).toBe(places.size);
    expect(drawn(map).map(({ tags }) => tags?.highway)).toEqual(
      features.map(({ properties }) => properties?.highway),
    );
  },
);
