import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../../../src/core/analysis/pipeline.ts";
import { type Dice, diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { randomlyEdited, randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const FAIR: Parameters = { ...DEFAULT_PARAMETERS, supply: "fair" };
const CHOICES: readonly Parameters[] = [FAIR, FAIR, { ...FAIR, pack: "sucheng-2023" }];

function opened(project: Project, parameters: Parameters): Pipeline {
  return value(finish(openPipeline(project, shippedStandards(), parameters)));
}

/**
 * Towns far from each other, so that most shares and shortages of one are no business of the others. Most zones need
 * something, and most rooms are shared out.
 */
function townsApart(seed: number): Project {
  const { zones, facilities, ...others } = randomProject(seed, 48, 40);
  const dice = diceOf(seed, "towns apart");
  const town = (row: number) => ({ lng: 0.2 * (row % TOWNS), lat: 0 });
  const needy = () => ({
    status: "existing" as const,
    adminCode: "320302",
    households: dice.whole(50, 1500),
  });
  return {
    ...others,
    zones: zones.map((zone, row) => zoneMoved({ ...zone, ...(dice.chance(0.7) && needy()) }, town(row))),
    facilities: facilities.map((facility, row) =>
      facilityMoved(dice.chance(0.6) ? open(facility) : facility, town(row)),
    ),
  };
}

function open({ zone: _zone, pooling: _pooling, ...facility }: Facility): Facility {
  return { ...facility, status: "built", registered: true, storey: 1 };
}

const TOWNS = 3;

function moved({ lng, lat }: LngLat, by: LngLat): LngLat {
  return { lng: lng + by.lng, lat: lat + by.lat };
}

function zoneMoved(
  { at, entrances, buildings, shape, ...zone }: ResidentialZone,
  by: LngLat,
): ResidentialZone {
  return {
    ...zone,
    ...(at && { at: moved(at, by) }),
    ...(entrances && { entrances: entrances.map((each) => moved(each, by)) }),
    ...(buildings && { buildings: buildings.map((each) => moved(each, by)) }),
    ...(shape && { shape: shape.map(([outer]) => [outer.map((corner) => moved(corner, by))] as const) }),
  };
}

function facilityMoved({ at, ...facility }: Facility, by: LngLat): Facility {
  return { ...facility, ...(at && { at: moved(at, by) }) };
}

/** One row is another, where it stood in the table. */
function edited(project: Project, seed: number): Project {
  const dice = diceOf(seed, "edit of a row");
  const { zones, facilities } = project;
  if (dice.chance(0.1)) return randomlyEdited(project, seed);
  if (dice.chance(0.2)) {
    const people = { households: dice.whole(50, 1500), residents: dice.whole(100, 4000) };
    return { ...project, zones: changed(zones, dice, (zone) => ({ ...zone, ...people })) };
  }
  return { ...project, facilities: changed(facilities, dice, (row) => facilityEdited(row, zones, dice)) };
}

function facilityEdited(row: Facility, zones: readonly ResidentialZone[], dice: Dice): Facility {
  const { zone: _zone, registered: _registered, ...rest } = row;
  const times = dice.pick([0.5, 1.1, 3]);
  switch (dice.whole(0, 5)) {
    case 0:
    case 1:
      return facilityMoved(row, { lng: dice.whole(-5, 5) / 1000, lat: dice.whole(-5, 5) / 1000 });
    case 2:
      return { ...rest, zone: dice.pick(zones).id, shared: true };
    case 3:
      return { ...row, ...(dice.chance(0.5) ? { registered: true } : { shared: true }) };
    case 4:
      return rest;
    default:
      return {
        ...row,
        slots: dice.whole(0, 90),
        areas: row.areas.map((each) => ({ ...each, area: each.area * times })),
      };
  }
}

function changed<Row>(rows: readonly Row[], dice: Dice, change: (row: Row) => Row): readonly Row[] {
  const at = dice.whole(0, rows.length - 1);
  return rows.map((row, i) => (i === at ? change(row) : row));
}

test("after each edit of a row, what is taken over of other towns is what a run from scratch finds", () => {
  fc.assert(
    fc.property(
      fc.nat(1e6),
      fc.constantFrom(...CHOICES),
      fc.array(fc.nat(1e6), { minLength: 3, maxLength: 6 }),
      (seed, parameters, edits) => {
        let project = townsApart(seed);
        let pipeline = opened(project, parameters);
        for (const edit of edits) {
          project = edited(project, edit);
          pipeline = value(finish(update(pipeline, { project })));
          const fresh = opened(project, parameters);
          expect(pipeline.results).toEqual(fresh.results);
          const { ledgers } = pipeline.supply.value;
          expect(ledgers.map(({ wider }) => wider)).toEqual(
            fresh.supply.value.ledgers.map(({ wider }) => wider),
          );
        }
      },
    ),
    { seed: 1, numRuns: process.env["QUAN_LONG"] ? 1000 : 24 },
  );
}, 240_000);

test("certificates of a 片区 that nothing changed about are the same objects", () => {
  const project = townsApart(2);
  const before = opened(project, FAIR);
  const allocation = before.results.allocations?.find(({ metric }) => metric === "elderly_building_area");
  const area = allocation?.certificates.find(({ facilities }) => facilities.length > 0);
  const facilities = project.facilities.map((facility, row) =>
    row === area?.facilities[0]
      ? { ...facility, areas: [{ subject: "elderly" as const, area: 1 }] }
      : facility,
  );
  const after = value(finish(update(before, { project: { ...project, facilities } })));
  const certificatesOf = ({ results }: Pipeline) =>
    results.allocations?.flatMap(({ certificates }) => certificates);
  const known = new Set(certificatesOf(before));
  const kept = certificatesOf(after)?.filter((each) => known.has(each)) ?? [];
  expect(area && known.has(area) && !kept.includes(area)).toBe(true);
  expect(kept.length).toBeGreaterThan(known.size / 2);
});

/** Needs 200 m² for 1000 households. */
function needing(id: string, metres: number, households = 1000): ResidentialZone {
  return aZone(id, { at: east(metres), households });
}

function rooms(id: string, metres: number, area: number, differs: Partial<Facility> = {}): Facility {
  return aFacility(id, { at: east(metres), ...elderlyRooms(area), ...differs });
}

const CHANGES = [
  {
    what: "a zone that becomes short joins one that it takes nothing from",
    zones: [needing("a", 0), needing("b", 800)],
    before: [rooms("f", 400, 100), rooms("g", 1200, 200)],
    after: [rooms("f", 400, 100), rooms("g", 1200, 180)],
  },
  {
    what: "a zone keeps more of a facility that others reach for nothing",
    zones: [needing("a", 0, 5000), needing("b", 400)],
    before: [rooms("f", 0, 100, { zone: "a", shared: true })],
    after: [rooms("f", 0, 130, { zone: "a", shared: true })],
  },
  {
    what: "a facility that serves others holds enough for a zone that would have it alone",
    zones: [needing("a", 0), needing("b", 800, 5000)],
    before: [rooms("f", -400, 100), rooms("g", 400, 90)],
    after: [rooms("f", -400, 100), rooms("g", 400, 110)],
  },
  {
    what: "a zone has another facility of its own, that holds nothing",
    zones: [needing("a", 0)],
    before: [rooms("f", 0, 100, { zone: "a" }), rooms("g", 1000, 0)],
    after: [rooms("f", 0, 100, { zone: "a" }), rooms("g", 0, 0, { zone: "a" })],
  },
  {
    what: "rooms that a zone left to others are no zone's own any more",
    zones: [needing("a", 0), needing("b", 400)],
    before: [rooms("f", 0, 300, { zone: "a", shared: true })],
    after: [rooms("f", 0, 300)],
  },
];

describe("what is taken over is what a run from scratch finds where", () => {
  for (const { what, zones, before, after } of CHANGES) {
    it(what, () => {
      const next = aProject(zones, after);
      const pipeline = opened(aProject(zones, before), FAIR);
      const updated = value(finish(update(pipeline, { project: next })));
      expect(updated.results).toEqual(opened(next, FAIR).results);
      expect(updated.results.allocations).not.toEqual(pipeline.results.allocations);
    });
  }
});
