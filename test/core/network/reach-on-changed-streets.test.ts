import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import { changedStreets } from "../../../src/core/network/changed-streets.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import { reachOnChangedStreets } from "../../../src/core/network/reach-on-changed-streets.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { randomChanges } from "../../builders/random-changes.ts";
import { randomStreets } from "../../builders/random-streets.ts";
import { east } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";
import { type DrawnZone, originsOfZones, placesOfPoints } from "../../builders/walk-graphs.ts";

const profiles = Object.values(shippedWalkProfiles());
const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 50 * few : few });

describe("reach on changed streets", () => {
  it("is byte for byte that of a search from every facility", () => {
    fc.assert(
      fc.property(
        randomStreets(),
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 20, max: 500 }),
        (drawn, seed, limit) => {
          const map = streetMap(drawn);
          const dice = diceOf(seed, "changes");
          const outcome = changedStreets(map, randomChanges(map, dice, 450));
          if (!outcome.ok) return;
          const profile = dice.pick(profiles);
          const [before, now] = [map, outcome.value].map((each) => finish(walkGraph(each, profile)));
          if (before === undefined || now === undefined) return;
          const anywhere = () => east(dice.between(-50, 350), dice.between(-50, 350));
          const zones = Array.from({ length: dice.whole(1, 12) }, (): DrawnZone => {
            const places = Array.from({ length: dice.whole(1, 3) }, anywhere);
            return { kind: dice.pick(["buildings", "entrances"]), places };
          });
          const moved = zones.map(
            (zone): DrawnZone => (dice.chance(0.1) ? { kind: "crossings", places: [anywhere()] } : zone),
          );
          const origins = originsOfZones(zones);
          const nowOrigins = dice.chance(0.5) ? origins : originsOfZones(moved);
          const facilities = placesOfPoints(Array.from({ length: dice.whole(1, 8) }, anywhere));
          const limits = { limit, cap: 60 };
          const earlier = finish(networkReach(before, origins, facilities, limits));
          const update = finish(
            reachOnChangedStreets(
              { ...earlier, graph: before, origins, facilities },
              now,
              nowOrigins,
              limits,
            ),
          );
          const { table, notJoined } = finish(
            networkReach(now, nowOrigins, placesOfPoints(pointsOf(facilities)), limits),
          );
          expect(update.table).toEqual(table);
          expect(update.notJoined).toEqual(notJoined);
          zones.forEach((_, zone) => {
            if (update.touched.includes(zone)) return;
            const rows = ({ starts, facilities: to, metres }: typeof table) =>
              [to, metres].map((column) => [...column.subarray(starts[zone], starts[zone + 1])]);
            expect(rows(table)).toEqual(rows(earlier.table));
          });
        },
      ),
      runs(250),
    );
  });

  it("finds an origin that joins another street since its own was closed", () => {
    // Two streets that do not meet; the zone stands nearer to the southern one.
    const map = streetMap({
      at: { a: [0, 0], b: [900, 0], c: [0, 100], d: [900, 100] },
      ways: [{ through: ["a", "b"] }, { through: ["c", "d"] }],
    });
    const outcome = changedStreets(map, [{ kind: "closed", way: 0, from: 0, to: 1 }]);
    const [profile] = profiles;
    if (!outcome.ok || profile === undefined) throw new Error("it can be closed");
    const [graph, now] = [finish(walkGraph(map, profile)), finish(walkGraph(outcome.value, profile))];
    const origins = originsOfZones([{ kind: "point", places: [east(400, 40)] }]);
    const facilities = placesOfPoints([east(450, 100)]);
    const limits = { limit: 150 };
    const earlier = finish(networkReach(graph, origins, facilities, limits));
    const update = finish(
      reachOnChangedStreets({ ...earlier, graph, origins, facilities }, now, origins, limits),
    );
    expect([earlier.table.metres.length, update.searches, update.table.metres.length]).toEqual([0, 1, 1]);
    expect(Math.round(update.table.metres[0] ?? 0)).toBe(110);
  });

  it("searches from nobody where nothing changed, and from those near a change alone", () => {
    const names = Array.from({ length: 31 }, (_, i) => `${i}`);
    const map = streetMap({
      at: Object.fromEntries(names.map((name, i) => [name, [100 * i, 0]])),
      ways: names
        .slice(1)
        .map((name, i) => ({ through: [`${i}`, name], tags: { highway: "residential", n: name } })),
    });
    const [profile] = profiles;
    if (profile === undefined) throw new Error("there is a profile");
    const graph = finish(walkGraph(map, profile));
    const points = Array.from({ length: 31 }, (_, i) => east(100 * i, 5));
    const origins = originsOfZones(points.map((at) => ({ kind: "point", places: [at] })));
    const facilities = placesOfPoints(points);
    const limits = { limit: 210 };
    const earlier = finish(networkReach(graph, origins, facilities, limits));
    const before = { ...earlier, graph, origins, facilities };
    const again = finish(reachOnChangedStreets(before, finish(walkGraph(map, profile)), origins, limits));
    expect([again.searches, again.touched.length]).toEqual([0, 0]);
    const outcome = changedStreets(map, [
      { kind: "added", line: [east(1500, 0), east(1500, 300)], tags: { highway: "residential" } },
    ]);
    if (!outcome.ok) throw new Error("it can be added");
    const update = finish(
      reachOnChangedStreets(before, finish(walkGraph(outcome.value, profile)), origins, limits),
    );
    // The whole street was one stretch and is two now: each is touched from its ends, and what joins either.
    expect(update.searches).toBe(31);
    const crossing = streetMap({
      at: Object.fromEntries([
        ...names.map((name, i) => [name, [100 * i, 0]] as const),
        ...names.map((name, i) => [`up ${name}`, [100 * i, 50]] as const),
      ]),
      ways: [
        ...names.slice(1).map((name, i) => ({ through: [`${i}`, name] })),
        ...names.map((name) => ({ through: [name, `up ${name}`] })),
      ],
    });
    const grid = finish(walkGraph(crossing, profile));
    const reach = finish(networkReach(grid, origins, facilities, limits));
    const closed = changedStreets(crossing, [{ kind: "closed", way: 15, from: 0, to: 1 }]);
    if (!closed.ok) throw new Error("it can be closed");
    const shut = finish(
      reachOnChangedStreets(
        { ...reach, graph: grid, origins, facilities },
        finish(walkGraph(closed.value, profile)),
        origins,
        limits,
      ),
    );
    // Nothing is decided any more at its ends, 15 and 16: what leads on from there to 14 and 17 is new too. Two on from each.
    expect(shut.searches).toBe(8);
  });
});

function pointsOf({ lng, lat }: { readonly lng: Float64Array; readonly lat: Float64Array }) {
  return Array.from(lng, (degrees, row) => ({ lng: degrees, lat: lat[row] ?? Number.NaN }));
}
