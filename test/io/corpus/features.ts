import { type Bytes, utf8 } from "./bytes.ts";

/** GeoJSON of what its features are written as. */
export function collection(features: readonly string[], members = ""): Bytes {
  return utf8(`{"type":"FeatureCollection",${members}"features":[${features.join(",\n")}]}`);
}

/** A zone as a feature with any geometry, written as JSON. */
export function feature(id: string, geometry: string, more = ""): string {
  const said = `"编号":"${id}","名称":"${id} 园","状态":"既有","户数":300${more}`;
  return `{"type":"Feature","properties":{${said}},"geometry":${geometry}}`;
}

export function polygon(...rings: readonly string[]): string {
  return `{"type":"Polygon","coordinates":[${rings.join(",")}]}`;
}

/** A ring of corners in thousandths of a degree from 117.2, 34.26. */
export function ring(...corners: readonly (readonly [number, number])[]): string {
  const pairs = corners.map(
    ([x, y]) => `[${(117.2 + x / 1000).toFixed(4)},${(34.26 + y / 1000).toFixed(4)}]`,
  );
  return `[${pairs.join(",")}]`;
}

export const SQUARE = ring([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]);
export const POINT = '{"type":"Point","coordinates":[117.2,34.26]}';
