import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "../../../src/core/base/digest.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { demoSpec } from "../../../src/io/demo/shipped.ts";
import { soundBlocks } from "../../../src/io/project-file/blocks.ts";
import { rowsMissing } from "../../../src/io/project-file/lost-rows.ts";
import { readProject } from "../../../src/io/project-file/read-project.ts";
import { aProject, aZone } from "../../builders/rows.ts";
import { writtenProject } from "../../builders/written-project.ts";

/** Of several blocks: a demo city. */
const { streets: _streets, ...CITY }: Project = finish(demoCity(demoSpec("huaibei"), 1));
const sound = await writtenProject(CITY);
const linesOf = (project: Project) =>
  project.zones.length + project.facilities.length + project.units.length + project.sites.length + 1;
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);
const files = fileURLToPath(new URL("./files/", import.meta.url));

describe("a project file with a byte flipped", () => {
  it("loses the rows of one block, and says which", async () => {
    const blocks = [...soundBlocks(sound)];
    expect(blocks.length).toBeGreaterThan(4);
    const bytes = sound.slice();
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0x10;
    const read = await readProject(bytes, "p.quan");
    if (!read.ok) throw new Error("not opened");
    expect(codes(read.issues)).toEqual(["project.rows-lost"]);
    const lost = rowsMissing(read.issues);
    expect(lost).toBeGreaterThan(0);
    expect(linesOf(read.value) + lost).toBe(linesOf(CITY));
  });

  it("opens by the copy of the header where the first block is the damaged one, and loses nothing", async () => {
    for (const at of [2, 15, 60]) {
      const bytes = sound.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      expect(await readProject(bytes, "p.quan")).toEqual({ ok: true, value: CITY, issues: [] });
    }
  });

  it("holds wherever the byte is, and however many: each row is as it was or missing, and what is missing is counted", async () => {
    const known = new Set([...CITY.zones, ...CITY.facilities, ...CITY.units].map(canonical));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (flips) => {
          const bytes = sound.slice();
          for (const [at, by] of flips) bytes[at] = (bytes[at] ?? 0) ^ by;
          const read = await readProject(bytes, "p.quan");
          if (!read.ok) {
            expect(codes(read.issues)).toEqual(["project.damaged"]);
            return;
          }
          const { zones, facilities, units, backdrop } = read.value;
          expect([...zones, ...facilities, ...units].every((row) => known.has(canonical(row)))).toBe(true);
          const backdropLost = canonical(backdrop) === canonical(CITY.backdrop) ? 0 : 1;
          expect(linesOf(read.value) - backdropLost + rowsMissing(read.issues)).toBe(linesOf(CITY));
        },
      ),
      {
        ...{ seed: 4, numRuns: process.env.QUAN_LONG ? 2000 : 60 },
        // The mark of the first block, and the copy of the header: what is left is no empty file.
        examples: [
          [
            [
              [0, 1],
              [194_283, 1],
            ],
          ],
        ],
      },
    );
  });
});

describe("a project file that is cut off", () => {
  it("holds at any length: the rows before are there, and what is missing is counted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), async (length) => {
        const read = await readProject(sound.slice(0, length), "p.quan");
        if (!read.ok) {
          expect(["project.damaged", "file.empty", "project.no-header"]).toContain(read.issues[0]?.code);
          return;
        }
        const backdropLost = canonical(read.value.backdrop) === canonical(CITY.backdrop) ? 0 : 1;
        const missing = rowsMissing(read.issues);
        expect(linesOf(read.value) - backdropLost + missing).toBe(linesOf(CITY));
      }),
      { seed: 5, numRuns: process.env.QUAN_LONG ? 2000 : 60 },
    );
  });

  it("opens of version 1 what comes before, and says that no value of it is sure", async () => {
    const bytes = new Uint8Array(await readFile(`${files}version-1.quan`));
    const cut = await readProject(bytes.slice(0, -300), "p.quan");
    expect(cut.ok).toBe(true);
    expect(codes(cut.issues)).toContain("project.cut-off");
    expect(codes(cut.issues)).toContain("project.doubtful");
    const flipped = bytes.slice();
    flipped[flipped.length - 6] = (flipped[flipped.length - 6] ?? 0) ^ 1;
    expect(codes((await readProject(flipped, "p.quan")).issues)).toEqual(["project.doubtful"]);
  });

  it("is told by lines where it is plain text, or was packed anew", async () => {
    const text = new Uint8Array(await readFile(`${files}version-2-plain.quan`));
    const lines = new TextDecoder().decode(text).trimEnd().split("\n");
    const cut = new TextEncoder().encode(lines.slice(0, 20).join("\n"));
    for (const bytes of [cut, new Uint8Array(gzipSync(cut))]) {
      const read = await readProject(bytes, "p.quan");
      expect(read.issues).toMatchObject([{ code: "project.cut-off", facts: { last: 20, lines: 4 } }]);
      expect(read.ok && read.value.zones.length).toBeLessThan(7);
    }
  });

  it("counts wrong lines beyond those it tells one by one", async () => {
    const project = aProject(
      Array.from({ length: 30 }, (_, i) => aZone(`Z${10 + i}`)),
      [],
    );
    const text = gunzipSync(await writtenProject(project)).toString("utf8");
    const bytes = new TextEncoder().encode(text.replaceAll('"households":1000', '"households":-1'));
    const read = await readProject(bytes, "p.quan");
    expect(read.issues).toHaveLength(21);
    expect(read.issues.at(-1)).toMatchObject({ code: "project.more-wrong", facts: { lines: 10 } });
    expect(rowsMissing(read.issues)).toBe(30);
  });
});
