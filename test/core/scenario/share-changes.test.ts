import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gainOf, type ServedZones, shareChanges } from "../../../src/core/scenario/share-changes.ts";

/** Zones by id: what each needs and is provided with. */
function side(zones: Readonly<Record<string, readonly [required: number, provided: number]>>): ServedZones {
  const ids = Object.keys(zones).sort();
  const column = (at: 0 | 1) => Float64Array.from(ids, (id) => zones[id]?.[at] ?? Number.NaN);
  return {
    zones: ids.map((id) => ({ id, name: id.toUpperCase() })),
    columns: { required: column(0), provided: column(1) },
  };
}

describe("whom a change gives and takes", () => {
  it("tells who loses most first, and keeps zones apart whose need is another", () => {
    const before = side({
      ...{ a: [100, 90], b: [100, 50], c: [100, 40], d: [100, 0], e: [100, 100], f: [100, 150] },
      ...{ gone: [80, 20], grown: [100, 60], unknown: [100, 30], same: [10, 5], notAsked: [NaN, NaN] },
    });
    const after = side({
      ...{ a: [100, 60], b: [100, 45], c: [100, 70], d: [100, 5], e: [100, 95], f: [100, 120] },
      ...{ came: [60, 30], grown: [120, 60], unknown: [100, NaN], same: [10, 5], notAsked: [NaN, NaN] },
    });
    const { losing, gaining, otherwise } = shareChanges(before, after);
    expect(losing.map((each) => [each.zone, gainOf(each)])).toEqual([
      ["a", -30],
      ["b", -5],
      ["e", -5],
    ]);
    expect(gaining.map((each) => [each.zone, gainOf(each)])).toEqual([
      ["c", 30],
      ["d", 5],
    ]);
    expect(otherwise).toEqual([
      { zone: "came", name: "CAME", need: { before: NaN, after: 60 }, served: { before: NaN, after: 30 } },
      { zone: "gone", name: "GONE", need: { before: 80, after: NaN }, served: { before: 20, after: NaN } },
      { zone: "grown", name: "GROWN", need: { before: 100, after: 120 }, served: { before: 60, after: 60 } },
      {
        zone: "unknown",
        name: "UNKNOWN",
        need: { before: 100, after: 100 },
        served: { before: 30, after: NaN },
      },
    ]);
  });

  it("is the other way about when the change is taken back, and adds up to what is served", () => {
    const zones = fc.dictionary(
      fc.constantFrom(..."abcdefghij"),
      fc.tuple(fc.constantFrom(10, 20), fc.integer({ min: 0, max: 25 })),
    );
    fc.assert(
      fc.property(zones, zones, (one, other) => {
        const there = shareChanges(side(one), side(other));
        const back = shareChanges(side(other), side(one));
        expect(back.losing.map(({ zone }) => zone)).toEqual(there.gaining.map(({ zone }) => zone));
        expect(back.gaining.map(({ zone }) => zone)).toEqual(there.losing.map(({ zone }) => zone));
        expect(back.otherwise.map(({ zone }) => zone)).toEqual(there.otherwise.map(({ zone }) => zone));
        const served = (of: typeof one) =>
          Object.values(of).reduce((sum, [need, provided]) => sum + Math.min(need, provided), 0);
        const known = (amount: number) => (Number.isNaN(amount) ? 0 : amount);
        const gained = [...there.losing, ...there.gaining, ...there.otherwise].reduce(
          (sum, change) => sum + known(change.served.after) - known(change.served.before),
          0,
        );
        expect(gained).toBe(served(other) - served(one));
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
