import { expect, test } from "vitest";
import { typedPlace } from "../../src/app/derived/typed-place.ts";

test("two texts that say degrees plainly are a place, and no others", () => {
  expect(typedPlace("117.2", " 34.26 ")).toEqual({ lng: 117.2, lat: 34.26 });
  expect(typedPlace("-180", "90")).toEqual({ lng: -180, lat: 90 });
  for (const [lon, lat] of [
    ["117.2", undefined],
    ["117.2", ""],
    ["117.2", "34."],
    ["117.2", "34°15′"],
    ["117.2", "90.1"],
    ["180.5", "34"],
    ["1e2", "34"],
    ["13024000", "4043000"],
  ] as const) {
    expect(typedPlace(lon, lat), `${lon}, ${lat}`).toBeUndefined();
  }
});
