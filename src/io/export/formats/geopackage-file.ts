import type { Database } from "sql.js";
import type { Work } from "../../../core/base/work.ts";
import { DATUM_NAMES, type ExportDatum, type ExportPlace, type ExportTable } from "../tables/export-table.ts";
import type { ExportFormat, Written } from "./export-format.ts";
import { boxOf, wkbOf } from "./geometry.ts";
import { type Layer, layerOf } from "./layer.ts";

/** GeoPackage 1.3: a layer for each table, in WGS84 (EPSG:4326) or in a system that is named GCJ-02. */
export const geopackageFile: ExportFormat = {
  extension: "gpkg",
  together: true,
  write: async (tables, how, drive) => {
    const { default: openSql } = await import("sql.js/dist/sql-wasm-inline.js");
    const { Database } = await openSql();
    const database = new Database();
    try {
      return await drive(written(database, tables, how));
    } finally {
      database.close();
    }
  },
};

function* written(
  database: Database,
  tables: readonly ExportTable[],
  { datum, words }: Written,
): Work<Uint8Array<ArrayBuffer>> {
  database.run(FRAME);
  for (const system of SYSTEMS) database.run(INSERT_SYSTEM, [...system]);
  const total = Math.max(
    1,
    tables.reduce((sum, { length }) => sum + length, 0),
  );
  let taken = 0;
  database.run("BEGIN");
  for (const table of tables) {
    const layer = yield* layerOf(table);
    const name = words.tables[table.name];
    const isPlaced = layer.drawn !== undefined;
    const insert = begun(database, name, layer);
    const around: Box = [Infinity, -Infinity, Infinity, -Infinity];
    try {
      for (const { values, place } of layer.rows()) {
        if (place) widen(around, place);
        insert.run([...values, ...(isPlaced ? [place ? blobOf(place, datum) : null] : [])]);
        taken += 1;
        if (taken % STEP === 0) yield { part: "write", share: taken / total };
      }
    } finally {
      insert.free();
    }
    const [west, east, south, north] = isPlaced ? around : [null, null, null, null];
    const kind = isPlaced ? "features" : "attributes";
    const contents = [name, kind, name, DATUM_NAMES[datum], west, south, east, north];
    database.run(INSERT_CONTENTS, [...contents, isPlaced ? SYSTEM_OF[datum] : null]);
    if (layer.drawn) database.run(INSERT_COLUMN, [name, KINDS[layer.drawn], SYSTEM_OF[datum]]);
  }
  database.run("COMMIT");
  yield { part: "write", share: 1 };
  return new Uint8Array(database.export());
}

const STEP = 2000;

/** Makes the table of a layer, and the statement that takes its rows. */
function begun(database: Database, name: string, { columns, drawn }: Layer) {
  const names = columns.map((column) => quoted(column.name));
  const typed = columns.map(({ type }, at) => `${names[at] ?? ""} ${TYPES[type]}`);
  const place = drawn === undefined ? [] : [`geom ${KINDS[drawn]}`];
  database.run(
    `CREATE TABLE ${quoted(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${[...typed, ...place].join(", ")})`,
  );
  const all = [...names, ...(drawn === undefined ? [] : ["geom"])];
  return database.prepare(
    `INSERT INTO ${quoted(name)} (${all.join(", ")}) VALUES (${all.map(() => "?").join(", ")})`,
  );
}

const KINDS = { point: "POINT", area: "MULTIPOLYGON", both: "GEOMETRY" } as const;
const TYPES = { text: "TEXT", whole: "INTEGER", number: "DOUBLE" } as const;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

type Box = [west: number, east: number, south: number, north: number];

function widen(around: Box, place: ExportPlace): void {
  const [west, east, south, north] = boxOf(place);
  around[0] = Math.min(around[0], west);
  around[1] = Math.max(around[1], east);
  around[2] = Math.min(around[2], south);
  around[3] = Math.max(around[3], north);
}

/** The head of the package with the box of an area, then the bytes that all know. */
function blobOf(place: ExportPlace, datum: ExportDatum): Uint8Array {
  const bytes = wkbOf(place);
  const envelope = place.kind === "area" ? boxOf(place) : [];
  const blob = new Uint8Array(8 + envelope.length * 8 + bytes.length);
  const view = new DataView(blob.buffer);
  blob.set([0x47, 0x50, 0, envelope.length > 0 ? 0b11 : 0b01]);
  view.setInt32(4, SYSTEM_OF[datum], true);
  for (const [at, edge] of envelope.entries()) view.setFloat64(8 + at * 8, edge, true);
  blob.set(bytes, 8 + envelope.length * 8);
  return blob;
}

/** Numbers in the table of systems; GCJ-02 has no code anywhere, so it has a number of ours. */
const SYSTEM_OF: Readonly<Record<ExportDatum, number>> = { wgs84: 4326, gcj02: 990002 };

const INSERT_SYSTEM = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)";
const INSERT_COLUMN = "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)";
/** No file tells when it was written. */
const INSERT_CONTENTS = `INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id)
  VALUES (?, ?, ?, ?, '2000-01-01T00:00:00.000Z', ?, ?, ?, ?, ?)`;

const SYSTEMS = [
  ["Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"],
  ["Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"],
  [
    "WGS 84",
    4326,
    "EPSG",
    4326,
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
    "longitude/latitude; CGCS2000 is the same within a decimetre",
  ],
  [
    "GCJ-02",
    990002,
    "NONE",
    990002,
    'GEOGCS["GCJ-02",DATUM["GCJ-02",SPHEROID["Krassowsky 1940",6378245,298.3]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]',
    "shifted longitude/latitude of Chinese web maps; up to 700 m off WGS84",
  ],
] as const;

const FRAME = `
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));`;
