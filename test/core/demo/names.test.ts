import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import { namerOf, romanised } from "../../../src/core/demo/names.ts";
import { DEMO_CITIES, DEMO_SEED, demoSpec } from "../../../src/io/demo/shipped.ts";

const { words } = demoSpec("xuzhou");

describe("invented names", () => {
  it.each([
    ["湖滨街道", "Hubin Subdistrict"],
    ["春桥社区", "Chunqiao Community"],
    ["棉纺厂家属院", "Cotton Mill Staff Compound"],
    ["五里店镇", "Wulidian Town"],
    ["云庭壹号院养老服务站", "Yunting No. 1 Elderly Care Station"],
    ["锦江大道", "Jinjiang Avenue"],
  ])("%s is written %s", (name, text) => {
    expect(romanised(name, words)).toBe(text);
  });

  it("never gives a name twice, even when the words run out", () => {
    const namer = namerOf(words, diceOf(1));
    const names = Array.from({ length: 900 }, () => namer.newEstate());
    expect(new Set(names).size).toBe(900);
  });

  it.each(DEMO_CITIES)("has Latin letters for all that %s is called", (city) => {
    const town = finish(demoCity(demoSpec(city), DEMO_SEED));
    const names = [
      ...town.zones,
      ...town.facilities,
      ...town.units,
      ...town.sites,
      ...town.backdrop.streets,
    ].map((row) => row.name);
    for (const name of names)
      if (name !== undefined) expect(romanised(name, words)).toMatch(/^[\u0020-\u024f’.]+$/);
  });

  it.each(DEMO_CITIES)("tells the zones of %s apart", (city) => {
    const names = finish(demoCity(demoSpec(city), DEMO_SEED)).zones.map((zone) => zone.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
