import type { Dice } from "../../src/core/base/random.ts";
import type { StreetChange } from "../../src/core/network/changed-streets.ts";
import type { StreetMap } from "../../src/core/network/street-map.ts";
import { east } from "./rows.ts";

/** One to three changes of streets that lie within so many metres of the origin. */
export function randomChanges(map: StreetMap, dice: Dice, metres: number): readonly StreetChange[] {
  const anywhere = () => east(dice.between(-150, metres), dice.between(-150, metres));
  const corner = () => {
    const node = dice.whole(0, map.lng.length - 1);
    return { lng: map.lng[node] ?? 0, lat: map.lat[node] ?? 0 };
  };
  return Array.from({ length: dice.whole(1, 3) }, (): StreetChange[] => {
    const way = dice.whole(0, map.tags.length - 1);
    const last = (map.starts[way + 1] ?? 0) - (map.starts[way] ?? 0) - 1;
    const kind = dice.whole(0, 2);
    if (kind === 0 && last > 0) {
      const from = dice.whole(0, last - 1);
      return [{ kind: "closed", way, from, to: dice.whole(from + 1, last) }];
    }
    if (kind === 1) {
      return [
        { kind: "opened", way, tags: { highway: "footway", access: "", "oneway:foot": "", name: "新" } },
      ];
    }
    const end = dice.chance(0.5) ? corner() : anywhere();
    return [{ kind: "added", line: [corner(), anywhere(), end], tags: { highway: "path" } }];
  }).flat();
}
