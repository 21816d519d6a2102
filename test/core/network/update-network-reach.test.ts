import fc from "fast-check";
import { expect, it } from "vitest";
import { type Dice, diceOf } from "../../../src/core/base/random.ts";
import { rowMap } from "../../../src/core/base/row-map.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import { updateNetworkReach } from "../../../src/core/network/update-network-reach.ts";
import { east } from "../../builders/rows.ts";
import {
  type DrawnZone,
  originsOfZones,
  placesOfPoints,
  randomTown,
  walkGraph,
} from "../../builders/walk-graphs.ts";

interface Row<Value> {
  readonly id: string;
  readonly value: Value;
}

const rowsOf = <Value>(values: readonly Value[]): readonly Row<Value>[] =>
  values.map((value, i) => ({ id: String(i).padStart(3, "0"), value }));

/** Some rows gone, some of another value, one new; all others the same values. */
function edited<Value>(rows: readonly Row<Value>[], dice: Dice, other: () => Value): readonly Row<Value>[] {
  const kept = rows.filter(() => dice.chance(0.9));
  const changed = kept.map((row) => (dice.chance(0.2) ? { id: row.id, value: other() } : row));
  const added = dice.chance(0.5) ? [{ id: String(dice.whole(0, 9)).padEnd(4, "5"), value: other() }] : [];
  return [...changed, ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
}

it("reach that was updated is byte for byte that from scratch, and tells who was touched", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 50, max: 900 }),
      fc.boolean(),
      (seed, limit, zonesToo) => {
        const town = randomTown(seed, false);
        const graph = walkGraph(town.nodes, town.stretches);
        const dice = diceOf(seed, "edits");
        const anywhere = (): LngLat => east(dice.between(-300, 600), dice.between(-300, 600));
        const limits = { limit, cap: 120 };
        const [zones, facilities] = [rowsOf(town.zones), rowsOf(town.facilities)];
        const origins = originsOfZones(zones.map(({ value }) => value));
        const before = placesOfPoints(facilities.map(({ value }) => value));
        const reach = finish(networkReach(graph, origins, before, limits));

        const point = (): DrawnZone => ({ kind: "point", places: [anywhere()] });
        const nextZones = zonesToo ? edited(zones, dice, point) : zones;
        const nextFacilities = edited(facilities, dice, anywhere);
        const nextOrigins = zonesToo ? originsOfZones(nextZones.map(({ value }) => value)) : origins;
        const places = placesOfPoints(nextFacilities.map(({ value }) => value));
        const rows = { zoneRows: rowMap(zones, nextZones), facilityRows: rowMap(facilities, nextFacilities) };
        const earlier = { ...reach, origins, facilities: before, ...rows };
        const { touched, ...updated } = finish(
          updateNetworkReach(earlier, graph, nextOrigins, places, limits),
        );
        expect(updated).toEqual(
          finish(networkReach(graph, originsOfZones(nextZones.map((z) => z.value)), places, limits)),
        );
        const idsAt = (table: typeof reach.table, named: readonly Row<LngLat>[], zone: number) =>
          Array.from(table.facilities.subarray(table.starts[zone], table.starts[zone + 1]), (f, i) => [
            named[f]?.id,
            table.metres[(table.starts[zone] ?? 0) + i],
          ]);
        nextZones.forEach((zone, now) => {
          const was = zones.indexOf(zone);
          if (was < 0 || touched.includes(now)) return;
          expect(idsAt(updated.table, nextFacilities, now)).toEqual(idsAt(reach.table, facilities, was));
        });
      },
    ),
    { seed: 1, numRuns: process.env.QUAN_LONG ? 5000 : 150 },
  );
});

it("nothing moved is nothing touched", () => {
  const town = randomTown(7, false);
  const graph = walkGraph(town.nodes, town.stretches);
  const zones = rowsOf(town.zones);
  const facilities = rowsOf(town.facilities);
  const origins = originsOfZones(town.zones);
  const places = placesOfPoints(town.facilities);
  const reach = finish(networkReach(graph, origins, places, { limit: 900 }));
  const rows = { zoneRows: rowMap(zones, zones), facilityRows: rowMap(facilities, facilities) };
  const earlier = { ...reach, origins, facilities: places, ...rows };
  const update = finish(updateNetworkReach(earlier, graph, origins, places, { limit: 900 }));
  expect(update.table).toBe(reach.table);
  expect(update.touched).toHaveLength(0);
});
