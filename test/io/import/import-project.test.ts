import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/core/base/issue.ts";
import type { Drive } from "../../../src/core/base/work.ts";
import { shifted } from "../../../src/core/geo/datum-shift.ts";
import { type Imported, importProject } from "../../../src/io/import-project.ts";
import type { FileReport, ImportChoices, SourceFile } from "../../../src/io/import-report.ts";
import { MOST_BYTES } from "../../../src/io/most-bytes.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";
import { parcelFile, parcels } from "../../builders/parcels.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string, role?: SourceFile["role"]): SourceFile => ({
  name,
  bytes: bytesOf(text),
  ...(role && { role }),
});

async function imported(
  files: readonly SourceFile[],
  choices: ImportChoices = { datum: "wgs84" },
): Promise<Imported> {
  const outcome = await importProject(files, choices, atOnce);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

async function refusal(
  files: readonly SourceFile[],
  choices: ImportChoices = {},
): Promise<readonly string[]> {
  const outcome = await importProject(files, choices, atOnce);
  return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
}

const account = ({ in: read, used, repaired, rejected }: FileReport) => [read, used, repaired, rejected];
/** That a table of zones has no column of status is told of by a test of its own. */
const beside = (issues: readonly Issue[]) => issues.filter(({ code }) => code !== "file.no-zone-statuses");
const told = (issues: readonly Issue[]) => beside(issues).map(({ code, at }) => [at.row, at.column, code]);

const ZONES = `编号,小区名称,小区状态,户数,常住人口,60岁以上,经度,纬度,区划代码
z1,东园,既有,"1,234",2800,400,117.2,34.26,320302
z2,西园,老旧小区,约500,,,117.21,34.262,320302
z3,"=HYPERLINK(""x"")",新建,300,840,100,117.22,34.255,320302
`;
const FACILITIES = `id,name,kind,status,lon,lat,elderly_m2,childcare_m2,slots,zone,registered,date
f1,东园服务站,居家养老服务站,运营,117.201,34.261,120,,,东园,,2024-03-01
f2,湖滨托育园,C_INSTITUTION,existing,117.205,34.261,,600,40个,,是,2023-12-31
`;

describe("an import", () => {
  it("takes neither a sum of rows nor column names in between for a row", async () => {
    const pages = [
      "编号,小区名称,户数",
      "z1,东园,300",
      "小计,,300",
      "编号,小区名称,户数",
      "z2,西园,200",
      "合计,,500",
    ];
    const { project, report } = await imported([file("zones.csv", pages.join("\n"), "zones")]);
    expect(project.zones.map(({ id }) => id)).toEqual(["z1", "z2"]);
    expect(report.files.map(account)).toEqual([[5, 2, 0, 3]]);
    expect(told(report.files[0]?.issues ?? []).filter(([, , code]) => code === "row.stray")).toEqual(
      [3, 4, 6].map((row) => [row, "编号", "row.stray"]),
    );
  });

  it("makes rows of the model from a register in Chinese and one in English", async () => {
    const { project, report } = await imported([
      file("zones.csv", ZONES),
      file("facilities.csv", FACILITIES),
    ]);
    expect(project.zones).toEqual([
      {
        ...{ id: "z1", name: "东园", status: "existing", households: 1234, residents: 2800, elderly60: 400 },
        ...{ at: { lng: 117.2, lat: 34.26 }, adminCode: "320302" },
      },
      {
        ...{ id: "z2", name: "西园", status: "existing", oldEstate: true },
        ...{ at: { lng: 117.21, lat: 34.262 }, adminCode: "320302" },
      },
      {
        ...{
          id: "z3",
          name: '=HYPERLINK("x")',
          status: "new",
          households: 300,
          residents: 840,
          elderly60: 100,
        },
        ...{ at: { lng: 117.22, lat: 34.255 }, adminCode: "320302" },
      },
    ]);
    expect(project.facilities).toEqual([
      {
        ...{
          id: "f1",
          name: "东园服务站",
          kind: "E_ESTATE_STATION",
          status: "built",
          zone: "z1",
          date: "2024-03-01",
        },
        ...{ at: { lng: 117.201, lat: 34.261 }, areas: [{ subject: "elderly", area: 120 }] },
      },
      {
        ...{
          id: "f2",
          name: "湖滨托育园",
          kind: "C_INSTITUTION",
          status: "built",
          slots: 40,
          registered: true,
        },
        ...{
          at: { lng: 117.205, lat: 34.261 },
          areas: [{ subject: "childcare", area: 600 }],
          date: "2023-12-31",
        },
      },
    ]);
    expect(project).toMatchObject({ origin: "imported", asOf: "2024-03-01" });
    // z1 has its comma taken out, z2 a number left unknown; f1 has a zone by name, f2 a unit taken off.
    expect(report.files.map(account)).toEqual([
      [3, 1, 2, 0],
      [2, 0, 2, 0],
    ]);
    expect(report.files.map(({ issues }) => told(issues))).toEqual([
      [
        [2, "户数", "value.repaired"],
        [3, "户数", "value.estimate"],
        [3, undefined, "project.people-unknown"],
      ],
      [
        [2, "zone", "value.repaired"],
        [3, "slots", "value.repaired"],
      ],
    ]);
  });

  it("reads GB18030 as it reads UTF-8", async () => {
    // 编号,户数 · z1,5 · z2,6
    const head = [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xbb, 0xa7, 0xca, 0xfd];
    const bytes = new Uint8Array([...head, ...bytesOf("\nz1,5\nz2,6\n")]);
    expect((await imported([{ name: "z.csv", bytes }])).project.zones).toEqual(
      (await imported([file("z.csv", "编号,户数\nz1,5\nz2,6\n")])).project.zones,
    );
  });

  it.each(["gcj02", "bd09"] as const)(
    "shifts places of %s, of columns and of outlines, to WGS84",
    async (datum) => {
      const there = shifted({ lng: 117.2, lat: 34.26 }, "wgs84", datum);
      const { project, report } = await imported(
        [file("z.csv", `id,households,lon,lat\nz1,5,${there.lng},${there.lat}\n`)],
        { datum },
      );
      expect(project.zones[0]?.at?.lng).toBeCloseTo(117.2, 8);
      expect(project.zones[0]?.at?.lat).toBeCloseTo(34.26, 8);
      expect(report.files[0]?.issues.map(({ code }) => code)).toContain("file.datum-shifted");
      const drawn = (await imported([{ name: "p.geojson", bytes: parcelFile(4) }], { datum })).project
        .zones[0];
      const plain = (await imported([{ name: "p.geojson", bytes: parcelFile(4) }])).project.zones[0];
      const moved = shifted(drawn?.shape?.[0]?.[0][0] ?? { lng: 0, lat: 0 }, "wgs84", datum);
      expect(moved.lng).toBeCloseTo(plain?.shape?.[0]?.[0][0]?.lng ?? 0, 6);
    },
  );

  it("turns coordinates of a declared system into degrees, of a table and of a layer, and says so", async () => {
    // 117.2 E, 34.26 N in the zone of 117 E; 0.2° there are 18.4 km.
    const [x, y] = [518_420.487, 3_792_519.972];
    const rows = `id,户数,x,y\nz1,5,${x},${y}\nz2,5,${y},${x}\n`;
    const layer = JSON.stringify({
      type: "FeatureCollection",
      crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4548" } },
      features: [
        {
          type: "Feature",
          properties: { id: "z3", 户数: 5 },
          geometry: { type: "Point", coordinates: [x, y] },
        },
      ],
    });
    const files = [file("z.csv", rows), file("z.geojson", layer)];
    const { project, report } = await imported(files, { crs: "EPSG:4548" });
    for (const id of ["z1", "z3"]) {
      const { at } = project.zones.find((zone) => zone.id === id) ?? {};
      expect(at?.lng).toBeCloseTo(117.2, 7);
      expect(at?.lat).toBeCloseTo(34.26, 7);
    }
    expect(told(report.files[0]?.issues ?? [])).toContainEqual([3, "x", "place.swapped"]);
    for (const each of report.files) {
      expect(each.issues.map(({ code }) => code)).toContain("file.crs");
      expect(each.issues.map(({ code }) => code)).not.toContain("file.datum-assumed");
    }
    expect(await refusal([file("z.csv", rows)], { crs: "EPSG:2364" })).toEqual(["file.other-crs"]);
  });

  it("never shifts silently: without a declared datum it says what it took", async () => {
    const { project, report } = await imported(
      [file("z.csv", "id,status,households,lon,lat\nz1,new,5,117.2,34.26\n")],
      {},
    );
    expect(project.zones[0]?.at).toEqual({ lng: 117.2, lat: 34.26 });
    expect(report.files[0]?.issues).toMatchObject([{ code: "file.datum-assumed", severity: "note" }]);
  });
});

const drawnAs = (type: string, coordinates: unknown) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: { width: 5 }, geometry: { type, coordinates } }],
  });

