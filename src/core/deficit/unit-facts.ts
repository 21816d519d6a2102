import type { Offers } from "../analysis/offers.ts";
import type { Parameters } from "../analysis/parameters.ts";
import { type Exact, exact, plus, ZERO } from "../base/decimal.ts";
import { areaFor, type Facility } from "../model/facility.ts";
import type { Project } from "../model/project.ts";
import type { Counted, CountedRule, Stated, UnitFacts } from "../standards/judge-unit.ts";
import { answers, type KindTest, mayAnswer, writtenOut } from "../standards/kind-sets.ts";
import type { FloorRule, KindChoice, Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Supplied } from "../standards/supplied.ts";
import { exactSum } from "../supply/amount.ts";
import { exceedBuilding } from "../supply/capacity.ts";
import { isSure } from "../supply/demand.ts";
import { RUNS, runningUnder } from "./running.ts";
import { type Territory, type TerritoryUnit, TIERS, tierOf } from "./territory.ts";

/** What units are judged on. Packs by unit row; a unit that no pack holds for is not judged. */
export interface UnitQuestion {
  readonly project: Project;
  readonly territory: Territory;
  readonly packs: readonly (RulePack | undefined)[];
  readonly offersOf: (pack: RulePack) => Offers;
  /** Groups of facility rows that seem to be one place. */
  readonly duplicates: readonly (readonly number[])[];
  readonly parameters: Parameters;
}

/** What lies in the units. */
export interface Holdings {
  /** Facility rows in a unit, ascending. */
  rowsOf(unit: number): Uint32Array;
  /** Bits of all facilities in a unit, taken together; `bits` are by facility row. */
  bitsOf(unit: number, bits: Uint32Array): number;
  /** By facility row: whether it runs under the pack, as in `runningUnder`. */
  running(pack: RulePack): Uint8Array;
}

export function holdingsOf(question: UnitQuestion): Holdings {
  const { territory, project, duplicates, parameters } = question;
  const starts = new Uint32Array(territory.units.length + 1);
  forEachLying(territory, project.facilities.length, (unit) => {
    starts[unit + 1] = (starts[unit + 1] as number) + 1;
  });
  for (let unit = 0; unit < territory.units.length; unit++) {
    starts[unit + 1] = (starts[unit + 1] as number) + (starts[unit] as number);
  }
  const rows = new Uint32Array(starts[territory.units.length] as number);
  const next = starts.slice();
  forEachLying(territory, project.facilities.length, (unit, facility) => {
    rows[next[unit] as number] = facility;
    next[unit] = (next[unit] as number) + 1;
  });
  const known = new Map<RulePack, Uint8Array>();
  return {
    rowsOf: (unit) => rows.subarray(starts[unit], starts[unit + 1]),
    bitsOf: (unit, bits) => {
      let all = 0;
      const end = starts[unit + 1] as number;
      for (let at = starts[unit] as number; at < end; at++) all |= bits[rows[at] as number] as number;
      return all;
    },
    running: (pack) => {
      const found = known.get(pack) ?? runningUnder(project.facilities, duplicates, pack, parameters);
      known.set(pack, found);
      return found;
    },
  };
}

/** Facts of one unit: what is published of its people, and what its facilities are. */
export function factsOfUnit(question: UnitQuestion, held: Holdings, pack: RulePack, row: number): UnitFacts {
  const { territory, project } = question;
  const unit = territory.units[row] as TerritoryUnit;
  const rows = held.rowsOf(row);
  const running = held.running(pack);
  const places = [...rows].flatMap((at): Place[] => {
    const facility = project.facilities[at] as Facility;
    return running[at] === RUNS.no ? [] : [{ facility, sure: running[at] === RUNS.yes }];
  });
  const offers = question.offersOf(pack);
  const stated = project.facilities.length > 0;
  const population = unit.admin?.population;
  return {
    people: (base) => {
      const count =
        base === "urban_residents"
          ? population?.urbanResidents
          : base === "residents"
            ? (population?.residents ?? population?.hukou)
            : population?.[base];
      return count === undefined ? "unknown" : exact(count);
    },
    ...(population?.residents === undefined &&
      population?.hukou !== undefined && { hukou: "standing-in" as const }),
    supply: (metric) => (stated ? sumOf(offers, metric, rows) : "unknown"),
    counted: (rule) => {
      if (rule.level !== unit.level || !stated) return undefined;
      if (rule.type !== "share_min") return numberOf(rule, pack, places);
      if (rule.metric !== "share_units_with") return shareOf(rule.metric, pack, places);
      if (tierOf(unit.level) === 0 || rule.kinds === undefined) return undefined;
      return partWith(question, held, pack, rule.kinds, unitsBelow(territory, row));
    },
    facility: (rule) => (stated ? largestOf(rule, places) : undefined),
  };
}

