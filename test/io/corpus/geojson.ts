import { type Corpus, half, utf8 } from "./bytes.ts";
import { collection, feature, POINT, polygon, ring, SQUARE } from "./features.ts";
import { lines, METRES } from "./rows.ts";

/** GeoJSON as programs write it. */
export const geojson: Corpus = {
  "nan.geojson": collection([
    feature("z1", POINT, ',"人口":NaN'),
    feature("z2", '{"type":"Point","coordinates":[NaN,34.26]}'),
  ]),
  "mixed.geojson": collection([
    feature("z1", polygon(SQUARE)),
    feature("z2", POINT),
    feature("z3", '{"type":"LineString","coordinates":[[117.2,34.26],[117.21,34.26]]}'),
    feature("z4", `{"type":"GeometryCollection","geometries":[${POINT}]}`),
    feature("z5", "null"),
  ]),
  "commas.geojson": utf8(
    `{"type":"FeatureCollection","features":[${feature("z1", POINT)} ${feature("z2", POINT.replace("117.2", "117.3"))},${feature("z3", POINT).replace('"Feature",', '"Feature" ')}]}`,
  ),
  "crs.geojson": collection(
    [feature("z1", `{"type":"Point","coordinates":[${METRES[0]}]}`)],
    '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4548"}},',
  ),
  "xian.geojson": collection(
    [feature("z1", `{"type":"Point","coordinates":[${METRES[0]}]}`)],
    '"crs":{"type":"name","properties":{"name":"EPSG:2364"}},',
  ),
  "rings.geojson": collection([
    feature("z1", polygon(ring([0, 0], [1, 1], [1, 0], [0, 1], [0, 0]))),
    feature("z2", polygon(ring([2, 0], [3, 0], [3, 1], [2, 1]))),
    feature("z3", polygon(ring([4, 0], [5, 0], [4, 0]))),
  ]),
  "holes.geojson": collection([
    feature("z1", polygon(SQUARE, ring([5, 5], [6, 5], [6, 6], [5, 6], [5, 5]))),
    feature(
      "z2",
      polygon(
        ring([10, 0], [12, 0], [12, 2], [10, 2], [10, 0]),
        ring([10.5, 0.5], [11, 0.5], [11, 1], [10.5, 1], [10.5, 0.5]),
      ),
    ),
  ]),
  "swapped.geojson": collection([
    feature("z1", '{"type":"Point","coordinates":[34.26,117.2]}'),
    feature("z2", POINT),
  ]),
  "twice.geojson": collection([feature("z1", POINT, ',"户数":310'), feature("z2", POINT)]),
  "cut.geojson": half(collection([feature("z1", POINT), feature("z2", POINT)])),
  "nothing.geojson": collection([]),
  "map.geojson": utf8('{"type":"Topology","objects":{}}'),
  "lines.geojsonl": utf8(lines(feature("z1", POINT), feature("z2", POINT.replace("117.2", "117.3")))),
  "broken-lines.geojsonl": utf8(
    lines(
      feature("z1", POINT),
      feature("z2", POINT).slice(0, 60),
      "导出失败",
      feature("z3", POINT.replace("117.2", "117.3")),
    ),
  ),
  "list.geojson": utf8(`[${feature("z1", POINT)}]`),
  "rivers.geojson": collection([
    '{"type":"Feature","properties":{"waterway":"river","name":"奎河"},"geometry":{"type":"LineString","coordinates":[[117.2,34.26],[117.21,34.26]]}}',
  ]),
  "roads.geojson": collection([
    '{"type":"Feature","properties":{"fclass":"road"},"geometry":{"type":"LineString","coordinates":[[117.2,34.26],[117.21,34.26]]}}',
  ]),
};
