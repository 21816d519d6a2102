import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { areaDetail } from "../../src/app/derived/area-detail.ts";
import { allocationSums, areaFacts, findArea, shortAreas } from "../../src/app/derived/area-facts.ts";
import { areaId, areaKey, subjectOfArea } from "../../src/app/derived/area-id.ts";
import { unitOf } from "../../src/app/derived/facts.ts";
import { NOT_ALLOCATED } from "../../src/core/analysis/allocation-findings.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import type { Project } from "../../src/core/model/project.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { areas as zhAreas } from "../../src/i18n/zh/areas.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { wrongWords } from "../../src/ui/areas/AreaChecks.tsx";
import type { AreaFacts } from "../../src/ui/areas/area-facts.ts";
import {
  addedUp,
  areaSentence,
  coreSentence,
  heldSentence,
  isInDoubt,
} from "../../src/ui/areas/area-words.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { projectView } from "../../workers/views/project-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

function shown(project: Project) {
  const parameters = { ...DEFAULT_PARAMETERS, supply: "fair" } as const;
  const pipeline = value(finish(openPipeline(project, shippedStandards(), parameters)));
  return { view: projectView(project, shippedStandards()), results: analysisView(analysisColumns(pipeline)) };
}

const zh = { t: wordsIn("zh"), language: "zh" } as const;
const plain = (words: string | undefined) => words?.replace(/\u00a0/g, " ");

/**
 * 30 m² for two zones that need 20 each, of which one alone reaches 100 m² that its owner keeps 99 of; two zones need 20
 * and 10 and reach nothing; a new one is judged by what is built in it.
 */
const town = shown(
  aProject(
    [
      aZone("a", { name: "甲园", street: "东街", households: 100 }),
      aZone("b", { name: "乙园", street: "西街", households: 100, at: east(500) }),
      aZone("far", { name: "丙园", street: "西街", households: 100, at: east(9000) }),
      aZone("farther", { households: 50, at: east(-9000) }),
      aZone("new", { status: "new", at: east(20_000) }),
      aZone("owner", { households: 495, at: east(1010) }),
    ],
    [
      aFacility("f", { ...elderlyRooms(30), name: "甲园食堂", at: east(5) }),
      aFacility("o", { ...elderlyRooms(100), zone: "owner", shared: true, at: east(1000) }),
    ],
  ),
);

