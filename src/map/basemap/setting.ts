/** What lies under the data, as a person set it. Addresses and the key stay when another kind is chosen. */
export interface BasemapSetting {
  readonly kind: BasemapKind;
  /** Of 天地图, the person's own. */
  readonly key: string;
  /** Addresses by kind, as typed. */
  readonly addresses: Readonly<Record<AddressedKind, string>>;
  /** Who made the tiles; written on the map. */
  readonly credit: string;
  /** In place of an address of PMTiles. Only for this visit. */
  readonly file?: File | undefined;
}

export const BASEMAP_KINDS = [
  "blank",
  "tianditu-vector",
  "tianditu-image",
  "xyz",
  "wmts",
  "pmtiles",
] as const;
export type BasemapKind = (typeof BASEMAP_KINDS)[number];
export type AddressedKind = "xyz" | "wmts" | "pmtiles";

export const BLANK: BasemapSetting = {
  kind: "blank",
  key: "",
  addresses: { xyz: "", wmts: "", pmtiles: "" },
  credit: "",
};

export const isAddressed = (kind: BasemapKind): kind is AddressedKind => kind in BLANK.addresses;

/** A setting as kept between visits. A file cannot be kept: the next visit begins blank. */
export function settingToText({ file, ...setting }: BasemapSetting): string {
  const lost = file !== undefined && setting.kind === "pmtiles";
  return JSON.stringify(lost ? { ...setting, kind: "blank" } : setting);
}

/** Blank where the text is not of a setting. */
export function settingFromText(text: string | undefined): BasemapSetting {
  const kept = recordIn(text);
  const addresses = typeof kept.addresses === "object" ? { ...kept.addresses } : {};
  const word = (of: object, name: string) => {
    const value: unknown = Reflect.get(of, name);
    return typeof value === "string" ? value : "";
  };
  return {
    kind: BASEMAP_KINDS.find((kind) => kind === kept.kind) ?? "blank",
    key: word(kept, "key"),
    addresses: {
      xyz: word(addresses, "xyz"),
      wmts: word(addresses, "wmts"),
      pmtiles: word(addresses, "pmtiles"),
    },
    credit: word(kept, "credit"),
  };
}

function recordIn(text: string | undefined): { readonly kind?: unknown; readonly addresses?: unknown } {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
