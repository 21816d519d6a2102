import type { Allocation, AllocationProblem } from "./allocation-problem.ts";
import { type Certificate, certificatesOf } from "./certificates.ts";
import { componentsOf, type Lot } from "./components.ts";
import { fairAllocation } from "./fair-allocation.ts";
import { leastWalk } from "./least-walk.ts";
import { levelled } from "./levelled.ts";

/** The fair allocation by least walks, and what proves that the rest is missing. */
export interface ProvedAllocation {
  readonly allocation: Allocation;
  readonly certificates: readonly Certificate[];
}

/** What came of a lot, by the rows of its problem. */
export interface ProvedLot extends Pick<Lot, "zones" | "facilities"> {
  readonly proved: ProvedAllocation;
}

/**
 * Allocates each component by itself, so that nothing depends on what else is in the problem: lots that are proved apart
 * join to the same.
 */
export function provedAllocation(problem: AllocationProblem): ProvedAllocation {
  const { links, lot } = componentsOf(problem);
  const solved: ProvedLot[] = [];
  for (let at = 0; at < links.length; at++) {
    const { zones, facilities, problem: own } = lot(at);
    const allocation = leastWalk(own, fairAllocation(own));
    solved.push({ zones, facilities, proved: { allocation, certificates: certificatesOf(own, allocation) } });
  }
  return joinProved(problem, solved);
}

/** What came of all lots of a problem, in any order, as what comes of it. */
export function joinProved(
  { needs, starts, facilities }: Pick<AllocationProblem, "needs" | "starts" | "facilities">,
  solved: readonly ProvedLot[],
): ProvedAllocation {
  const all = solved.flatMap(({ proved }) => proved.allocation.levels);
  const { levels, levelOf: placeOf } = levelled(all, Uint32Array.from(all.keys()));
  const levelOf = new Uint32Array(needs.length);
  const amounts = new Float64Array(facilities.length);
  const certificates: Certificate[] = [];
  let before = 0;
  for (const { zones, facilities: rows, proved } of solved) {
    const { allocation } = proved;
    for (let place = 0, from = 0; place < zones.length; place++) {
      const zone = zones[place] as number;
      levelOf[zone] = placeOf[before + (allocation.levelOf[place] as number)] as number;
      for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
        amounts[link] = allocation.amounts[from++] as number;
      }
    }
    for (const each of proved.certificates) {
      certificates.push({
        ...each,
        zones: each.zones.map((row) => zones[row] as number),
        facilities: each.facilities.map((row) => rows[row] as number),
        level: placeOf[before + each.level] as number,
      });
    }
    before += allocation.levels.length;
  }
  certificates.sort((a, b) => a.level - b.level || (a.zones[0] as number) - (b.zones[0] as number));
  return { allocation: { levels, levelOf, amounts }, certificates };
}
