import type { LayerSpecification, RasterLayerSpecification, SourceSpecification } from "maplibre-gl";
import { bytesOf } from "../colour.ts";
import type { MapColours } from "../columns.ts";
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

/** Pictures, paler than they were made, so that the data stands out on either ground. */
export function pictureLayer(source: string, { ground }: MapColours): RasterLayerSpecification {
  const dark = bytesOf(ground)[0] < 128;
  const paint = dark
    ? { "raster-opacity": 0.45, "raster-saturation": -0.5, "raster-brightness-max": 0.8 }
    : { "raster-opacity": 0.72, "raster-saturation": -0.4 };
  return { id: source, type: "raster", source, paint: { ...paint, "raster-fade-duration": 0 } };
}
