import { expect, it } from "vitest";
import { NO_STRETCH, sameStretches } from "../../../src/core/network/same-stretches.ts";
import { east } from "../../builders/rows.ts";
import { walkGraph } from "../../builders/walk-graphs.ts";

const nodes = [east(0), east(100), east(200)];

it("stretches are the same by their shape, their metres and what a metre costs, the same way round", () => {
  const by = [east(50, 20)];
  const before = walkGraph(nodes, [
    { from: 0, to: 1, by },
    { from: 1, to: 2 },
    { from: 2, to: 0, forth: 2 },
  ]);
  const now = walkGraph(nodes, [
    { from: 2, to: 1 },
    { from: 2, to: 0, forth: 2, back: 2 },
    { from: 0, to: 1, by },
  ]);
  const longer = { ...now, metres: now.metres.map((metres) => metres + 1) };
  expect([...sameStretches(before, longer).after]).toEqual([NO_STRETCH, NO_STRETCH, NO_STRETCH]);
  const { after, kept } = sameStretches(before, now);
  expect([...after]).toEqual([2, NO_STRETCH, NO_STRETCH]);
  expect([...kept]).toEqual([0, 0, 1]);
});

it("stretches between the same ends are told apart by their corners, however long they are", () => {
  const before = walkGraph(nodes, [{ from: 0, to: 1, by: [east(50, 20)] }]);
  const now = walkGraph(nodes, [{ from: 0, to: 1, by: [east(50, -20)] }]);
  expect([...sameStretches(before, { ...now, metres: before.metres }).after]).toEqual([NO_STRETCH]);
  const farther = walkGraph(nodes, [{ from: 0, to: 1, by: [east(60, 20)] }]);
  expect([...sameStretches(before, { ...farther, metres: before.metres }).after]).toEqual([NO_STRETCH]);
  const straight = walkGraph(nodes, [{ from: 0, to: 1 }]);
  const more = walkGraph(nodes, [{ from: 0, to: 1, by: [east(100)] }]);
  expect([...sameStretches(straight, { ...more, metres: straight.metres }).after]).toEqual([NO_STRETCH]);
});

it("a stretch is that of one other, and twins are two", () => {
  const twins = walkGraph(nodes, [
    { from: 0, to: 1 },
    { from: 0, to: 1 },
  ]);
  const one = walkGraph(nodes, [{ from: 0, to: 1 }]);
  expect([...sameStretches(twins, one).after]).toEqual([0, NO_STRETCH]);
  expect([...sameStretches(one, twins).kept]).toEqual([1, 0]);
  expect([...sameStretches(twins, twins).after]).toEqual([0, 1]);
});

it("stretches are others where a bridge above a street is a crossing in one network and none in the other", () => {
  const cross = [east(0), east(100), east(200), east(100, -100), east(100, 100), east(100), east(500)];
  const apart = walkGraph(cross, [
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 3, to: 5 },
    { from: 5, to: 4 },
    { from: 2, to: 6 },
  ]);
  const joined = walkGraph(cross, [
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 3, to: 1 },
    { from: 1, to: 4 },
    { from: 2, to: 6 },
  ]);
  const none = [NO_STRETCH, NO_STRETCH, NO_STRETCH, NO_STRETCH, 4];
  expect([...sameStretches(apart, joined).after]).toEqual(none);
  expect([...sameStretches(joined, apart).after]).toEqual(none);
  expect([...sameStretches(joined, apart).kept]).toEqual([0, 0, 0, 0, 1]);
  expect([...sameStretches(apart, apart).after]).toEqual([0, 1, 2, 3, 4]);
});
