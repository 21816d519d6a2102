import type { AllocationProblem, FairShares } from "../../src/core/allocation/allocation-problem.ts";
import { type Certificate, certificatesOf } from "../../src/core/allocation/certificates.ts";
import { fairAllocation } from "../../src/core/allocation/fair-allocation.ts";
import type { ShortageCertificate } from "../../src/core/analysis/allocation-findings.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { compare, type Exact, toNumber } from "../../src/core/base/decimal.ts";
import { type Dice, diceOf } from "../../src/core/base/random.ts";
import type { Work } from "../../src/core/base/work.ts";
import type { CareSubject } from "../../src/core/model/facility-kind.ts";
import type { ResidentialZone } from "../../src/core/model/residential-zone.ts";
import type { FairProblem } from "../../src/core/supply/fair-problem.ts";
import { newTally, type Tally } from "../../src/io/verify/tally.ts";
import type { AllocationChecked } from "../allocation-tasks.ts";
import { type AllocationAsked, allocationsAsked } from "./allocation-asked.ts";
import { allocationChecked } from "./allocation-checked.ts";

/**
 * 换序复算: puts zones and facilities in another order, allocates from the beginning, and compares every share and every
 * certificate with those of the results, exactly. Equal seeds give equal orders.
 */
export function* reshuffleAllocations(
  pipeline: Pipeline,
  subject: CareSubject,
  seed: number,
): Work<AllocationChecked> {
  const tally = newTally();
  yield { part: "check", share: 0 };
  const asked = allocationsAsked(pipeline, subject);
  for (const [at, each] of asked.entries()) {
    const share = (part: number) => (at + part) / asked.length;
    yield { part: "supply", share: share(0) };
    const shuffled = shuffle(each.problem, diceOf(seed, each.findings.metric));
    const found = fairAllocation(shuffled.problem);
    yield { part: "supply", share: share(0.6) };
    const certificates = certificatesOf(shuffled.problem, found);
    yield { part: "check", share: share(0.9) };
    compareShares(tally, each, shuffled, found, pipeline.project.zones);
    compareCertificates(tally, each, shuffled, certificates, pipeline.project.zones);
  }
  return allocationChecked(asked, tally.result().wrong);
}

/** A problem in another order: by its rows, those of the problem before. */
export interface Shuffled {
  readonly problem: AllocationProblem;
  readonly zones: readonly number[];
  readonly facilities: readonly number[];
}

export function shuffle(of: AllocationProblem, dice: Dice): Shuffled {
  const zones = dice.shuffled([...of.needs.keys()]);
  const facilities = dice.shuffled([...of.capacities.keys()]);
  const placeOf = new Uint32Array(facilities.length);
  for (const [place, row] of facilities.entries()) placeOf[row] = place;
  const starts = new Uint32Array(zones.length + 1);
  const links: number[] = [];
  for (const [place, zone] of zones.entries()) {
    const first = of.starts[zone] as number;
    const ofZone = Array.from(of.facilities.subarray(first, of.starts[zone + 1]), (row, at) => ({
      place: placeOf[row] as number,
      link: first + at,
    }));
    links.push(...ofZone.sort((a, b) => a.place - b.place).map(({ link }) => link));
    starts[place + 1] = links.length;
  }
  const { metres } = of;
  return {
    ...{ zones, facilities },
    problem: {
      needs: zones.map((row) => of.needs[row] as Exact),
      capacities: facilities.map((row) => of.capacities[row] as Exact),
      starts,
      facilities: Uint32Array.from(links, (link) => placeOf[of.facilities[link] as number] as number),
      ...(metres && { metres: Float64Array.from(links, (link) => metres[link] as number) }),
    },
  };
}

function compareShares(
  tally: Tally,
  { findings, problem }: AllocationAsked,
  { zones: order }: Shuffled,
  found: FairShares,
  zones: readonly ResidentialZone[],
): void {
  for (const [place, at] of order.entries()) {
    const zone = problem.zones[at] as number;
    const before = findings.levels[findings.zones.levelOf[zone] as number];
    const after = found.levels[found.levelOf[place] as number] as Exact;
    const same = before !== undefined && compare(before, after) === 0;
    const name = zones[zone]?.name ?? zones[zone]?.id ?? "";
    tally.that(
      ["share-is-the-same", "zones", name],
      same,
      before ? toNumber(before) : Number.NaN,
      toNumber(after),
    );
  }
}

/** Each is there again, with the same zones, amounts and place among the others, and there are no more. */
function compareCertificates(
  tally: Tally,
  { findings, problem }: AllocationAsked,
  shuffled: Shuffled,
  found: readonly Certificate[],
  zones: readonly ResidentialZone[],
): void {
  const again = new Map(found.map((each) => [keyOf(each, rowsOf(each.zones, problem, shuffled)), each]));
  for (const each of findings.certificates) {
    const key = keyOf(each, each.zones);
    const zone = zones[each.zones[0] as number];
    const name = zone?.name ?? zone?.id ?? "";
    const same = again.get(key);
    const missing = toNumber(each.missing);
    tally.that(["area-is-there-again", "areas", name], same !== undefined, missing, "nothing");
    again.delete(key);
  }
  for (const each of again.values()) {
    const zone = zones[rowsOf(each.zones, problem, shuffled)[0] as number];
    const name = zone?.name ?? zone?.id ?? "";
    tally.that(["area-is-there-again", "areas", name], false, "nothing", toNumber(each.missing));
  }
}

/** Rows of the project. */
function rowsOf(places: Uint32Array, { zones }: FairProblem, { zones: order }: Shuffled): Uint32Array {
  return places.map((place) => zones[order[place] as number] as number).sort();
}

function keyOf(of: Certificate | ShortageCertificate, zones: Uint32Array): string {
  const amounts = [of.need, of.capacity, of.missing].map(
    ({ numerator, denominator }) => `${numerator}/${denominator}`,
  );
  return [zones.join(), ...amounts, of.level, of.maximal].join(" ");
}
