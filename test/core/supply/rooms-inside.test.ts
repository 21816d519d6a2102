import { expect, test } from "vitest";
import { rowMap } from "../../../src/core/base/row-map.ts";
import type { Polygon } from "../../../src/core/geo/lng-lat.ts";
import { roomsInside } from "../../../src/core/supply/rooms-inside.ts";
import { aFacility, aZone, east } from "../../builders/rows.ts";

/** A square of 100 m with a yard of 20 m in its middle that is not part of it. */
const COURT: readonly Polygon[] = [
  [
    [east(-50, -50), east(50, -50), east(50, 50), east(-50, 50)],
    [east(-10, -10), east(-10, 10), east(10, 10), east(10, -10)],
  ],
];

test("rooms stand in an outline without its holes, and at the point of a point zone within a metre", () => {
  const zones = [aZone("A", { shape: COURT }), aZone("P"), aZone("Q", { at: east(500) })];
  const facilities = [
    aFacility("a", { at: east(40) }),
    aFacility("b", { at: east(0.7) }),
    aFacility("c", { at: east(51) }),
    aFacility("d", { at: east(501.5) }),
  ];
  // b is in the hole of A, 0.7 m from P; d is 1.5 m from Q
  expect(roomsInside(zones, facilities)).toEqual([[0], [1], undefined]);
});

test("rooms that are said to be somebody's, or open to all, are nobody else's", () => {
  const zones = [aZone("A", { shape: COURT })];
  const at = east(30);
  const pooling = { zones: ["A", "B"], approvedBy: "资规局", date: "2023-01-01" };
  const facilities = [
    aFacility("a", { at, zone: "B" }),
    aFacility("b", { at, pooling }),
    aFacility("c", { at, shared: true }),
    aFacility("d", { at, shared: false }),
    aFacility("e", { at }),
  ];
  expect(roomsInside(zones, facilities)).toEqual([[3, 4]]);
});

test("what is inside is carried over a change of rows as if it were found anew", () => {
  const A = aZone("A", { shape: COURT });
  const P = aZone("P", { at: east(30) });
  const room = (id: string) => aFacility(id, { at: east(30) });
  const [a, b, c] = [room("a"), room("b"), room("c")];
  const before = { zones: [A, P], facilities: [a, c] };
  const changes = [
    { zones: [A, P], facilities: [a, b, c] },
    { zones: [A, P], facilities: [{ ...a, at: east(90) }, c] },
    { zones: [aZone("A", { at: east(90) }), P], facilities: [{ ...a, at: east(90) }, c] },
    { zones: [P], facilities: [c] },
    { zones: [aZone("0", { shape: COURT }), A, P], facilities: [{ ...c, id: "0" }, a, c] },
  ];
  for (const after of changes) {
    const earlier = {
      inside: roomsInside(before.zones, before.facilities),
      zones: rowMap(before.zones, after.zones),
      facilities: rowMap(before.facilities, after.facilities),
    };
    expect(roomsInside(after.zones, after.facilities, earlier)).toEqual(
      roomsInside(after.zones, after.facilities),
    );
  }
});
