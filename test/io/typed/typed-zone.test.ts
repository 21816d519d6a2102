import { expect, test } from "vitest";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { changeZone } from "../../../src/core/model/edits/change-zone.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import { typedZoneChange, writtenZone } from "../../../src/io/typed/typed-zone.ts";
import { value } from "../../builders/outcomes.ts";
import { aProject, aZone } from "../../builders/rows.ts";

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

test("source, date and check are typed, taken back and said no more", () => {
  const zone = aZone("Z1", { source: "台账", date: "2024-01-02", checked: "unchecked" });
  expect(writtenZone(zone).texts).toMatchObject({
    ...{ source: "台账", date: "2024-01-02", checked: "unchecked" },
  });
  const change = value(typedZoneChange(zone, { source: "", date: "2025/6/1", checked: "checked" }));
  expect(change).toEqual({ source: undefined, date: "2025-06-01", checked: "checked" });
  const project = aProject([zone], []);
  const patch = value(changeZone(project, { id: "Z1", change }));
  const after = value(applyPatch(project, patch));
  expect(after.zones[0]).toEqual(aZone("Z1", { date: "2025-06-01", checked: "checked" }));
  expect(value(applyPatch(after, inverse(patch)))).toEqual(project);
  expect(value(typedZoneChange(zone, { checked: "" }))).toEqual({ checked: undefined });
  const { issues } = typedZoneChange(zone, { checked: "部分核实" });
  expect(issues.map(({ code, at }) => [code, at.column])).toEqual([["value.unknown-word", "checked"]]);
});

test("estimated households are not offered as stated ones", () => {
  expect(writtenZone(ZONE).texts).not.toHaveProperty("households");
  expect(writtenZone(aZone("Z1")).texts).toMatchObject({
    households: "1000",
    residents: "2800",
    status: "existing",
  });
});
