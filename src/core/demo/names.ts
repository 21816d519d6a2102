import type { Dice } from "../base/random.ts";
import type { DemoWords } from "./spec.ts";

/** Invented names, none given twice. */
export interface Namer {
  /** Two characters: a community, a kindergarten. */
  place(): string;
  village(): string;
  oldEstate(place: string): string;
  slabEstate(place: string): string;
  newEstate(): string;
  care(): string;
  nursery(): string;
}

export function namerOf(words: DemoWords, dice: Dice): Namer {
  const taken = new Set<string>();
  const places = deck(pairs(words.placeFirst, words.placeSecond), dice);
  const villages = deck(pairs(words.villageFirst, words.villageSecond), dice);
  const estates = deck(words.estateFirst, dice);
  const cares = deck(words.care, dice);
  const nurseries = deck(words.nurseries, dice);
  const unique = (make: () => string): string => {
    for (let round = 0; ; round++) {
      const name = round < 40 ? make() : `${make()}${PARTS[round % PARTS.length]}`;
      if (!taken.has(name)) {
        taken.add(name);
        return name;
      }
    }
  };
  return {
    place: () => unique(places),
    village: () => unique(villages),
    oldEstate: (place) =>
      unique(() =>
        dice.chance(0.3)
          ? `${dice.pick(words.works)}宿舍`
          : `${dice.chance(0.4) ? place : places()}${dice.pick(words.oldEstates)}`,
      ),
    slabEstate: (place) =>
      unique(() =>
        dice.chance(0.22)
          ? `${dice.pick(words.works)}家属院`
          : `${dice.chance(0.4) ? place : places()}${dice.pick(words.slabEstates)}`,
      ),
    newEstate: () => unique(() => `${estates()}${dice.pick(words.newEstates)}`),
    care: () => unique(cares),
    nursery: () => unique(nurseries),
  };
}

const PARTS = ["东区", "西区", "南区", "北区", "一期", "二期"];

function pairs(first: string, second: string): string[] {
  return first.split("").flatMap((a) =>
    second
      .split("")
      .filter((b) => b !== a)
      .map((b) => a + b),
  );
}

/** Draws each word once before any comes again. */
function deck(words: readonly string[], dice: Dice): () => string {
  let left: string[] = [];
  return () => {
    if (left.length === 0) left = dice.shuffled(words);
    return left.pop() as string;
  };
}
