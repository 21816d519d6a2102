import { describe, expect, it } from "vitest";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import type { ServedAreaFacts } from "../../src/ui/plans/plan-facts.ts";
import {
  areaNumbers,
  mostUsed,
  usedWords,
  wholePlanWords,
  zoneUsedWords,
} from "../../src/ui/plans/served-words.ts";

const speech = (language: Language) => ({ t: wordsIn(language), language });
const [zh, en] = [speech("zh"), speech("en")];
const spaced = (sentence: string) => sentence.replace(/\s/g, " ");

// Of a city where 片区 1 lacks at most 1,187.6 m²: it uses 485 m² of one measure.
const ROOMS: ServedAreaFacts = {
  ...{ metric: "elderly_building_area", unit: "m2", number: 1 },
  ...{ given: 485.9, before: 1187.6, left: 44.6 },
};
const SLOTS: ServedAreaFacts = {
  ...{ metric: "childcare_slots", unit: "slot", number: 8 },
  ...{ given: 14.77, before: 30.2, left: 0 },
};

describe("a 片区 that a measure serves", () => {
  it("is named with its subject, by what it uses, cut, which says nothing of the shortage", () => {
    expect(spaced(usedWords(ROOMS, zh))).toBe("养老片区 1 使用 485 m²");
    expect(spaced(usedWords(SLOTS, zh))).toBe("托育片区 8 使用 14 个");
    expect(spaced(usedWords(ROOMS, en))).toBe("elderly area 1 uses 485 m²");
    expect(spaced(usedWords(SLOTS, en))).toBe("childcare area 8 uses 14 slots");
    for (const words of [zh, en])
      for (const area of [ROOMS, SLOTS]) {
        expect(usedWords({ ...area, left: 7 }, words)).toBe(usedWords({ ...area, left: 0 }, words));
        expect(usedWords(area, words)).not.toMatch(/缺|补|分到|lack|close/);
      }
  });

  it("lacks so much before and after the whole plan, told apart from that", () => {
    expect(spaced(wholePlanWords(ROOMS, zh))).toBe("缺 1,188 m² → 45 m²");
    expect(spaced(wholePlanWords(SLOTS, zh))).toBe("缺 31 个 → 补齐");
    expect(spaced(wholePlanWords(SLOTS, en))).toBe("lacks 31 slots → nothing");
    expect(spaced(wholePlanWords({ ...SLOTS, left: 0.2 }, en))).toBe("lacks 31 slots → 1 slot");
  });

  it("is numbered by metric where several are listed", () => {
    const numbered = [2, 3, 76].map((number) => ({ ...SLOTS, number }));
    expect(areaNumbers([{ ...ROOMS, number: 2 }, ...numbered], zh)).toBe("养老 2 · 托育 2 3 76");
    expect(areaNumbers([ROOMS, SLOTS], en)).toBe("elderly 1 · childcare 8");
    expect(areaNumbers([], zh)).toBe("");
  });

  it("comes before those that use less of the same subject", () => {
    const large = { ...SLOTS, number: 1, given: 50 };
    expect(mostUsed([ROOMS, SLOTS, large])).toEqual([large, SLOTS, ROOMS]);
  });
});

it("tells what one zone uses with its subject, in the decimals that its 片区 is told in", () => {
  const zone = { metric: ROOMS.metric, unit: ROOMS.unit, amount: 226.62 };
  expect(spaced(zoneUsedWords(zone, zh))).toBe("养老 226 m²");
  expect(spaced(usedWords({ ...ROOMS, given: 226.62 }, zh))).toContain("226 m²");
  expect(spaced(zoneUsedWords({ metric: SLOTS.metric, unit: "slot", amount: 14.77 }, en))).toBe(
    "childcare 14 slots",
  );
});
