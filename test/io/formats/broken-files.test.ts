import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/core/base/issue.ts";
import type { Outcome } from "../../../src/core/base/outcome.ts";
import { type Imported, importProject } from "../../../src/io/import-project.ts";
import { openTables } from "../../../src/io/open-tables.ts";
import { atOnce } from "../../builders/at-once.ts";
import { gb, sound, utf8, utf16 } from "../corpus/bytes.ts";

const ROWS = `id,名称,户数,经度,纬度\r\nz1,东园,1234,117.2,34.26\r\nz2,"西""园\n里",300,117.21,34.27\r\n`;
const FEATURES = [117.2, 117.21].map((lng, i) => ({
  type: "Feature",
  properties: { id: `z${i}`, 名称: "东园", 户数: 300 + i },
  geometry: { type: "Point", coordinates: [lng, 34.26] },
}));

/** A sound file of every format. */
const SOUND: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  "zones-utf8.csv": utf8(`\ufeff${ROWS}`),
  "zones-gb18030.csv": gb(ROWS),
  "zones-utf16.txt": utf16(`\ufeff${ROWS.replaceAll(",", "\t")}`, false),
  "zones.geojson": utf8(JSON.stringify({ type: "FeatureCollection", features: FEATURES })),
  "zones.geojsonl": utf8(FEATURES.map((each) => JSON.stringify(each)).join("\n")),
  ...Object.fromEntries(readdirSync(new URL("./files/", import.meta.url)).map((name) => [name, sound(name)])),
};

const RUNS = process.env.QUAN_LONG ? 10_000 : 300;

/** Formats that keep a sum of their content, so that no change of it goes unseen. */
const SUMMED = new Set(["zip", "xlsx", "ods", "kmz"]);

const damage = fc.oneof(
  fc.record({
    kind: fc.constant("cut" as const),
    share: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  }),
  fc.record({
    kind: fc.constant("changed" as const),
    places: fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.integer({ min: 1, max: 255 }),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  }),
);

type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(bytes: Uint8Array<ArrayBuffer>, how: Damage): Uint8Array<ArrayBuffer> {
  if (how.kind === "cut") return bytes.slice(0, Math.floor(how.share * bytes.length));
  const changed = bytes.slice();
  for (const [share, by] of how.places) {
    const at = Math.floor(share * bytes.length);
    changed[at] = (changed[at] as number) ^ by;
  }
  return changed;
}

/** Rows that are read, whole or broken; `undefined` where the file is refused. */
async function rowsIn(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<number | undefined> {
  const opened = await openTables({ name, bytes });
  if (!opened.ok) {
    expect(opened.issues.length).toBeGreaterThan(0);
    return undefined;
  }
  let rows = 0;
  for (const { blocks } of opened.value)
    for (const block of blocks) rows += block.rows.length + block.broken.length;
  return rows;
}

/** What was refused as a whole: the file, or a layer of several in it. */
function refusals(imported: Outcome<Imported>): readonly Issue[] {
  if (!imported.ok) return imported.issues;
  return imported.value.report.files
    .flatMap(({ issues }) => issues)
    .filter(({ code, severity, at }) => /^file\./.test(code) && severity === "error" && at.row === undefined);
}

describe("a damaged file", () => {
  it.each(Object.entries(SOUND))(
    "of each format is refused or read, and never ends the worker: %s",
    async (name, bytes) => {
      const whole = (await rowsIn(name, bytes)) ?? 0;
      expect(whole).toBeGreaterThan(0);
      const isSummed = SUMMED.has(name.split(".").at(-1) ?? "");
      await fc.assert(
        fc.asyncProperty(damage, async (how) => {
          const broken = damaged(bytes, how);
          const rows = await rowsIn(name, broken);
          const imported = await importProject([{ name, bytes: broken, role: "zones" }], {}, atOnce);
          if (isSummed && rows !== whole) expect(refusals(imported)).not.toHaveLength(0);
          if (!imported.ok) return;
          for (const file of imported.value.report.files)
            expect(file.used + file.repaired + file.rejected).toBe(file.in);
        }),
        { seed: 1, numRuns: RUNS },
      );
    },
  );
});
