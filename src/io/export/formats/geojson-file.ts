import type { Work } from "../../../core/base/work.ts";
import { listedBlocks } from "../json-array.ts";
import { DATUM_NAMES, type ExportDatum, type ExportTable } from "../tables/export-table.ts";
import { joinedBytes } from "./bytes.ts";
import type { ExportFormat, Written } from "./export-format.ts";
import { geometryOf } from "./geometry.ts";
import { layerOf } from "./layer.ts";

/** GeoJSON, a feature to a line. By its standard it is WGS84; in another datum it says so by the member `crs`. */
export const geojsonFile: ExportFormat = {
  extension: "geojson",
  together: false,
  write: ([table], how, drive) => drive(written(table, how)),
};

function* written(table: ExportTable | undefined, { datum, words }: Written): Work<Uint8Array<ArrayBuffer>> {
  if (table === undefined) return new Uint8Array();
  // Programs that know no such system take the layer for WGS84; its name still says what it is.
  const name = `${words.tables[table.name]}-${DATUM_NAMES[datum]}`;
  const { columns, rows } = yield* layerOf(table);
  let taken = 0;
  const features = function* () {
    for (const { values, place } of rows()) {
      taken += 1;
      const properties = Object.fromEntries(columns.map(({ name }, at) => [name, values[at] ?? null]));
      yield JSON.stringify({ type: "Feature", properties, geometry: place ? geometryOf(place) : null });
    }
  };
  const crs = datum === "wgs84" ? "" : `"crs":${JSON.stringify(systemOf(datum))},`;
  const head = `{"type":"FeatureCollection","name":${JSON.stringify(name)},${crs}"features":[\n`;
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (const block of listedBlocks(head, features(), "\n]}\n")) {
    pieces.push(encoder.encode(block));
    yield { part: "write", share: taken / Math.max(1, table.length) };
  }
  return joinedBytes(pieces);
}

function systemOf(datum: ExportDatum) {
  return { type: "name", properties: { name: DATUM_NAMES[datum] } };
}
