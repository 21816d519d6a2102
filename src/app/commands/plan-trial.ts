import type { Answer, CallOptions, Desk } from "../../../workers/client.ts";
import type { MovedSite, PlanCounted } from "../../../workers/plan-tasks.ts";
import type { SiteId } from "../../core/base/ids.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import { placeKey } from "../../core/plan/measure.ts";
import { isMovable } from "../../core/plan/movable.ts";
import { isSameGround, type PlanMade } from "../state/plan-made.ts";
import { type PlanTrial, usePlans } from "../state/plans.ts";
import { askedBesides, chosenPlan, groundNow, onGround, searching, solver } from "./plan-solver.ts";

/** A site under the hand: what stood before, where it is to be counted next, and what waits until it is let go. */
interface Hand {
  readonly site: SiteId;
  readonly before: PlanTrial | undefined;
  next: LngLat | undefined;
  isCounting: boolean;
  readonly letGo: Promise<void>;
  readonly open: () => void;
}

let hand: Hand | undefined;

/** Settles once no site is under the hand. */
export function untilLetGo(): Promise<void> {
  return hand?.letGo ?? Promise.resolve();
}

/**
 * Counts the plan with a site where the hand holds it, while it moves: one place after the other, always the newest. Nothing
 * is counted of a plan that is not of the document as it is, or while something is looked for, nor of a building that is there.
 */
export function holdSite(desk: Desk, site: SiteId, to: LngLat): void {
  const { made, trial, search } = usePlans.getState();
  if (!made || search || !canStandElsewhere(made, site) || !isSameGround(made.ground, groundNow())) return;
  if (hand?.site !== site) {
    letGo();
    hand = { site, before: trial, next: undefined, isCounting: false, ...barrier() };
    usePlans.setState({ trial: { moved: [], ...trial, isHeld: true } });
  }
  hand.next = to;
  if (!hand.isCounting) void countHeld(desk, made, hand);
}

function canStandElsewhere({ found }: PlanMade, site: SiteId): boolean {
  const key = placeKey({ site });
  return found.measures.some((each) => placeKey(each.place) === key && isMovable(each));
}

/** The site goes back to where it was before it was held. */
export function dropSite(): void {
  if (hand) usePlans.setState({ trial: hand.before });
  letGo();
}

async function countHeld(desk: Desk, made: PlanMade, held: Hand): Promise<void> {
  held.isCounting = true;
  while (held.next && hand === held && usePlans.getState().made === made) {
    const moved = movedTo(held.before, held.site, held.next);
    held.next = undefined;
    const answer = await countAt(desk, made, moved, {});
    if (hand !== held || usePlans.getState().made !== made) break;
    if (answer.state === "done")
      usePlans.setState({
        trial: { moved, found: chosenPlan(answer.output, made.found.refused), isHeld: true },
      });
    else if (answer.state === "refused")
      usePlans.setState({ trial: { moved, isHeld: true, wrong: answer.issues } });
    else break;
  }
  held.isCounting = false;
}

/** Tries a chosen site elsewhere: what the plan comes to then, and whom it gives and takes. Nothing of a building that is there. */
export async function tryElsewhere(desk: Desk, site: SiteId, to: LngLat): Promise<void> {
  const { made } = usePlans.getState();
  if (!made || !canStandElsewhere(made, site)) return;
  const before = hand?.site === site ? hand.before : usePlans.getState().trial;
  letGo();
  await tryAt(desk, before, movedTo(before, site, to));
}

/** Puts a site back where the document has it. */
export async function putBack(desk: Desk, site: SiteId): Promise<void> {
  const { trial } = usePlans.getState();
  await tryAt(
    desk,
    trial,
    (trial?.moved ?? []).filter((each) => each.site !== site),
  );
}

async function tryAt(desk: Desk, before: PlanTrial | undefined, moved: readonly MovedSite[]): Promise<void> {
  const { made, trial } = usePlans.getState();
  if (!made) return;
  usePlans.getState().search?.cancel();
  if (moved.length === 0) return usePlans.setState({ trial: undefined });
  // What was counted last stands until the next is.
  usePlans.setState({ trial: { moved, ...(trial?.found && { found: trial.found }) } });
  const found = await searching({ doing: "count", asked: made.asked }, (options) =>
    countAt(desk, made, moved, options),
  );
  const now = usePlans.getState();
  if (now.made !== made || now.trial?.moved !== moved) return;
  if (found) usePlans.setState({ trial: { moved, found: chosenPlan(found, made.found.refused) } });
  else usePlans.setState({ trial: before?.found ? before : undefined });
}

function countAt(
  desk: Desk,
  { asked, found, ground }: PlanMade,
  moved: readonly MovedSite[],
  options: CallOptions,
): Promise<Answer<PlanCounted>> {
  const { over, ...besides } = askedBesides(asked);
  const starts = found.measures.map(({ year = over?.first ?? 0 }) => year);
  const input = {
    ...{ measures: found.measures.map(({ id }) => id), moved },
    ...{ ...besides, ...(over && { over: { ...over, starts } }) },
  };
  return onGround(desk, ground, options, () => solver.call("count", input, options));
}

function movedTo(before: PlanTrial | undefined, site: SiteId, to: LngLat): readonly MovedSite[] {
  return [...(before?.moved ?? []).filter((each) => each.site !== site), { site, to }];
}

function letGo(): void {
  hand?.open();
  hand = undefined;
}

function barrier(): Pick<Hand, "letGo" | "open"> {
  let open = () => {};
  const letGo = new Promise<void>((settle) => {
    open = settle;
  });
  return { letGo, open: () => open() };
}
