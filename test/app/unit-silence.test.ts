import { expect, test } from "vitest";
import { unitFacts, unitMetrics } from "../../src/app/derived/facts.ts";
import { zonesWithoutData } from "../../src/app/derived/unit-silence.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { projectView } from "../../workers/views/project-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../builders/rows.ts";

const standards = shippedStandards();
const NEW = { adminCode: "320703", district: "连云区", street: "新街", status: "new" } as const;
const OLD = { ...NEW, street: "旧街", status: "existing" } as const;
const { households: _households, residents: _residents, ...nobody } = aZone("N3", NEW);

/** In Lianyungang a new estate needs so many m² per 100 households, an existing one has no number. */
const project = aProject(
  [aZone("N1", NEW), aZone("N2", NEW), nobody, aZone("N4", OLD), aZone("O1", OLD), aZone("O2", OLD)].map(
    (zone) => (zone.id === "N4" ? { ...zone, street: "新街" } : zone),
  ),
  [aFacility("F", { zone: "N1", ...elderlyRooms(5000) })],
);
const view = projectView(project, standards);
const results = analysisView(
  analysisColumns(value(finish(openPipeline(project, standards, DEFAULT_PARAMETERS)))),
);

test("a street whose zones have no number to meet lacks nothing that is known, and says why", () => {
  const streets = unitFacts(view.zones, results, "street", "elderly");
  const [old, young] = ["旧街", "新街"].map((name) => streets.find((one) => one.name === name));
  expect(old?.metrics[0]).toMatchObject({
    ...{ metric: "elderly_building_area", missing: Number.NaN, share: Number.NaN },
    ...{ zonesKnown: 0, zonesUnspecified: 2, zonesWithoutData: 0 },
  });
  expect(old).toMatchObject({ zones: 2, zonesKnown: 0, zonesShort: 0 });
  // N1 has enough, N2 has nothing, of N3 nobody knows the households, N4 has no number
  expect(young).toMatchObject({ zones: 4, zonesKnown: 2, zonesShort: 1 });
  expect(young?.metrics[0]).toMatchObject({ zonesKnown: 2, zonesUnspecified: 1, zonesWithoutData: 1 });
  const nameless = zonesWithoutData(results, 1, young?.id ?? "", "elderly_building_area");
  expect(nameless.map((row) => view.zones.ids[row])).toEqual(["N3"]);
  const panel = unitMetrics(results, old?.id ?? "").find(({ metric }) => metric === "elderly_building_area");
  expect(panel).toEqual(old?.metrics[0]);
});

test("streets of zones that no standard is for are listed all the same, with their zones and people", () => {
  const { adminCode: _code, ...zone } = aZone("Z1", { street: "湖滨街道", households: 500 });
  const abroad = aProject([zone], []);
  const judged = analysisView(
    analysisColumns(value(finish(openPipeline(abroad, standards, DEFAULT_PARAMETERS)))),
  );
  expect(unitFacts(projectView(abroad, standards).zones, judged, "street", "elderly")).toMatchObject([
    {
      ...{ name: "湖滨街道", zones: 1, zonesKnown: 0, zonesShort: 0, metrics: [], others: [] },
      people: { households: { sum: 500, known: 1 } },
    },
  ]);
});
