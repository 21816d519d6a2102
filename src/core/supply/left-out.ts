import { flowNetwork } from "../allocation/flow-network.ts";
import { piecesOf } from "../allocation/pieces.ts";
import type { Outside, SupplyQuestion } from "./demand.ts";
import type { FairProblem } from "./fair-problem.ts";
import { forEachOpen } from "./open-rooms.ts";

/**
 * Zones that have, or may have, a number to fill by rooms outside and take no part in sharing them out: what they need, where
 * they are or whether they are existing ones is not known.
 */
export interface LeftOut {
  /** Rows, ascending. */
  readonly zones: readonly number[];
  /** How many of them hang nowhere, so that nobody knows what they reach. */
  readonly placeless: number;
  /** By facility row: those that reach it and might use it. */
  readonly reaching: ReadonlyMap<number, readonly number[]>;
}

/** All that may use rooms outside and are not among those `served`, rows ascending. Cost: links of those left out. */
export function leftOutOf(question: SupplyQuestion, outside: Outside, served: Uint32Array): LeftOut {
  const zones: number[] = [];
  const reaching = new Map<number, number[]>();
  let [placeless, past] = [0, 0];
  for (let zone = 0; zone < question.zoneCount; zone++) {
    if (served[past] === zone) {
      past++;
      continue;
    }
    if (!outside.opens(zone) && !outside.mayOpen(zone)) continue;
    zones.push(zone);
    if (outside.reach.places[zone] === 0) placeless++;
    forEachOpen(question, outside, zone, (facility) => {
      const rows = reaching.get(facility);
      if (rows === undefined) reaching.set(facility, [zone]);
      else rows.push(zone);
    });
  }
  return { zones, placeless, reaching };
}

/** By facility of the problem: 1 where one of those left out may use it; all open ones where one of them hangs nowhere. */
export function contestedRooms(
  { keptCount, open, capacities }: FairProblem,
  { placeless, reaching }: LeftOut,
): Uint8Array {
  const contested = new Uint8Array(capacities.length);
  open.forEach((facility, at) => {
    if (placeless > 0 || reaching.has(facility)) contested[keptCount + at] = 1;
  });
  return contested;
}

/**
 * By zone row of the problem: those left out whose rooms its own hang together with, by zones that reach both. Near linear
 * in links.
 */
export function leftOutNear(problem: FairProblem, { reaching }: LeftOut): ReadonlyMap<number, Set<number>> {
  const { zonePiece, facilityPiece } = piecesOf(
    flowNetwork(problem.starts, problem.facilities, problem.capacities.length),
  );
  const byPiece = new Map<number, Set<number>>();
  problem.open.forEach((facility, at) => {
    const piece = facilityPiece[problem.keptCount + at] as number;
    const found = byPiece.get(piece) ?? new Set<number>();
    for (const zone of reaching.get(facility) ?? []) byPiece.set(piece, found.add(zone));
  });
  const near = new Map<number, Set<number>>();
  problem.zones.forEach((zone, at) => {
    const found = byPiece.get(zonePiece[at] as number);
    if (found !== undefined) near.set(zone, found);
  });
  return near;
}
