import { diceOf } from "../../src/core/base/random.ts";
import type { StreetMap, Tags } from "../../src/core/network/street-map.ts";
import { type DrawnWay, streetMap } from "./street-maps.ts";

const OPEN_WAYS: readonly Tags[] = [
  ...Array.from({ length: 8 }, (): Tags => ({ highway: "residential" })),
  { highway: "footway" },
  { highway: "steps" },
  { highway: "footway", "oneway:foot": "yes" },
  { highway: "motorway" },
];
const ALL_WAYS: readonly Tags[] = [...OPEN_WAYS, { highway: "service", access: "private" }];

/**
 * Streets for a random project: a bent grid over its 2.5 km with gaps, steps, one-way walks, private ways, gates, and
 * streets that hang together with nothing else. `open`: without private ways and gates. `side`: corners of a side of the grid.
 */
export function townStreets(seed: number, open = false, side = 9): StreetMap {
  const dice = diceOf(seed, "town streets");
  const step = 2500 / (side - 1);
  const at: Record<string, readonly [number, number]> = {};
  const name = (x: number, y: number) => `${x} ${y}`;
  for (let x = 0; x < side; x++) {
    for (let y = 0; y < side; y++) {
      at[name(x, y)] = [
        Math.round(x * step + dice.between(-step / 3, step / 3)),
        Math.round(y * step + dice.between(-step / 3, step / 3)),
      ];
    }
  }
  const ways: DrawnWay[] = [];
  const barriers: Record<string, Tags> = {};
  for (let x = 0; x < side; x++) {
    for (let y = 0; y < side; y++) {
      for (const [ex, ey] of [
        [x + 1, y],
        [x, y + 1],
      ] as const) {
        if (ex < side && ey < side && dice.chance(0.75))
          ways.push({ through: [name(x, y), name(ex, ey)], tags: dice.pick(open ? OPEN_WAYS : ALL_WAYS) });
      }
      if (!open && dice.chance(0.05)) barriers[name(x, y)] = { barrier: "gate", access: "private" };
    }
  }
  return streetMap({ at, ways, barriers });
}
