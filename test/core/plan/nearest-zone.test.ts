import fc from "fast-check";
import { expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { metresFromZone } from "../../../src/core/model/far-from-zone.ts";
import { nearestZone } from "../../../src/core/plan/measures/nearest-zone.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aZone, east } from "../../builders/rows.ts";

it("finds the zone that is nearest of all, whatever its box", () => {
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const dice = diceOf(seed, "nearest");
      const { zones } = randomProject(seed);
      const find = nearestZone(zones);
      for (let round = 0; round < 20; round++) {
        const far = dice.chance(0.3) ? 200_000 : 2500;
        const at = east(dice.between(-far, far), dice.between(-far, far));
        let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
        for (const [row, zone] of zones.entries()) {
          const metres = metresFromZone(at, zone);
          if (metres !== undefined && metres < least) [nearest, least] = [row, metres];
        }
        expect(find(at)).toBe(nearest);
      }
    }),
    { seed: 3, numRuns: process.env["QUAN_LONG"] ? 500 : 40 },
  );
});

it("finds none where no zone has a place, and one across the date line", () => {
  const { at: _at, ...nowhere } = aZone("A");
  expect(nearestZone([nowhere])(east(0))).toBe(-1);
  const zones = [aZone("A", { at: { lng: 170, lat: 30 } }), aZone("B", { at: { lng: -179.9, lat: 30 } })];
  expect(nearestZone(zones)({ lng: 179.9, lat: 30 })).toBe(1);
});
