import { describe, expect, test } from "vitest";
import { draftedEdit, draftedStreet } from "../../src/app/derived/drafted-edit.ts";
import type { SketchSoFar } from "../../src/app/state/placing.ts";
import type { FacilityId, ZoneId } from "../../src/core/base/ids.ts";
import type { LngLat, Polygon } from "../../src/core/geo/lng-lat.ts";

const [ID, ZONE] = ["f1" as FacilityId, "z1" as ZoneId];
const AT: LngLat = { lng: 117.2, lat: 34.26 };
const NOTHING = { asked: undefined, aim: undefined, outlineAsked: undefined, sketch: undefined };
const nothing = () => {};

const asked = {
  name: "新站",
  onPlace: nothing,
  editAt: (to: LngLat) => ({ kind: "move-facility", id: ID, to }) as const,
};
const outlineAsked = {
  name: "东园",
  begin: undefined,
  onOutline: nothing,
  editOf: (shape: readonly Polygon[]) => ({ kind: "place-zone", id: ZONE, place: { shape } }) as const,
};

/** Corners at 1/100 of a degree east and north of `AT`. */
const sketchOf = (...corners: readonly (readonly [number, number])[]): SketchSoFar => ({
  shape: [[corners.map(([x, y]) => ({ lng: AT.lng + x / 100, lat: AT.lat + y / 100 }))]],
  isClosed: false,
  begun: true,
  wrong: undefined,
});

describe("the edit that a hand on the map is about to make", () => {
  test("is none while nothing is asked for, and none before the hand is over the map", () => {
    expect(draftedEdit(NOTHING)).toBeUndefined();
    expect(draftedEdit({ ...NOTHING, aim: { at: AT } })).toBeUndefined();
    expect(draftedEdit({ ...NOTHING, asked })).toBeUndefined();
  });

  test("moves what is dragged to where it would be let go", () => {
    const dragged = { id: ID, giveUp: nothing };
    expect(draftedEdit({ ...NOTHING, aim: { at: AT, dragged } })).toEqual({
      ...{ kind: "move-facility", id: ID, to: AT },
    });
  });

  test("is what a click would come to, where a place is asked for", () => {
    expect(draftedEdit({ ...NOTHING, asked, aim: { at: AT } })).toEqual(asked.editAt(AT));
  });

  test("is of an outline as soon as it is one, and somebody did something", () => {
    const square = sketchOf([0, 0], [1, 0], [1, 1], [0, 1]);
    const drawn = draftedEdit({ ...NOTHING, outlineAsked, sketch: square });
    expect(drawn).toMatchObject({ kind: "place-zone", id: ZONE });
    expect(draftedEdit({ ...NOTHING, outlineAsked, sketch: { ...square, begun: false } })).toBeUndefined();
    const line = sketchOf([0, 0], [1, 0]);
    expect(draftedEdit({ ...NOTHING, outlineAsked, sketch: line })).toBeUndefined();
    const crossed = sketchOf([0, 0], [1, 1], [1, 0], [0, 1]);
    expect(draftedEdit({ ...NOTHING, outlineAsked, sketch: crossed })).toBeUndefined();
  });

  test("is not told of an outline that goes into a form", () => {
    const { editOf: _editOf, ...forForm } = outlineAsked;
    const square = sketchOf([0, 0], [1, 0], [1, 1], [0, 1]);
    expect(draftedEdit({ ...NOTHING, outlineAsked: forForm, sketch: square })).toBeUndefined();
  });

  test("is of a new street from its second corner", () => {
    const line = [AT, { ...AT, lat: 34.27 }];
    expect(draftedStreet({ kind: "add", found: undefined, line: line.slice(1) })).toBeUndefined();
    expect(draftedStreet({ kind: "add", found: undefined, line })).toMatchObject({ kind: "added", line });
    expect(draftedStreet({ kind: "close", found: undefined, line: [] })).toBeUndefined();
  });
});