/** Facts of all units of one level together: only what a share of them is asked to have. */
export function factsOfAll(
  question: UnitQuestion,
  held: Holdings,
  pack: RulePack,
  units: readonly number[],
): UnitFacts {
  const nothing = () => undefined;
  return {
    people: nothing,
    supply: nothing,
    facility: nothing,
    counted: ({ metric, kinds }) =>
      metric === "share_units_with" && kinds !== undefined && question.project.facilities.length > 0
        ? partWith(question, held, pack, kinds, units)
        : undefined,
  };
}

/**
 * The units of which nobody can say that they have a running facility for each part of the choice, in the order given.
 * `perhaps`: only those that surely have none.
 */
export function unitsLacking(
  { project }: UnitQuestion,
  held: Holdings,
  pack: RulePack,
  kinds: KindChoice,
  units: readonly number[],
  perhaps = false,
): readonly number[] {
  const tests = writtenOut(kinds, pack.countedKinds.kindSets);
  const running = held.running(pack);
  const answered = new Uint32Array(project.facilities.length);
  const suits = perhaps ? mayAnswer : answers;
  project.facilities.forEach((facility, row) => {
    if (running[row] !== RUNS.yes && !(perhaps && running[row] === RUNS.perhaps)) return;
    for (const [at, test] of tests.entries()) {
      if (suits(test, facility)) answered[row] = (answered[row] as number) | (1 << at);
    }
  });
  const all = (1 << tests.length) - 1;
  return units.filter((unit) => held.bitsOf(unit, answered) !== all);
}

function partWith(
  question: UnitQuestion,
  held: Holdings,
  pack: RulePack,
  kinds: KindChoice,
  units: readonly number[],
): Counted | undefined {
  if (units.length === 0) return undefined;
  const without = (perhaps: boolean) => unitsLacking(question, held, pack, kinds, units, perhaps).length;
  const [part, atMost] = [units.length - without(false), units.length - without(true)];
  return { part: exact(part), whole: exact(units.length), ...(atMost > part && { atMost: exact(atMost) }) };
}

function unitsBelow(territory: Territory, above: number): readonly number[] {
  const tier = tierOf((territory.units[above] as TerritoryUnit).level);
  const units: number[] = [];
  territory.units.forEach((unit, row) => {
    if (tierOf(unit.level) === 0 && territory.unitUnits[tier]?.[row] === above) units.push(row);
  });
  return units;
}

/** A facility of the unit that runs, surely or perhaps. */
interface Place {
  readonly facility: Facility;
  readonly sure: boolean;
}

function numberOf(rule: CountedRule, pack: RulePack, places: readonly Place[]): Stated<Counted> | undefined {
  if (rule.metric === "registered_childcare_institutions") {
    const [test] = writtenOut({ allOf: [["C_ANY"]] }, pack.countedKinds.kindSets);
    const childcare = places.filter(({ facility }) => test !== undefined && answers(test, facility));
    if (childcare.some(({ facility }) => facility.registered === undefined)) return "unknown";
    return numbered(childcare, ({ facility }) => facility.registered === true);
  }
  if (rule.metric !== "facility_count" || rule.kinds === undefined) return undefined;
  const tests = writtenOut(rule.kinds, pack.countedKinds.kindSets);
  const fewest = (counts: (test: KindTest) => number) => Math.min(...tests.map(counts));
  const sure = fewest((test) => places.filter((each) => each.sure && answers(test, each.facility)).length);
  const all = fewest((test) => places.filter(({ facility }) => mayAnswer(test, facility)).length);
  return { number: exact(sure), ...(all > sure && { atMost: exact(all) }) };
}