describe("片区 of a town", () => {
  const areas = areaFacts(town.view.zones, town.results, "elderly");

  test("are listed with what is missing, the largest first, each by its worst zone", () => {
    expect(
      areas.map(({ number, zones, facilities, need, capacity, missing }) => [
        ...[number, zones, facilities, need, capacity, missing],
      ]),
    ).toEqual([
      [1, 1, 0, 20, 0, 20],
      [2, 1, 0, 10, 0, 10],
      // 40 − (30 + 100 − 99)
      [3, 2, 2, 40, 31, 9],
    ]);
    expect(areas.map(({ streets }) => streets)).toEqual([["西街"], [], ["东街", "西街"]]);
    // 31 for 40, since the one that the second zone has alone makes room for the first
    expect(areas[2]?.share).toBe(0.775);
    expect(areas[2]?.id).toBe("elderly_building_area:a");
  });

  test("are the same one by any of their zones, as long as that is short", () => {
    const at = (zone: string) =>
      findArea(town.view.zones, town.results, areaId({ metric: "elderly_building_area", zone }))?.number;
    expect(["a", "b", "far", "farther", "owner", "nobody"].map(at)).toEqual([
      3,
      3,
      1,
      2,
      undefined,
      undefined,
    ]);
    expect(findArea(town.view.zones, town.results, "beds:a")).toBeUndefined();
  });

  test("are told in a sentence", () => {
    expect(plain(areas[2] && areaSentence(areas[2], zh))).toBe(
      "片区 3：2 个小区需 40 m²，它们能到达的全部设施共 31 m²，无论如何分配仍缺 9 m²。",
    );
    expect(plain(areas[0] && areaSentence(areas[0], zh))).toBe(
      "片区 1：1 个小区需 20 m²，走不到任何可用的设施，缺 20 m²。",
    );
  });

  test("have zones by share and facilities by size, and tell what is kept for others", () => {
    const place = findArea(town.view.zones, town.results, "elderly_building_area:a");
    const detail = place && areaDetail(town.view, town.results, place);
    expect(detail?.zones.map(({ id, need, served, shortness }) => [id, need, served, shortness])).toEqual([
      ["a", 20, 15.5, "together"],
      ["b", 20, 15.5, "together"],
    ]);
    expect(detail?.facilities.map(({ id, capacity, reserved }) => [id, capacity, reserved])).toEqual([
      ["o", 100, 99],
      ["f", 30, 0],
    ]);
    expect(plain(detail && heldSentence(detail, zh))).toBe(
      "2 处设施共有 130 m²，其中 99 m² 先供片区外自有它们的小区，留给本片区 31 m²。",
    );
  });

  test("are summed up, with zones by what they reach", () => {
    const [sums] = allocationSums(town.results, "elderly");
    expect(sums).toMatchObject({ areas: 3, missing: 39, zones: 5 });
    expect(sums?.states).toEqual({ none: 0, served: 1, full: 2, "out-of-reach": 2 });
    expect(shortAreas(town.results).find(({ metric }) => metric === "elderly_building_area")).toEqual({
      metric: "elderly_building_area",
      areas: 3,
      certain: 39,
      open: 0,
    });
  });

  test("say how much may turn out not to be missing", () => {
    const area = areas[2] as AreaFacts;
    expect(isInDoubt(area)).toBe(false);
    expect(plain(areaSentence({ ...area, certain: 4.509 }, zh))).toBe(
      "片区 3：2 个小区至多需 40 m²，它们能到达的全部设施确定计入 31 m²，缺 9 m²；存疑的资料都往好处算，无论如何分配也缺 4.5 m²。",
    );
    expect(plain(areaSentence({ ...area, certain: 0 }, zh))).toContain(
      "缺 9 m²；有资料存疑，查清后可能不缺。",
    );
  });
});

test("the id of a 片区 says what is short and where, whatever the zone is called", () => {
  const key = { metric: "childcare_slots", zone: "a:b" } as const;
  expect(areaKey(areaId(key))).toEqual(key);
  expect(subjectOfArea(areaId(key))).toBe("childcare");
  expect([areaKey("a:b"), areaKey("beds"), subjectOfArea("community_centre_building_area:a")]).toEqual(
    Array(3).fill(undefined),
  );
});

test("amounts that are shown add up, however they are rounded", () => {
  // 0.335 − 0.114 = 0.221: what is needed and what lacks are rounded up, as in every other place
  expect(addedUp({ need: 0.335, missing: 0.221 })).toEqual({ need: 0.34, capacity: 0.11, missing: 0.23 });
  // 0.331 − 0.119 = 0.212
  expect(addedUp({ need: 0.331, missing: 0.212 })).toEqual({ need: 0.34, capacity: 0.12, missing: 0.22 });
});

