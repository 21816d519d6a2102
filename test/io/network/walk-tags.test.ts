import { expect, it } from "vitest";
import { isWalkWay } from "../../../src/io/network/walk-tags.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";

const profiles = Object.values(shippedWalkProfiles());

it("every way that a profile lets somebody walk is kept", () => {
  const allowed = profiles.flatMap(({ may }) => may.filter(({ whyNot }) => whyNot === undefined));
  const examples = allowed.map(({ when }) =>
    Object.fromEntries(Object.entries(when).map(([key, [value = ""]]) => [key, value])),
  );
  expect(examples.length).toBeGreaterThan(3);
  expect(examples.filter((tags) => !isWalkWay(tags))).toEqual([]);
});
