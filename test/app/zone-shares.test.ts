import { describe, expect, test } from "vitest";
import { streetFacts } from "../../src/app/derived/sheet-facts.ts";
import { zoneShares } from "../../src/app/derived/zone-shares.ts";
import { evidenceOf } from "../../src/core/analysis/evidence-of.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { compare, type Exact, exact, over, ratio, toNumber } from "../../src/core/base/decimal.ts";
import { finish } from "../../src/core/base/work.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import type { Project } from "../../src/core/model/project.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { zonesCsv } from "../../src/io/export/analysis-tables.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { areaSentence } from "../../src/ui/areas/area-words.ts";
import {
  assumptionWords,
  givenTo,
  givenWords,
  shareRemarks,
  shortnessWords,
  wholeWords,
} from "../../src/ui/evidence/zone-share.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { projectView } from "../../workers/views/project-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, anEstimatedZone, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

const zh = { t: wordsIn("zh"), language: "zh" } as const;
const en = { t: wordsIn("en"), language: "en" } as const;
const plain = (words: string | undefined) => words?.replace(/\u00a0/g, " ");

function shown(project: Project, supply: "fair" | "onsite" = "fair") {
  const pipeline = value(
    finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, supply })),
  );
  const view = projectView(project, shippedStandards());
  const results = analysisView(analysisColumns(pipeline));
  const sharesOf = (id: string) => zoneShares(view, results, view.zones.ids.indexOf(id));
  const evidence = (id: string) => value(evidenceOf(pipeline, id));
  return { pipeline, view, results, sharesOf, evidence };
}

const EAST = { adminCode: "320302", district: "泉山区", street: "东街" };
const WEST = { ...EAST, street: "西街" };

/** Each zone of 100 households needs 20 m². Five share 60 m²; one reaches nothing; one has 40 m² of its own. */
const town = shown(
  aProject(
    [
      ...["a", "b", "c", "d"].map((id) => aZone(id, { ...EAST, name: `${id}园`, households: 100 })),
      aZone("e", { ...WEST, name: "e园", households: 100, at: east(50) }),
      aZone("far", { ...WEST, households: 100, at: east(9000) }),
      aZone("rich", { ...WEST, households: 100, at: east(-9000) }),
    ],
    [
      aFacility("f", { ...elderlyRooms(60), at: east(100) }),
      aFacility("own", { ...elderlyRooms(40), zone: "rich", at: east(-9000) }),
    ],
  ),
);
const METRIC = "elderly_building_area";
const shareIn = (city: ReturnType<typeof shown>, id: string) =>
  city.sharesOf(id).find(({ metric }) => metric === METRIC);

describe("the share of a zone", () => {
  test("says what it has, and whether it is served, reaches what is full, or reaches nothing", () => {
    expect(["a", "far", "rich"].map((id) => [shareIn(town, id)?.state, shareIn(town, id)?.share])).toEqual([
      ["full", 0.6],
      ["out-of-reach", 0],
      ["served", 1],
    ]);
    expect(shareIn(town, "rich")?.short).toBeUndefined();
  });

  test("says whether it is short alone or with others, and by which certificate", () => {
    const { short } = shareIn(town, "a") ?? {};
    expect(short && shortnessWords(short, zh)).toBe("片区共同不足（与b园、c园、d园等 4 个小区）。");
    expect(short && shortnessWords(short, en)).toBe("Short together with 4 zones, among them b园, c园, d园.");
    expect(plain(short && areaSentence(short.area.facts, zh))).toBe(
      "片区 1：5 个小区需 100 m²，它们能到达的全部设施共 60 m²，无论如何分配仍缺 40 m²。",
    );
    const alone = shareIn(town, "far")?.short;
    expect(alone && shortnessWords(alone, zh)).toBe("单独不足：能到达的设施中可用的都归它也不够。");
    expect(alone?.others).toEqual([]);
  });

  test("names all others where they are few", () => {
    const two = { shortness: "together", area: shareIn(town, "a")?.short?.area, others: ["甲", "乙"] };
    expect(shortnessWords(two as never, zh)).toBe("片区共同不足（与甲、乙）。");
  });

  test("tells apart what is its own and what it is given", () => {
    const countedIn = (id: string) =>
      town.evidence(id).lines.find(({ metric }) => metric === METRIC)?.counted ?? [];
    expect(givenTo(countedIn("a"))).toEqual({ own: 0, given: 12 });
    expect(givenTo(countedIn("rich"))).toEqual({ own: 40, given: 0 });
  });

  test("is not told by another method, nor of a new zone", () => {
    const project = aProject(
      [aZone("a"), aZone("new", { status: "new" })],
      [aFacility("f", elderlyRooms(60))],
    );
    expect(shown(project, "onsite").sharesOf("a")).toEqual([]);
    expect(shown(project).sharesOf("new")).toEqual([]);
  });
});

