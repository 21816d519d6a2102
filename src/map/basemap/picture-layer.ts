import type { RasterLayerSpecification } from "maplibre-gl";
import { bytesOf } from "../colour.ts";
import type { MapColours } from "../columns.ts";

/** Pictures, paler than they were made, so that the data stands out on either ground. */
export function pictureLayer(source: string, { ground }: MapColours): RasterLayerSpecification {
  const dark = bytesOf(ground)[0] < 128;
  const paint = dark
    ? { "raster-opacity": 0.36, "raster-saturation": -0.5, "raster-brightness-max": 0.8 }
    : { "raster-opacity": 0.72, "raster-saturation": -0.4 };
  return { id: source, type: "raster", source, paint: { ...paint, "raster-fade-duration": 0 } };
}
