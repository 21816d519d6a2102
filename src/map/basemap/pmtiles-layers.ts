import { addProtocol, type LayerSpecification } from "maplibre-gl";
import { FileSource, PMTiles, TileType } from "pmtiles";
import type { MapColours } from "../columns.ts";
import type { BasemapLayers } from "./layers.ts";
import { pictureLayer } from "./picture-layer.ts";

/** Pictures as they are; of vector tiles grounds and lines in the colours of the map, without names. */
export async function pmtilesLayers(from: string | File, colours: MapColours): Promise<BasemapLayers> {
  const archive = new PMTiles(typeof from === "string" ? from : new FileSource(from));
  const [header, metadata] = await Promise.all([archive.getHeader(), archive.getMetadata()]);
  const vector = header.tileType === TileType.Mvt;
  const number = opened.push({ archive, missing: vector ? new ArrayBuffer(0) : undefined }) - 1;
  addProtocol(PROTOCOL, ({ url }, { signal }) => tileOf(url, signal));
  const shared = {
    tiles: [`${PROTOCOL}://${number}/{z}/{x}/{y}`],
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat] as [number, number, number, number],
  };
  return {
    sources: {
      [SOURCE]: vector ? { type: "vector", ...shared } : { type: "raster", tileSize: 256, ...shared },
    },
    layers: vector ? vectorLayers(layerNames(metadata), colours) : [pictureLayer(SOURCE, colours)],
  };
}

const SOURCE = "basemap-0";
const PROTOCOL = "basemap";

/** By number in the address of a tile, with what stands for a tile that the archive leaves out. */
const opened: { readonly archive: PMTiles; readonly missing: ArrayBuffer | undefined }[] = [];

async function tileOf(url: string, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const [number = 0, z = 0, x = 0, y = 0] = url.slice(`${PROTOCOL}://`.length).split("/").map(Number);
  const from = opened[number];
  const data = (await from?.archive.getZxy(z, x, y, signal))?.data ?? from?.missing;
  if (!data) throw Object.assign(new Error("no such tile"), { status: 404 });
  return { data };
}

function layerNames(metadata: unknown): readonly string[] {
  const layers: unknown = typeof metadata === "object" && metadata && Reflect.get(metadata, "vector_layers");
  if (!Array.isArray(layers)) return [];
  return layers.flatMap((layer: unknown) => {
    const id: unknown = typeof layer === "object" && layer && Reflect.get(layer, "id");
    return typeof id === "string" ? [id] : [];
  });
}

/** Of each layer of the tiles its areas, where its name tells what they are, and its lines. */
function vectorLayers(names: readonly string[], { backdrop }: MapColours): LayerSpecification[] {
  const groundOf = (name: string) => {
    if (/water|ocean|river|lake/i.test(name)) return backdrop.water;
    if (/land_?use|land_?cover|park|green|wood|forest/i.test(name)) return backdrop.green;
    return /build/i.test(name) ? backdrop.street : undefined;
  };
  const part = (name: string, of: "Polygon" | "LineString") => ({
    id: `basemap-${of}-${name}`,
    source: SOURCE,
    "source-layer": name,
    filter: ["==", ["geometry-type"], of] as ["==", ["geometry-type"], string],
  });
  const grounds = names.flatMap((name): LayerSpecification[] => {
    const colour = groundOf(name);
    return colour ? [{ ...part(name, "Polygon"), type: "fill", paint: { "fill-color": colour } }] : [];
  });
  const lines = names.map((name): LayerSpecification => {
    const colour = /bound/i.test(name) ? backdrop.boundary : (groundOf(name) ?? backdrop.streetMain);
    const width = ["interpolate", ["linear"], ["zoom"], 10, 0.6, 16, 3] as never;
    return {
      ...part(name, "LineString"),
      type: "line",
      paint: { "line-color": colour, "line-width": width },
    };
  });
  return [...grounds, ...lines];
}
