import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { CandidateSite } from "../../../src/core/model/site.ts";
import { planBasis } from "../../../src/core/plan/plan-basis.ts";
import { type ReachGoal, reachPlan } from "../../../src/core/plan/reach-plan.ts";
import { shippedTerms } from "../../../src/io/plan/shipped-terms.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const RUNS = process.env["QUAN_LONG"] ? 1000 : 60;
const LIMIT = 800;
const open = await loadProgrammes();
const NOWHERE = { with: [], without: [] };

/** Places along a road, in steps of 50 m, none of which is just at the limit. */
interface Road {
  readonly zones: readonly { readonly at: number; readonly people: number | undefined }[];
  readonly running: readonly number[];
  readonly sites: readonly number[];
}

function randomRoad(seed: number): Road {
  const dice = diceOf(seed);
  const place = () => 50 * dice.whole(0, 79);
  const some = (most: number) => Array.from({ length: dice.whole(0, most) }, place);
  return {
    zones: [place(), ...some(4)].map((at) => ({
      at,
      people: dice.chance(0.8) ? dice.whole(0, 99) : undefined,
    })),
    running: some(2),
    sites: [place(), ...some(4)],
  };
}

function projectOf({ zones, running, sites }: Road): Project {
  return aProject(
    zones.map(({ at, people }, i) =>
      aZone(`Z${i}`, { at: east(at), ...(people !== undefined && { elderly60: people }) }),
    ),
    running.map((at, i) => aFacility(`F${i}`, { at: east(at), ...elderlyRooms(300) })),
    {
      sites: sites.map(
        (at, i): CandidateSite => ({
          ...{ id: `S${i}`, kind: "school", at: east(at), usableArea: 600, storey: 1, fireClass: 2 },
          ...{ titleCertificate: true, expropriationListed: false },
        }),
      ),
    },
  );
}

function planned(road: Road, goal: ReachGoal, project = projectOf(road)) {
  const standards = shippedStandards();
  const ground = { project, standards, parameters: DEFAULT_PARAMETERS, terms: shippedTerms() };
  const basis = value(finish(planBasis(ground)));
  return value(finish(reachPlan(basis, { goal, places: NOWHERE, work: 1e8 }, open)));
}

/** What each choice of sites comes to: covered people, people × metres, farthest metres, and whether all are covered. */
function everyChoice({ zones, running, sites }: Road, isCounted: boolean) {
  // Without half of the zones stating 60+, everybody who lives there counts.
  return Array.from({ length: 2 ** sites.length }, (_, choice) => {
    const open = [...running, ...sites.filter((_, i) => (choice >> i) & 1)];
    const walks = zones.map(({ at }) => Math.min(...open.map((place) => Math.abs(place - at) * 1.3)));
    const weights = zones.map(({ people }) => (isCounted ? (people ?? 0) : 2800));
    return {
      count: sites.filter((_, i) => (choice >> i) & 1).length,
      covered: weights.reduce((sum, weight, i) => sum + ((walks[i] as number) <= LIMIT ? weight : 0), 0),
      walked: weights.reduce((sum, weight, i) => sum + (weight > 0 ? weight * (walks[i] as number) : 0), 0),
      farthest: Math.max(...walks),
      isWhole: walks.every((walk) => walk <= LIMIT),
    };
  });
}

type Choice = ReturnType<typeof everyChoice>[number];

const isCountedIn = ({ zones }: Road) =>
  zones.filter(({ people }) => people !== undefined).length * 2 >= zones.length;

describe("a plan so that people reach care", () => {
  it("opens as few new places as cover everybody, or says that none do", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const road = randomRoad(seed);
        const plan = planned(road, { for: "everybody", subject: "elderly" });
        const whole = everyChoice(road, true).filter(({ isWhole }) => isWhole);
        const none = ["infeasible", 0];
        expect([plan.status, plan.measures.length]).toEqual(
          whole.length === 0 ? none : ["optimal", Math.min(...whole.map(({ count }) => count))],
        );
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });

  it.each([
    ["most-people", "covered", Math.max],
    ["least-walk", "walked", Math.min],
    ["least-far", "farthest", Math.min],
  ] as const)("%s: is as good as any choice of so many", (goal, of, best) => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 3 }), (seed, count) => {
        const road = randomRoad(seed);
        const isExact = goal !== "most-people";
        if (isExact && count > road.sites.length) return;
        const plan = planned(road, { for: goal, subject: "elderly", count });
        const among = everyChoice(road, isCountedIn(road)).filter((choice) =>
          isExact ? choice.count === count : choice.count <= count,
        );
        expect(plan.status).toBe("optimal");
        const wanted = best(...among.map((choice) => choice[of]));
        const apart = (value: number) => Math.abs(value - wanted);
        expect(apart(plan.objective as number)).toBeLessThan(0.01 + wanted * 1e-4);
        // None of the places chosen can be left out.
        const all = everyChoice(road, isCountedIn(road));
        const marks = plan.measures.map(({ id }) => 1 << Number(id[1]));
        const whole = marks.reduce((sum, mark) => sum + mark, 0);
        expect(apart((all[whole] as Choice)[of])).toBeLessThan(1e-6);
        for (const mark of marks) expect(apart((all[whole - mark] as Choice)[of])).toBeGreaterThan(1e-6);
      }),
      { numRuns: RUNS, seed: 8 },
    );
  });

  const ROAD: Road = {
    zones: [
      { at: 0, people: 10 },
      { at: 1000, people: 30 },
      { at: 3000, people: undefined },
    ],
    running: [0],
    sites: [1200, 1900],
  };

  it("tells who reaches care before and after, and how far they walk", () => {
    const { reach, measures, missing } = planned(ROAD, { for: "most-people", subject: "elderly", count: 1 });
    expect(measures.map(({ id }) => id)).toEqual(["S0:elderly-300"]);
    expect(reach).toMatchObject({ base: "elderly60", limit: 800, people: 40, leftOut: 0, unweighed: 1 });
    expect([reach.before.covered, reach.after.covered]).toEqual([10, 40]);
    const metres = [reach.before.mean, reach.after.mean, reach.before.farthest, reach.after.farthest];
    expect(metres.map(Math.round)).toEqual([975, 195, 3900, 2340]);
    expect(missing[0]?.metric).toBe("elderly_building_area");
  });

  it("gives everybody a second place, or says who has none and within what they would", () => {
    const twice = { for: "everybody", subject: "elderly", backup: true } as const;
    const near = { ...ROAD, zones: ROAD.zones.slice(1, 2), sites: [1200, 900, 1900] };
    expect(planned(near, twice).measures.map(({ id }) => id)).toEqual(["S0:elderly-300", "S1:elderly-300"]);
    const { why } = planned({ ...near, sites: [1200, 1900] }, twice);
    expect(why).toMatchObject({ is: "no-second-site", zones: ["Z0"] });
    expect(Math.round((why as { within: number }).within)).toBe(1170);
  });

  it("says who cannot be reached and within what they could be, or how many places there are", () => {
    const nobody = planned(ROAD, { for: "everybody", subject: "elderly" });
    expect(nobody.why).toMatchObject({ is: "out-of-reach", zones: ["Z2"] });
    expect(Math.round((nobody.why as { within: number }).within)).toBe(1430);
    const many = planned(ROAD, { for: "least-walk", subject: "elderly", count: 3 });
    expect(many.why).toEqual({ is: "too-few-places", places: 2 });
  });
});
