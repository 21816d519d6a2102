import { describe, expect, it } from "vitest";
import type { StreetChange } from "../../../src/core/network/changed-streets.ts";
import { lineOfChange, type StreetAsked, streetNear } from "../../../src/core/network/street-near.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { east } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";

/** A street of 400 m with a bend at 100 m, crossed at 200 m, and a private way off its end. */
const MAP = streetMap({
  at: { a: [0, 0], bend: [100, 0], cross: [200, 0], b: [400, 0], n: [200, 90], s: [200, -90], p: [400, 300] },
  ways: [
    { through: ["a", "bend", "cross", "b"], tags: { highway: "residential", name: "永安路" } },
    { through: ["n", "cross", "s"] },
    { through: ["b", "p"], tags: { highway: "service", access: "private", name: "内部路" } },
  ],
});
const { adult } = shippedWalkProfiles();
const near = (x: number, y: number, asked: StreetAsked = "close", changes: readonly StreetChange[] = []) =>
  streetNear(MAP, changes, adult, east(x, y), { asked, within: 60 });

describe("a street that is pointed at", () => {
  it("is closed from one junction to the next, across a bend", () => {
    const found = near(30, 20);
    expect(found?.change).toEqual({ kind: "closed", way: 0, from: 0, to: 2, name: "永安路", metres: 200 });
    expect(found?.line).toEqual([east(0, 0), east(100, 0), east(200, 0)]);
    expect(found && lineOfChange(MAP, found.change)).toEqual(found?.line);
    expect(near(300, -20)?.change).toMatchObject({ from: 2, to: 3, metres: 200 });
    expect(near(205, 60)?.change).toEqual({ kind: "closed", way: 1, from: 0, to: 1, metres: 90 });
  });

  it("is none beyond the metres asked, where it is closed already, or where nobody walks", () => {
    expect(near(100, 61)).toBeUndefined();
    expect(near(100, 59)).toBeDefined();
    const closed: StreetChange = { kind: "closed", way: 0, from: 0, to: 2 };
    expect(near(30, 20, "close", [closed])).toBeUndefined();
    expect(near(400, 200)).toBeUndefined();
  });

  it("is opened as a whole if it is barred", () => {
    const found = near(410, 200, "open");
    expect(found?.change).toMatchObject({ kind: "opened", way: 2, name: "内部路", metres: 300 });
    expect(near(30, 20, "open")).toBeUndefined();
    expect(near(410, 200, "open", found && [found.change])).toBeUndefined();
  });
});
