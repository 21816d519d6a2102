import type { factWords as chinese } from "../zh/fact-words.ts";

export const factWords: {
  readonly [Kind in Exclude<keyof typeof chinese, "words">]: Record<keyof (typeof chinese)[Kind], string>;
} & { readonly words: Readonly<Record<string, never>> } = {
  datum: {
    wgs84: "WGS84 / CGCS2000",
    gcj02: "GCJ-02 (Amap, Tencent)",
    bd09: "BD-09 (Baidu)",
  },
  evidence: {
    name: "places of the same name",
    zone: "the zones that they name",
    unit: "the outlines of their streets and communities",
    extent: "the extent of the administrative units",
    street: "the lines of streets",
  },
  // The words themselves are English.
  words: {},
};