describe("what is wrong with a file", () => {
  it.each([
    ["nothing in it", file("a.csv", ""), "file.empty"],
    ["blank lines only", file("a.csv", "\n\n"), "file.empty"],
    ["no column for ids or names", file("a.csv", "street,households\na,5\n"), "file.column-missing"],
    [
      "no column for kinds",
      file("a.csv", "id,name,lon,lat\n1,a,117,34\n", "facilities"),
      "file.column-missing",
    ],
    ["columns of nothing we know", file("a.csv", "甲,乙\n1,2\n"), "file.role-unknown"],
    ["a document", file("a.pdf", "%PDF-1.4 asdf\n"), "file.no-text"],
    [
      "lines of something else",
      file(
        "rivers.geojson",
        drawnAs("LineString", [
          [117, 34],
          [118, 34],
        ]),
      ),
      "file.lines",
    ],
    [
      "areas that nothing is said of",
      file(
        "water.geojson",
        drawnAs("Polygon", [
          [
            [117, 34],
            [118, 34],
            [118, 35],
            [117, 34],
          ],
        ]),
      ),
      "file.role-unknown",
    ],
    ["a workbook cut off", file("a.xlsx", "PK\u0003\u0004..."), "file.damaged"],
    ["bytes that are no text", { name: "a.csv", bytes: new Uint8Array([65, 255, 255]) }, "file.no-text"],
    ["half a collection", file("a.geojson", '{"type":"FeatureCollection","features":[{'), "file.broken-off"],
  ])("refuses %s as a whole, and reads the others", async (_what, wrong, code) => {
    expect(await refusal([wrong])).toEqual([code]);
    const { project, report } = await imported([wrong, file("z.csv", ZONES), { ...wrong, name: "again" }]);
    expect(project).toEqual((await imported([file("z.csv", ZONES)])).project);
    expect(report.files[0]).toMatchObject({ file: wrong.name, in: 0, unreadable: true, issues: [{ code }] });
    expect(report.files[1]).toMatchObject({ file: "z.csv", in: 3 });
  });

  it("takes nothing of a file that breaks in the middle", async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `z${i},${i},117.2,34.26`).join("\n");
    const broken = file("broken.csv", `id,households,lon,lat\n${rows}\n"z,1,2`);
    expect(await refusal([broken])).toEqual(["file.quotes"]);
    const { project, report } = await imported([broken, file("z.csv", ZONES)]);
    expect(project.zones.map(({ id }) => id)).toEqual(["z1", "z2", "z3"]);
    expect(report.files.map(({ unreadable, in: read }) => [unreadable, read])).toEqual([
      [true, 0],
      [undefined, 3],
    ]);
  });

  it("is not read again where another file has the same content, and says so", async () => {
    const { project, report } = await imported([file("z.csv", ZONES), file("z (1).csv", ZONES)]);
    expect(project).toEqual((await imported([file("z.csv", ZONES)])).project);
    expect(report.files[1]).toEqual({
      ...{ file: "z (1).csv", in: 0, used: 0, repaired: 0, rejected: 0 },
      issues: [
        { code: "file.twice", severity: "note", facts: { other: "z.csv" }, at: { file: "z (1).csv" } },
      ],
    });
  });

  it("is told for each file where none can be used", async () => {
    const outcome = await importProject(
      [file("a.csv", ""), file("b.csv", "甲,乙\n1,2\n"), file("f.csv", "id,kind\nf1,?\n")],
      {},
      atOnce,
    );
    const told = outcome.issues.map(({ code, at }) => `${at.file} ${code}`);
    expect(told).toEqual(
      expect.arrayContaining(["a.csv file.empty", "b.csv file.role-unknown", "f.csv row.kind-unknown"]),
    );
    expect(outcome.ok).toBe(false);
  });

  it("is told beside what can be used, or refuses what cannot be used at all", async () => {
    expect(await refusal([file("f.csv", "id,kind,status,lon,lat\nf1,?,built,117,34\n")])).toEqual([
      "import.nothing-used",
      "file.kinds-unknown",
      "file.datum-assumed",
      "row.kind-unknown",
    ]);
    expect(await refusal([file("z.csv", ZONES)], { pack: "nowhere" })).toEqual(["import.unknown-pack"]);
  });
});

