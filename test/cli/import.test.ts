import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { type Host, UsageError } from "../../src/cli/command.ts";
import { importCommand } from "../../src/cli/commands/import.ts";
import { finish } from "../../src/core/base/work.ts";
import { readProject } from "../../src/io/project-file/read-project.ts";
import { osmPbf } from "../builders/osm-pbf-file.ts";
import { parcelFile } from "../builders/parcels.ts";

const STREETS = osmPbf([
  { id: 1, east: 117_190_000, north: 34_200_000 },
  { id: 2, east: 117_210_000, north: 34_200_000 },
  { id: 10, through: [1, 2], tags: { highway: "primary", name: "淮海路" } },
  { id: 11, through: [1, 2, 77], tags: { highway: "residential" } },
  { id: 12, through: [1, 1], tags: { highway: "residential" } },
  { id: 13, through: [2, 1], tags: { building: "yes" } },
  { id: 14, through: [1, 78], tags: { highway: "residential" } },
]);

function linesFile(coordinates: readonly (readonly number[])[]): string {
  const geometry = { type: "LineString", coordinates };
  const features = [{ type: "Feature", properties: { highway: "footway" }, geometry }];
  return JSON.stringify({ type: "FeatureCollection", features });
}

const FILES: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  "z.csv":
    "id,status,households,adminCode,lon,lat\nz1,existing,500,320302,117.2,34.2\nz2,existing,约30,320302,117.3,34.2\n",
  "bad.csv": "id,status,households\nz1,existing,500\nz1,existing,600\n",
  "f.csv": "id,kind,status,lon,lat\nf1,E_MEAL,built,117.2,34.2\n",
  "named.csv": `id,name,status,households,lon,lat\n${[0, 1, 2, 3, 4].map((i) => `n${i},东园${i}里,new,9,117.2,34.2${i}`).join("\n")}\n`,
  // GCJ-02 lies 0.0057° east and 0.0013° south of WGS84 here.
  "gcj.csv": `id,name,kind,status,lon,lat,zone\ng0,东园0里,E_MEAL,built,,,\n${[0, 1, 2, 3, 4].map((i) => `g${i + 1},站,E_MEAL,built,117.2057,${(34.2 + i / 100 - 0.0013).toFixed(4)},n${i}`).join("\n")}\n`,
  "nothing.csv": "",
  "far.csv": "id,households,adminCode,lon,lat\nz1,500,320302,117.9,34.2\n",
  "streets.osm.pbf": STREETS,
  "cut.osm.pbf": STREETS.slice(0, -5),
  "lines.geojson": linesFile([
    [117.19, 34.2],
    [117.21, 34.2],
  ]),
  "quotes.csv": 'id,households\nz1,5\nz2,"6\n',
  "headless.csv": "街道,户数\n东街,5\n",
  "kindless.csv": "id,kind,status,lon,lat\nf1,Bowling,built,117.2,34.2\n",
  "kindless-many.csv": `id,kind,status\n${Array.from({ length: 12 }, (_, i) => `f${i},Bowling,built`).join("\n")}\n`,
  "workbook.csv": new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0]),
  "broken.geojson": '{"type":"FeatureCollection","features":[{"type":"Fea',
  "parcels.geojson": parcelFile(50),
};

async function quanImport(words: string, said: string[] = []) {
  const printed: string[] = [];
  const saved = new Map<string, Uint8Array<ArrayBuffer>>();
  const host = {
    read: async (path: string) => {
      const content = FILES[path] ?? "";
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    write: async (path: string, content: AsyncIterable<Uint8Array>) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      saved.set(path, new Uint8Array(Buffer.concat(pieces)));
    },
    print: (text: string) => void printed.push(text),
    say: (text: string) => void said.push(text),
    drive: async (work: Parameters<typeof finish>[0]) => finish(work),
  } as unknown as Host;
  const code = await importCommand.run(readArguments(importCommand, words.split(" ")), host);
  const read = await readProject(saved.get("p.quan") ?? new Uint8Array(), "p.quan");
  return { code, report: JSON.parse(printed.join("")), project: read.ok ? read.value : undefined };
}

