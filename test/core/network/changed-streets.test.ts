import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import { changedStreets, type StreetChange } from "../../../src/core/network/changed-streets.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { streetsFault } from "../../../src/core/network/streets-fault.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { east } from "../../builders/rows.ts";
import { type DrawnStreets, streetMap } from "../../builders/street-maps.ts";
import { originsOfZones, placesOfPoints } from "../../builders/walk-graphs.ts";

const PROFILE = shippedWalkProfiles().adult;
const STREET = { highway: "residential" };

/** Equivalent metres between two places, to the metre; `undefined` where there is no walk. */
function walk(map: StreetMap, from: readonly [number, number], to: readonly [number, number]) {
  const graph = finish(walkGraph(map, PROFILE));
  const zone = originsOfZones([{ kind: "point", places: [east(...from)] }]);
  const { table } = finish(
    networkReach(graph, zone, placesOfPoints([east(...to)]), { limit: 9000, cap: 60 }),
  );
  return table.metres[0] === undefined ? undefined : Math.round(table.metres[0]);
}

function changed(map: StreetMap, ...changes: readonly StreetChange[]): StreetMap {
  const made = value(changedStreets(map, changes));
  expect(streetsFault(made)).toBeUndefined();
  return made;
}

/** A river between two streets of 800 m; a bridge at each end, the eastern one for those who live there. */
const RIVER: DrawnStreets = {
  at: {
    ...{ a: [0, 0], b: [400, 0], c: [800, 0] },
    ...{ d: [0, 100], e: [400, 100], f: [800, 100] },
  },
  ways: [
    { through: ["a", "b", "c"], tags: { ...STREET, name: "南岸路" } },
    { through: ["d", "e", "f"], tags: STREET },
    { through: ["a", "d"], tags: { ...STREET, bridge: "yes" } },
    { through: ["c", "f"], tags: { highway: "service", access: "private" } },
  ],
};