describe("the zone of a facility", () => {
  const owners = async (zones: string, street = "") => {
    const { project, report } = await imported([
      file("z.csv", `id,name,households,lon,lat,street\n${zones}`),
      file("f.csv", `id,kind,status,lon,lat,所属小区,street\nf1,E_MEAL,built,117,34,东园,${street}\n`),
    ]);
    return [project.facilities[0]?.zone, told(report.files[1]?.issues ?? [])];
  };

  it("is found by its name, where one zone has it, and by its id before that", async () => {
    expect(await owners("z1,东园,5,117,34\nz2,西园,5,117,34\n")).toEqual([
      "z1",
      [[2, "所属小区", "value.repaired"]],
    ]);
    expect(await owners("z1,东园,5,117,34\n东园,西园,5,117,34\n")).toEqual(["东园", []]);
  });

  it("stays as it is written, and is told, where no zone or more than one has the name", async () => {
    const unclear = (code: string) => ["东园", [[2, undefined, code]]];
    const two = "z1,东园,5,117,34,东街\nz2,东 园,5,117,34.001,西街\n";
    expect(await owners(two)).toEqual(unclear("project.ambiguous-zone"));
    expect(await owners(two, "南街")).toEqual(unclear("project.ambiguous-zone"));
    expect(await owners("z1,西园,5,117,34\n")).toEqual(unclear("project.unknown-zone"));
  });

  it("is that of its own street, where several have the name and one of them lies there", async () => {
    const two = "z1,东园,5,117,34,东街\nz2,东 园,5,117,34.001,西街\n";
    expect(await owners(two, "西街")).toEqual(["z2", [[2, "所属小区", "value.repaired"]]]);
    expect(await owners(`${two}z3,东园,5,117,34.002,西街\n`, "西街")).toEqual([
      "东园",
      [[2, undefined, "project.ambiguous-zone"]],
    ]);
  });
});

