import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type TagRule, WHY_NOT } from "../../../src/core/network/walk-profile.ts";
import { PROFILES } from "../../../src/core/standards/rule-pack.ts";
import { isNodeKey, isWayKey } from "../../../src/io/network/walk-tags.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { shippedWalkProfiles, walkProfile } from "../../../src/io/walking/shipped.ts";

const FOLDER = join(import.meta.dirname, "../../../seeds/walking");
const profiles = shippedWalkProfiles();
const all = PROFILES.map((id) => profiles[id]);

function seed(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Record<string, unknown>;
}

test("one profile for each that reach is asked for, and no file that nobody reads", () => {
  expect(PROFILES.map((id) => profiles[id].id)).toEqual([...PROFILES]);
  const files = PROFILES.map((id) => `${id.replaceAll("_", "-")}.json`);
  expect(readdirSync(FOLDER).sort()).toEqual(["README.md", ...files, "everybody.json"].sort());
});

test("read once and frozen", () => {
  expect(shippedWalkProfiles()).toBe(profiles);
  expect(Object.isFrozen(profiles.adult.may[0]?.when)).toBe(true);
});

test("speeds are the limits of the packs walked in their minutes", () => {
  for (const { circle } of shippedStandards().packs) {
    for (const { id, metresPerSecond } of all) {
      expect(metresPerSecond, id).toBeCloseTo(circle.limits[id] / (60 * circle.minutes), 2);
    }
  }
});

test("every reason for which a way is not walked is given by some rule, or is that none fits", () => {
  const given = new Set(all.flatMap(({ may }) => may.map(({ whyNot }) => whyNot ?? "no-street")));
  expect([...given].sort()).toEqual([...WHY_NOT].sort());
});

test("whatever a profile asks for is kept by the reader of OpenStreetMap", () => {
  const asked = (rules: readonly TagRule[]) =>
    rules.flatMap(({ when, unless = {} }) => [...Object.keys(when), ...Object.keys(unless)]);
  for (const { may, cost, direction, barriers } of all) {
    expect(asked([...may, ...cost, ...direction]).filter((key) => !isWayKey(key))).toEqual([]);
    expect(asked(barriers).filter((key) => !isNodeKey(key))).toEqual([]);
  }
});

test("the rules of a profile are asked before those of everybody", () => {
  const own = [{ when: { highway: ["steps"] }, whyNot: "steps", because: { zh: "甲", en: "a" } }];
  const profile = walkProfile({ ...seed("adult.json"), may: own }, seed("everybody.json"));
  expect(profile.may[0]).toEqual(own[0]);
  expect(profile.may.slice(1)).toEqual(seed("everybody.json").may);
});

test.each<[string, Record<string, unknown>]>([
  ["a speed of 0", { metresPerSecond: 0 }],
  [
    "a factor below 1",
    { cost: [{ when: { highway: ["steps"] }, factor: 0.9, because: { zh: "甲", en: "a" } }] },
  ],
  ["a rule that fits everything", { may: [{ when: {}, because: { zh: "甲", en: "a" } }] }],
  ["a rule without its reason", { may: [{ when: { highway: ["steps"] } }] }],
  [
    "an unknown reason",
    { may: [{ when: { highway: ["steps"] }, whyNot: "rain", because: { zh: "甲", en: "a" } }] },
  ],
  ["a test without a value", { may: [{ when: { highway: [] }, because: { zh: "甲", en: "a" } }] }],
  ["a member nobody knows", { slope: 2 }],
  ["a profile nobody asks for", { id: "runner" }],
])("refuses %s", (_, differs) => {
  expect(() => walkProfile({ ...seed("adult.json"), ...differs }, seed("everybody.json"))).toThrow();
});
