import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { EXPORT_FORMATS, type ExportFormatName } from "../../../src/io/export/export-files.ts";
import { EXPORT_DATUMS, type ExportDatum } from "../../../src/io/export/tables/export-table.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";
import { exportedProject } from "../../builders/exported-project.ts";
import { exported } from "../../builders/exporting.ts";
import { value } from "../../builders/outcomes.ts";

const RUNS = process.env["QUAN_LONG"] ? 1000 : 25;

/** Degrees that a place may be off: a workbook keeps fifteen digits, and what was shifted is back within a centimetre. */
function slack(format: ExportFormatName, datum: ExportDatum): number {
  if (datum === "gcj02") return 1e-7;
  return format === "xlsx" ? 1e-12 : 0;
}

/** Tables of what was worked out are none to be read again, and stand in no file of their own here. */
const ROWS = ["zones", "facilities", "units", "sites"] as const;

describe("project → export → import", () => {
  for (const format of EXPORT_FORMATS) {
    for (const datum of EXPORT_DATUMS) {
      for (const language of ["zh", "en"] as const) {
        it(`gives the same rows by ${format} in ${datum}, ${language}`, async () => {
          await fc.assert(
            fc.asyncProperty(
              exportedProject,
              fc.constantFrom("tables", "streets"),
              async (project, sheets) => {
                const encoding = format === "csv" && datum === "gcj02" ? "gb18030" : "utf-8";
                const choices = { format, datum, sheets, encoding, tables: ROWS } as const;
                const files = await exported(project, choices, language);
                const { project: again } = value(await importProject(files, {}, atOnce));
                const [expected, found] = [rowsOf(kept(project, format)), rowsOf(again)];
                expect(found).toEqual(nearly(expected, slack(format, datum), found));
              },
            ),
            { seed: 4, numRuns: RUNS },
          );
        });
      }
    }
  }

  it.each(["xlsx", "gpkg"] as const)(
    "takes the rows out of a %s that has all else in it too",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(exportedProject, async (project) => {
          const files = await exported(project, { format });
          const { project: again, report } = value(await importProject(files, {}, atOnce));
          const [expected, found] = [rowsOf(kept(project, format)), rowsOf(again)];
          expect(found).toEqual(nearly(expected, slack(format, "wgs84"), found));
          expect(report.files.reduce((sum, file) => sum + file.rejected, 0)).toBe(0);
        }),
        { seed: 5, numRuns: RUNS },
      );
    },
  );

  it("writes the same bytes for shuffled rows", async () => {
    await fc.assert(
      fc.asyncProperty(exportedProject, fc.constantFrom(...EXPORT_FORMATS), async (project, format) => {
        const written = await exported(project, { format: "geojson", tables: ROWS });
        const turned = written.map(({ name, bytes }) => ({ name, bytes: reversed(bytes) }));
        const [first, second] = [written, turned].map(async (files) =>
          exported(value(await importProject(files, {}, atOnce)).project, { format }),
        );
        expect(await first).toEqual(await second);
      }),
      { seed: 6, numRuns: RUNS },
    );
  });
});

function rowsOf({ zones, facilities, units, sites }: Project) {
  return { zones, facilities, units, sites };
}

/** What a format has room for: tables have no outlines. */
function kept(project: Project, format: ExportFormatName): Project {
  if (format !== "csv" && format !== "xlsx") return project;
  const plain = <Row extends { readonly shape?: unknown }>({ shape: _shape, ...row }: Row) => row;
  return { ...project, zones: project.zones.map(plain), units: project.units.map(plain) } as Project;
}

/** The rows with each place as it was found, if that is near enough; compared as they are, all else must be the same. */
function nearly<Value>(value: Value, near: number, found: unknown): Value {
  if (isPlace(value) && isPlace(found)) {
    const isNear = Math.abs(value.lng - found.lng) <= near && Math.abs(value.lat - found.lat) <= near;
    return isNear ? (found as Value) : value;
  }
  if (Array.isArray(value)) {
    return value.map((each, i) => nearly(each, near, (found as readonly unknown[])?.[i])) as Value;
  }
  if (typeof value !== "object" || value === null) return value;
  const others = (found ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, nearly(member, near, others[name])]),
  ) as Value;
}

function isPlace(value: unknown): value is LngLat {
  return typeof value === "object" && value !== null && "lng" in value && "lat" in value;
}

/** A layer with its features the other way round. */
function reversed(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const layer = JSON.parse(new TextDecoder().decode(bytes)) as GeoJSON.FeatureCollection;
  return new TextEncoder().encode(JSON.stringify({ ...layer, features: layer.features.toReversed() }));
}