it.each([
  ["id,households,lon,lat\nz1,5,117,34\n", ["file.no-zone-statuses"]],
  ["id,households,lon,lat,status\nz1,5,117,34,既有\n", []],
])("zones of which no column tells whether they are new are told of", async (text, codes) => {
  expect((await imported([file("z.csv", text)])).report.files[0]?.issues.map(({ code }) => code)).toEqual(
    codes,
  );
});

describe("facilities of unknown status", () => {
  it.each([
    [
      "of which the file has no column",
      "id,kind,lon,lat,elderly_m2\nf1,E_COMM_CENTRE,117.2,34.26,999\n",
      "file.no-statuses",
    ],
    [
      "of which the word is unknown",
      "id,kind,status,lon,lat,elderly_m2\nf1,E_COMM_CENTRE,?,117.2,34.26,999\n",
      "value.unknown-word",
    ],
  ])("%s are kept, and taken for nothing else", async (_what, text, code) => {
    const facilities = text.replace("elderly_m2", "elderly_m2,zone").replace("999", "999,z1");
    const zones =
      "id,status,households,residents,adminCode,lon,lat\nz1,existing,1000,2800,340603,117.2,34.26\n";
    const { project, report } = await imported([file("f.csv", facilities), file("z.csv", zones)]);
    expect(project.facilities[0]?.status).toBeUndefined();
    expect(report.files[0]?.issues.map((issue) => issue.code)).toContain(code);
  });
});