describe.each(["xuzhou", "sucheng", "huaibei"] as const)("片区 of %s", (city) => {
  const { view, results } = shown(finish(demoCity(demoSpec(city), 1)));
  const numbersIn = (sentence: string) =>
    [...sentence.replaceAll(",", "").matchAll(/[\d.]+(?= ?(?:m²|个(?!小区)))/g)].map(Number);

  test.each(["elderly", "childcare"] as const)("add up as they are told: %s", (subject) => {
    const areas = areaFacts(view.zones, results, subject);
    const [sums] = allocationSums(results, subject);
    expect(areas.reduce((sum, { missing }) => sum + missing, 0)).toBeCloseTo(sums?.missing ?? 0, 6);
    let cores = 0;
    for (const area of areas) {
      const place = findArea(view.zones, results, area.id);
      if (!place) throw new Error(`${area.id} is no area`);
      expect([place.number, place.of.metric]).toEqual([area.number, area.metric]);
      const detail = areaDetail(view, results, place);
      const [need = 0, capacity = 0, missing, certain = 0] = numbersIn(plain(areaSentence(area, zh)) ?? "");
      if (area.facilities > 0) expect((need * 100 - capacity * 100) / 100).toBeCloseTo(missing ?? 0, 9);
      expect(certain).toBeLessThanOrEqual(missing ?? 0);
      const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
      expect(total(detail.zones.map((zone) => zone.need))).toBeCloseTo(area.need, 6);
      expect(total(detail.zones.map((zone) => zone.served))).toBeCloseTo(area.capacity, 6);
      expect(detail.held - detail.reserved).toBeCloseTo(area.capacity, 6);
      expect(area.share).toBe(detail.zones[0]?.share);
      for (const core of detail.cores) {
        expect(core.zones).toBeLessThan(area.zones);
        expect(core.share).toBeLessThan(1);
        expect(plain(coreSentence(core, { unit: area.unit, isFirst: true }, zh))).toContain("其中最紧的");
      }
      const shares = detail.cores.map(({ share }) => share);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      cores += detail.cores.length;
    }
    const certificates = place(results, subject);
    expect(cores + areas.length).toBe(certificates);
  });

  test("what is told of them on top is part of what is missing in all, and what is in doubt is not", () => {
    for (const { metric, areas, certain, open } of shortAreas(results)) {
      const of = results.allocations?.find((each) => each.metric === metric);
      const told = results.zones.byMetric.find((each) => each.metric === metric);
      const inAll = results.headline.missing.find((each) => each.metric === metric);
      if (!of || !told || !inAll) throw new Error(`${metric} is told of nowhere`);
      let [known, surely] = [0, 0];
      of.zones.levelOf.forEach((level, row) => {
        if (level === NOT_ALLOCATED || !((told.missing[row] as number) > 0)) return;
        known += told.missing[row] as number;
        surely += (told.missing[row] as number) - (told.perhaps[row] as number);
      });
      expect(areas).toBeLessThanOrEqual(of.areas.length);
      expect(certain).toBeLessThanOrEqual(surely + 1e-6);
      expect(known).toBeLessThanOrEqual(inAll.amount + 1e-6);
      // Slots are missing as whole ones, zone by zone.
      if (unitOf(results, metric) === "m2") expect(known + open).toBeCloseTo(of.totals.missing, 5);
      else expect(known + open).toBeGreaterThanOrEqual(of.totals.missing - 1e-6);
    }
  });
});

function place(results: ReturnType<typeof shown>["results"], subject: string): number {
  const of = results.allocations?.filter((each) => each.subject === subject) ?? [];
  return of.reduce((sum, { certificates }) => sum + certificates.maximal.length, 0);
}

test("every check has its words", () => {
  const files = [
    ...["check-certificates", "check-fairness", "check-flows"].map(
      (name) => `src/io/verify/allocation/${name}`,
    ),
    ...["re-add", "reshuffle"].map((name) => `workers/tasks/${name}-allocations`),
  ];
  const text = files.map((name) => readFileSync(`${name}.ts`, "utf8")).join("\n");
  const checks = Array.from(text.matchAll(/"([a-z]+(?:-[a-z]+){2,})"/g), ([, check]) => check);
  expect([...new Set(checks)].sort()).toEqual(Object.keys(zhAreas.wrong).sort());
});

test("what does not agree is told where it is, with both figures", () => {
  const wrong = {
    check: "load-within-capacity",
    file: "facilities",
    at: "甲园食堂",
    expected: 30,
    found: 31,
  };
  expect(wrongWords(wrong, zh.t)).toBe("设施“甲园食堂”：分出的比有的多；应为 30，结果为 31");
  const area = {
    check: "certificates-are-nested",
    file: "areas",
    at: "#3 甲园",
    expected: "in",
    found: "across",
  };
  expect(wrongWords(area, zh.t)).toBe("“甲园”等小区的片区：片区互相交错");
});
