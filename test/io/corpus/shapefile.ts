import { type Bytes, utf8 } from "./bytes.ts";

/** Points as the outlines of a Shapefile. */
export function shp(points: readonly (readonly [x: number, y: number])[]): Bytes {
  const view = new DataView(new ArrayBuffer(100 + 28 * points.length));
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, POINT, true);
  points.forEach(([x, y], i) => {
    const at = 100 + 28 * i;
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, 10);
    view.setInt32(at + 8, POINT, true);
    view.setFloat64(at + 12, x, true);
    view.setFloat64(at + 20, y, true);
  });
  return new Uint8Array(view.buffer);
}

const POINT = 1;

/** A table of attributes, every cell 12 bytes wide; the rows numbered in `deleted` are marked as gone. */
export function dbf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  bytesOf: (text: string) => Uint8Array,
  deleted: readonly number[] = [],
): Bytes {
  const head = 32 + 32 * columns.length + 1;
  const width = 1 + CELL * columns.length;
  const bytes = new Uint8Array(head + width * rows.length + 1).fill(0x20, head);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 3);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, head, true);
  view.setUint16(10, width, true);
  columns.forEach((name, i) => {
    bytes.set(bytesOf(name).subarray(0, 10), 32 + 32 * i);
    bytes[32 + 32 * i + 11] = "C".charCodeAt(0);
    bytes[32 + 32 * i + 16] = CELL;
  });
  bytes[head - 1] = 0x0d;
  rows.forEach((cells, row) => {
    const at = head + width * row;
    if (deleted.includes(row)) bytes[at] = 0x2a;
    for (const [i, cell] of cells.entries()) bytes.set(bytesOf(cell).subarray(0, CELL), at + 1 + CELL * i);
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

const CELL = 12;

export const COLUMNS = ["编号", "名称", "状态", "户数"];
export const SHAPES = [
  ["z1", "东园", "既有", "300"],
  ["z2", "西园", "新建", "500"],
];
export const PLACES = [
  [117.2, 34.26],
  [117.21, 34.262],
] as const;
export const WGS84 = utf8(
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
);
export const XIAN = utf8(
  'PROJCS["Xian_1980_3_Degree_GK_CM_117E",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
);
export const shapes = (bytesOf: (text: string) => Bytes) => dbf(COLUMNS, SHAPES, bytesOf);
