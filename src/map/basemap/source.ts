import { type BasemapSetting, isAddressed } from "./setting.ts";

/** What is asked for and drawn. `{z}`, `{x}` and `{y}` of an address are those of Web Mercator. */
export type BasemapSource =
  | {
      readonly kind: "raster";
      /** From the ground up: of each layer, addresses that answer alike. */
      readonly layers: readonly (readonly string[])[];
      /** `tms`: rows count from the south. */
      readonly scheme: "xyz" | "tms";
      /** Finest scale the server has; finer ones are enlarged. */
      readonly maxZoom: number;
      readonly credit: string;
    }
  | { readonly kind: "pmtiles"; readonly from: string | File; readonly credit: string };

/**
 * Why a setting shows nothing: no key; no address; an address that is not of the web; one that does not say where the
 * numbers of a tile go; tiles that are shifted against the ground by law (GCJ-02, BD-09) and fit no data.
 */
export type BasemapFault = "noKey" | "noAddress" | "notWeb" | "noPlaces" | "shifted";

/** The source of a setting, nothing for a blank ground, or what is wrong with the setting. */
export function sourceOf(setting: BasemapSetting): BasemapSource | BasemapFault | undefined {
  const { kind, key, credit, file } = setting;
  if (kind === "blank") return undefined;
  if (!isAddressed(kind)) return key.trim() ? tianditu(TIANDITU[kind], key.trim()) : "noKey";
  if (kind === "pmtiles" && file) return { kind, from: file, credit };
  const address = setting.addresses[kind].trim();
  if (address === "") return "noAddress";
  if (!/^https?:\/\/[^/]/i.test(address)) return "notWeb";
  if (SHIFTED.test(address)) return "shifted";
  if (kind === "pmtiles") return { kind, from: address, credit };
  const template = kind === "wmts" ? withPlaces(address) : address;
  const rising = template.replaceAll("{-y}", "{y}");
  if (!["{z}", "{x}", "{y}"].every((place) => rising.includes(place))) return "noPlaces";
  return {
    kind: "raster",
    layers: [rising.includes("{s}") ? ["a", "b", "c"].map((s) => rising.replaceAll("{s}", s)) : [rising]],
    scheme: rising === template ? "xyz" : "tms",
    maxZoom: 19,
    credit,
  };
}

/** Ground and names of the national platform. */
const TIANDITU = { "tianditu-vector": ["vec", "cva"], "tianditu-image": ["img", "cia"] } as const;

function tianditu(layers: readonly string[], key: string): BasemapSource {
  const address = (server: number, layer: string) =>
    withPlaces(
      `https://t${server}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
        `&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&tk=${encodeURIComponent(key)}`,
    );
  return {
    kind: "raster",
    layers: layers.map((layer) => [0, 1, 2, 3, 4, 5, 6, 7].map((server) => address(server, layer))),
    scheme: "xyz",
    maxZoom: 18,
    credit: "天地图 · 国家地理信息公共服务平台",
  };
}

/** Addresses whose tiles are in GCJ-02 or BD-09. */
const SHIFTED =
  /^https?:\/\/[^/]*\b(?:autonavi\.com|amap\.com|gtimg\.com|map\.qq\.com|bdimg\.com|baidu\.com|google\.cn)\b/i;

/** Places named as WMTS names them become `{z}`, `{x}`, `{y}`; an address of key and value without them gets them. */
function withPlaces(address: string): string {
  const named = address
    .replace(/\{TileMatrix\}/gi, "{z}")
    .replace(/\{TileRow\}/gi, "{y}")
    .replace(/\{TileCol\}/gi, "{x}");
  if (named.includes("{") || !/[?&]service=wmts(?:&|$)/i.test(named)) return named;
  const bare = named.replace(/&(?:tilematrix|tilerow|tilecol)=[^&]*/gi, "");
  return `${bare}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`;
}
