import { describe, expect, it } from "vitest";
import { present } from "../../../src/core/base/invariant.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import type { DemoCityId } from "../../../src/core/demo/spec.ts";
import { geodesicMetres } from "../../../src/core/geo/geodesic.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import { joinedZonesFor } from "../../../src/core/network/join-zones.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import { packStreets } from "../../../src/core/network/packed-streets.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { streetsDigest } from "../../../src/core/network/streets-digest.ts";
import { streetsFault } from "../../../src/core/network/streets-fault.ts";
import { walkAccount } from "../../../src/core/network/walk-account.ts";
import { originsOf } from "../../../src/core/spatial/origins.ts";
import { facilityPlaces } from "../../../src/core/spatial/places.ts";
import { DEMO_CITIES, DEMO_SEED, demoSpec } from "../../../src/io/demo/shipped.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";

const { adult } = shippedWalkProfiles();

it.each([
  ["xuzhou", "9937c6504771315485a9b35f2c0f49b4cf34d4f60b1480380e05f0e15c41202c"],
  ["sucheng", "c8cd0ff4b5abb562f248abcb27ef0ea09953073025007424a39e1f985ca1719a"],
  ["lianyungang", "3121b11fd23a480b009f7ba752d9b97586031b83ecfca12d7cf2b978d1061135"],
  ["huaibei", "30c0282a21de99aebbccd85f0a26c5d3b68adddaf91d47c1f90554a7653fc1c8"],
] as const)("the streets of %s are the same on every machine", (city, digest) => {
  const { streets } = finish(demoCity(demoSpec(city), DEMO_SEED));
  expect(streets && streetsDigest(streets)).toBe(digest);
});

const CASES: readonly (readonly [DemoCityId, number])[] = [
  ...DEMO_CITIES.map((city) => [city, DEMO_SEED] as const),
  ["lianyungang", 4096],
];

describe.each(CASES)("the streets of %s from seed %i", (city, seed) => {
  const town = finish(demoCity(demoSpec(city), seed));
  const streets = present(town.streets, "a town has streets");
  const graph = finish(walkGraph(streets, adult));
  const account = walkAccount(streets, adult, graph);

  it("are whole, to a ten-millionth of a degree, and all of them are walked", () => {
    expect(streetsFault(streets)).toBeUndefined();
    expect(packStreets(streets).decimals).toBe(7);
    expect(account.walked).toBe(streets.tags.length);
    expect([account.withoutLength, account.long]).toEqual([0, []]);
  });

  it("hang together, but for what water and gates cut off", () => {
    expect(account.barred).toBeGreaterThan(5);
    expect(account.islands.metres).toBeLessThan(0.1 * account.metres);
  });

  it("have classes and names, and bridges", () => {
    const said = new Set(streets.tagSets.map(({ highway }) => highway));
    for (const highway of ["primary", "secondary", "residential", "footway"]) expect(said).toContain(highway);
    expect(streets.tagSets.some(({ name, bridge }) => name !== undefined && bridge === "yes")).toBe(true);
  });

  it("come within 250 m of all but a few zones and facilities", () => {
    const origins = finish(originsOf(town.zones));
    const reach = finish(networkReach(graph, origins, facilityPlaces(town.facilities), { limit: 1000 }));
    expect(reach.notJoined.facilities.length).toBeLessThan(0.03 * town.facilities.length);
    expect(reach.notJoined.zones.length).toBeLessThan(0.03 * town.zones.length);
    expect(finish(joinedZonesFor(graph, origins, 250)).zones.length).toBeGreaterThan(0);
  });

  it("make a circle wrong somewhere: what is 500 m off is a walk of more than two kilometres", () => {
    const origins = finish(originsOf(town.zones));
    const reach = finish(networkReach(graph, origins, facilityPlaces(town.facilities), { limit: 2000 }));
    const { starts, facilities } = reach.table;
    const strays = new Set(reach.notJoined.facilities);
    const wrong = town.zones.flatMap(({ at }, zone) => {
      const reached = new Set(facilities.subarray(starts[zone], starts[zone + 1]));
      return town.facilities.filter((facility, row) => {
        if (!at || !facility.at || strays.has(row) || reached.has(row)) return false;
        // No degree of latitude is less than 110 km.
        if (Math.abs(facility.at.lat - at.lat) > 500 / 110_000) return false;
        return geodesicMetres(facility.at, at) < 500;
      });
    });
    expect(wrong.length).toBeGreaterThan(0);
  });
});

describe("the streets of a city of many towns", () => {
  const city = finish(demoCity(demoSpec("huaibei"), 1, "city"));
  const streets = present(city.streets, "a city has streets");

  it("are whole, and roads join the towns", () => {
    expect(streetsFault(streets)).toBeUndefined();
    const graph = finish(walkGraph(streets, adult));
    const { islands, metres } = walkAccount(streets, adult, graph);
    expect(islands.metres).toBeLessThan(0.1 * metres);
    expect(degreesApart(streets)).toBeGreaterThan(0.3);
  });
});

function degreesApart({ lng }: StreetMap): number {
  const sorted = lng.toSorted();
  return (sorted.at(-1) as number) - (sorted[0] as number);
}
