import { expect, it } from "vitest";
import { carriedChanges } from "../../../src/core/network/carried-changes.ts";
import type { StreetChange } from "../../../src/core/network/changed-streets.ts";
import { east } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";

const at = { a: [0, 0], b: [100, 0], c: [200, 0], d: [300, 0] } as const;
const BEFORE = streetMap({ at, ways: [{ through: ["a", "b", "c"] }, { through: ["c", "d"] }] });

it("changes go over to other streets by where they are, and are lost where nothing is there", () => {
  // Another way stands first now, the street begins one point later, and the second one is gone.
  const now = streetMap({
    at: { ...at, e: [0, 50] },
    ways: [{ through: ["e", "a"] }, { through: ["d", "e", "b", "c"] }],
  });
  const added: StreetChange = { kind: "added", line: [east(0, 0), east(9, 9)], tags: { highway: "path" } };
  const piece: StreetChange = { kind: "closed", way: 0, from: 1, to: 2, name: "永安路" };
  const whole: StreetChange = { kind: "closed", way: 0, from: 0, to: 2 };
  const opened: StreetChange = { kind: "opened", way: 1, tags: { foot: "yes" } };
  expect(carriedChanges(BEFORE, now, [piece, added, whole, opened])).toEqual({
    kept: [{ ...piece, way: 1, from: 2, to: 3 }, added],
    lost: [whole, opened],
  });
  expect(carriedChanges(BEFORE, BEFORE, [whole, opened]).lost).toEqual([]);
});
