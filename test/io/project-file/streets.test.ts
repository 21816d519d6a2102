import { readFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { sameStreets } from "../../../src/core/network/streets-digest.ts";
import { readOsmPbf } from "../../../src/io/network/osm-pbf.ts";
import { soundBlocks } from "../../../src/io/project-file/blocks.ts";
import { rowsMissing } from "../../../src/io/project-file/lost-rows.ts";
import { readProject } from "../../../src/io/project-file/read-project.ts";
import { value } from "../../builders/outcomes.ts";
import { randomStreets } from "../../builders/random-streets.ts";
import { aFacility, aProject, aZone } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";
import { writtenProject } from "../../builders/written-project.ts";

const BARE = aProject([aZone("Z1"), aZone("Z2")], [aFacility("F1")]);
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);
const textOf = async (project: Project) => gunzipSync(await writtenProject(project)).toString("utf8");
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A crooked street that takes several blocks. */
function longStreets(count: number): StreetMap {
  const places = Float64Array.from({ length: count }, (_, i) => 117 + ((i * 7919) % 100_003) / 1e6);
  return {
    ...{ lng: places, lat: places.map((place) => place - 83), starts: Uint32Array.of(0, count) },
    ...{ nodes: Uint32Array.from({ length: count }, (_, i) => i), tags: Uint32Array.of(0) },
    ...{ tagSets: [{ highway: "path" }], barriers: new Map() },
  };
}

describe("streets in a project file", () => {
  it("are read equal to the last bit, and written to the same bytes again", async () => {
    await fc.assert(
      fc.asyncProperty(randomStreets({ layers: 2 }), fc.boolean(), async (drawn, isRound) => {
        const map = streetMap(drawn);
        const round = (of: Float64Array) => of.map((degrees) => Math.round(degrees * 1e7) / 1e7);
        const heights = Float32Array.from(map.lng, (_, i) => (i % 3 === 0 ? Number.NaN : i / 3));
        const streets = isRound ? { ...map, lng: round(map.lng), lat: round(map.lat), heights } : map;
        const bytes = await writtenProject({ ...BARE, streets });
        const read = await readProject(bytes, "p.quan");
        expect(read).toEqual({ ok: true, value: { ...BARE, streets }, issues: [] });
        expect(sameStreets(value(read).streets, streets)).toBe(true);
        expect(Buffer.compare(await writtenProject(value(read)), bytes)).toBe(0);
      }),
      { seed: 9, numRuns: process.env.QUAN_LONG ? 1000 : 25 },
    );
  });

  it("change nothing of what is written before them but the header", async () => {
    const [bare, full] = [await textOf(BARE), await textOf({ ...BARE, streets: longStreets(3) })];
    const content = (text: string) => text.split("\n").slice(1);
    const rows = content(bare).slice(0, -3);
    expect(content(full).slice(0, rows.length)).toEqual(rows);
    expect(bare).toContain('{"quan":3,');
    expect(full).toContain('{"quan":4,');
  });
});

