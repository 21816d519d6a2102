import { done } from "../../core/base/outcome.ts";
import { afterSpace } from "../geojson/json-spans.ts";
import { readFeatures } from "../geojson/read-features.ts";
import { decodeText } from "../text/decode-text.ts";
import { readTable } from "../text/read-table.ts";
import type { Format } from "./format.ts";

/** CSV and its kin, and GeoJSON; which of the two it is, its first character tells. For files of no other format. */
export const textTables: Format = {
  recognises: () => true,
  open: async ({ name, bytes }) => {
    const text = decodeText(bytes, name);
    if (!text.ok) return text;
    const first = text.value[afterSpace(text.value, 0)];
    const table = (first === "{" || first === "[" ? readFeatures : readTable)(text.value, name);
    return table.ok ? done([table.value], table.issues) : table;
  },
};
