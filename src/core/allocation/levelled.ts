import { compare, type Exact } from "../base/decimal.ts";
import type { FairShares } from "./allocation-problem.ts";

/** Shares as levels. `places` tells by zone where in `shares` its own stands; equal ones may stand there, and unused ones. */
export function levelled(shares: readonly Exact[], places: Uint32Array): FairShares {
  const levelAt = new Uint32Array(shares.length).fill(UNUSED);
  for (let zone = 0; zone < places.length; zone++) levelAt[places[zone] as number] = 0;
  const used = shares.map((share, place) => ({ share, place })).filter(({ place }) => levelAt[place] === 0);
  const levels: Exact[] = [];
  for (const { share, place } of used.sort((a, b) => compare(a.share, b.share))) {
    const last = levels.at(-1);
    if (last === undefined || compare(last, share) < 0) levels.push(share);
    levelAt[place] = levels.length - 1;
  }
  const levelOf = new Uint32Array(places.length);
  for (let zone = 0; zone < places.length; zone++) levelOf[zone] = levelAt[places[zone] as number] as number;
  return { levels, levelOf };
}

const UNUSED = 0xffffffff;