describe("quan import", () => {
  it("brings streets, and says what became of every way", async () => {
    const words = "--facilities f.csv --zones z.csv --datum wgs84 --network streets.osm.pbf --out p.quan";
    const { report, project, code } = await quanImport(words);
    expect(code).toBe(0);
    expect(report.files.at(-1)).toMatchObject({
      ...{ file: "streets.osm.pbf", role: "streets", in: 4, used: 1, repaired: 1, rejected: 2 },
      issues: [
        { id: "way/12", code: "network.zero-length", severity: "note" },
        { code: "network.missing-nodes", severity: "warning" },
      ],
    });
    expect(project?.streets?.tags.length).toBe(2);
    expect(project?.streets?.tagSets[0]).toEqual({ highway: "primary", name: "淮海路" });
  });

  it("makes one network of several files, and shifts lines of a datum that is said", async () => {
    const both = await quanImport(
      "--zones z.csv --network streets.osm.pbf --network lines.geojson --out p.quan",
    );
    expect(both.project?.streets?.tags.length).toBe(3);
    expect(both.project?.streets?.lng.length).toBe(2);
    const shifted = await quanImport(
      "--zones z.csv --datum gcj02 --network streets.osm.pbf --network lines.geojson --out p.quan",
    );
    const lng = shifted.project?.streets?.lng ?? [];
    expect(lng.length).toBe(4);
    expect(lng[0]).toBe(117.19);
    expect(lng[2]).toBeCloseTo(117.1843, 3);
  });

  it("tells where a network lies somewhere else", async () => {
    const { report } = await quanImport("--zones far.csv --network streets.osm.pbf --out p.quan");
    expect(report.files.at(-1).issues.map(({ code }: { code: string }) => code)).toContain("network.apart");
  });

  it("takes a word that is not known for the kind it is said to be", async () => {
    const words = "--facilities kindless.csv --datum wgs84 --out p.quan --kind";
    expect((await quanImport(`${words} Bowling=E_MEAL`)).project?.facilities[0]?.kind).toBe("E_MEAL");
    const refused = async (kind: string) => quanImport(`${words} ${kind}`).then(() => "", String);
    expect(await refused("Bowling=E_BOWLING")).toMatch(
      /--kind Bowling= takes one of .*E_MEAL.*, not "E_BOWLING"/,
    );
    expect(await refused("Bowling")).toMatch(/WORD=CODE/);
    expect(await refused("Bowling=E_MEAL --kind Bowling=E_KITCHEN")).toMatch(/two codes/);
  });

  it("writes a project and prints what became of every row", async () => {
    const { code, report, project } = await quanImport(
      "--zones z.csv --facilities f.csv --datum wgs84 --out p.quan",
    );
    expect(code).toBe(0);
    expect(project?.zones.map(({ id, households }) => [id, households])).toEqual([
      ["z1", 500],
      ["z2", undefined],
    ]);
    expect(report.files.map(({ issues: _issues, ...account }: { issues: unknown }) => account)).toEqual([
      { file: "f.csv", role: "facilities", in: 1, used: 1, repaired: 0, rejected: 0 },
      { file: "z.csv", role: "zones", in: 2, used: 1, repaired: 1, rejected: 0 },
    ]);
    expect(report.files[1].issues[0]).toEqual({
      ...{ row: 3, column: "households", id: "z2", code: "value.estimate", severity: "warning" },
      text: "“约30” is an estimate that nothing can be judged by, and was left unknown. Give a checked number.",
    });
  });

  it("says what the places of a file fit, and puts rows without any where their only namesake is, if asked", async () => {
    const words = "--zones named.csv --facilities gcj.csv --out p.quan";
    const { report, project } = await quanImport(words);
    expect(report.files[0].datum).toMatchObject({
      ...{ readAs: "wgs84", isDeclared: false, evidence: "zone", rows: 5 },
      verdict: { datum: "gcj02" },
    });
    const codes = report.files[0].issues.map(({ code }: { code: string }) => code);
    expect(report.files[0].datum).not.toHaveProperty("sketch");
    expect(codes).toContain("file.datum-other");
    expect(report.files[1].datum).toBeUndefined();
    const place = (of: typeof project) => of?.facilities.find(({ id }) => id === "g0")?.at;
    expect(place(project)).toBeUndefined();
    expect(place((await quanImport(`${words} --match-places`)).project)).toEqual({ lng: 117.2, lat: 34.2 });
  });

  it("takes several files of each table", async () => {
    const { code, report, project } = await quanImport(
      "--zones z.csv --facilities f.csv --zones named.csv --facilities gcj.csv --zones z.csv --out p.quan",
    );
    expect(code).toBe(0);
    expect(report.files.map(({ file }: { file: string }) => file)).toEqual([
      ...["f.csv", "gcj.csv", "z.csv", "named.csv", "z.csv"],
    ]);
    expect(project?.zones).toHaveLength(7);
    expect(project?.facilities).toHaveLength(7);
    expect(report.files[4].issues.map(({ code }: { code: string }) => code)).toEqual(["file.twice"]);
    await expect(quanImport("--zones z.csv --out p.quan --out q.quan")).rejects.toThrow(
      "--out is given twice",
    );
  });

  it("ends with 1 under --strict if a row was refused, and writes the project all the same", async () => {
    expect((await quanImport("--zones bad.csv --strict --out p.quan")).code).toBe(1);
    expect((await quanImport("--zones bad.csv --out p.quan")).code).toBe(0);
    const { code, project } = await quanImport("--zones z.csv --strict --out p.quan");
    expect([code, project?.zones.length]).toEqual([0, 2]);
  });

  it("makes a city of a layer of parcels, judged by a borrowed pack", async () => {
    const { report, project } = await quanImport(
      "--zones parcels.geojson --facilities parcels.geojson --pack xuzhou-2022 --assume-far 1.8 --m2-per-household 105 --out p.quan",
    );
    expect(report.files).toHaveLength(1);
    expect(report.files[0]).toMatchObject({ role: "zones", in: 50, rejected: 0 });
    expect(project?.pack).toBe("xuzhou-2022");
    expect((project?.zones.length ?? 0) + (project?.facilities.length ?? 0)).toBe(50);
  });

  it.each([
    ["an empty file", "--zones nothing.csv --out p.quan", /^nothing\.csv: .*empty/],
    ["a quote that is not closed", "--zones quotes.csv --out p.quan", /^quotes\.csv, row 3: .*quote/],
    [
      "a missing column",
      "--zones headless.csv --out p.quan",
      /^headless\.csv, row 1, column id: .*街道, 户数/,
    ],
    ["an unknown pack", "--zones z.csv --pack nowhere --out p.quan", /nowhere.*xuzhou-2022/],
    ["coordinates nobody can convert", "--zones z.csv --crs EPSG:2364 --out p.quan", /EPSG:2364.*surveyor/],
    ["an unknown datum", "--zones z.csv --datum bj54 --out p.quan", /bj54/],
    ["a ratio that is none", "--zones z.csv --assume-far much --out p.quan", /assume-far.*much/],
    ["m² per household without a ratio", "--zones z.csv --m2-per-household 100 --out p.quan", /assume-far/],
    ["a network that is none", "--zones z.csv --network z.csv --out p.quan", /^z\.csv: .*no street/],
    ["an empty network", "--zones z.csv --network nothing.csv --out p.quan", /^nothing\.csv: .*empty/],
    ["a network cut off", "--zones z.csv --network cut.osm.pbf --out p.quan", /^cut\.osm\.pbf: .*damaged/],
    ["no file of rows", "--out p.quan", /--facilities, --zones/],
    ["a file without an option", "z.csv --out p.quan", /z\.csv.*--zones/],
    ["no file to write", "--zones z.csv", /--out is missing/],
  ])("refuses %s in one sentence", async (_what, words, sentence) => {
    const attempt = quanImport(words);
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(sentence);
  });

  it.each([
    ["an empty file", "nothing.csv", /^nothing\.csv: .*empty/],
    ["a workbook cut off", "workbook.csv", /^workbook\.csv: .*cut off or damaged/],
    ["a broken layer", "broken.geojson", /^broken\.geojson: .*incomplete/],
  ])(
    "tells every reason where no row of any file can be used, %s among them",
    async (_what, zones, reason) => {
      const said: string[] = [];
      const attempt = quanImport(`--facilities kindless.csv --zones ${zones} --out p.quan`, said);
      await expect(attempt).rejects.toThrow(/^No row can be used\./);
      expect(said).toContainEqual(expect.stringMatching(reason));
      expect(said).toContainEqual(
        expect.stringMatching(/^kindless\.csv, row 2, column kind: “Bowling” .*23 kinds/),
      );
    },
  );

  it("tells of very many reasons alike the first few, and how many more there are", async () => {
    const said: string[] = [];
    const attempt = quanImport("--facilities kindless-many.csv --out p.quan", said);
    await expect(attempt).rejects.toThrow(/^No row can be used\./);
    expect(said.filter((line) => line.includes("“Bowling”"))).toHaveLength(5);
    expect(said).toContainEqual(
      expect.stringMatching(/^kindless-many\.csv, .*row 2: 5 are listed .*, 7 more/),
    );
  });

  it("tells every file that cannot be read, beside one that can", async () => {
    const said: string[] = [];
    const attempt = quanImport(
      "--zones z.csv --facilities nothing.csv --sites broken.geojson --out p.quan",
      said,
    );
    await expect(attempt).rejects.toThrow(/^nothing\.csv: .*empty/);
    expect(said).toEqual([expect.stringMatching(/^broken\.geojson: .*incomplete/)]);
  });

  it("takes a datum as it is written anywhere", async () => {
    const places = async (datum: string) =>
      (await quanImport(`--zones z.csv --datum ${datum} --out p.quan`)).project?.zones.map(({ at }) => at);
    expect(await places("GCJ-02")).toEqual(await places("gcj02"));
    expect(await places("GCJ-02")).not.toEqual(await places("WGS84"));
  });

  it("takes a geographic system for a declared datum", async () => {
    const codes = async (words: string) =>
      (await quanImport(words)).report.files[0].issues.map(({ code }: { code: string }) => code);
    expect(await codes("--zones z.csv --out p.quan")).toContain("file.datum-assumed");
    expect(await codes("--zones z.csv --crs EPSG:4490 --out p.quan")).not.toContain("file.datum-assumed");
  });
});
