import type { StreetMap, Tags } from "../../src/core/network/street-map.ts";

/**
 * The streets of a document as the backdrop has them, with railways among their ways. Of very many, lanes are left out:
 * they are walked all the same, but a screen could not be moved under them.
 */
export function drawnStreets(map: StreetMap): readonly GeoJSON.Feature[] {
  const kinds = map.tagSets.map(drawnAs);
  const many = map.nodes.length > MOST_CORNERS;
  const features: GeoJSON.Feature[] = [];
  map.tags.forEach((set, way) => {
    const drawn = kinds[set];
    if (drawn === undefined || (many && drawn.rank === "lane")) return;
    const through = map.nodes.subarray(map.starts[way], map.starts[way + 1]);
    const coordinates = Array.from(through, (node) => [map.lng[node] as number, map.lat[node] as number]);
    features.push({ type: "Feature", geometry: { type: "LineString", coordinates }, properties: drawn });
  });
  return features;
}

/** Corners of a large city. */
const MOST_CORNERS = 200_000;

function drawnAs(tags: Tags): Readonly<Record<string, string>> | undefined {
  const { highway, railway, name } = tags;
  if (railway === "rail") return { kind: "railway" };
  if (highway === undefined) return undefined;
  const rank = MAIN.test(highway) ? "main" : SECONDARY.test(highway) ? "secondary" : "lane";
  return { kind: "street", rank, ...(name !== undefined && { name }) };
}

const MAIN = /^(?:motorway|trunk|primary)/;
const SECONDARY = /^(?:secondary|tertiary)/;
