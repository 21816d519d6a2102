import type { ColumnSource } from "hyparquet-writer";
import type { Work } from "../../../core/base/work.ts";
import { DATUM_NAMES, type ExportDatum, type ExportTable } from "../tables/export-table.ts";
import type { ExportFormat } from "./export-format.ts";
import { boxOf, wkbOf } from "./geometry.ts";
import { type LayerValue, layerOf } from "./layer.ts";

/** GeoParquet 1.1, places as WKB. Without a system it is WGS84; in another datum it names it. */
export const geoparquetFile: ExportFormat = {
  extension: "parquet",
  together: false,
  write: async ([table], { datum }, drive) => {
    const { parquetWriteBuffer } = await import("hyparquet-writer");
    if (table === undefined) return new Uint8Array();
    const { columns, geo } = await drive(columnsOf(table, datum));
    const kvMetadata = geo === undefined ? [] : [{ key: "geo", value: geo }];
    return new Uint8Array(parquetWriteBuffer({ columnData: columns, kvMetadata, createdBy: "quan" }));
  },
};

function* columnsOf(
  table: ExportTable,
  datum: ExportDatum,
): Work<{ readonly columns: ColumnSource[]; readonly geo?: string }> {
  const { columns, drawn, rows } = yield* layerOf(table);
  const data: (LayerValue | bigint)[][] = columns.map(() => []);
  const places: (Uint8Array | null)[] = [];
  const kinds = new Set<string>();
  const around: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { values, place } of rows()) {
    values.forEach((value, at) => {
      const whole = typeof value === "number" && columns[at]?.type === "whole";
      data[at]?.push(whole ? BigInt(value) : value);
    });
    places.push(place ? wkbOf(place) : null);
    if (place) {
      const [west, east, south, north] = boxOf(place);
      kinds.add(place.kind === "point" ? "Point" : "MultiPolygon");
      around[0] = Math.min(around[0], west);
      around[1] = Math.min(around[1], south);
      around[2] = Math.max(around[2], east);
      around[3] = Math.max(around[3], north);
    }
    if (places.length % STEP === 0) yield { part: "write", share: places.length / Math.max(1, table.length) };
  }
  const written = columns.map(
    ({ name, type }, at): ColumnSource => ({ name, data: data[at] ?? [], type: TYPES[type] }),
  );
  if (drawn === undefined) return { columns: written };
  const column = {
    encoding: "WKB",
    geometry_types: [...kinds].sort(),
    bbox: around,
    ...(datum !== "wgs84" && { crs: systemNamed(DATUM_NAMES[datum]) }),
  };
  const geo = { version: "1.1.0", primary_column: GEOMETRY, columns: { [GEOMETRY]: column } };
  return {
    columns: [...written, { name: GEOMETRY, data: places, type: "BYTE_ARRAY" }],
    geo: JSON.stringify(geo),
  };
}

const STEP = 2000;
const GEOMETRY = "geometry";
const TYPES = { text: "STRING", whole: "INT64", number: "DOUBLE" } as const;

/** A geographic system without a code, as PROJ describes one. */
function systemNamed(name: string) {
  const axis = (title: string, abbreviation: string, direction: string) => ({
    ...{ name: title, abbreviation, direction, unit: "degree" },
  });
  return {
    $schema: "https://proj.org/schemas/v0.7/projjson.schema.json",
    type: "GeographicCRS",
    name,
    datum: {
      type: "GeodeticReferenceFrame",
      name,
      ellipsoid: { name: "Krassowsky 1940", semi_major_axis: 6378245, inverse_flattening: 298.3 },
    },
    coordinate_system: {
      subtype: "ellipsoidal",
      axis: [axis("Longitude", "lon", "east"), axis("Latitude", "lat", "north")],
    },
  };
}
