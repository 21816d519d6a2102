import { issue } from "../../core/base/issue.ts";
import { done, refused } from "../../core/base/outcome.ts";
import { featureTable } from "../geojson/feature-table.ts";
import { type Format, startsWith } from "./format.ts";

/** GeoParquet, and Parquet without places. */
export const geoparquet: Format = {
  recognises: (file) => startsWith(file, [0x50, 0x41, 0x52, 0x31]),
  open: async ({ name: file, bytes }, readings) => {
    const { parquetMetadata, parquetReadObjects } = await import("hyparquet");
    const { compressors } = await import("hyparquet-compressors");
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    try {
      const metadata = parquetMetadata(buffer);
      const { column, crs } = placesIn(metadata.key_value_metadata?.find(({ key }) => key === "geo")?.value);
      const rows = await parquetReadObjects({ file: buffer, metadata, compressors });
      const table = featureTable(
        rows.map((row) => featureOf(row, column)),
        file,
        readings(),
      );
      return done([{ ...table, ...(crs !== undefined && { crs }) }]);
    } catch {
      return refused(issue("file.damaged", "error", {}, { file }));
    }
  },
};

interface Places {
  readonly column?: string;
  readonly crs?: string;
}

/** Which column holds the places, and their reference system where it is not longitude and latitude. */
function placesIn(geo: string | undefined): Places {
  if (geo === undefined) return {};
  const { primary_column: column, columns } = JSON.parse(geo) as {
    readonly primary_column?: string;
    readonly columns?: Readonly<Record<string, { readonly crs?: Projjson | null }>>;
  };
  if (column === undefined) return {};
  const crs = columns?.[column]?.crs;
  // Absent stands for longitude and latitude, null for unknown.
  if (crs === undefined || crs === null) return { column };
  const { id, name = "?" } = crs;
  return { column, crs: id ? `${id.authority}:${id.code}` : name };
}

interface Projjson {
  readonly name?: string;
  readonly id?: { readonly authority: string; readonly code: string | number };
}

function featureOf(row: Readonly<Record<string, unknown>>, column: string | undefined): GeoJSON.Feature {
  const said = Object.entries(row).flatMap(([name, value]) =>
    name === column || value instanceof Uint8Array ? [] : [[name, plain(value)] as const],
  );
  const geometry = column === undefined ? null : (row[column] ?? null);
  return { type: "Feature", properties: Object.fromEntries(said), geometry: geometry as GeoJSON.Geometry };
}

/** Whole numbers with every digit, days as they are written. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (!(value instanceof Date)) return value;
  return Number.isNaN(value.getTime()) ? String(value) : value.toISOString().replace(/T00:00:00\.000Z$/, "");
}