describe("changed streets", () => {
  const map = streetMap(RIVER);

  it("lead around where a piece is closed, and nowhere where the bridge is", () => {
    expect(walk(map, [700, 0], [700, 100])).toBe(1500);
    expect(
      walk(changed(map, { kind: "closed", way: 2, from: 0, to: 1 }), [700, 0], [700, 100]),
    ).toBeUndefined();
    const cut = changed(map, { kind: "closed", way: 0, from: 0, to: 1 });
    expect(walk(cut, [700, 0], [450, 0])).toBe(250);
    expect(walk(cut, [700, 0], [700, 100])).toBeUndefined();
  });

  it("keep the rows of ways, with what is left beyond a closed piece after them", () => {
    const long = streetMap({
      at: { a: [0, 0], b: [100, 0], c: [200, 0], d: [300, 0], e: [400, 0] },
      ways: [{ through: ["a", "b", "c", "d", "e"] }, { through: ["a", "b"], tags: { highway: "steps" } }],
    });
    const made = changed(
      long,
      { kind: "closed", way: 0, from: 1, to: 2 },
      { kind: "closed", way: 0, from: 3, to: 4 },
    );
    const through = Array.from(made.tags, (_, w) => [
      ...made.nodes.subarray(made.starts[w], made.starts[w + 1]),
    ]);
    expect(through).toEqual([
      [0, 1],
      [0, 1],
      [2, 3],
    ]);
    expect([...made.tags]).toEqual([0, 1, 0]);
    expect(made.lng).toEqual(long.lng);
    const none = changed(long, { kind: "closed", way: 0, from: 0, to: 4 });
    expect([...none.starts]).toEqual([0, 0, 2]);
    expect(none.barriers).toBe(long.barriers);
  });

  it("are walked where a private bridge is opened, whole or what is left of it", () => {
    const open: StreetChange = { kind: "opened", way: 3, tags: { access: "", foot: "yes" } };
    const made = changed(map, open);
    expect(walk(made, [700, 0], [700, 100])).toBe(300);
    expect(made.tagSets[made.tags[3] ?? -1]).toEqual({ highway: "service", foot: "yes" });
    expect(walk(changed(map, open, { kind: "closed", way: 3, from: 0, to: 1 }), [700, 0], [700, 100])).toBe(
      1500,
    );
  });

  it("meet a new street at its ends, on a street or beside one, and at corners on corners", () => {
    const bridge = (x: number, gap: number): StreetChange => ({
      kind: "added",
      line: [east(x, gap), east(x, 100 - gap)],
      tags: { highway: "footway", bridge: "yes" },
    });
    expect(walk(changed(map, bridge(600, 0)), [700, 0], [700, 100])).toBe(300);
    expect(walk(changed(map, bridge(600, 4)), [700, 0], [700, 100])).toBe(300);
    expect(walk(changed(map, bridge(600, 6)), [700, 0], [700, 100])).toBe(1500);
    expect(walk(changed(map, bridge(400.5, 0.5)), [700, 0], [700, 100])).toBe(700);
    const corner: StreetChange = {
      kind: "added",
      line: [east(-300, -300), east(400, 0.4), east(400, 50), east(400, 100.4), east(900, 400)],
      tags: STREET,
    };
    const made = changed(map, corner);
    expect(walk(made, [500, 0], [500, 100])).toBe(300);
    expect(made.lng.length).toBe(map.lng.length + 3);
  });

  it("meet a street nowhere else: not below a bridge, not on a motorway, not on what is closed", () => {
    const over: StreetChange = {
      kind: "added",
      line: [east(600, -300), east(600, 2), east(600, 98), east(600, 400)],
      tags: STREET,
    };
    expect(walk(changed(map, over), [700, 0], [700, 100])).toBe(1500);
    const path: StreetChange = { kind: "added", line: [east(200, 1), east(200, 90)], tags: STREET };
    const closed = changed(map, { kind: "closed", way: 0, from: 0, to: 1 }, path);
    expect(walk(closed, [200, 50], [700, 0])).toBeUndefined();
    const road = streetMap({
      at: { a: [0, 0], b: [400, 0] },
      ways: [{ through: ["a", "b"], tags: { highway: "motorway" } }],
    });
    const outcome = changedStreets(road, [path]);
    expect(outcome.issues.map(({ code, at }) => [code, at.row])).toEqual([["edit.street-apart", 1]]);
    expect(outcome.ok).toBe(true);
  });

  it("meet a street that was added before", () => {
    const made = changed(
      map,
      { kind: "added", line: [east(600, 0), east(600, 50)], tags: STREET },
      { kind: "added", line: [east(500, 50), east(600, 48)], tags: STREET },
      { kind: "added", line: [east(550, 51), east(550, 100)], tags: STREET },
    );
    // 100 m to the first, 48 m up it, 50 m along the second, 51 m up the third, 150 m back.
    expect(walk(made, [700, 0], [700, 100])).toBe(399);
  });

  it.each<[string, readonly StreetChange[], string, number]>([
    ["a way that is not there", [{ kind: "closed", way: 4, from: 0, to: 1 }], "edit.unknown-street", 1],
    ["a piece that is not there", [{ kind: "closed", way: 2, from: 0, to: 2 }], "edit.no-such-piece", 1],
    ["a piece back to front", [{ kind: "closed", way: 0, from: 1, to: 1 }], "edit.no-such-piece", 1],
    [
      "one of two",
      [
        { kind: "closed", way: 0, from: 0, to: 1 },
        { kind: "opened", way: -1, tags: {} },
      ],
      "edit.unknown-street",
      2,
    ],
    ["tags as they are", [{ kind: "opened", way: 0, tags: STREET }], "edit.nothing-changed", 1],
    ["a point", [{ kind: "added", line: [east(0), east(0)], tags: STREET }], "network.zero-length", 1],
    ["nothing", [{ kind: "added", line: [], tags: STREET }], "network.zero-length", 1],
    [
      "a line that ends where it starts once it is joined",
      [{ kind: "added", line: [east(0), east(0.3)], tags: STREET }],
      "network.zero-length",
      1,
    ],
    ["no place", [{ kind: "added", line: [east(0), { lng: 0, lat: 91 }], tags: STREET }], "edit.no-place", 1],
    [
      "no number",
      [{ kind: "added", line: [east(0), { lng: Number.NaN, lat: 1 }], tags: STREET }],
      "edit.no-place",
      1,
    ],
  ])("are refused for %s", (_, changes, code, row) => {
    const outcome = changedStreets(map, changes);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => [issue.code, issue.at.row])).toEqual([[code, row]]);
  });

  it("are the same map where nothing is changed", () => {
    expect(changed(map)).toEqual(map);
  });
});
