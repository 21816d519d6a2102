import { describe, expect, test } from "vitest";
import type { AllocationFindings } from "../../src/core/analysis/allocation-findings.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../src/core/analysis/pipeline.ts";
import type { Results } from "../../src/core/analysis/results.ts";
import { exact, plus, ratio } from "../../src/core/base/decimal.ts";
import { finish } from "../../src/core/base/work.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import { CARE_SUBJECTS } from "../../src/core/model/facility-kind.ts";
import type { Project } from "../../src/core/model/project.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { reAddAllocations } from "../../workers/tasks/re-add-allocations.ts";
import { reshuffleAllocations } from "../../workers/tasks/reshuffle-allocations.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

function fairly(project: Project): Pipeline {
  const parameters = { ...DEFAULT_PARAMETERS, supply: "fair" } as const;
  return value(finish(openPipeline(project, shippedStandards(), parameters)));
}

/** 60 m² for two zones that need 20 each and one that needs 40 and reaches 10 m² more; a fourth reaches nothing. */
const town = fairly(
  aProject(
    [
      aZone("a", { households: 100 }),
      aZone("b", { households: 100 }),
      aZone("c", { households: 200, at: east(500) }),
      aZone("d", { households: 100, at: east(9000) }),
    ],
    [
      aFacility("f", elderlyRooms(50)),
      aFacility("g", { ...elderlyRooms(10), at: east(1100) }),
      aFacility("h", { ...elderlyRooms(8), zone: "d", shared: true, at: east(9000) }),
    ],
  ),
);

/** The town with results that were tampered with. */
function tampered(change: (results: Results, rooms: AllocationFindings) => Partial<Results>): Pipeline {
  const { results } = town;
  const rooms = results.allocations?.[0] as AllocationFindings;
  return { ...town, results: { ...results, ...change(results, rooms) } };
}

function withRooms(change: (rooms: AllocationFindings) => Partial<AllocationFindings>): Pipeline {
  return tampered(({ allocations = [] }, rooms) => ({
    allocations: [{ ...rooms, ...change(rooms) }, ...allocations.slice(1)],
  }));
}

const reAdded = (of: Pipeline) => finish(reAddAllocations(of, "elderly"));
const reshuffled = (of: Pipeline, seed = 1) => finish(reshuffleAllocations(of, "elderly", seed));
const checksIn = ({ wrong }: ReturnType<typeof reAdded>) => [...new Set(wrong.map(({ check }) => check))];

