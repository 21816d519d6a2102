import { expect, it } from "vitest";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import type { LackSource } from "../../src/ui/plans/lack-source.ts";
import { sourceSentence, sourceSentences } from "../../src/ui/plans/source-words.ts";

const zh = { t: wordsIn("zh"), language: "zh" } as const;
const said = (of: LackSource) => sourceSentence(of, zh).replaceAll("\u00a0", " ");
const ROOMS = { metric: "elderly_building_area", unit: "m2", rounding: 0 } as const;
const SLOTS = { metric: "childcare_slots", unit: "slot" } as const;

it("tells in wholes which zones are counted in what, where wholes add up", () => {
  expect(
    said({ ...SLOTS, judged: 2045.2, open: 285.6, openZones: 37, rounding: 134.8, elsewhere: 2226 }),
  ).toBe(
    "方案要补的托位 2,331 个：能判定的已建成小区缺 2,045 个，暂不能判定的 37 个小区至多缺 286 个。" +
      "页首的 4,406 个，只算能判定的小区：这里的 2,045 个，加上逐个小区进整多出的 135 个、新建等只能自行配建的小区缺的 2,226 个。",
  );
});

it("takes as many decimals as it needs to add up", () => {
  // 1,578 + 9,542 would be 11,120, and 11,121 stands on top.
  expect(said({ ...ROOMS, judged: 1578.4, open: 463.5, openZones: 11, elsewhere: 9542.3 })).toMatch(
    /2,041\.9 m²：.*1,578\.4 m²，.*463\.5 m²。页首的 11,120\.7 m².*9,542\.3 m²。/,
  );
});

it("says nothing where plans count what stands on top", () => {
  const same = { ...ROOMS, judged: 200, open: 0, openZones: 0, elsewhere: 0 };
  expect(sourceSentences([same, { ...same, elsewhere: 30 }], zh)).toHaveLength(1);
});

it("leaves out what is none", () => {
  expect(said({ ...ROOMS, judged: 200, open: 0, openZones: 0, elsewhere: 0 })).toBe(
    "方案要补的养老用房 200 m²：都是能判定的已建成小区缺的。页首的 200 m²，只算能判定的小区。",
  );
});
