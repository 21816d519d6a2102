import type { Results } from "../analysis/results.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Judgement } from "../standards/judgement.ts";
import { classOf, type Verdict } from "../standards/verdict.ts";

/**
 * Why a verdict is another one: 新达标, 新缺; 因口径变化, where the zone is judged by other rules than before, whatever
 * came of it; or otherwise, as where data came to be known or to be missing.
 */
export const TURNS = ["newly-met", "newly-short", "other-rules", "otherwise"] as const;
export type Turn = (typeof TURNS)[number];

export interface TurnedZone {
  readonly id: string;
  readonly name?: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly turn: Turn;
}

/** Zones and what was found of them, in one order. */
export interface JudgedZones {
  readonly zones: readonly Pick<ResidentialZone, "id" | "name">[];
  readonly results: { readonly zones: Pick<Results["zones"], "judgements"> };
}

/** The zones of both sides whose verdict is another, in the order of the later side. */
export function turnedZones(before: JudgedZones, after: JudgedZones): readonly TurnedZone[] {
  const judged = new Map(before.zones.map(({ id }, row) => [id, before.results.zones.judgements[row]]));
  return after.zones.flatMap(({ id, name }, row) => {
    const [was, is] = [judged.get(id), after.results.zones.judgements[row]];
    if (was === undefined || is === undefined || was.overall === is.overall) return [];
    const turned = { id, before: was.overall, after: is.overall, turn: turnOf(was, is) };
    return [name === undefined ? turned : { ...turned, name }];
  });
}

function turnOf(was: Judgement, is: Judgement): Turn {
  if (rulesOf(was) !== rulesOf(is)) return "other-rules";
  const [from, to] = [classOf(was.overall), classOf(is.overall)];
  if (from !== to && to === "pass") return "newly-met";
  return to === "fail" ? "newly-short" : "otherwise";
}

/** Lines are ordered by rule. */
function rulesOf({ lines }: Judgement): string {
  return lines.map(({ rule }) => rule).join();
}
