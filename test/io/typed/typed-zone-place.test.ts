import { expect, test } from "vitest";
import { typedZonePlace, writtenPlace } from "../../../src/io/typed/typed-zone-place.ts";
import { value } from "../../builders/outcomes.ts";
import { east } from "../../builders/rows.ts";

const SHAPE = [[[east(0), east(90), east(0, 90)]]] as const;
const codes = (outcome: ReturnType<typeof typedZonePlace>) =>
  outcome.issues.map(({ code, at }) => [code, at.column]);

test("a zone's place is written as its outline, or the coordinates of one that has none", () => {
  expect(Object.keys(writtenPlace({ at: east(30), shape: SHAPE }))).toEqual(["outline"]);
  expect(writtenPlace({ at: { lng: 117.2, lat: 34.25 } })).toEqual({ lon: "117.2", lat: "34.25" });
  expect(writtenPlace({})).toEqual({});
});

test("what is typed of it is its place: outline before coordinates, one coordinate with the other as it was", () => {
  expect(value(typedZonePlace({}, {}))).toBeUndefined();
  expect(value(typedZonePlace({}, { lon: "117.2", lat: "34.25" }))).toEqual({
    at: { lng: 117.2, lat: 34.25 },
  });
  const before = { at: { lng: 117.2, lat: 34.25 } };
  expect(value(typedZonePlace(before, { lat: "34.3" }))).toEqual({ at: { lng: 117.2, lat: 34.3 } });
  expect(value(typedZonePlace(before, { lon: "", lat: "" }))).toEqual({ at: undefined });
  const outline = "117.2,34.25\n117.201,34.25\n117.2,34.251";
  expect(value(typedZonePlace(before, { outline, lon: "1", lat: "2" }))).toMatchObject({
    shape: [[{ length: 3 }]],
  });
});

test("an outline that is emptied leaves the zone its point", () => {
  expect(value(typedZonePlace({ at: east(30), shape: SHAPE }, { outline: " " }))).toEqual({ at: east(30) });
});

test("half a place and one the other way round are refused at their columns", () => {
  expect(codes(typedZonePlace({}, { lon: "117.2" }))).toEqual([["place.half", "lat"]]);
  expect(codes(typedZonePlace({}, { lon: "34.25", lat: "117.2" }))).toEqual([["place.swapped", "lon"]]);
});