describe("what a fair allocation says of a town", () => {
  test("adds up, and is found again in another order", () => {
    // Zones a, b, c reach f; c reaches g too; d keeps all of its own h, which is one pair more.
    const counts = { zones: 4, facilities: 3, links: 5, areas: 2, wrong: [], wrongCount: 0 };
    expect(reAdded(town)).toEqual(counts);
    for (const seed of [1, 2, 3]) expect(reshuffled(town, seed)).toEqual(counts);
  });

  test.each([
    [
      "a room is given twice",
      "flows-add-up-to-served",
      ({ ledgers }: Results) => ({
        ledgers: ledgers.map((each) => ({ ...each, amounts: each.amounts.map((amount) => 2 * amount) })),
      }),
    ],
    [
      "a zone is said to have more than it is given",
      "flows-add-up-to-served",
      ({ ledgers }: Results) => ({
        ledgers: ledgers.map((each) => ({
          ...each,
          provided: each.provided.map((amount) => amount && plus(amount, exact(0.5))),
        })),
      }),
    ],
  ])("%s", (_, check, change) => {
    expect(checksIn(reAdded(tampered(change)))).toContain(check);
  });

  test.each<[string, string, (rooms: AllocationFindings) => Partial<AllocationFindings>]>([
    [
      "a facility holds more than there is",
      "capacity-adds-up",
      ({ facilities }) => ({
        facilities: { ...facilities, capacity: facilities.capacity.map((amount) => amount + 1) },
      }),
    ],
    [
      "more is kept than there is",
      "kept-adds-up",
      ({ facilities }) => ({
        facilities: { ...facilities, reserved: facilities.reserved.map((amount) => amount + 1) },
      }),
    ],
    [
      "a need is another",
      "need-is-what-is-asked",
      ({ zones }) => ({
        zones: { ...zones, needs: zones.needs.map((need) => need && plus(need, exact(1))) },
      }),
    ],
    [
      "a facility is left out of a proof",
      "all-reached-are-named",
      ({ certificates }) => ({
        certificates: certificates.map((each) => ({ ...each, facilities: each.facilities.slice(1) })),
      }),
    ],
    [
      "a facility that nobody reaches is in a proof",
      "all-named-are-reached",
      ({ certificates }) => ({
        certificates: certificates.map((each) => ({ ...each, facilities: Uint32Array.of(0, 1, 2) })),
      }),
    ],
    [
      "a proof tells too much",
      "missing-is-the-difference",
      ({ certificates }) => ({
        certificates: certificates.map((each) => ({ ...each, missing: plus(each.missing, exact(1)) })),
      }),
    ],
    [
      "what is open does not follow from what is held",
      "held-less-kept-is-open",
      ({ certificates }) => ({
        certificates: certificates.map((each) => ({ ...each, reserved: plus(each.reserved, exact(1)) })),
      }),
    ],
    [
      "a zone is served before one that has less",
      "served-are-the-least-served",
      ({ zones }) => ({
        zones: { ...zones, levelOf: zones.levelOf.map((level, row) => (row === 0 ? 0 : level)) },
      }),
    ],
    [
      "a proof is left out",
      "short-zone-has-its-certificate",
      ({ certificates }) => ({
        certificates: certificates.slice(1),
      }),
    ],
  ])("%s: it does not agree", (_, check, change) => {
    const found = reAdded(withRooms(change));
    expect(checksIn(found)).toContain(check);
    expect(found.wrongCount).toBeGreaterThanOrEqual(found.wrong.length);
  });

  test.each<[string, string, (rooms: AllocationFindings) => Partial<AllocationFindings>]>([
    [
      "a share is another by the last digit",
      "share-is-the-same",
      ({ levels }) => ({
        levels: levels.map((level, at) => (at === 0 ? plus(level, ratio(1n, 10n ** 18n)) : level)),
      }),
    ],
    [
      "a 片区 is not there again",
      "area-is-there-again",
      ({ certificates }) => ({
        certificates: certificates.map((each) => ({ ...each, need: plus(each.need, ratio(1n, 10n ** 18n)) })),
      }),
    ],
    [
      "a 片区 is left out",
      "area-is-there-again",
      ({ certificates }) => ({
        certificates: certificates.slice(1),
      }),
    ],
  ])("%s: the same in another order does not agree", (_, check, change) => {
    expect(checksIn(reshuffled(withRooms(change)))).toContain(check);
  });
});

test.each(["xuzhou", "sucheng", "huaibei"] as const)("%s agrees with itself", (city) => {
  const pipeline = fairly(finish(demoCity(demoSpec(city), 1)));
  for (const subject of CARE_SUBJECTS) {
    const found = finish(reAddAllocations(pipeline, subject));
    expect(found).toMatchObject({ wrong: [], wrongCount: 0 });
    expect([found.zones, found.facilities, found.areas].every((count) => count > 10)).toBe(true);
    expect(finish(reshuffleAllocations(pipeline, subject, 7))).toEqual(found);
  }
});

test("where nothing is allocated, nothing is checked", () => {
  const project = aProject([aZone("a")], [aFacility("f", elderlyRooms(50))]);
  const parameters = { ...DEFAULT_PARAMETERS, supply: "onsite" } as const;
  const other = value(finish(openPipeline(project, shippedStandards(), parameters)));
  expect(reAdded(other)).toEqual({ zones: 0, facilities: 0, links: 0, areas: 0, wrong: [], wrongCount: 0 });
});
