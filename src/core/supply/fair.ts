import type { Allocation } from "../allocation/allocation-problem.ts";
import { fairAllocation } from "../allocation/fair-allocation.ts";
import { leastWalk } from "../allocation/least-walk.ts";
import type { AllocationFindings } from "../analysis/allocation-findings.ts";
import { compare, type Exact, largest, plus, times, toNumber, ZERO } from "../base/decimal.ts";
import { isSure, type Offer, type Outside, type SupplyQuestion } from "./demand.ts";
import { allocationFindings } from "./fair-findings.ts";
import {
  type End,
  type FairProblem,
  fairProblem,
  forEachOpen,
  type KeptRooms,
  keptRooms,
  sumOf,
  zonesToServe,
} from "./fair-problem.ts";
import { type Ledger, type LedgerHead, ledgerRows, writeLedger } from "./ledger.ts";
import { onsite, ownOffer } from "./onsite.ts";

/** A problem with the allocation that solves it. */
export interface Solved {
  readonly problem: FairProblem;
  readonly rooms: KeptRooms;
  readonly allocation: Allocation;
}

/**
 * 均衡分配: a zone's own rooms serve it first; open ones are given to the zones that reach them so that the served
 * shares are as equal as possible from the worst upwards, each m² and slot once. A zone that the allocation is not over
 * has its own rooms. Findings are absent where it is over none.
 */
export function fair(
  question: SupplyQuestion,
  head: LedgerHead,
): { readonly ledger: Ledger; readonly allocation?: AllocationFindings } {
  const { outside } = question;
  if (outside === undefined) return { ledger: writeLedger(head, question.zoneCount, onsite(question)) };
  const zones = zonesToServe(question, outside);
  const careful = walkedLeast(solved(question, outside, zones, "careful"));
  const hopeful = solved(question, outside, zones, "hopeful", careful);
  const ledger = settled(question, outside, head, careful, hopeful);
  return {
    ledger,
    ...(zones.length > 0 && { allocation: allocationFindings(question, careful, ledger) }),
  };
}

/** Of all flows that give these shares, the one of the least walking. */
function walkedLeast({ problem, rooms, allocation }: Solved): Solved {
  return { problem, rooms, allocation: leastWalk(problem, allocation) };
}

/** `like`: one whose allocation holds where the problem is the same. */
function solved(
  question: SupplyQuestion,
  outside: Outside,
  zones: Uint32Array,
  end: End,
  like?: Solved,
): Solved {
  const rooms = keptRooms(question, end);
  const problem = fairProblem(question, outside, zones, rooms, end);
  const allocation =
    like !== undefined && isSame(problem, like.problem) ? like.allocation : fairAllocation(problem);
  return { problem, rooms, allocation };
}

function isSame(a: FairProblem, b: FairProblem): boolean {
  return (
    equalNumbers(a.starts, b.starts) &&
    equalNumbers(a.facilities, b.facilities) &&
    equalNumbers(a.unlimited, b.unlimited) &&
    equalAmounts(a.needs, b.needs) &&
    equalAmounts(a.capacities, b.capacities)
  );
}

function equalNumbers(a: Uint32Array | Uint8Array, b: Uint32Array | Uint8Array): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

function equalAmounts(a: readonly Exact[], b: readonly Exact[]): boolean {
  return a.length === b.length && a.every((each, at) => compare(each, b[at] as Exact) === 0);
}

/** The ledger of the careful allocation, and how much more each zone may have by the hopeful one. */
function settled(
  question: SupplyQuestion,
  outside: Outside,
  head: LedgerHead,
  careful: Solved,
  hopeful: Solved,
): Ledger {
  const { zoneCount } = question;
  const rows = ledgerRows(zoneCount + careful.problem.facilities.length);
  const provided = new Array<Exact | undefined>(zoneCount);
  const atMost = new Array<Ledger["atMost"][number]>(zoneCount);
  const { zones } = careful.problem;
  let at = 0;
  for (let zone = 0; zone < zoneCount; zone++) {
    if (!question.known(zone)) continue;
    const kept = careful.rooms.byZone[zone] ?? [];
    const own = sumOf(kept) ?? ZERO;
    if (zones[at] === zone) {
      const given = [
        ...kept.map(({ facility, amount }) => ({ facility, shown: toNumber(amount ?? ZERO) })),
        ...givenOutside(careful, at, own),
      ];
      for (const { facility, shown } of merged(given)) rows.add(zone, facility, shown);
      const has = largest(own, servedAt(careful, at));
      provided[zone] = has;
      atMost[zone] = moreThan(has, mostAt(question, outside, hopeful, zone, at));
      at++;
      continue;
    }
    for (const { facility, amount } of kept) rows.add(zone, facility, toNumber(amount ?? ZERO));
    provided[zone] = own;
    if (outside.opens(zone)) atMost[zone] = "unbounded";
    else if (isUnsure(question, zone)) atMost[zone] = moreThan(own, wholeOwn(question, zone));
  }
  return { ...head, ...rows.columns(), provided, atMost };
}

