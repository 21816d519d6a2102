import fc from "fast-check";
import type { Tags } from "../../src/core/network/street-map.ts";
import type { DrawnStreets, DrawnWay } from "./street-maps.ts";

const WALKS: readonly Tags[] = [
  { highway: "residential" },
  { highway: "service", service: "alley" },
  { highway: "footway" },
  { highway: "steps" },
  { highway: "steps", "ramp:stroller": "yes" },
  { highway: "footway", "oneway:foot": "yes" },
  { highway: "path", "oneway:foot": "-1" },
  { highway: "steps", conveying: "backward" },
  { highway: "residential", oneway: "yes" },
  { highway: "service", access: "private" },
  { highway: "motorway" },
];

const BARRIERS: readonly Tags[] = [
  { barrier: "gate" },
  { barrier: "gate", access: "private" },
  { barrier: "wall" },
  { barrier: "stile" },
];

const SIDE = 4;

/**
 * Streets on a grid of four by four crossings that are a little off their places, a hundred metres apart: ways wander
 * from a crossing to one beside it, over again at times. `layers` of 2 lays a second town right over the first that
 * shares only some of its nodes. Some ways take the one step that has no length, to a twin of a crossing.
 */
export function randomStreets({ layers = 1 }: { readonly layers?: 1 | 2 } = {}): fc.Arbitrary<DrawnStreets> {
  const offsets = fc.array(fc.integer({ min: -30_000, max: 30_000 }), {
    minLength: 2 * SIDE * SIDE,
    maxLength: 2 * SIDE * SIDE,
  });
  const way = fc.record({
    layer: fc.integer({ min: 1, max: layers }),
    start: fc.integer({ min: 0, max: SIDE * SIDE - 1 }),
    turns: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 0, maxLength: 6 }),
    tags: fc.constantFrom(...WALKS),
    twin: fc.constantFrom("none", "none", "none", "start", "end"),
  });
  const barrier = fc.tuple(fc.integer({ min: 0, max: SIDE * SIDE - 1 }), fc.constantFrom(...BARRIERS));
  return fc
    .record({
      offsets,
      ways: fc.array(way, { minLength: 1, maxLength: 16 }),
      barriers: fc.array(barrier, { maxLength: 3 }),
    })
    .map(({ offsets: off, ways, barriers }) => {
      const place = (cell: number) =>
        [
          100 * (cell % SIDE) + (off[2 * cell] ?? 0) / 1000,
          100 * Math.floor(cell / SIDE) + (off[2 * cell + 1] ?? 0) / 1000,
        ] as const;
      const name = (cell: number, layer: number) =>
        layer === 2 && cell % 3 > 0 ? `over ${cell}` : `at ${cell}`;
      const at: Record<string, readonly [number, number]> = {};
      const drawn: DrawnWay[] = [];
      for (const { layer, start, turns, tags, twin } of ways) {
        const through = wander(start, turns).map((cell) => name(cell, layer));
        for (const cell of wander(start, turns)) at[name(cell, layer)] = place(cell);
        const end = twin === "start" ? through[0] : twin === "end" ? through.at(-1) : undefined;
        if (end !== undefined) {
          at[`${end}, twin`] = at[end] ?? [0, 0];
          drawn.push({ through: twin === "start" ? [`${end}, twin`, end] : [end, `${end}, twin`] });
        }
        drawn.push({ through: twin === "start" ? [`${end}, twin`, ...through.slice(1)] : through, tags });
      }
      const there = barriers.filter(([cell]) => `at ${cell}` in at);
      return {
        at,
        ways: drawn,
        barriers: Object.fromEntries(there.map(([cell, tags]) => [`at ${cell}`, tags])),
      };
    });
}

/** The crossings that a walk comes through; a turn that would leave the town is left out. */
function wander(start: number, turns: readonly number[]): number[] {
  const cells = [start];
  for (const turn of turns) {
    const here = cells.at(-1) ?? start;
    const [x, y] = [here % SIDE, Math.floor(here / SIDE)];
    const [dx, dy] = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ][turn] ?? [0, 0];
    const [nx, ny] = [x + (dx ?? 0), y + (dy ?? 0)];
    if (nx >= 0 && ny >= 0 && nx < SIDE && ny < SIDE) cells.push(ny * SIDE + nx);
  }
  return cells;
}
