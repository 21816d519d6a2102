import { fairAllocation } from "../allocation/fair-allocation.ts";
import { leastWalk } from "../allocation/least-walk.ts";
import { updateAllocation } from "../allocation/update-allocation.ts";
import type { RowMaps } from "../base/row-map.ts";
import type { Outside, SupplyQuestion } from "./demand.ts";
import { isSameProblem, rowsBefore } from "./earlier-problem.ts";
import type { End } from "./ends.ts";
import { fairLedger } from "./fair-ledger.ts";
import { fairProblem, zonesToServe } from "./fair-problem.ts";
import { keptRooms } from "./kept-rooms.ts";
import { type EarlierLedger, type Ledger, type LedgerHead, writeLedger } from "./ledger.ts";
import { onsite } from "./onsite.ts";
import type { Solved } from "./solved.ts";
import type { Ties } from "./ties.ts";

/** What was handed out fairly, and how that was found; that is absent for a metric of 配建 only. */
export interface FairSupply {
  readonly ledger: Ledger;
  readonly solved?: Record<End, Solved>;
}

/** What was handed out before rows changed, under the same standards and choices. */
export interface EarlierFair extends RowMaps {
  readonly supply: FairSupply;
  readonly ties: Ties;
  /** By zone row: 1 where something of its own is another, or of what it reaches; absent where nobody knows. */
  readonly touched?: Uint8Array;
}

/**
 * 均衡分配: a zone's own rooms serve it first; open ones are given to the zones that reach them so that the served
 * shares are as equal as possible from the worst upwards, each m² and slot once. A zone that the allocation is not over
 * has its own rooms. With an earlier one, only what differs is worked out anew; the answer is the same.
 */
export function fair(question: SupplyQuestion, head: LedgerHead, earlier?: EarlierFair): FairSupply {
  const { outside } = question;
  if (outside === undefined) {
    const old = earlier && earlierLedger(earlier);
    return { ledger: writeLedger(head, question.zoneCount, onsite(question), old) };
  }
  const before = earlier?.supply.solved;
  const touched = earlier && touchedOf(earlier);
  const zones = zonesToServe(question, outside, ofSameRows("careful"));
  const careful = solvedAt(outside, "careful");
  const solved = { careful, hopeful: solvedAt(outside, "hopeful", careful) };
  const settled = earlier && before && touched && { ...earlier, ...earlier.supply, solved: before, touched };
  const ledger = fairLedger(question, outside, head, solved, settled);
  return { ledger, solved };

  /** `like`: one whose allocation holds where the problem is the same. */
  function solvedAt(outside: Outside, end: End, like?: Solved): Solved {
    const [same, old] = [ofSameRows(end), before?.[end]];
    const rooms = keptRooms(question, end, same);
    const problem = fairProblem(question, outside, zones, rooms, end, same);
    if (like !== undefined && isSameProblem(problem, like.problem)) return { ...like, rooms };
    if (same !== undefined && isSameProblem(problem, same.problem)) return { ...same.solved, rooms };
    const was = old && earlier && { ...old, ...rowsBefore(problem, old.problem, earlier) };
    const shares = was ? updateAllocation(was, problem) : fairAllocation(problem);
    // Who serves whom is told of the careful one.
    const allocation = end === "careful" ? leastWalk(problem, shares, was) : shares;
    return { problem, rooms, allocation };
  }

  function ofSameRows(end: End) {
    const old = before?.[end];
    return old && earlier && touched && { ...old, solved: old, ties: earlier.ties, touched };
  }
}

/** Nothing where rows have other numbers. */
function touchedOf({ zones, facilities, touched }: EarlierFair): Uint8Array | undefined {
  return zones.aligned && facilities.aligned ? touched : undefined;
}

/** The ledger before, where it is known whose rows of it hold. */
export function earlierLedger({ supply, touched, ...maps }: EarlierFair): EarlierLedger | undefined {
  return touched && { ...maps, ledger: supply.ledger, dirty: touched };
}