/** Of a zone of the problem: its share of its need. */
function servedAt({ problem, allocation }: Solved, at: number): Exact {
  return times(shareAt(allocation, at), problem.needs[at] as Exact);
}

export function shareAt({ levels, levelOf }: Pick<Allocation, "levels" | "levelOf">, at: number): Exact {
  return levels[levelOf[at] as number] as Exact;
}

interface Given {
  readonly facility: number;
  readonly shown: number;
}

/**
 * What a zone of the problem is given of open rooms. A flow may leave some of its own unused: these come first, and so
 * much less is given of the farthest others.
 */
function givenOutside({ problem, allocation }: Solved, at: number, own: Exact): Given[] {
  const { starts, facilities, keptCount, open, metres } = problem;
  const links: number[] = [];
  let kept = 0;
  for (let link = starts[at] as number; link < (starts[at + 1] as number); link++) {
    const amount = allocation.amounts[link] as number;
    if ((facilities[link] as number) < keptCount) kept = amount;
    else if (amount > 0) links.push(link);
  }
  let idle = toNumber(own) - kept;
  const amounts = new Map(links.map((link) => [link, allocation.amounts[link] as number]));
  const farthest = [...links].sort((a, b) => (metres?.[b] as number) - (metres?.[a] as number) || b - a);
  for (const link of farthest) {
    if (idle <= 0) break;
    const amount = amounts.get(link) as number;
    const less = Math.min(idle, amount);
    amounts.set(link, amount - less);
    idle -= less;
  }
  return links
    .map((link) => ({
      facility: open[(facilities[link] as number) - keptCount] as number,
      shown: amounts.get(link) as number,
    }))
    .filter(({ shown }) => shown > 0);
}

/** By ascending facility, each once. */
function merged(given: readonly Given[]): readonly Given[] {
  const sums = new Map<number, number>();
  for (const { facility, shown } of given) sums.set(facility, (sums.get(facility) ?? 0) + shown);
  return [...sums].sort(([a], [b]) => a - b).map(([facility, shown]) => ({ facility, shown }));
}

type Most = Exact | "unbounded";

function moreThan(has: Exact, most: Most): Most | undefined {
  return most === "unbounded" || compare(most, has) > 0 ? most : undefined;
}

/**
 * What a zone of the problem has at most: of a need that it may not have whole, its hopeful share; else all that it
 * reaches, since a line may ask for more than it needs.
 */
function mostAt(question: SupplyQuestion, outside: Outside, hopeful: Solved, zone: number, at: number): Most {
  const { numerator, denominator } = shareAt(hopeful.allocation, at);
  if (numerator < denominator) return servedAt(hopeful, at);
  let most = wholeOwn(question, zone);
  const inside = question.ties.inside[zone] ?? [];
  forEachOpen(question, outside, zone, (facility, _, offer) => {
    if (!inside.includes(facility)) most = added(most, offer);
  });
  return most;
}

/** All rooms that are a zone's own, or may be, at most. */
function wholeOwn(question: SupplyQuestion, zone: number): Most {
  const { byZone, inside } = question.ties;
  let most: Most = ZERO;
  for (const facility of byZone[zone] ?? []) {
    const offer = ownOffer(question, facility, zone);
    if (offer !== undefined) most = added(most, offer);
  }
  for (const facility of inside[zone] ?? []) {
    const offer = question.offer(facility, zone);
    if (offer !== undefined) most = added(most, offer);
  }
  return most;
}

function added(most: Most, offer: Offer): Most {
  const amount = isSure(offer) ? offer.exact : offer.atMost?.exact;
  return most === "unbounded" || amount === undefined ? "unbounded" : plus(most, amount);
}

/** Whether some rooms only may be the zone's own, or only may count. */
function isUnsure(question: SupplyQuestion, zone: number): boolean {
  const { byZone, inside } = question.ties;
  return (
    (inside[zone] ?? []).some((facility) => question.offer(facility, zone) !== undefined) ||
    (byZone[zone] ?? []).some((facility) => {
      const offer = ownOffer(question, facility, zone);
      return offer !== undefined && !isSure(offer);
    })
  );
}
