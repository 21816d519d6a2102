import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { featureTable } from "../geojson/feature-table.ts";
import type { SourceFile } from "../import-report.ts";
import type { Reading } from "../reading.ts";
import type { SourceTable } from "../source-row.ts";
import { decodeText } from "../text/decode-text.ts";
import { type Entry, entriesOf, isZip, othersIn } from "./archive.ts";
import type { Format } from "./format.ts";

/** KML and KMZ: the placemarks of each document with their data. Always in degrees of WGS84. */
export const kml: Format = {
  recognises: (file) => startsLikeKml(file.bytes) || documentsIn(file).length > 0,
  open: async (file, readings) => {
    const nothing = refused(issue("file.no-features", "error", {}, { file: file.name }));
    if (!isZip(file)) {
      const found = await placemarksOf(file.bytes, file.name, readings());
      return found.ok && found.value.length === 0 ? nothing : found;
    }
    const tables: SourceTable[] = [];
    for (const { path, unpack } of documentsIn(file)) {
      const bytes = unpack();
      const part = path.replace(/\.kml$/i, "");
      const found = bytes.ok ? await placemarksOf(bytes.value, file.name, readings(part)) : bytes;
      if (!found.ok) return found;
      tables.push(...found.value.map((table) => ({ ...table, part })));
    }
    return tables.length === 0
      ? nothing
      : done(
          tables,
          othersIn(file, (path) => DOCUMENT.test(path)),
        );
  },
};

/** How much of a text may stand before its `<kml`. */
const HEAD = 2000;

function startsLikeKml(bytes: Uint8Array): boolean {
  const head = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8");
  return /<(?:\w+:)?kml[\s>]/.test(head.decode(bytes.subarray(0, HEAD)));
}

function documentsIn(file: SourceFile): readonly Entry[] {
  const entries = isZip(file) ? entriesOf(file) : undefined;
  return entries?.ok ? entries.value.filter(({ path }) => DOCUMENT.test(path)) : [];
}

const DOCUMENT = /\.kml$/i;

/** One table, or none where the document has no placemark. */
async function placemarksOf(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
  reading: Reading,
): Promise<Outcome<readonly SourceTable[]>> {
  const text = decodeText(bytes, file);
  if (!text.ok) return text;
  const { DOMParser, onErrorStopParsing } = await import("@xmldom/xmldom");
  const { kml: toGeoJson } = await import("@tmcw/togeojson");
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      text.value.text,
      "text/xml",
    );
    const features = toGeoJson(document).features.filter(isPlacemark).map(plain);
    return done(features.length > 0 ? [featureTable(features, file, reading)] : []);
  } catch {
    return refused(issue("file.damaged", "error", {}, { file }));
  }
}

type Drawn = GeoJSON.Feature<GeoJSON.Geometry | null>;

/** Links to other documents and pictures on the ground are none. */
function isPlacemark({ properties }: Drawn): boolean {
  return !LINKED.has(String(properties?.["@geometry-type"]));
}

const LINKED = new Set(["networklink", "groundoverlay"]);

/** Without what only says how it is drawn; several areas are one in parts. */
function plain({ properties, geometry }: Drawn): GeoJSON.Feature {
  const said = Object.entries(properties ?? {}).filter(([name]) => !STYLE.has(name));
  return {
    type: "Feature",
    properties: Object.fromEntries(said),
    geometry: (geometry?.type === "GeometryCollection" ? areasOf(geometry) : geometry) as GeoJSON.Geometry,
  };
}

function areasOf(collection: GeoJSON.GeometryCollection): GeoJSON.Geometry {
  const areas = collection.geometries.flatMap((one) => (one.type === "Polygon" ? [one.coordinates] : []));
  const all = areas.length === collection.geometries.length && areas.length > 0;
  return all ? { type: "MultiPolygon", coordinates: areas } : collection;
}

const STYLE = new Set([
  ...["stroke", "stroke-opacity", "stroke-width", "fill", "fill-opacity", "styleUrl", "styleHash"],
  ...["styleMapHash", "icon", "icon-color", "icon-opacity", "icon-scale", "icon-heading", "icon-offset"],
  ...["icon-offset-units", "label-color", "label-opacity", "label-scale", "visibility", "open", "snippet"],
]);
