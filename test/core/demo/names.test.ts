import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import { namerOf } from "../../../src/core/demo/names.ts";
import { DEMO_CITIES, DEMO_SEED, demoSpec } from "../../../src/io/demo/shipped.ts";

const { words } = demoSpec("xuzhou");

describe("invented names", () => {
  it("never gives a name twice, even when the words run out", () => {
    const namer = namerOf(words, diceOf(1));
    const names = Array.from({ length: 900 }, () => namer.newEstate());
    expect(new Set(names).size).toBe(900);
  });

  it.each(DEMO_CITIES)("tells the zones of %s apart", (city) => {
    const names = finish(demoCity(demoSpec(city), DEMO_SEED)).zones.map((zone) => zone.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
