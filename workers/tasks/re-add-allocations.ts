import type { ShortageCertificate } from "../../src/core/analysis/allocation-findings.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { type Exact, toNumber, ZERO } from "../../src/core/base/decimal.ts";
import type { Work } from "../../src/core/base/work.ts";
import type { CareSubject } from "../../src/core/model/facility-kind.ts";
import type { Project } from "../../src/core/model/project.ts";
import { KEEPS_NOTHING } from "../../src/core/supply/fair-problem.ts";
import { ledgerRowsOf } from "../../src/core/supply/ledger.ts";
import type { AllocationFigures } from "../../src/io/verify/allocation/allocation-figures.ts";
import { checkCertificates } from "../../src/io/verify/allocation/check-certificates.ts";
import { checkFairness } from "../../src/io/verify/allocation/check-fairness.ts";
import { checkFlows } from "../../src/io/verify/allocation/check-flows.ts";
import { isNear, mustBeNear, sumOf } from "../../src/io/verify/allocation/sums.ts";
import { newTally, type Tally } from "../../src/io/verify/tally.ts";
import type { AllocationChecked } from "../allocation-tasks.ts";
import { type AllocationAsked, allocationsAsked } from "./allocation-asked.ts";
import { allocationChecked } from "./allocation-checked.ts";

/**
 * 核对: adds up again what results say of the allocations of a subject: what zones need and are given, what facilities
 * hold and give, and what is missing of each 片区. Nothing is allocated for it.
 */
export function* reAddAllocations(pipeline: Pipeline, subject: CareSubject): Work<AllocationChecked> {
  const { project } = pipeline;
  const tally = newTally();
  yield { part: "check", share: 0 };
  const asked = allocationsAsked(pipeline, subject);
  for (const [at, each] of asked.entries()) {
    const figures = allocationFigures(each, project);
    const checks = [
      () => checkNeeds(tally, each, project),
      () => checkRooms(tally, each, project),
      () => checkHeld(tally, each, project),
      () => checkFlows(tally, figures),
      () => checkFairness(tally, figures),
      () => checkCertificates(tally, figures),
    ];
    for (const [place, check] of checks.entries()) {
      yield { part: "check", share: (at + place / checks.length) / asked.length };
      check();
    }
  }
  return allocationChecked(asked, tally.result().wrong);
}

/** Zones are those that the standard asks something for, and need what it asks. */
function checkNeeds(tally: Tally, { findings, problem }: AllocationAsked, { zones }: Project): void {
  const told = findings.zones.needs.filter((need) => need !== undefined).length;
  tally.that(
    ["zones-are-those-asked", "zones", ""],
    told === problem.zones.length,
    problem.zones.length,
    told,
  );
  for (const [at, zone] of problem.zones.entries()) {
    const place = ["need-is-what-is-asked", "zones", nameOf(zones[zone])] as const;
    mustBeNear(tally, place, numberOf(problem.needs[at]), numberOf(findings.zones.needs[zone]));
  }
}

/** A facility holds what zones keep of it and what is open, and gives what the zones have of it. */
function checkRooms(tally: Tally, asked: AllocationAsked, { facilities }: Project): void {
  const { findings, ledger, rooms, problem } = asked;
  const lists = () => facilities.map((): number[] => []);
  const [kept, held, given] = [lists(), lists(), lists()];
  for (const { facility, amount } of rooms.byZone.flatMap((parts) => parts ?? [])) {
    kept[facility]?.push(numberOf(amount));
  }
  for (const [at, row] of problem.open.entries()) {
    held[row]?.push(numberOf(problem.capacities[problem.keptCount + at]));
  }
  for (const [at, row] of ledger.facilities.entries()) given[row]?.push(ledger.amounts[at] as number);
  for (const [row, facility] of facilities.entries()) {
    const { capacity, reserved, load } = findings.facilities;
    if (Number.isNaN(capacity[row])) continue;
    const sums = [kept[row], [...(kept[row] ?? []), ...(held[row] ?? [])], given[row]].map((all) =>
      sumOf(all ?? []),
    );
    const told = [reserved[row], capacity[row], load[row]];
    for (const [at, check] of ["kept-adds-up", "capacity-adds-up", "load-adds-up"].entries()) {
      mustBeNear(
        tally,
        [check, "facilities", nameOf(facility)],
        sums[at] as number,
        told[at] as number,
        sums[1],
      );
    }
  }
}

/** What all facilities of a 片区 hold, less what is kept for zones outside it, is what is open to it. */
function checkHeld(tally: Tally, { findings }: AllocationAsked, { zones }: Project): void {
  for (const { zones: rows, facilities, reserved, capacity } of findings.certificates) {
    const holds = Array.from(facilities, (row) => findings.facilities.capacity[row] as number);
    const open = sumOf([...holds, -numberOf(reserved)]);
    const place = ["held-less-kept-is-open", "areas", nameOf(zones[rows[0] as number])] as const;
    mustBeNear(tally, place, open, numberOf(capacity), sumOf(holds));
  }
}

