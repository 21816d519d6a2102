import { expect, test } from "vitest";
import { movedFacility } from "../../src/app/derived/moved-facility.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { projectView } from "../../workers/views/project-view.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

const viewWith = (metresEast: number, rooms = 150, other = 900) =>
  projectView(
    aProject(
      [aZone("A", { residents: 1000 })],
      [
        aFacility("F", { ...elderlyRooms(rooms), at: east(metresEast) }),
        aFacility("G", { ...elderlyRooms(80), at: east(other) }),
      ],
    ),
    shippedStandards(),
  );

test("one facility that stands elsewhere is told with how far, and nothing else as such", () => {
  const moved = movedFacility(viewWith(10), viewWith(60));
  expect(moved?.name).toBe("F");
  expect(moved?.metres).toBeCloseTo(50, 1);
  expect(movedFacility(viewWith(10), viewWith(10))).toBeUndefined();
  expect(movedFacility(viewWith(10), viewWith(60, 160))).toBeUndefined();
  expect(movedFacility(viewWith(10), viewWith(60, 150, 950))).toBeUndefined();
});
