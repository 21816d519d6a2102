import { describe, expect, test } from "vitest";
import { NOT_ALLOCATED } from "../../src/core/analysis/allocation-findings.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../../src/core/analysis/pipeline.ts";
import { compare, type Exact, toNumber } from "../../src/core/base/decimal.ts";
import { diceOf } from "../../src/core/base/random.ts";
import { finish } from "../../src/core/base/work.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import type { CareSubject } from "../../src/core/model/facility-kind.ts";
import type { Project } from "../../src/core/model/project.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import type { Bottlenecks } from "../../workers/allocation-tasks.ts";
import { bottlenecksOf } from "../../workers/tasks/bottlenecks-of.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

const FAIR = { ...DEFAULT_PARAMETERS, supply: "fair" } as const;
const analysed = (project: Project) => value(finish(openPipeline(project, shippedStandards(), FAIR)));

/** A zone that needs so many m²; places are metres to the east. */
const zone = (id: string, need: number, at: number) => aZone(id, { households: need * 5, at: east(at) });
const rooms = (id: string, area: number, at: number, differs: Partial<Facility> = {}) =>
  aFacility(id, { ...elderlyRooms(area), at: east(at), ...differs });

/**
 * a (needs 200) and b (100) share f (150); b has 20 of its own, o, which it opens to those who reach it and has none left
 * of. c needs 50 and has 80 of its own, p, opened too, and so 30 for d (200), which has nothing else. g (300) is for e
 * (200) alone, and h (90) for h's own zone, which needs 40 and keeps it to itself.
 */
const town = analysed(
  aProject(
    [
      ...[zone("a", 200, 0), zone("b", 100, 600), zone("c", 50, 9000), zone("d", 200, 9500)],
      ...[zone("e", 200, 20_000), zone("h", 40, 30_000)],
    ],
    [
      ...[rooms("f", 150, 300), rooms("o", 20, 500, { zone: "b", shared: true })],
      ...[rooms("p", 80, 9100, { zone: "c", shared: true }), rooms("g", 300, 20_100)],
      rooms("hh", 90, 30_000, { zone: "h", shared: false }),
    ],
  ),
);

const toldOf = (pipeline: Pipeline, subject: CareSubject) => finish(bottlenecksOf(pipeline, subject));

describe("瓶颈设施 of a town", () => {
  const [told] = toldOf(town, "elderly") as [Bottlenecks];
  const ids = town.project.facilities.map(({ id }) => id);
  const zoneIds = town.project.zones.map(({ id }) => id);

  test("are full ones, where more serves most first, with those who gain first", () => {
    expect(
      told.facilities.map(({ facility, served, lack, firstCount, first }) => [
        ...[ids[facility], served, Math.round(lack * 1e6) / 1e6, firstCount],
        first.map((row) => zoneIds[row]),
      ]),
    ).toEqual([
      // d has 30 of the 200 that it needs
      ["p", 100, 170, 1, ["d"]],
      // 300 needed by a and b, and 170 there
      ["f", 100, 130, 2, ["a", "b"]],
    ]);
    expect(told.facilities.map(({ share }) => share)).toEqual([0.15, 170 / 300]);
    expect([told.metric, told.unit, told.amount]).toEqual(["elderly_building_area", "m2", 100]);
    const [areas] = town.results.allocations ?? [];
    for (const { area, first } of told.facilities) {
      for (const row of first) expect(areas?.zones.area[row]).toBe(area);
    }
  });

  test("are not those that a zone has all of; they are counted", () => {
    expect(told.kept).toBe(1);
  });

  test("leave over what nobody needs, apart from what zones keep", () => {
    expect(told.surplus).toEqual({ open: 100, kept: 50 });
  });

  test("are of one subject, and there are none by another method", () => {
    expect(toldOf(town, "childcare").every(({ facilities }) => facilities.length === 0)).toBe(true);
    const onsite = value(finish(update(town, { parameters: { ...FAIR, supply: "onsite" } })));
    expect(toldOf(onsite, "elderly")).toEqual([]);
  });
});

/** The project with so much more room at a facility, and a building that holds it. */
function enlarged(
  project: Project,
  row: number,
  { unit, amount }: Bottlenecks,
  subject: CareSubject,
): Project {
  const { totalArea: _, ...facility } = project.facilities[row] as Facility;
  const at = facility.areas.findIndex((each) => each.subject === subject);
  const area = unit === "slot" ? amount * ROOM_OF_SLOT : amount;
  const areas = facility.areas.map((each, place) =>
    place === at ? { ...each, area: each.area + area } : each,
  );
  const slots = unit === "slot" && { slots: (facility.slots ?? 0) + amount };
  return { ...project, facilities: project.facilities.with(row, { ...facility, areas, ...slots }) };
}

const TRIED = 6;
/** m², more than any standard asks for. */
const ROOM_OF_SLOT = 30;

function allocationIn({ results }: Pipeline, metric: string) {
  const found = results.allocations?.find((each) => each.metric === metric);
  if (!found) throw new Error(`${metric} is not allocated`);
  return found;
}

describe.each(["xuzhou", "huaibei"] as const)("瓶颈设施 of %s", (city) => {
  const pipeline = analysed(finish(demoCity(demoSpec(city), 1)));

  test.each(["elderly", "childcare"] as const)(
    "serve what was told once they are enlarged: %s",
    (subject) => {
      for (const told of toldOf(pipeline, subject)) {
        const before = allocationIn(pipeline, told.metric);
        // Of rows that may be one facility, the other counts once this one is the larger.
        const twins = new Set(pipeline.duplicates.groups.flat());
        const single = told.facilities.filter(({ facility }) => !twins.has(facility));
        expect(single.length).toBeGreaterThan(0);
        const tried = diceOf(6, told.metric).shuffled(single).slice(0, TRIED);
        for (const { facility, served, share, first, firstCount } of tried) {
          const project = enlarged(pipeline.project, facility, told, subject);
          const after = allocationIn(value(finish(update(pipeline, { project }))), told.metric);
          const gained = toNumber(after.totals.served) - toNumber(before.totals.served);
          expect(gained).toBeCloseTo(served, 6);
          const shareIn = ({ levels, zones }: typeof before, row: number) =>
            levels[zones.levelOf[row] as number] as Exact;
          expect(firstCount).toBeGreaterThanOrEqual(first.length);
          for (const row of first) {
            expect(toNumber(shareIn(before, row))).toBeCloseTo(share, 9);
            expect(compare(shareIn(after, row), shareIn(before, row))).toBeGreaterThan(0);
          }
          // Nobody of a lower share gains.
          before.zones.levelOf.forEach((level, row) => {
            if (level === NOT_ALLOCATED || toNumber(before.levels[level] as Exact) >= share - 1e-9) return;
            expect(compare(shareIn(after, row), shareIn(before, row))).toBe(0);
          });
        }
      }
    },
  );

  test.each(["elderly", "childcare"] as const)(
    "are in 片区, and what is left over in none: %s",
    (subject) => {
      for (const told of toldOf(pipeline, subject)) {
        const { areas, certificates, facilities } = allocationIn(pipeline, told.metric);
        for (const { facility, area } of told.facilities) {
          expect(certificates[areas[area - 1] as number]?.facilities).toContain(facility);
        }
        const inAreas = new Set([...areas].flatMap((at) => [...(certificates[at]?.facilities ?? [])]));
        let left = 0;
        facilities.room.forEach((room, row) => {
          if (!(room > 0)) return;
          left += room;
          expect(inAreas.has(row)).toBe(false);
        });
        expect(left).toBeCloseTo(told.surplus.open, 6);
      }
    },
  );
});
