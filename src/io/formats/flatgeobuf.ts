import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { issue } from "../../core/base/issue.ts";
import { done, refused } from "../../core/base/outcome.ts";
import { featureTable } from "../geojson/feature-table.ts";
import { type Format, startsWith } from "./format.ts";

/** FlatGeobuf. */
export const flatgeobuf: Format = {
  // "fgb" and the version, then the same again.
  recognises: (file) => startsWith(file, [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]),
  open: async ({ name: file, bytes }, readings) => {
    const { deserialize } = await import("flatgeobuf/lib/mjs/geojson.js");
    const features: GeoJSON.Feature[] = [];
    let crs: string | undefined;
    let count = 0;
    try {
      const headerMetaFn = (head: HeaderMeta) => {
        count = head.featuresCount;
        crs = systemIn(head.crs);
        // An index over no rows is none, and the reader would not come to an end of it.
        if (count === 0 && head.indexNodeSize > 0) throw new Error("no rows, or a damaged head");
      };
      for await (const feature of deserialize(bytes, { headerMetaFn }))
        features.push(withoutNumber(feature as GeoJSON.Feature));
    } catch {
      return refused(issue("file.damaged", "error", {}, { file }));
    }
    // A file that does not say how many it holds says 0.
    if (count > 0 && features.length !== count) return refused(issue("file.damaged", "error", {}, { file }));
    return done([{ ...featureTable(features, file, readings()), ...(crs !== undefined && { crs }) }]);
  },
};

/** The reader gives each the number of its place in the file, which says nothing of it. */
function withoutNumber({ id: _id, ...feature }: GeoJSON.Feature): GeoJSON.Feature {
  return feature;
}

function systemIn(crs: HeaderMeta["crs"]): string | undefined {
  if (crs === null) return undefined;
  if (crs.code > 0 && (crs.org === null || /^epsg$/i.test(crs.org))) return `EPSG:${crs.code}`;
  return crs.wkt ?? undefined;
}