describe("a large file", () => {
  it("of 50 MB is read step by step, and every row of it is accounted for", async () => {
    const remark = "备".repeat(1600);
    const rows = Array.from({ length: 10_400 }, (_, i) => `z${i},${i % 10 === 0 ? "约5" : 5},${remark}`);
    const text = ["id,户数,备注", ...rows].join("\n");
    const big = file("z.csv", text);
    // 10,400 × 1,600 × 3 bytes
    expect(big.bytes.length).toBeGreaterThan(49_900_000);
    const shares: number[] = [];
    const watched: Drive = async (work) => {
      for (;;) {
        const step = work.next();
        if (step.done) return step.value;
        if (step.value.part === "read") shares.push(step.value.share);
      }
    };
    const { report } = value(await importProject([big], {}, watched));
    expect(report.files.map(account)).toEqual([[10_400, 9360, 1040, 0]]);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("beyond the limit is refused before it is read", async () => {
    expect(await refusal([{ name: "z.csv", bytes: new Uint8Array(MOST_BYTES + 1) }])).toEqual([
      "file.too-large",
    ]);
  });
});

describe("what is wrong with a row", () => {
  const zones = (rows: string) =>
    imported([file("z.csv", `id,households,residents,lon,lat\nz0,1,,117,34\n${rows}`)]);

  it.each([
    ["no id", ",5,,117,34", [3, "id", "row.id-missing"]],
    ["being another row once more", "z0,1,,117,34", [3, undefined, "project.duplicate-id"]],
    ["more cells than columns", "z1,5,,117,34,9", [3, undefined, "row.too-many-cells"]],
  ])("refuses it for %s", async (_what, row, mistake) => {
    const { project, report } = await zones(row);
    expect(project.zones.map(({ id }) => id)).toEqual(["z0"]);
    expect(report.files.map(account)).toEqual([[2, 1, 0, 1]]);
    expect(told(report.files[0]?.issues ?? [])).toEqual([mistake]);
  });

  it.each([
    ["text in a number", "z1,三百,9,117,34", "households", "value.no-number", ["households"]],
    ["a negative number", "z1,-5,9,117,34", "households", "value.out-of-range", ["households"]],
    ["half a household", "z1,5.5,9,117,34", "households", "value.no-whole", ["households"]],
    ["NaN for a coordinate", "z1,5,9,NaN,34", "lon", "value.no-number", ["at"]],
    ["an infinite coordinate", "z1,5,9,117,Infinity", "lat", "value.no-number", ["at"]],
    ["coordinates exchanged", "z1,5,9,34.2,117.2", "lon", "place.swapped", ["at"]],
    ["projected coordinates", "z1,5,9,39512345.6,3789012.3", "lon", "place.no-degrees", ["at"]],
    ["0, 0 for a place", "z1,5,9,0,0", "lon", "place.zero", ["at"]],
    ["half a place", "z1,5,9,117,", "lat", "place.half", ["at"]],
  ])("leaves unknown what %s says, and keeps the rest", async (_what, row, column, code, unknown) => {
    const { project, report } = await zones(row);
    expect(report.files.map(account)).toEqual([[2, 1, 1, 0]]);
    const issues = beside(report.files[0]?.issues ?? []);
    const ofFile = unknown.includes("at") ? [[undefined, undefined, "file.places-lost"]] : [];
    expect(told(issues)).toEqual([...ofFile, [3, column, code]]);
    expect(issues[0]?.facts).toEqual(ofFile.length > 0 ? { rows: 1 } : issues[0]?.facts);
    const whole = { id: "z1", households: 5, residents: 9, at: { lng: 117, lat: 34 } };
    const left = Object.entries(whole).filter(([member]) => !unknown.includes(member));
    expect(project.zones[1]).toEqual(Object.fromEntries(left));
  });

  it("leaves unknown what rows of one id do not agree on, in any order", async () => {
    const rows = ["z1,900,280,117.1,34", "z1,100,280,117.1,34"];
    for (const order of [rows, rows.toReversed()]) {
      const { project, report } = await zones(order.join("\n"));
      expect(project.zones[1]).toEqual({ id: "z1", residents: 280, at: { lng: 117.1, lat: 34 } });
      expect(report.files.map(account)).toEqual([[3, 1, 1, 1]]);
      const codes = beside(report.files[0]?.issues ?? []).map(({ code }) => code);
      expect(codes.toSorted()).toEqual(["project.duplicate-id", "row.id-disputed"]);
    }
  });

  it("names what rows of one id do not agree on by the headings of their files", async () => {
    const disputed = async (...files: SourceFile[]) =>
      (await imported(files)).report.files.flatMap(({ issues }) =>
        issues.flatMap(({ code, facts }) =>
          code === "row.id-disputed" && "columns" in facts ? [facts.columns] : [],
        ),
      );
    const zones =
      "编号,名称,户数,常住人口,出让日期,经度,纬度\nz1,东园,5,9,,117,34\nz1,西园,6,9,春天,117.1,34\n";
    expect(await disputed(file("z.csv", zones))).toEqual([["名称", "户数", "出让日期", "经度", "纬度"]]);
    const rooms = "id,kind,养老面积,托位,beds\nf1,E_MEAL,5,约9,2\nf1,E_MEAL,6,,2\n";
    expect(await disputed(file("f.csv", rooms))).toEqual([["养老面积", "托位"]]);
    const drawn = (name: string, lon: number) =>
      file(
        name,
        JSON.stringify({
          type: "FeatureCollection",
          features: [
            {
              type: "Feature",
              properties: { 编号: "z1", 户数: lon },
              geometry: { type: "Point", coordinates: [lon, 34] },
            },
          ],
        }),
      );
    expect(await disputed(drawn("a.json", 117), drawn("b.json", 118))).toEqual([["户数", "geometry"]]);
  });

  it("takes neither of two rows of one id that are not even the same kind of place", async () => {
    const text = "id,kind,status,elderly_m2\nF1,E_MEAL,built,10\nF1,C_COMMUNITY,built,10\nF2,E_MEAL,built,5";
    const { project, report } = await imported([file("f.csv", text)]);
    expect(project.facilities.map(({ id }) => id)).toEqual(["F2"]);
    expect(report.files.map(account)).toEqual([[3, 1, 0, 2]]);
  });

  it("keeps a zone without a place where its outline crosses itself, has too few corners or is swapped", async () => {
    const outline = (id: string, ring: (number | string)[][]) => ({
      type: "Feature",
      properties: { id, households: 10, status: "new" },
      geometry: { type: "Polygon", coordinates: [ring] },
    });
    const [x, y] = [117.2, 34.2];
    const features = [
      outline("bow-tie", [
        [x, y],
        [x + 0.01, y + 0.01],
        [x + 0.01, y],
        [x, y + 0.01],
        [x, y],
      ]),
      outline("line", [
        [x, y],
        [x + 0.01, y],
        [x, y],
      ]),
      outline("swapped", [
        [y, x],
        [y, x + 0.01],
        [y + 0.01, x],
        [y, x],
      ]),
      outline("infinite", [
        [x, y],
        [x + 0.01, y],
        [x, "∞"],
        [x, y],
      ]),
      outline("open", [
        [x, y],
        [x + 0.01, y],
        [x, y + 0.01],
      ]),
      { ...outline("null", []), geometry: null },
    ];
    const text = JSON.stringify({ type: "FeatureCollection", features }).replace('"∞"', "1e999");
    const { project, report } = await imported([file("z.geojson", text)]);
    expect(
      project.zones.map(({ id, at, shape, households }) => [
        id,
        at !== undefined && shape !== undefined,
        households,
      ]),
    ).toEqual([
      ["bow-tie", false, 10],
      ["infinite", false, 10],
      ["line", false, 10],
      ["null", false, 10],
      ["open", true, 10],
      ["swapped", false, 10],
    ]);
    expect(told(report.files[0]?.issues ?? [])).toEqual([
      [undefined, undefined, "file.places-lost"],
      [1, undefined, "shape.crossing"],
      [2, undefined, "shape.too-few"],
      [3, undefined, "place.swapped"],
      [4, undefined, "place.no-number"],
      [5, undefined, "shape.closed"],
      [6, undefined, "place.none"],
    ]);
    // Bow-tie, line, swapped, infinite; the row without a geometry had none to lose.
    expect(report.files[0]?.issues[0]?.facts).toEqual({ rows: 4 });
    // The one without a geometry is kept as it stands.
    expect(report.files.map(account)).toEqual([[6, 1, 5, 0]]);
  });
});

describe("a layer of parcels", () => {
  const layer = { name: "parcels.geojson", bytes: parcelFile(200) };
  const { features } = parcels(200);
  const homes = features.filter((each) => each.properties.class === "residential");

  it("becomes zones with estimated households, and facilities that say they are invented", async () => {
    const { project, report } = await imported([layer], {
      pack: "xuzhou-2022",
      assumeFar: 1.8,
      m2PerHousehold: 105,
    });
    expect(project.zones.length).toBe(homes.length);
    expect(project.facilities.length).toBe(200 - homes.length);
    for (const { properties } of homes) {
      const zone = project.zones.find(({ id }) => id === String(properties.id));
      // Land area × 1.8 ÷ 105; six decimals move a corner by 6 cm.
      const expected = (properties.area_m2 * 1.8) / 105;
      expect(Math.abs((zone?.households ?? 0) - expected)).toBeLessThan(expected * 0.01 + 1);
      expect(zone).toMatchObject({ householdsBasis: "estimated", status: "existing" });
    }
    expect(
      project.facilities.every(({ source, name }) => source === "演示数据" && name?.includes("演示数据")),
    ).toBe(true);
    expect(report.files.map(({ in: read, rejected }) => [read, rejected])).toEqual([[200, 0]]);
    expect(report.files[0]?.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["file.parcels", "file.households-estimated", "file.datum-assumed"]),
    );
  });

  it("is the same whether given once, or once for each role", async () => {
    const choices = { assumeFar: 1.8 };
    const twice = (["facilities", "zones"] as const).map((role) => ({
      ...layer,
      role,
      bytes: layer.bytes.slice(),
    }));
    expect(await imported(twice, choices)).toEqual(await imported([layer], choices));
  });

  it("has no households unless somebody assumes a ratio, and no zones but homes", async () => {
    const { project, report } = await imported([{ ...layer, role: "zones" }]);
    expect(project.zones.length).toBe(homes.length);
    expect(project.zones.some(({ households }) => households !== undefined)).toBe(false);
    expect(project.facilities).toEqual([]);
    expect(report.files.map(({ in: read, rejected }) => [read, rejected])).toEqual([
      [200, 200 - homes.length],
    ]);
    const others = await imported([{ ...layer, role: "facilities" }]);
    expect([others.project.zones.length, others.project.facilities.length]).toEqual([0, 200 - homes.length]);
    expect(others.report.files[0]).toMatchObject({ role: "facilities", rejected: homes.length });
  });
});

const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("z1", "z2", "z3", "5", "300", "1,234", "既有", "117.2", "34.2", ""),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "约30",
      "NaN",
      "Infinity",
      "-1",
      "30个",
      "３０",
      "=1+1",
      "是",
      "x\ny",
      'a"b',
      "a,b",
    ),
  },
  { weight: 1, arbitrary: fc.string() },
);
const table = fc
  .tuple(
    fc.shuffledSubarray(["id", "户数", "residents", "lon", "lat", "状态", "备注", "出让日期"], {
      minLength: 3,
    }),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { maxLength: 12 }),
  )
  .map(([head, rows]) => ({ head: head.includes("id") ? head : ["id", ...head], rows }));

