import { expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import { originsOfZones, placesOfPoints, randomTown, walkGraph } from "../../builders/walk-graphs.ts";

const town = randomTown(11, false);
const graph = walkGraph(town.nodes, town.stretches);
const origins = () => originsOfZones(town.zones);
/** Enough of them that a search pauses on the way. */
const facilities = placesOfPoints(Array.from({ length: 100 }, () => town.facilities).flat());
const limits = { limit: 900, cap: 250 };

it("two searches of the same zones in turn do not disturb each other, nor one that was given up", () => {
  const apart = finish(networkReach(graph, origins(), facilities, limits));
  expect(apart.table.metres.length).toBeGreaterThan(100);
  const shared = origins();
  const again = () => networkReach(graph, shared, facilities, limits);
  // The zones are joined from here on, and the room for pairs is there.
  expect(finish(again())).toEqual(apart);
  const [one, other, givenUp] = [again(), again(), again()];
  for (let step = 0; step < 4; step++) for (const work of [one, givenUp, other]) work.next();
  expect(finish(one)).toEqual(apart);
  expect(finish(other)).toEqual(apart);
  expect(finish(again())).toEqual(apart);
  expect(finish(again())).toEqual(apart);
});
