import { done } from "../../core/base/outcome.ts";
import { afterSpace } from "../geojson/json-spans.ts";
import { readFeatures } from "../geojson/read-features.ts";
import { decodeText } from "../text/decode-text.ts";
import { readTable } from "../text/read-table.ts";
import type { Format } from "./format.ts";

/** CSV and its kin, and GeoJSON; which of the two it is, its first character tells. For files of no other format. */
export const textTables: Format = {
  recognises: () => true,
  open: async ({ name, bytes }, readings) => {
    const reading = readings();
    const decoded = decodeText(bytes, name, reading.encoding);
    if (!decoded.ok) return decoded;
    const { text } = decoded.value;
    const first = text[afterSpace(text, 0)];
    const isJson = first === "{" || first === "[";
    const table = isJson
      ? readFeatures(text, name, reading.columns)
      : readTable(decoded.value, name, reading);
    return table.ok ? done([table.value], table.issues) : table;
  },
};
