import { describe, expect, it } from "vitest";
import { type BasemapSetting, BLANK, settingFromText, settingToText } from "../../src/map/basemap/setting.ts";
import { sourceOf } from "../../src/map/basemap/source.ts";

const xyz = (address: string) =>
  sourceOf({ ...BLANK, kind: "xyz", addresses: { ...BLANK.addresses, xyz: address } });
const wmts = (address: string) =>
  sourceOf({ ...BLANK, kind: "wmts", addresses: { ...BLANK.addresses, wmts: address } });
const addressesOf = (source: ReturnType<typeof sourceOf>) =>
  typeof source === "object" && source.kind === "raster" ? source.layers.flat() : [];

describe("the source of a basemap", () => {
  it("is nothing until one is set", () => {
    expect(sourceOf(BLANK)).toBeUndefined();
  });

  it("of 天地图 is a ground and its names, asked of eight servers with the key", () => {
    const source = sourceOf({ ...BLANK, kind: "tianditu-image", key: " a&b " });
    const addresses = addressesOf(source);
    expect(addresses).toHaveLength(16);
    expect(addresses?.[0]).toBe(
      "https://t0.tianditu.gov.cn/img_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=img&STYLE=default" +
        "&TILEMATRIXSET=w&FORMAT=tiles&tk=a%26b&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}",
    );
    expect(addresses?.[15]).toContain("https://t7.tianditu.gov.cn/cia_w/");
    expect(sourceOf({ ...BLANK, kind: "tianditu-vector", key: " " })).toBe("noKey");
  });

  it("of XYZ needs every place, and takes rows from the south and three servers", () => {
    expect(addressesOf(xyz("https://a.cn/{z}/{x}/{y}.png"))).toEqual(["https://a.cn/{z}/{x}/{y}.png"]);
    expect(xyz("https://a.cn/{z}/{x}/{-y}.png")).toMatchObject({
      layers: [["https://a.cn/{z}/{x}/{y}.png"]],
      scheme: "tms",
    });
    expect(addressesOf(xyz("https://{s}.a.cn/{z}/{x}/{y}"))).toEqual(
      ["a", "b", "c"].map((s) => `https://${s}.a.cn/{z}/{x}/{y}`),
    );
    expect(xyz("https://a.cn/{z}/{x}.png")).toBe("noPlaces");
  });

  it("of WMTS takes both ways of writing an address", () => {
    expect(addressesOf(wmts("https://a.cn/w/{TileMatrix}/{TileRow}/{tilecol}.png"))).toEqual([
      "https://a.cn/w/{z}/{y}/{x}.png",
    ]);
    expect(
      addressesOf(wmts("https://a.cn/wmts?service=WMTS&layer=d&tilematrix=3&tilerow=1&tilecol=2&k=1")),
    ).toEqual(["https://a.cn/wmts?service=WMTS&layer=d&k=1&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"]);
    expect(wmts("https://a.cn/wmts/1.0.0/layer")).toBe("noPlaces");
  });

  it("is an address of the web whose tiles lie where they say", () => {
    expect(xyz("")).toBe("noAddress");
    for (const address of ["file:///c/{z}/{x}/{y}", "javascript:alert({z}{x}{y})", "a.cn/{z}/{x}/{y}"])
      expect(xyz(address)).toBe("notWeb");
    for (const host of [
      "webrd01.is.autonavi.com",
      "rt0.map.gtimg.com",
      "maponline0.bdimg.com",
      "mt1.google.cn",
    ])
      expect(xyz(`https://${host}/{z}/{x}/{y}`)).toBe("shifted");
    expect(xyz("https://a.cn/not-autonavi.com/{z}/{x}/{y}")).toMatchObject({ kind: "raster" });
  });
});

describe("a setting that is kept", () => {
  const setting: BasemapSetting = {
    kind: "wmts",
    key: "k",
    addresses: { xyz: "x", wmts: "w", pmtiles: "p" },
    credit: "某院",
  };

  it("comes back as it was, all but a file", () => {
    expect(settingFromText(settingToText(setting))).toEqual(setting);
    const withFile = { ...setting, kind: "pmtiles", file: new File([], "a.pmtiles") } as const;
    expect(settingFromText(settingToText(withFile))).toEqual({ ...setting, kind: "blank" });
  });

  it("is blank where it was spoiled", () => {
    for (const text of [undefined, "", "null", "[]", '{"kind":"mars","addresses":7,"key":{}}'])
      expect(settingFromText(text)).toEqual(BLANK);
  });
});
