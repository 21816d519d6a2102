import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dice, diceOf } from "../../../src/core/base/random.ts";
import type { LngLat, Polygon } from "../../../src/core/geo/lng-lat.ts";
import { barrierKind, barriersOf } from "../../../src/core/network/barriers.ts";
import { barrierBetween, barriersBetween } from "../../../src/core/network/barriers-between.ts";
import { turnOf } from "../../../src/core/network/side-meeting.ts";
import type { Tags } from "../../../src/core/network/street-map.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { east } from "../../builders/rows.ts";
import { type DrawnStreets, streetMap } from "../../builders/street-maps.ts";
import { slowlyCuts, slowlyInside } from "../../oracles/slow-barriers.ts";

const PROFILE = shippedWalkProfiles().adult;
const NOTHING = { water: [], railways: [] };
const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 50 * few : few });

/** From south to north across the way, at so many metres east. */
const across = (metres: number): readonly LngLat[] => [east(metres, -500), east(metres, 500)];
const river = (from: number, to: number): Polygon => [
  [east(from, -500), east(to, -500), east(to, 500), east(from, 500)],
];
const street = (metres: number, tags: Tags): DrawnStreets => ({
  at: { south: [metres, -500], north: [metres, 500] },
  ways: [{ through: ["south", "north"], tags }],
});

describe("the barrier between two places", () => {
  it("is the river, with its width and where it begins", () => {
    const barriers = barriersOf({ water: [river(200, 260)], railways: [] }, undefined, PROFILE);
    const found = barrierBetween(barriers, east(0), east(600));
    expect(found?.kind).toBe("water");
    expect(found?.from).toBeCloseTo(1 / 3, 5);
    expect(found?.to).toBeCloseTo(260 / 600, 5);
    expect(found?.across).toBeCloseTo(60, 2);
    expect(found?.at.lng).toBeCloseTo(east(200).lng, 7);
  });

  it("is named by kind and name, whichever is met first", () => {
    const map = streetMap({
      at: { a: [100, -500], b: [100, 500], c: [400, -500], d: [400, 500] },
      ways: [
        { through: ["a", "b"], tags: { highway: "service", access: "private" } },
        { through: ["c", "d"], tags: { highway: "motorway", name: "京台高速" } },
      ],
    });
    const barriers = barriersOf({ water: [], railways: [] }, map, PROFILE);
    const found = barriersBetween(barriers, east(0), east(600));
    expect(found.map(({ kind, name }) => [kind, name])).toEqual([
      ["motorway", "京台高速"],
      ["private", undefined],
    ]);
    const withRailway = barriersOf({ water: [], railways: [across(550)] }, map, PROFILE);
    expect(barrierBetween(withRailway, east(0), east(600))?.kind).toBe("railway");
  });

  it.each<[Tags, string | undefined]>([
    [{ highway: "motorway" }, "motorway"],
    [{ highway: "residential", motorroad: "yes" }, "motorway"],
    [{ highway: "motorway", bridge: "viaduct" }, undefined],
    [{ highway: "service", access: "private" }, "private"],
    [{ railway: "rail" }, "railway"],
    [{ railway: "subway", tunnel: "yes" }, undefined],
    [{ railway: "rail", layer: "-1" }, undefined],
    [{ railway: "platform" }, undefined],
    [{ barrier: "wall" }, "wall"],
    [{ barrier: "kerb" }, undefined],
    [{ highway: "footway", barrier: "wall" }, undefined],
    [{ highway: "residential", railway: "rail" }, undefined],
    [{ waterway: "canal" }, "water"],
    [{ waterway: "canal", tunnel: "culvert" }, undefined],
    [{ highway: "residential" }, undefined],
    [{ highway: "steps" }, undefined],
  ])("is, where a way is tagged %j, %s", (tags, kind) => {
    expect(barrierKind(tags, PROFILE)).toBe(kind);
    const found = barriersBetween(
      barriersOf(NOTHING, streetMap(street(100, tags)), PROFILE),
      east(0),
      east(200),
    );
    expect(found.map((one) => one.kind)).toEqual(kind === undefined ? [] : [kind]);
  });

  it("is none where nothing is drawn between, nor beyond, nor where one only stands at it", () => {
    const barriers = barriersOf({ water: [river(200, 260)], railways: [across(700)] }, undefined, PROFILE);
    expect(barrierBetween(barriers, east(300), east(600))).toBeUndefined();
    expect(barrierBetween(barriers, east(300), east(300))).toBeUndefined();
    expect(barrierBetween(barriers, east(300), east(700))).toBeUndefined();
    expect(barrierBetween(barriersOf(NOTHING, undefined, PROFILE), east(0), east(600))).toBeUndefined();
  });

  it("is no water that is only touched, nor an island in it", () => {
    const pond: Polygon = [[east(100, 0), east(200, 100), east(0, 100)]];
    const moat: Polygon = [
      [east(-500, -500), east(500, -500), east(500, 500), east(-500, 500)],
      [east(-400, -400), east(-400, 400), east(400, 400), east(400, -400)],
    ];
    const barriers = barriersOf({ water: [pond, moat], railways: [] }, undefined, PROFILE);
    expect(barrierBetween(barriers, east(-300), east(300))).toBeUndefined();
    expect(barrierBetween(barriers, east(-300), east(600))?.across).toBeCloseTo(100, 1);
  });

  it("is that of all sides tried one by one, and the same there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const dice = diceOf(seed, "barriers");
        const place = () => east(dice.whole(-10, 10) * 20, dice.whole(-10, 10) * 20);
        const water = Array.from({ length: dice.whole(0, 4) }, () => blob(dice));
        const railways = Array.from({ length: dice.whole(0, 4) }, () =>
          Array.from({ length: dice.whole(2, 5) }, place),
        );
        const barriers = barriersOf({ water, railways }, undefined, PROFILE);
        const [a, b] = [place(), place()];
        const found = barriersBetween(barriers, a, b);
        const lines = railways.flatMap((line, i) => (slowlyCuts(line, a, b) ? [water.length + i] : []));
        expect(found.filter(({ kind }) => kind === "railway").map((one) => one.feature)).toEqual(lines);
        water.forEach((area, feature) => {
          const one = found.find((each) => each.feature === feature);
          const isMet = slowlyCuts([...area[0], area[0][0] ?? a], a, b);
          if (!isMet) expect(one).toBeUndefined();
          if (!isMet) return;
          const share = one === undefined ? 0 : one.across / Math.max(1e-9, metresOf(a, b));
          expect(Math.abs(share - slowlyInside(area, a, b, 400))).toBeLessThan(0.02);
        });
        const back = barriersBetween(barriers, b, a);
        expect(back.map((one) => one.feature)).toEqual(found.map((one) => one.feature));
        found.forEach((one, i) => {
          expect(1 - (back[i]?.to ?? Number.NaN)).toBeCloseTo(one.from, 6);
          expect(back[i]?.across).toBeCloseTo(one.across, 3);
        });
      }),
      runs(150),
    );
  });

  it("is found wherever it is planted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const dice = diceOf(seed, "planted");
        const [a, b] = [
          east(dice.between(-800, -1), dice.between(-500, 500)),
          east(dice.between(1, 800), dice.between(-500, 500)),
        ];
        const share = dice.between(0.01, 0.99);
        const middle = { lng: a.lng + share * (b.lng - a.lng), lat: a.lat + share * (b.lat - a.lat) };
        const [x, y] = [b.lng - a.lng, b.lat - a.lat];
        const wall = [
          { lng: middle.lng - y, lat: middle.lat + x },
          { lng: middle.lng + y, lat: middle.lat - x },
        ];
        const barriers = barriersOf({ water: [], railways: [wall] }, undefined, PROFILE);
        expect(barrierBetween(barriers, a, b)?.from).toBeCloseTo(share, 6);
      }),
      runs(100),
    );
  });
});

