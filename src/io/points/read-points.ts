import Papa from "papaparse";
import { decodeText } from "../text/decode-text.ts";

/** A table of points as it stands: all its cells, and the place of each row in degrees. */
export interface PointTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of each row, as the user counts: the header is row 1, and empty lines count. */
  readonly rowNumbers: readonly number[];
  /** Column numbers of `id`, `lon` and `lat`. */
  readonly columns: { readonly id: number; readonly lon: number; readonly lat: number };
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

/** What keeps a table of points from being read: one sentence with file, row, column and mend. */
export class UnreadablePoints extends Error {
  override readonly name = "UnreadablePoints";
}

/** Points `id,lon,lat` and any other columns. Throws `UnreadablePoints`: one wrong row makes the table unusable. */
export function readPoints(bytes: Uint8Array, file: string): PointTable {
  const text = decodeText(bytes, file);
  if (!text.ok)
    throw new UnreadablePoints(`${file} is neither UTF-8 nor GB18030 text. Save it as CSV UTF-8.`);
  const [header, ...lines] = Papa.parse<string[]>(text.value.text.trimEnd()).data;
  if (header === undefined || isBlank(header))
    throw new UnreadablePoints(`${file} is empty. Give a header id,lon,lat and a row per point.`);
  const columns = {
    id: columnOf(header, "id", file),
    lon: columnOf(header, "lon", file),
    lat: columnOf(header, "lat", file),
  };
  const filled = lines.map((cells, i) => ({ cells, row: i + 2 })).filter(({ cells }) => !isBlank(cells));
  const degreesOf = (column: "lon" | "lat", most: number) =>
    Float64Array.from(filled, ({ cells, row }) =>
      degrees(cells[columns[column]], most, { file, row, column }),
    );
  const lng = degreesOf("lon", 180);
  const lat = degreesOf("lat", 90);
  const rows = filled.map(({ cells }) => cells);
  const rowNumbers = filled.map(({ row }) => row);
  return { header, rows, rowNumbers, columns, lng, lat };
}

/** The same table with other places, to nine decimals; every other cell as it was. */
export function withPlaces(
  table: PointTable,
  places: readonly { readonly lng: number; readonly lat: number }[],
): PointTable {
  const { lon, lat } = table.columns;
  const rows = table.rows.map((cells, i) => {
    const next = [...cells];
    next[lon] = (places[i]?.lng ?? 0).toFixed(9);
    next[lat] = (places[i]?.lat ?? 0).toFixed(9);
    return next;
  });
  return {
    ...table,
    rows,
    lng: Float64Array.from(rows, (cells) => Number(cells[lon])),
    lat: Float64Array.from(rows, (cells) => Number(cells[lat])),
  };
}

export function pointsCsv({ header, rows }: PointTable): string {
  return `${Papa.unparse([[...header], ...rows.map((cells) => [...cells])], { newline: "\n" })}\n`;
}

/** An object per row, by the headings of the table: numbers for the place, text for every other cell. */
export function pointsJson({ header, rows, columns }: PointTable): string {
  const objects = rows.map((cells) =>
    Object.fromEntries(
      cells.map((cell, i) => [header[i] ?? "", i === columns.lon || i === columns.lat ? Number(cell) : cell]),
    ),
  );
  return `${JSON.stringify(objects)}\n`;
}

/** The ids of the points. Throws `UnreadablePoints` where one is empty or stands twice: pairs of them tell nobody which. */
export function distinctIds({ rows, rowNumbers, columns }: PointTable, file: string): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((cells, i) => {
    const id = cells[columns.id]?.trim() ?? "";
    const row = rowNumbers[i] ?? 0;
    if (id === "")
      throw new UnreadablePoints(`${file}, row ${row}, column id: the id is empty. Give the point an id.`);
    const before = seen.get(id);
    if (before !== undefined) {
      throw new UnreadablePoints(
        `${file}, row ${row}, column id: "${id}" stands in row ${before} too. Give each point its own id.`,
      );
    }
    seen.set(id, row);
    return id;
  });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function columnOf(header: readonly string[], name: string, file: string): number {
  const found = header.findIndex((heading) => heading.trim().toLowerCase() === name);
  if (found >= 0) return found;
  throw new UnreadablePoints(`${file}, row 1: there is no column ${name}. Name the columns id,lon,lat.`);
}

interface Where {
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

function degrees(cell: string | undefined, most: number, { file, row, column }: Where): number {
  const value = cell === undefined || cell.trim() === "" ? Number.NaN : Number(cell);
  if (Number.isFinite(value) && Math.abs(value) <= most) return value;
  throw new UnreadablePoints(
    `${file}, row ${row}, column ${column}: "${cell ?? ""}" is no number of degrees from −${most} to ${most}. Correct the value, or swap lon and lat if they are exchanged.`,
  );
}
