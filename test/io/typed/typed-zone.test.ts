import { expect, test } from "vitest";
import { typedZoneChange, writtenZone } from "../../../src/io/typed/typed-zone.ts";
import { value } from "../../builders/outcomes.ts";
import { aZone } from "../../builders/rows.ts";

const ZONE = aZone("Z1", { householdsBasis: "estimated", elderly60: 200 });

test("what is typed for a zone is read as in a file, and nothing else is changed", () => {
  expect(value(typedZoneChange(ZONE, { households: "1,200户", residents: "0.3万人", under3: "" }))).toEqual({
    households: 1200,
    residents: 3000,
    under3: undefined,
  });
  expect(value(typedZoneChange(ZONE, { status: "new", residents_basis: "hukou", name: "东园" }))).toEqual({
    status: "new",
    residentsBasis: "hukou",
    name: "东园",
  });
});

test("what a file would leave unknown is refused at its column", () => {
  const { issues } = typedZoneChange(ZONE, { households: "约800", elderly60: "12.5" });
  expect(issues.map(({ code, at }) => [code, at.column])).toEqual([
    ["value.estimate", "households"],
    ["value.no-whole", "elderly60"],
  ]);
});

test("estimated households are not offered as stated ones", () => {
  expect(writtenZone(ZONE).texts).not.toHaveProperty("households");
  expect(writtenZone(aZone("Z1")).texts).toMatchObject({
    households: "1000",
    residents: "2800",
    status: "existing",
  });
});
