import { Geodesic } from "geographiclib-geodesic";
import { expect, test } from "vitest";
import { Tape } from "../../../src/core/network/piece-metres.ts";

test("measures piece by piece as the reference geodesic does, short ones and long", () => {
  const corners = [
    [117, 0],
    [117.3, 60],
    [117.6, 60.2],
    [117.6001, 60.2001],
    [-60, -33],
    [-60.2, -33.2],
  ] as const;
  const tape = new Tape();
  tape.lay(...corners[0]);
  for (const [i, [lng, lat]] of corners.entries()) {
    const [before, below] = corners[i - 1] ?? [lng, lat];
    const reference = Geodesic.WGS84.Inverse(below, before, lat, lng).s12 ?? Number.NaN;
    expect(Math.abs(tape.draw(lng, lat) - reference)).toBeLessThan(1e-6);
  }
});
