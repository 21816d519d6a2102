import { bottlenecks, firstToRise, surplusOf } from "../../src/core/allocation/more-capacity.ts";
import { zonesReaching } from "../../src/core/allocation/shortage.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { unitOfMetric } from "../../src/core/analysis/zone-columns.ts";
import { compare, type Exact, minus, plus, toNumber, ZERO } from "../../src/core/base/decimal.ts";
import type { Work } from "../../src/core/base/work.ts";
import type { CareSubject } from "../../src/core/model/facility-kind.ts";
import { moreOf } from "../../src/core/scenario/more-of.ts";
import { type FairProblem, KEEPS_NOTHING } from "../../src/core/supply/fair-problem.ts";
import type { Bottlenecks } from "../allocation-tasks.ts";
import { isAllOpen } from "./more-room.ts";
import { type FoundShortage, shortagesOf } from "./shortages.ts";

/** 瓶颈设施 of each metric of a subject that is shared out fairly, and what is left over of its rooms. */
export function* bottlenecksOf(pipeline: Pipeline, subject: CareSubject): Work<readonly Bottlenecks[]> {
  yield { part: "supply", share: 0 };
  const shortages = shortagesOf(pipeline).filter(({ findings }) => findings.subject === subject);
  const found: Bottlenecks[] = [];
  for (const [at, each] of shortages.entries()) {
    found.push(yield* bottlenecksIn(each, (share) => (at + share) / shortages.length));
  }
  return found;
}

/** `shareOf`: of the whole work, by the share of this. */
function* bottlenecksIn(each: FoundShortage, shareOf: (share: number) => number): Work<Bottlenecks> {
  const { findings, problem, shortage } = each;
  const unit = unitOfMetric(findings.metric);
  const amount = moreOf(unit);
  yield { part: "supply", share: shareOf(0) };
  const full = bottlenecks(shortage, amount).filter(({ facility }) => facility >= problem.keptCount);
  const told = full.filter(({ facility }) => isAllOpen(each, facility));
  const facilities: Bottlenecks["facilities"][number][] = [];
  for (const [at, { facility, served, level }] of told.entries()) {
    yield { part: "supply", share: shareOf(at / told.length) };
    const reached = zonesReaching(shortage, facility);
    const { zones } = firstToRise(shortage, reached);
    const first = Array.from(zones.subarray(0, MOST_TOLD), (zone) => problem.zones[zone] as number);
    facilities.push({
      facility: problem.open[facility - problem.keptCount] as number,
      area: findings.zones.area[first[0] as number] as number,
      served: toNumber(served),
      lack: lackOf(each, reached),
      share: toNumber(shortage.shares.levels[level] as Exact),
      firstCount: zones.length,
      first,
    });
  }
  const kept = keptInVain(problem);
  return {
    ...{ metric: findings.metric, unit, amount: toNumber(amount), facilities },
    kept: full.length - told.length,
    surplus: { open: toNumber(minus(surplusOf(shortage), kept)), kept: toNumber(kept) },
  };
}

/** What these zones of the problem lack, to be shown. */
function lackOf({ findings, problem }: FoundShortage, zones: Uint32Array): number {
  return zones.reduce((sum, zone) => {
    const level = findings.zones.levelOf[problem.zones[zone] as number] as number;
    const share = toNumber(findings.levels[level] as Exact);
    return sum + toNumber(problem.needs[zone] as Exact) * (1 - share);
  }, 0);
}

/** What zones keep for themselves beyond what they need. */
function keptInVain({ needs, capacities, kept }: FairProblem): Exact {
  return needs.reduce((sum, need, zone) => {
    const room = kept[zone] === KEEPS_NOTHING ? ZERO : (capacities[kept[zone] as number] as Exact);
    return compare(room, need) > 0 ? plus(sum, minus(room, need)) : sum;
  }, ZERO);
}

const MOST_TOLD = 3;
