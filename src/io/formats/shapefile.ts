import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { featureTable } from "../geojson/feature-table.ts";
import type { SourceFile } from "../import-report.ts";
import { type Reading, reportName } from "../reading.ts";
import type { SourceTable } from "../source-row.ts";
import { type Entry, entriesOf, isZip, othersIn } from "./archive.ts";
import { type Attributes, type Dbf, readDbf } from "./dbf.ts";
import { type Format, startsWith } from "./format.ts";

/**
 * Shapefiles: zipped, several in one zip if need be, or with the files that belong to them beside. Rows are those of the
 * attribute table that were not deleted; the reference system is that of the .prj.
 */
export const shapefile: Format = {
  recognises: (file) => isOutlines(file) || layersOf(file).length > 0,
  open: async (file, readings) => {
    if (isOutlines(file)) {
      const layer = await layerFrom((extension) => besideOf(file, extension), file.name, readings());
      return layer.ok ? done([layer.value]) : layer;
    }
    const tables: SourceTable[] = [];
    const broken: Issue[] = [];
    const layers = layersOf(file);
    for (const { name, parts } of layers) {
      const layer = await layerFrom((extension) => parts.get(extension)?.unpack(), file.name, readings(name));
      if (layer.ok) {
        tables.push({ ...layer.value, part: name });
        continue;
      }
      const at = { file: reportName(file.name, { part: name }, layers.length) };
      broken.push(...layer.issues.map((each) => ({ ...each, at })));
    }
    const others = othersIn(file, (path) => PART.test(path));
    return tables.length > 0 ? done(tables, [...broken, ...others]) : refused(...broken, ...others);
  },
};

/** The files that make a Shapefile, and those that other programs add to it. */
export const SHAPEFILE_PARTS = [
  "shp",
  "dbf",
  "prj",
  "cpg",
  "shx",
  "sbn",
  "sbx",
  "qix",
  "qmd",
  "qpj",
] as const;

const PART = new RegExp(`\\.(?:${SHAPEFILE_PARTS.join("|")})$`, "i");

function isOutlines(file: SourceFile): boolean {
  return startsWith(file, [0x00, 0x00, 0x27, 0x0a]);
}

function besideOf(file: SourceFile, extension: string): Outcome<Uint8Array<ArrayBuffer>> | undefined {
  if (extension === "shp") return done(file.bytes);
  const found = file.beside?.find(({ name }) => name.toLowerCase().endsWith(`.${extension}`));
  return found && done(found.bytes);
}

interface Layer {
  readonly name: string;
  /** By extension. */
  readonly parts: ReadonlyMap<string, Entry>;
}

function layersOf(file: SourceFile): readonly Layer[] {
  const entries = isZip(file) ? entriesOf(file) : undefined;
  if (!entries?.ok) return [];
  const named = entries.value.flatMap((entry) => {
    const [, stem, extension] = /^(.*)\.(\w+)$/.exec(entry.path) ?? [];
    return stem === undefined || extension === undefined
      ? []
      : [{ stem, extension: extension.toLowerCase(), entry }];
  });
  return named
    .filter(({ extension }) => extension === "shp")
    .map(({ stem }) => ({
      name: stem.split("/").at(-1) ?? stem,
      parts: new Map(
        named.filter((one) => one.stem === stem).map(({ extension, entry }) => [extension, entry]),
      ),
    }));
}

type PartOf = (extension: "shp" | "dbf" | "prj" | "cpg") => Outcome<Uint8Array<ArrayBuffer>> | undefined;

async function layerFrom(partOf: PartOf, file: string, reading: Reading): Promise<Outcome<SourceTable>> {
  const read = { shp: partOf("shp"), dbf: partOf("dbf"), prj: partOf("prj"), cpg: partOf("cpg") };
  for (const part of Object.values(read)) if (part && !part.ok) return part;
  const [shp, dbf] = [read.shp?.ok && read.shp.value, read.dbf?.ok && read.dbf.value];
  if (!shp || !dbf) return refused(issue("file.shapefile-parts", "error", {}, { file }));
  const textOf = (part: PartOutcome) => (part?.ok ? new TextDecoder().decode(part.value) : undefined);
  const attributes = readDbf(dbf, textOf(read.cpg));
  const outlines = await outlinesOf(shp);
  if (attributes === undefined || outlines?.length !== attributes.rows.length) {
    return refused(issue("file.damaged", "error", {}, { file }));
  }
  const crs = textOf(read.prj)?.trim();
  const table = featureTable(featuresFrom(attributes, outlines), file, reading);
  const { otherwise } = attributes;
  const issues = otherwise ? [issue("file.encoding-other", "warning", otherwise, { file })] : [];
  return done({ ...table, issues, ...(crs && { crs }) });
}

type PartOutcome = ReturnType<PartOf>;

/** `undefined` if the file is cut off or none of ours. */
async function outlinesOf(
  shp: Uint8Array<ArrayBuffer>,
): Promise<readonly (GeoJSON.Geometry | null)[] | undefined> {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  // Its length in words of two bytes, as its head says.
  if (shp.length < 100 || view.getInt32(24) * 2 !== shp.length) return undefined;
  const { parseShp } = await import("shpjs");
  try {
    return parseShp(view);
  } catch {
    return undefined;
  }
}

function featuresFrom({ rows }: Dbf, outlines: readonly (GeoJSON.Geometry | null)[]): GeoJSON.Feature[] {
  const featureOf = (properties: Attributes, geometry: GeoJSON.Geometry | null) =>
    ({ type: "Feature", properties, geometry }) as GeoJSON.Feature;
  return rows.flatMap((row, i) => (row === undefined ? [] : [featureOf(row, outlines[i] ?? null)]));
}