/**
 * Figures by rows of the problem. What a zone keeps of its own is one facility for it alone; of that it uses no more
 * than it needs.
 */
function allocationFigures(asked: AllocationAsked, project: Project): AllocationFigures {
  const { findings, ledger, problem } = asked;
  const { keptCount, starts, facilities, zones } = problem;
  const needs = Array.from(zones, (zone) => numberOf(findings.zones.needs[zone]));
  const capacities = problem.capacities.map(toNumber);
  const openRow = new Map(Array.from(problem.open, (row, at) => [row, keptCount + at] as const));
  const linkZones = new Uint32Array(facilities.length);
  const amounts = new Float64Array(facilities.length);
  const loads = capacities.map((): number[] => []);
  for (const [at, zone] of zones.entries()) {
    const given = givenTo(asked, zone);
    for (let link = starts[at] as number; link < (starts[at + 1] as number); link++) {
      const facility = facilities[link] as number;
      const own = facility < keptCount;
      const open = given.get(problem.open[facility - keptCount] as number) ?? 0;
      linkZones[link] = at;
      amounts[link] = own ? Math.min(capacities[facility] as number, needs[at] as number) : open;
      loads[facility]?.push(amounts[link] as number);
    }
  }
  return {
    zones: {
      file: "zones",
      names: Array.from(zones, (zone) => nameOf(project.zones[zone])),
      needs,
      served: Array.from(zones, (zone, at) => Math.min(numberOf(ledger.provided[zone]), needs[at] as number)),
      shares: Array.from(zones, (zone) => numberOf(findings.levels[findings.zones.levelOf[zone] as number])),
    },
    facilities: {
      file: "facilities",
      names: capacities.map((_, at) => nameOfRoom(asked, at, project)),
      capacities,
      // Of a sum of rounded numbers, the last digit is no excess.
      loads: loads.map((of, at) => snapped(sumOf(of), capacities[at] as number)),
    },
    links: { file: "links", zones: linkZones, facilities, amounts },
    certificates: {
      file: "areas",
      rows: findings.certificates.map((each) => ({
        zones: rowsAmong(zones, each.zones),
        facilities: facilitiesOf(asked, each, openRow),
        need: toNumber(each.need),
        capacity: toNumber(each.capacity),
        missing: toNumber(each.missing),
        share: numberOf(findings.levels[each.level]),
        maximal: each.maximal,
      })),
    },
  };
}

/** What a zone has of facilities, by row. What it keeps of its own is none that is open to it too: it would keep more. */
function givenTo({ ledger }: AllocationAsked, zone: number): ReadonlyMap<number, number> {
  const [from, to] = ledgerRowsOf(ledger, zone);
  return new Map(
    Array.from(ledger.facilities.subarray(from, to), (row, at) => [row, ledger.amounts[from + at] as number]),
  );
}

/** Those that a certificate names: what its zones keep, and what is open of those they reach, or that it has no cause to name. */
function facilitiesOf(
  { problem, rooms }: AllocationAsked,
  { zones, facilities }: ShortageCertificate,
  openRow: ReadonlyMap<number, number>,
): readonly number[] {
  const places = rowsAmong(problem.zones, zones);
  const linked = new Set(
    places.flatMap((at) => [...problem.facilities.subarray(problem.starts[at], problem.starts[at + 1])]),
  );
  const owned = new Set(
    Array.from(zones, (zone) => rooms.byZone[zone] ?? []).flatMap((parts) =>
      parts.map(({ facility }) => facility),
    ),
  );
  const kept = places.map((at) => problem.kept[at] as number).filter((at) => at !== KEEPS_NOTHING);
  const open = Array.from(facilities).flatMap((row) => {
    const at = openRow.get(row);
    return at !== undefined && (linked.has(at) || !owned.has(row)) ? [at] : [];
  });
  return [...kept, ...open];
}

function nameOfRoom({ problem }: AllocationAsked, at: number, { zones, facilities }: Project): string {
  if (at >= problem.keptCount) return nameOf(facilities[problem.open[at - problem.keptCount] as number]);
  return nameOf(zones[problem.zones[problem.kept.indexOf(at)] as number]);
}

/** Places of ascending rows among ascending others. */
function rowsAmong(all: Uint32Array, rows: Uint32Array): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (const row of rows) {
    while (at < all.length && (all[at] as number) < row) at++;
    if (all[at] === row) places.push(at);
  }
  return places;
}

function snapped(sum: number, capacity: number): number {
  return isNear(capacity, sum) ? capacity : sum;
}

function numberOf(amount: Exact | undefined): number {
  return toNumber(amount ?? ZERO);
}

function nameOf(row: { readonly id: string; readonly name?: string } | undefined): string {
  return row?.name ?? row?.id ?? "";
}
