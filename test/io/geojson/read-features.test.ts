import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFeatures } from "../../../src/io/geojson/read-features.ts";

function featuresOf(text: string) {
  const table = readFeatures(text, "f.geojson", undefined);
  if (!table.ok) return { refused: table.issues.map(({ code }) => code) };
  const blocks = [...table.value.blocks];
  return {
    drawn: table.value.drawn,
    crs: table.value.crs,
    headings: Object.fromEntries(table.value.headings),
    unread: [...table.value.unknownHeadings],
    rows: blocks.flatMap(({ rows }) => rows.map(({ row, values }) => [row, Object.fromEntries(values)])),
    geometries: blocks.flatMap(({ rows }) => rows.map(({ geometry }) => geometry)),
    broken: blocks.flatMap(({ broken }) => broken.map(({ code, at }) => [code, at.row])),
  };
}

const point = { type: "Point", coordinates: [117.2, 34.2] };
const feature = (properties: object | null, geometry: object | null = point) => ({
  type: "Feature",
  properties,
  geometry,
});
const collection = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

describe("a collection of features", () => {
  it("is read under the same headings as a table, in one file with several", () => {
    expect(
      featuresOf(collection(feature({ 编号: "z1", 户数: 5, x1: {} }), feature({ id: 2, name: " a " }))),
    ).toMatchObject({
      rows: [
        [1, { id: "z1", households: 5 }],
        [2, { id: 2, name: "a" }],
      ],
      headings: { id: "id", households: "户数", name: "name" },
      unread: ["x1"],
      drawn: "otherwise",
    });
  });

  it("takes of two columns of a status what they say together, as in a table", () => {
    const both = (建设状态: string, 运营状态: string) => feature({ 编号: "f", 建设状态, 运营状态 });
    const read = featuresOf(
      collection(both("已建成", "停业"), both("在建", "未运营"), both("在建", "运营中"), both("已建成", "")),
    );
    expect(read.rows).toEqual([
      [1, { id: "f", status: "停业" }],
      [2, { id: "f", status: "在建" }],
    ]);
    expect(read.broken?.map(([, row]) => row)).toEqual([3, 4]);
  });

  it("takes the id of the feature where its properties have none", () => {
    expect(
      featuresOf(collection({ ...feature(null), id: 7 }, { ...feature({ id: "z" }), id: 8 })).rows,
    ).toEqual([
      [1, { id: 7 }],
      [2, { id: "z" }],
    ]);
  });

  it("takes a list or an object under a known name for a text that its reader refuses, not for nothing", () => {
    expect(featuresOf(collection(feature({ id: 1, storey: [-1], 户数: { n: 5 }, memo: [1] }))).rows).toEqual([
      [1, { id: 1, storey: "[-1]", households: '{"n":5}' }],
    ]);
  });

  it("is refused where a member that decides stands there twice, feature by feature", () => {
    const with2 = (properties: string) => `{"type":"Feature","properties":{${properties}},"geometry":null}`;
    const text = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join(",")}]}`;
    const read = featuresOf(
      text(
        with2('"id":1,"elderly_m2":100,"elderly_m2":300'),
        with2('"id":2,"elderly_m2":100,"elderly_\\u006d2":300'),
        with2('"id":3,"Name":"a","name":"b"'),
        with2('"id":4,"Name":"a","name":"a","memo":1,"memo":2'),
        '{"type":"Feature","properties":{"id":5},"properties":{"id":6},"geometry":null}',
      ),
    );
    expect(read.rows).toEqual([[4, { id: 4, name: "a" }]]);
    expect(read.broken).toEqual([1, 2, 3, 5].map((row) => ["row.member-twice", row]));
    const halves = `{"type":"FeatureCollection","features":[],"features":[${with2('"id":1')}]}`;
    expect(featuresOf(halves)).toEqual({ refused: ["row.member-twice"] });
  });

  it("is refused where two members that decide do not say the same, or one of them says nothing", () => {
    const with2 = (properties: string) => `{"type":"Feature","properties":{${properties}},"geometry":null}`;
    const features = [
      '"id":1,"户数":500,"总户数":500',
      '"id":2,"户数":500,"总户数":5000',
      '"id":3,"户数":500,"总户数":null',
      '"id":4,"总户数":"","户数":500',
      '"id":5,"户数":500,"memo":null',
    ].map(with2);
    const read = featuresOf(`{"type":"FeatureCollection","features":[${features.join(",")}]}`);
    expect(read.rows).toEqual([
      [1, { id: 1, households: 500 }],
      [5, { id: 5, households: 500 }],
    ]);
    expect(read.broken).toEqual([2, 3, 4].map((row) => ["row.member-twice", row]));
  });

  it("keeps every digit of a number that a parser would round, and rounds places", () => {
    const text = `{"type":"Feature","id":12345678901234567890,"geometry":{"type":"Point","coordinates":[117.20000000000000284,34]},
      "properties":{"elderly_m2":299.99999999999999999,"slots":1e-400,"name":"a 1e5 \\" 1234567890.1234567","storey":-1,"beds":383.9}}`;
    const { rows, geometries } = featuresOf(text);
    expect(rows).toEqual([
      [
        1,
        {
          ...{ id: "12345678901234567890", elderly_m2: "299.99999999999999999", slots: "1e-400" },
          ...{ name: 'a 1e5 " 1234567890.1234567', storey: -1, beds: 383.9 },
        },
      ],
    ]);
    expect(geometries).toEqual([{ type: "Point", coordinates: [117.2, 34] }]);
  });

  it.each([
    ["features one per line", "\n"],
    ["a sequence with record separators", "\n\u001E"],
    ["features without anything between them", ""],
  ])("may be %s", (_name, between) => {
    const text = [feature({ id: 1 }), feature({ id: 2 })].map((each) => JSON.stringify(each)).join(between);
    expect(featuresOf(text).rows).toEqual([
      [1, { id: 1 }],
      [2, { id: 2 }],
    ]);
  });

  it("loses one broken feature and no other, and one bare NaN and no name that says so", () => {
    const text = `{"type":"FeatureCollection","features":[${JSON.stringify(feature({ id: 1 }))}, {"type":"Feature", oops},
      {"type":"Feature","properties":{"id":3,"name":"NaN \\"x\\" NaN"},"geometry":{"type":"Point","coordinates":[NaN,-Infinity]}}, 5]}`;
    expect(featuresOf(text)).toMatchObject({
      broken: [
        ["row.no-feature", 2],
        ["row.no-feature", 4],
      ],
      rows: [
        [1, { id: 1 }],
        [3, { id: 3, name: 'NaN "x" NaN' }],
      ],
      geometries: [point, { type: "Point", coordinates: ["NaN", "-Infinity"] }],
    });
  });

  it("is refused where it breaks off or is something else", () => {
    expect(featuresOf(collection(feature({ id: 1 })).slice(0, -2)).refused).toEqual(["file.broken-off"]);
    expect(featuresOf('{"type":"Topology"}').refused).toEqual(["file.no-geojson"]);
    expect(featuresOf("[1]").refused).toEqual(["file.no-geojson"]);
    expect(featuresOf(" ").refused).toEqual(["file.empty"]);
    const crs = (name: string) =>
      JSON.stringify({
        crs: { type: "name", properties: { name } },
        type: "FeatureCollection",
        features: [feature({ id: 1 })],
      });
    for (const name of ["urn:ogc:def:crs:EPSG::4547", "EPSG:4490"]) {
      expect(featuresOf(crs(name)).crs).toBe(name);
    }
  });

  it("gives every feature that JSON.parse gives, however it is written", () => {
    const properties = fc.dictionary(fc.string(), fc.jsonValue());
    const some = fc.array(
      fc.tuple(properties, fc.jsonValue()).map(([members, more]) => ({ ...feature(members), more })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, fc.nat(4), fc.jsonValue(), (features, indent, extra) => {
        const text = JSON.stringify(
          { extra, type: "FeatureCollection", features, after: extra },
          undefined,
          indent,
        );
        const read = featuresOf(text);
        expect(read.broken).toEqual([]);
        expect(read.rows).toHaveLength(features.length);
        expect(read.geometries).toEqual(features.map(({ geometry }) => geometry));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