const csvOf = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n")}\n`;

describe("every import", () => {
  it("accounts for each row once, with an issue for each that is not used as it stands", async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ head, rows }) => {
        const outcome = await importProject(
          [file("z.csv", csvOf([head, ...rows]), "zones"), file("y.csv", "id,户数\ny,1\n")],
          {},
          atOnce,
        );
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
        const { project, report } = outcome.value;
        const [zones] = report.files as [FileReport];
        const blank = (row: readonly string[]) => row.every((each) => each.trim() === "");
        expect(zones.in).toBe(rows.filter((row) => !blank(row)).length);
        expect(zones.in).toBe(zones.used + zones.repaired + zones.rejected);
        expect(project.zones.length).toBe(zones.used + zones.repaired + 1);
        const rowsWith = (...severities: string[]) =>
          new Set(
            zones.issues
              .filter(
                ({ severity, code, at }) =>
                  at.row !== undefined && severities.includes(severity) && !code.startsWith("project.people"),
              )
              .map(({ at }) => at.row),
          );
        expect(rowsWith("error").size).toBe(zones.rejected);
        expect(rowsWith("error", "repaired", "warning").size).toBeGreaterThanOrEqual(
          zones.rejected + zones.repaired,
        );
        for (const zone of project.zones) {
          for (const value of [zone.households, zone.residents, zone.at?.lng, zone.at?.lat]) {
            expect(value === undefined || Number.isFinite(value)).toBe(true);
          }
        }
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it("gives the same project for every order of rows and files, and every name of a file", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.infiniteStream(fc.nat()), async ({ head, rows }, dice) => {
        const order = rows
          .map((row) => ({ row, at: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at);
        const other = file("f.csv", FACILITIES);
        const given = await importProject(
          [file("z.csv", csvOf([head, ...rows]), "zones"), other],
          {},
          atOnce,
        );
        const shuffled = await importProject(
          [other, file("other.csv", csvOf([head, ...order.map(({ row }) => row)]), "zones")],
          {},
          atOnce,
        );
        if (!given.ok || !shuffled.ok) throw new Error("refused");
        expect(shuffled.value.project).toEqual(given.value.project);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
