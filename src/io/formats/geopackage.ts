import type { wkbToGeojson } from "hyparquet/src/wkb.js";
import type { Database, SqlValue } from "sql.js";
import { issue } from "../../core/base/issue.ts";
import { done, refused } from "../../core/base/outcome.ts";
import { featureTable } from "../geojson/feature-table.ts";
import type { Reading } from "../reading.ts";
import type { SourceTable } from "../source-row.ts";
import { type Format, startsWith } from "./format.ts";

/** GeoPackage: each layer of features, and each table without places, of the database. */
export const geopackage: Format = {
  recognises: (file) => startsWith(file, [...new TextEncoder().encode("SQLite format 3\0")]),
  open: async ({ name: file, bytes }, readings) => {
    const { default: openSql } = await import("sql.js/dist/sql-wasm-inline.js");
    const { wkbToGeojson } = await import("hyparquet/src/wkb.js");
    const { Database } = await openSql();
    const database = new Database(bytes);
    try {
      return done(
        layersOf(database).map((layer) => tableOf(database, layer, file, readings(layer.name), wkbToGeojson)),
      );
    } catch {
      return refused(issue("file.damaged", "error", {}, { file }));
    } finally {
      database.close();
    }
  },
};

interface Layer {
  readonly name: string;
  /** The column of its geometries; absent for a table without places. */
  readonly column?: string;
  readonly crs?: string;
}

function layersOf(database: Database): readonly Layer[] {
  const layers = rowsOf(
    database,
    `SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
     FROM gpkg_contents c
     LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
     LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
     WHERE c.data_type IN ('features', 'attributes') ORDER BY c.table_name`,
  );
  return layers.map(([name, column, organization, code, definition]) => {
    const crs = /^epsg$/i.test(String(organization)) ? `EPSG:${String(code)}` : String(definition);
    // −1 and 0 stand for unknown.
    const known = typeof code === "number" && code > 0;
    return {
      name: String(name),
      ...(typeof column === "string" && { column }),
      ...(known && { crs }),
    };
  });
}

function tableOf(
  database: Database,
  { name, column, crs }: Layer,
  file: string,
  reading: Reading,
  decode: typeof wkbToGeojson,
): SourceTable {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const keys = new Set(
    rowsOf(database, `PRAGMA table_info(${quoted})`).flatMap(([, own, , , , key]) =>
      key ? [String(own)] : [],
    ),
  );
  const statement = database.prepare(`SELECT * FROM ${quoted}`);
  const features: GeoJSON.Feature[] = [];
  try {
    const names = statement.getColumnNames();
    while (statement.step()) features.push(featureOf(names, statement.get(), column, keys, decode));
  } finally {
    statement.free();
  }
  return { ...featureTable(features, file, reading), part: name, ...(crs !== undefined && { crs }) };
}

/** The number that the database keeps of a row says nothing of it. */
function featureOf(
  names: readonly string[],
  values: readonly SqlValue[],
  column: string | undefined,
  keys: ReadonlySet<string>,
  decode: typeof wkbToGeojson,
): GeoJSON.Feature {
  const said = names.flatMap((name, i) =>
    name === column || (keys.has(name) && name.toLowerCase() === "fid") ? [] : [[name, values[i]] as const],
  );
  const place = column === undefined ? undefined : values[names.indexOf(column)];
  const geometry = place instanceof Uint8Array ? geometryOf(place, decode) : null;
  return { type: "Feature", properties: Object.fromEntries(said), geometry: geometry as GeoJSON.Geometry };
}

/** A geometry of the package: its own head, then the bytes that all know. What nobody can read is no place. */
function geometryOf(bytes: Uint8Array, decode: typeof wkbToGeojson): GeoJSON.Geometry | null {
  const flags = bytes[3] ?? 0;
  const envelope = ENVELOPES[(flags >> 1) & 7];
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50 || envelope === undefined) return null;
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return decode({ view, offset: 8 + envelope }) as GeoJSON.Geometry;
  } catch {
    return null;
  }
}

/** Bytes of the box around it, by its kind. */
const ENVELOPES = [0, 32, 48, 48, 64];

function rowsOf(database: Database, query: string): readonly SqlValue[][] {
  return database.exec(query)[0]?.values ?? [];
}