function numbered(places: readonly Place[], counts: (place: Place) => boolean): Counted {
  const all = places.filter(counts);
  const sure = all.filter((place) => place.sure).length;
  return { number: exact(sure), ...(all.length > sure && { atMost: exact(all.length) }) };
}

/** Nursing beds of all beds, or inclusive slots of all slots; unknown where one of them is. */
function shareOf(
  metric: "nursing_bed_share" | "inclusive_slot_share",
  pack: RulePack,
  places: readonly Place[],
): Stated<Counted> | undefined {
  const ofBeds = metric === "nursing_bed_share";
  const cell = ofBeds ? "beds" : "slots";
  const table = pack.countedKinds.byMetric[ofBeds ? "beds" : "childcare_slots"];
  let part: Exact = ZERO;
  let whole: Exact = ZERO;
  for (const { facility, sure } of places) {
    const { kind, beds, nursingBeds, slots, inclusive, unread } = facility;
    const all = ofBeds ? beds : slots;
    if (unread?.includes(cell)) return "unknown";
    if (all === undefined && table?.counted.includes(kind)) return "unknown";
    if (all === undefined || all === 0) continue;
    const inclusiveSlots = inclusive === undefined ? undefined : inclusive ? all : 0;
    const counted = ofBeds ? nursingBeds : inclusiveSlots;
    if (counted === undefined || !sure) return "unknown";
    whole = plus(whole, exact(all));
    part = plus(part, exact(counted));
  }
  return whole.numerator === 0n ? undefined : { part, whole };
}

function sumOf(offers: Offers, metric: Metric, rows: Uint32Array): Supplied {
  const sure = exactSum();
  const perhaps = exactSum();
  let certain = true;
  let unbounded = false;
  for (const row of rows) {
    const offer = offers[metric]?.[row]?.offer;
    if (offer === undefined) continue;
    if (isSure(offer)) {
      sure.add(offer);
      continue;
    }
    certain = false;
    if (offer.atMost === undefined) unbounded = true;
    else perhaps.add(offer.atMost);
  }
  const amount = sure.take();
  if (certain) return { amount };
  return { amount, atMost: unbounded ? "unbounded" : plus(amount, perhaps.take()) };
}

/**
 * The largest of the rule's kinds; none at all is a size of 0. One whose figures are in doubt, or of which nobody knows
 * whether it counts, is not the largest, but may be larger. Slots said not to be inclusive (普惠) are none.
 */
function largestOf(rule: FloorRule, places: readonly Place[]) {
  if (rule.kinds === undefined) return undefined;
  const subject = rule.metric.startsWith("childcare") ? "childcare" : "elderly";
  const candidates = places.filter(({ facility }) => rule.kinds?.includes(facility.kind) === true);
  if (candidates.length === 0) return { size: { amount: ZERO }, slots: { amount: ZERO } };
  const known = candidates.flatMap(({ facility, sure }) => {
    const area = areaFor(facility, subject);
    const isKnown = sure && area !== undefined && facility.unread === undefined && !exceedBuilding(facility);
    return isKnown ? [{ facility, area }] : [];
  });
  if (known.length === 0) return {};
  const { facility, area } = known.reduce((a, b) => (b.area > a.area ? b : a));
  const slots = facility.inclusive === false ? 0 : facility.slots;
  const ceiling = known.length < candidates.length ? { atMost: "unbounded" as const } : {};
  return {
    size: { amount: exact(area), ...ceiling },
    ...(slots !== undefined && { slots: { amount: exact(slots), ...ceiling } }),
  };
}

function forEachLying(
  { facilityUnits }: Territory,
  facilityCount: number,
  visit: (unit: number, facility: number) => void,
): void {
  for (let facility = 0; facility < facilityCount; facility++) {
    for (let tier = 0; tier < TIERS; tier++) {
      const unit = facilityUnits[tier]?.[facility] ?? -1;
      if (unit >= 0) visit(unit, facility);
    }
  }
}