test("a facility gives whole slots, less than one, or none, and never “0”", () => {
  const said = (amount: number, whole?: number) =>
    [zh, en].map((words) =>
      plain(givenWords({ amount, ...(whole !== undefined && { whole }) }, "slot", words)),
    );
  expect(said(1.39, 1)).toEqual(["1 个", "1 slot"]);
  expect(said(0.48, 0)).toEqual(["不足 1 个", "less than 1 slot"]);
  expect(said(0.48, 1)).toEqual(["1 个", "1 slot"]);
  expect(said(0)).toEqual(["无", "none"]);
  expect(plain(givenWords({ amount: 0.48 }, "m2", zh))).toBe("0.48 m²");
});

describe("in the files", () => {
  /** Zones by number of households: 22.32 to 25.6 slots per thousand of them, if their people are not stated. */
  const estimated = shown(
    aProject(
      [
        anEstimatedZone("part", 1000, EAST),
        anEstimatedZone("none", 1000, { ...EAST, at: east(9000) }),
        anEstimatedZone("full", 100, { ...EAST, at: east(-9000) }),
        // 2100 ÷ 1000 × 8 = 16.8
        aZone("own", { ...EAST, residents: 2100, at: east(18000) }),
      ],
      [
        aFacility("f", { kind: "C_COMMUNITY", slots: 14 }),
        aFacility("g", { kind: "C_COMMUNITY", slots: 20, at: east(-9000) }),
        aFacility("h", { kind: "C_COMMUNITY", slots: 14, zone: "own", at: east(18000) }),
      ],
    ),
  );

  test.each([
    ["of estimated people", estimated],
    ["of a town", shown(finish(demoCity(demoSpec("xuzhou"), 1)))],
  ])("the share of a row %s is that of the page, and what is provided of what is required", (_, city) => {
    const { pipeline, sharesOf } = city;
    const [head = "", ...lines] = [...zonesCsv(pipeline)].join("").trimEnd().split("\n");
    const columns = head.split(",");
    const seen = new Map<string, number>();
    for (const line of lines) {
      const row = Object.fromEntries(line.split(",").map((cell, at) => [columns[at], cell]));
      const { zone = "", rule = "", required, provided, missing, share, need } = row;
      if (share === "") continue;
      const [asked, there] = [required, provided].map((cell) => exact(Number(cell))) as [Exact, Exact];
      const part = compare(there, asked) >= 0 ? 1 : toNumber(over(there, asked));
      expect([zone, rule, Number(share)]).toEqual([zone, rule, expect.closeTo(part, 14)]);
      expect(missing === "0").toBe(share === "1");
      if (need === "") continue;
      const metric = city.evidence(zone).lines.find((each) => each.rule === rule)?.metric;
      const told = sharesOf(zone).find((each) => each.metric === metric);
      expect([zone, rule, Number(share), Number(need)]).toEqual([zone, rule, told?.share, told?.need]);
      if (share !== "0" && share !== "1") expect([zone, required]).toEqual([zone, need]);
      if (metric === "childcare_slots") seen.set(zone, Number(share));
    }
    expect(seen.size).toBeGreaterThan(3);
    if (city === estimated)
      expect(Object.fromEntries(seen)).toEqual({ full: 1, none: 0, own: 5 / 6, part: 14 / 25.6 });
  });
});

test("a street's page names the 片区 of its zones, as wholes", () => {
  const { view, results } = town;
  const unit = results.territory.units.find(({ name }) => name === "西街")?.unit ?? "";
  const title = (rule: string) => ({ zh: rule, en: rule });
  const facts = streetFacts(view, results, unit, title, (level) => level);
  const rooms = facts?.areas?.filter(({ metric }) => metric === METRIC);
  expect(rooms?.map(({ number, zonesHere, zones, missing }) => [number, zonesHere, zones, missing])).toEqual([
    [1, 1, 5, 40],
    [2, 1, 1, 20],
  ]);
  const other = shown(aProject([aZone("a", WEST)], []), "onsite");
  const at = other.results.territory.units.find(({ name }) => name === "西街")?.unit ?? "";
  expect(streetFacts(other.view, other.results, at, title, (level) => level)?.areas).toBeUndefined();
});

