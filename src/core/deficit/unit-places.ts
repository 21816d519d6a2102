import { type Exact, exact, plus, ZERO } from "../base/decimal.ts";
import { areaFor, type Facility } from "../model/facility.ts";
import type { Counted, CountedRule, Stated } from "../standards/judge-unit.ts";
import { answers, type KindTest, mayAnswer, writtenOut } from "../standards/kind-sets.ts";
import type { FloorRule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { exceedBuilding } from "../supply/capacity.ts";

/** A facility of the unit that runs, surely or perhaps. */
export interface Place {
  readonly facility: Facility;
  readonly sure: boolean;
}

/** How many there are of what a rule counts; `undefined` for a rule that counts something else. */
export function numberOf(
  rule: CountedRule,
  pack: RulePack,
  places: readonly Place[],
): Stated<Counted> | undefined {
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
export function shareOf(
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

/**
 * The largest of the rule's kinds; none at all is a size of 0. One whose figures are in doubt, or of which nobody knows
 * whether it counts, is not the largest, but may be larger. Slots said not to be inclusive (普惠) are none.
 */
export function largestOf(rule: FloorRule, places: readonly Place[]) {
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
