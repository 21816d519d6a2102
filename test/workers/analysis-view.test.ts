import { describe, expect, test } from "vitest";
import { DEFAULT_PARAMETERS, type SupplyMethod } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { toNumber } from "../../src/core/base/decimal.ts";
import { finish } from "../../src/core/base/work.ts";
import { tierOf } from "../../src/core/deficit/territory.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import { geodesicMetres } from "../../src/core/geo/geodesic.ts";
import type { Project } from "../../src/core/model/project.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

function bothWays(project: Project, supply: SupplyMethod = "onsite") {
  const parameters = { ...DEFAULT_PARAMETERS, supply };
  const pipeline = value(finish(openPipeline(project, shippedStandards(), parameters)));
  return {
    pipeline,
    sent: pipeline.results,
    read: analysisView(structuredClone(analysisColumns(pipeline))),
  };
}

describe("the results on the screen", () => {
  const { pipeline, sent, read } = bothWays(finish(demoCity(demoSpec("lianyungang"), 1)));

  test("have the sums of units as they were sent, NaN included", () => {
    expect(sent.rollUp.length).toBeGreaterThan(100);
    for (const tier of [0, 1, 2, 3])
      expect(read.rollUp.ofTier(tier)).toEqual(sent.rollUp.filter(({ level }) => tierOf(level) === tier));
    for (const { unit } of read.territory.units)
      expect(read.rollUp.ofUnit(unit)).toEqual(sent.rollUp.filter((row) => row.unit === unit));
    expect(read.rollUp.ofUnit("elsewhere")).toEqual([]);
  });

  test.each(["elderly", "childcare"] as const)("tell which facilities people walk to: %s", (subject) => {
    const { limits, decides, detour } = DEFAULT_PARAMETERS;
    const { origins } = pipeline.reach.value;
    const { facilities } = pipeline.project;
    const seen = new Set<boolean>();
    read.zones.bySubject[subject].choices.forEach((choices, zone) => {
      if (zone % 5 !== 0) return;
      const within = [...read.walkedTo[subject]].filter((row) => {
        const to = facilities[row]?.at;
        for (
          let at = origins[subject].starts[zone] ?? 0;
          to && at < (origins[subject].starts[zone + 1] ?? 0);
          at++
        ) {
          const from = {
            lng: origins[subject].lng[at] ?? Number.NaN,
            lat: origins[subject].lat[at] ?? Number.NaN,
          };
          if (geodesicMetres(from, to) * detour <= limits[decides[subject]]) return true;
        }
        return false;
      });
      expect(within).toHaveLength(choices);
      seen.add(choices > 0);
    });
    expect(seen.size).toBe(2);
  });
});

describe("a fair allocation on the screen", () => {
  // 30 m² for two zones that need 20 each; a third reaches nothing.
  const project = aProject(
    [
      ...["a", "b"].map((id) => aZone(id, { households: 100 })),
      aZone("far", { households: 100, at: east(9000) }),
    ],
    [aFacility("f", elderlyRooms(30))],
  );
  const { sent, read } = bothWays(project, "fair");
  const [found] = read.allocations ?? [];

  test("has the certificates as they were found, zones and facilities of each", () => {
    const rooms = sent.allocations?.find(({ metric }) => metric === "elderly_building_area");
    expect(found?.metric).toBe("elderly_building_area");
    const { zoneStarts, zones, facilityStarts, facilities, missing, maximal } = found?.certificates ?? {};
    const parts = (starts: Uint32Array | undefined, rows: Uint32Array | undefined) =>
      rooms?.certificates.map((_, at) => [...(rows?.subarray(starts?.[at], starts?.[at + 1]) ?? [])]);
    expect(rooms?.certificates.length).toBeGreaterThan(1);
    expect(parts(zoneStarts, zones)).toEqual(rooms?.certificates.map((each) => [...each.zones]));
    expect(parts(facilityStarts, facilities)).toEqual(
      rooms?.certificates.map((each) => [...each.facilities]),
    );
    expect([...(missing ?? [])]).toEqual(rooms?.certificates.map((each) => toNumber(each.missing)));
    expect([...(maximal ?? [])]).toEqual(rooms?.certificates.map((each) => Number(each.maximal)));
  });

  test("has what zones need as numbers, and nothing exact, which is no message", () => {
    const needs = sent.allocations?.[0]?.zones.needs.map((need) => (need ? toNumber(need) : Number.NaN));
    expect([...(found?.zones.needs ?? [])]).toEqual(needs);
    const told = JSON.stringify(read.allocations, (_, each) => (typeof each === "bigint" ? "exact" : each));
    expect(told).not.toContain("exact");
    expect(found?.totals.missing).toBeCloseTo((found?.totals.need ?? 0) - (found?.totals.served ?? 0), 9);
  });

  test("is not there by another method", () => {
    expect(bothWays(project).read.allocations).toBeUndefined();
  });
});

test("of no unit there are no sums", () => {
  const { sent, read } = bothWays(aProject([], []));
  expect([sent.rollUp, read.rollUp.ofTier(0), read.rollUp.ofTier(3)]).toEqual([[], [], []]);
});