describe("a project file whose streets are damaged", () => {
  const project = { ...BARE, streets: longStreets(12_000) };

  it("opens without them, and says that they are missing, whichever of their blocks it is", async () => {
    const sound = await writtenProject(project);
    const blocks = [...soundBlocks(sound)].filter(({ content }) =>
      new TextDecoder().decode(content).includes('["street'),
    );
    expect(blocks.length).toBeGreaterThan(2);
    let at = 0;
    let told = 0;
    for (const { number, size } of membersOf(sound)) {
      at += size;
      if (!blocks.some((block) => block.number === number)) continue;
      told += 1;
      const bytes = sound.slice();
      bytes[at - 20] = (bytes[at - 20] ?? 0) ^ 0x55;
      const read = await readProject(bytes, "p.quan");
      expect(value(read).streets).toBeUndefined();
      expect(codes(read.issues)).toEqual(["project.rows-lost", "project.streets-lost"]);
      expect(rowsMissing(read.issues)).toBeGreaterThan(0);
      // The first of them shares its block with the rows before.
      if (told > 1) expect(value(read).zones).toEqual(BARE.zones);
    }
    expect(told).toBe(blocks.length);
  });

  it("opens without them where a hand left out, doubled or changed one of their lines", async () => {
    const text = await textOf({ ...BARE, streets: longStreets(30) });
    const lines = text.trimEnd().split("\n");
    const wheres = lines.flatMap((line, i) => (line.startsWith('["street') ? [i] : []));
    expect(wheres).toHaveLength(7);
    for (const where of wheres) {
      const line = lines[where] as string;
      for (const [change, said] of [
        [[], undefined],
        [[line, line], undefined],
        [[line.replace('"row":0', '"row":-1').replace('"ways":1', '"ways":-1')], "project.line-wrong"],
        [[line.replace('"row":0', '"row":1').replace('"ways":1', '"ways":2')], undefined],
      ] as const) {
        const changed = lines.toSpliced(where, 1, ...change).join("\n");
        const read = await readProject(bytesOf(`${changed}\n`), "p.quan");
        expect(value(read).zones).toEqual(BARE.zones);
        expect(value(read).streets).toBeUndefined();
        expect(codes(read.issues)).toContain("project.streets-lost");
        if (said) expect(codes(read.issues)).toContain(said);
      }
    }
  });

  it("opens with them as they were changed where what a hand changed can be", async () => {
    const text = await textOf({ ...BARE, streets: longStreets(30) });
    const read = await readProject(bytesOf(text.replace('"highway":"path"', '"highway":"steps"')), "p.quan");
    expect(codes(read.issues)).toEqual(["project.changed-outside"]);
    expect(value(read).streets?.tagSets).toEqual([{ highway: "steps" }]);
  });

  it("tells so too of a file that says how its sites can be had, if there were streets", async () => {
    const termed = { ...BARE, sites: [{ id: "s", at: { lng: 117, lat: 34 }, ways: ["lease" as const] }] };
    const cutOff = async (of: Project) => {
      const lines = (await textOf(of)).split("\n");
      return codes((await readProject(bytesOf(lines.slice(0, 5).join("\n")), "p.quan")).issues);
    };
    expect(await textOf(termed)).toContain('{"quan":6,');
    expect(await cutOff({ ...termed, streets: longStreets(30) })).toContain("project.streets-lost");
    expect(await cutOff(termed)).not.toContain("project.streets-lost");
  });

  it("tells that they are missing where the file was cut off before them", async () => {
    const lines = (await textOf({ ...BARE, streets: longStreets(30) })).split("\n");
    const cut = bytesOf(lines.slice(0, 5).join("\n"));
    for (const bytes of [cut, new Uint8Array(gzipSync(cut))]) {
      expect(codes((await readProject(bytes, "p.quan")).issues)).toContain("project.streets-lost");
    }
  });
});

const REAL = process.env.QUAN_REAL_DATA ?? new URL("../../../../shared/geodata", import.meta.url).pathname;
const porto = await readFile(`${REAL}/porto/porto.osm.pbf`).catch(() => undefined);
if (!porto) console.warn("no porto/porto.osm.pbf in QUAN_REAL_DATA: real streets are not written");

it.skipIf(!porto)("a city's streets take less than 3 MB, and come back as they were", async () => {
  const streets = value(finish(readOsmPbf(new Uint8Array(porto ?? []), "porto.osm.pbf")));
  const bytes = await writtenProject({ ...BARE, streets });
  expect(bytes.length).toBeLessThan(3_000_000);
  const read = await readProject(bytes, "p.quan");
  expect(read.issues).toEqual([]);
  expect(sameStreets(value(read).streets, streets)).toBe(true);
});

/** The gzip members of a file, by what they say themselves. */
function membersOf(bytes: Uint8Array): readonly { readonly number: number; readonly size: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const members: { number: number; size: number }[] = [];
  for (let at = 0; at < bytes.length; at += members.at(-1)?.size ?? bytes.length) {
    members.push({ number: view.getUint32(at + 16, true), size: view.getUint32(at + 20, true) });
  }
  return members;
}