test("remarks say what is left out, only where something is", () => {
  const line = town.evidence("a").lines.find(({ metric }) => metric === METRIC)?.line;
  if (!line) throw new Error("rooms are asked for");
  const remarks = (differs: object) => shareRemarks({ ...line, ...differs }, [], zh);
  const band = { low: ratio(1n, 1n), high: ratio(2n, 1n) };
  expect(remarks({})).toEqual([]);
  expect(remarks({ sure: ratio(0n, 1n) })).toEqual(["只算确定计入的。"]);
  expect(remarks({ actual: undefined, base: { name: "residents", band } })).toEqual([
    "只算确定计入的。",
    "人口取高值。",
  ]);
});

test("a pass says who is assumed to use none of its rooms, and what would mend it", () => {
  const zones = ["a", "b", "c"].map((zone) => ({ zone, ...(zone === "a" && { name: "甲园" }) }));
  expect(assumptionWords(undefined, zh)).toEqual([]);
  expect(assumptionWords({ zones: zones.slice(0, 1), more: 0, placeless: 0 }, zh)).toEqual([
    "此项“符合”以甲园不使用异地用房为前提：与本小区共用所列用房或相连的用房，但户数、人口或是否已建成未知，没有参加均衡分配。请补上。",
  ]);
  const both = { zones, more: 2, placeless: 1 };
  expect(assumptionWords(both, zh)).toEqual([
    "此项“符合”以甲园、b、c等 5 个小区不使用异地用房为前提：与本小区共用所列用房或相连的用房，但户数、人口或是否已建成未知，没有参加均衡分配。请补上。",
    "此项“符合”以 1 个没有位置或没有接入路网的小区不使用异地用房为前提：走得到哪些无从知道。请补位置。",
  ]);
  const [reach, nowhere] = assumptionWords(both, en);
  expect(reach).toContain("assumes that 5 zones (among them 甲园, b, c) use no rooms off site");
  expect(nowhere).toContain("not used by 1 zone without a place");
  expect(assumptionWords({ ...both, placeless: 2 }, en)[1]).toContain("by 2 zones without a place");
});

describe.each(["xuzhou", "huaibei"] as const)("in %s", (city) => {
  const { pipeline, sharesOf, evidence } = shown(finish(demoCity(demoSpec(city), 1)));

  test("what facilities give a zone adds up to what it has, in whole slots too", () => {
    let [fractions, shares] = [0, 0];
    for (const zone of pipeline.project.zones) {
      for (const { metric, method, counted, line } of evidence(zone.id).lines) {
        if (method !== "fair" || metric === undefined) continue;
        const has = pipeline.supply.value.ledgers.find((each) => each.metric === metric)?.ledger.provided[
          pipeline.project.zones.indexOf(zone)
        ];
        const provided = has ? toNumber(has) : 0;
        const { own, given } = givenTo(counted);
        expect(own + given).toBeCloseTo(provided, 6);
        expect(line.unit === "slot").toBe(
          counted.length > 0 ? counted[0]?.whole !== undefined : line.unit === "slot",
        );
        if (line.unit !== "slot" || has === undefined) continue;
        const whole = counted.reduce((sum, each) => sum + (each.whole ?? 0), 0);
        if (counted.length > 0) expect(whole).toBe(Number(has.numerator / has.denominator));
        for (const each of counted) expect(Math.abs((each.whole ?? 0) - each.amount)).toBeLessThan(1);
        const said = plain(wholeWords(counted, line.unit, zh));
        if (said === undefined) continue;
        fractions++;
        expect(said).toContain(`合计 ${whole.toLocaleString("en-US")}。`);
      }
      for (const { metric, short, share } of sharesOf(zone.id)) {
        shares++;
        expect(short === undefined).toBe(share === 1);
        const named = short?.area.zones.map(({ id }) => id) ?? [zone.id];
        expect(named).toContain(zone.id);
        if (short) expect(short.area.facts.metric).toBe(metric);
        if (short?.shortness === "together") expect(short.others.length).toBeGreaterThan(0);
      }
    }
    expect(shares).toBeGreaterThan(20);
    expect(fractions).toBeGreaterThan(0);
  });
});