describe("a turn", () => {
  it("is exact where rounding would tell nothing", () => {
    // Points beside 0.5, 0.5 by some last digits, against a line through them.
    const [a, b] = [
      { lng: 17.3, lat: 17.3 },
      { lng: 24, lat: 24 },
    ];
    for (let x = 0; x < 24; x++) {
      for (let y = 0; y < 24; y++) {
        const at = { lng: 0.5 + x * 2 ** -53, lat: 0.5 + y * 2 ** -53 };
        const side = Math.sign(at.lat - at.lng);
        expect(turnOf(a, b, at)).toBe(side);
        expect(turnOf(b, a, at)).toBe(-side || 0);
        expect(turnOf(at, a, b)).toBe(side);
        expect(turnOf(b, at, a)).toBe(side);
      }
    }
    expect(turnOf({ lng: 0, lat: 0 }, { lng: 0.3, lat: 0.3 }, { lng: 0.1, lat: 0.1 })).toBe(0);
  });
});

function metresOf(a: LngLat, b: LngLat): number {
  return Math.hypot((a.lng - b.lng) * 92_120.3, (a.lat - b.lat) * 110_929);
}

/** A ring around a middle, of some corners. */
function blob(dice: Dice): Polygon {
  const [x, y] = [dice.whole(-8, 8) * 20, dice.whole(-8, 8) * 20];
  const corners = dice.whole(3, 7);
  return [
    Array.from({ length: corners }, (_, i) => {
      const angle = ((i + dice.between(0, 0.8)) / corners) * 2 * Math.PI;
      const radius = dice.between(20, 150);
      return east(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }),
  ];
}
