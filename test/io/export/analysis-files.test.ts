import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { sortedById } from "../../../src/core/base/order.ts";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Polygon } from "../../../src/core/geo/lng-lat.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { analysisFiles } from "../../../src/io/export/analysis-files.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone, east } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";

function written(project: Project, choices: Partial<Parameters> = {}) {
  const parameters = { ...DEFAULT_PARAMETERS, ...choices };
  const outcome = finish(openPipeline(project, shippedStandards(), parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return analysisFiles(outcome.value);
}

const project = randomProject(11);
const files = written(project);

it("has the columns of the contract, and more where rooms are shared out fairly", () => {
  const headsOf = (of: ReturnType<typeof written>) =>
    ["zones", "facilities", "rollup", "links", "ledger"].map(
      (name) => of[`${name}.csv` as keyof typeof of]?.split("\n")[0],
    );
  const plain = headsOf(written(project, { supply: "onsite" }));
  const [zones, facilities, ...rest] = plain;
  expect(headsOf(files)).toEqual([`${zones},need,assumes`, `${facilities},open`, ...rest]);
  expect(plain).toEqual([
    "zone,rule,required,provided,missing,verdict,share,nearest,metres,perhaps",
    "id,kind,subject,capacity,load,reachedZones",
    "level,unit,subject,metric,required,provided,missing,zones,households,residents,perhaps",
    "subject,zone,facility,metres",
    "subject,zone,facility,amount",
  ]);
});

it("says of every zone how fast one must walk along the streets, and what keeps from walking straight", () => {
  expect(files).not.toHaveProperty("walks.csv");
  const river: Polygon = [[east(80, -500), east(120, -500), east(120, 900), east(80, 900)]];
  const streets = streetMap({
    at: { w0: [0, 0], w1: [0, 600], e0: [200, 0], e1: [200, 600] },
    ways: [{ through: ["w0", "w1", "e1", "e0"] }],
  });
  const backdrop = { water: [river], green: [], railways: [], streets: [] };
  const town = aProject([aZone("A")], [aFacility("F", { at: east(200, 300) })], { streets, backdrop });
  const [heads = "", ...rows] = (written(town, { reach: "network" })["walks.csv"] ?? "").trim().split("\n");
  const cells = rows.map((row) => {
    const values = row.split(",");
    return Object.fromEntries(heads.split(",").map((head, i) => [head, values[i]]));
  });
  // 600 m up, 200 m over the bridge and 300 m down are 1100 m, which take 1.223 m/s for fifteen minutes.
  expect(rows.every((row) => row.split(",").length === heads.split(",").length)).toBe(true);
  expect(cells.map(({ subject, profile }) => `${subject} ${profile}`)).toEqual([
    ...["childcare elderly", "childcare adult", "childcare carer_with_infant"],
    ...["elderly carer_with_infant", "elderly adult", "elderly elderly"],
  ]);
  expect(cells[4]).toMatchObject({ zone: "A", limit: "1000", speedAll: "1.223", edge: "", apart: "" });
  expect([cells[2], cells[5]]).toMatchObject([
    { subject: "childcare", zone: "A", profile: "carer_with_infant", limit: "900", apart: "", speedAll: "" },
    {
      ...{ subject: "elderly", zone: "A", profile: "elderly", limit: "800", edge: "yes" },
      ...{ speedSome: "1.223", speedAll: "1.223" },
      ...{ apart: "circle-only", facility: "F", circle: "468.702", network: "1099.955", barrier: "water" },
    },
  ]);
});

it("is ordered by id, in code-unit order", () => {
  const ids = (name: "zones.csv" | "facilities.csv") =>
    files[name]
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[0]);
  for (const name of ["zones.csv", "facilities.csv"] as const)
    expect(ids(name)).toEqual([...ids(name)].sort());
  const found = JSON.parse(files["zones.geojson"]) as { features: { id: string }[] };
  expect(found.features.map(({ id }) => id)).toEqual(project.zones.map(({ id }) => id));
});

it("is the same bytes for the same content: rows shuffled, members in another order, other objects", () => {
  const dice = diceOf(5);
  const turned = <Row extends object>(row: Row): Row =>
    Object.fromEntries(Object.entries(row).reverse()) as Row;
  const again: Project = {
    ...turned(structuredClone(project)),
    zones: sortedById(dice.shuffled(project.zones.map(turned))),
    facilities: sortedById(dice.shuffled(project.facilities.map(turned))),
    units: sortedById(dice.shuffled(project.units.map(turned))),
  };
  expect(written(again)).toEqual(files);
});

it("lists every zone and every facility, whatever is known of them", () => {
  const listed = files["facilities.csv"].trim().split("\n").slice(1);
  expect(new Set(listed.map((line) => line.split(",")[0]))).toEqual(
    new Set(project.facilities.map(({ id }) => id)),
  );
  const lines = files["zones.csv"].trim().split("\n").slice(1);
  expect(new Set(lines.map((line) => line.split(",")[0]))).toEqual(
    new Set(project.zones.map(({ id }) => id)),
  );
  const verdicts = JSON.parse(files["verdicts.json"]) as { zones: { zone: string }[] };
  expect(verdicts.zones.map(({ zone }) => zone)).toEqual(project.zones.map(({ id }) => id));
});

it("tells what may count from what surely does", () => {
  // 2500 ÷ 1000 × 8 = 20; a nursery of 4 may be registered or not
  const nursery = aFacility("N", { kind: "C_INSTITUTION", zone: "A", slots: 4 });
  const { "zones.csv": zones, ...others } = written(aProject([aZone("A", { residents: 2500 })], [nursery]));
  expect(zones).toContain("A,XZ-O-C-8,20,0,20,fail,0,N,0,4,20,\n");
  expect(others["rollup.csv"]).toMatch(/childcare_slots,20,0,20,1,1000,2500,4\n/);
  expect(others["ledger.csv"].trim()).toBe("subject,zone,facility,amount");
  expect(JSON.parse(others["summary.json"]).headline.missing[1]).toMatchObject({ amount: 20, perhaps: 4 });
});

it("has a row without a rule, with its verdict, for a zone that no rule judges", () => {
  const { status: _status, ...unknown } = aZone("Z3");
  const zones = [aZone("Z1", { households: 0 }), aZone("Z2", { adminCode: "990000" }), unknown];
  const rows = written(aProject(zones, [aFacility("F")]))
    ["zones.csv"].trim()
    .split("\n");
  expect(rows.slice(1)).toEqual([
    "Z1,,,,,invalid,,,,,,",
    "Z2,,,,,insufficient_data,,,,,,",
    "Z3,,,,,insufficient_data,,,,,,",
  ]);
});
