import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { MapColours } from "../columns.ts";
import { pictureLayer } from "./picture-layer.ts";
import { pmtilesLayers } from "./pmtiles-layers.ts";
import type { BasemapSource } from "./source.ts";

/** Sources and layers of a basemap, from the ground up. */
export interface BasemapLayers {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

/** Rejects where an archive cannot be read. */
export async function basemapLayers(source: BasemapSource, colours: MapColours): Promise<BasemapLayers> {
  if (source.kind === "pmtiles") return pmtilesLayers(source.from, colours);
  const { layers, scheme, maxZoom: maxzoom } = source;
  const named = layers.map((tiles, at) => [`basemap-${at}`, tiles] as const);
  return {
    sources: Object.fromEntries(
      named.map(([id, tiles]): [string, SourceSpecification] => [
        id,
        { type: "raster", tiles: [...tiles], tileSize: 256, scheme, maxzoom },
      ]),
    ),
    layers: named.map(([id]) => pictureLayer(id, colours)),
  };
}
