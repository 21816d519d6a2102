import { firstToRise, mostMore, servedByMore, spareRoom } from "../../src/core/allocation/more-capacity.ts";
import { zonesReaching } from "../../src/core/allocation/shortage.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { unitOfMetric } from "../../src/core/analysis/zone-columns.ts";
import { compare, type Exact, toNumber, ZERO } from "../../src/core/base/decimal.ts";
import type { FacilityId } from "../../src/core/base/ids.ts";
import { issue } from "../../src/core/base/issue.ts";
import { indexOfId } from "../../src/core/base/order.ts";
import { done, type Outcome, refused } from "../../src/core/base/outcome.ts";
import { moreOf } from "../../src/core/scenario/more-of.ts";
import type { MoreRoom } from "../allocation-tasks.ts";
import { type FoundShortage, shortagesOf } from "./shortages.ts";

/**
 * What more room at a facility would serve, by metric whose fair allocation shares the facility out. Nothing is said
 * where the zone that it belongs to keeps all of it: it would keep of more what it lacks.
 */
export function moreRoom(pipeline: Pipeline, id: FacilityId): Outcome<readonly MoreRoom[]> {
  const { facilities, zones } = pipeline.project;
  const row = indexOfId(facilities, id);
  if (row < 0) return refused(issue("edit.unknown-facility", "error", { id }, { id }));
  return done(
    shortagesOf(pipeline).flatMap((found): MoreRoom[] => {
      const { findings, problem, shortage } = found;
      const facility = problem.keptCount + problem.open.indexOf(row);
      if (facility < problem.keptCount || !isAllOpen(found, facility)) return [];
      const unit = unitOfMetric(findings.metric);
      const reached = zonesReaching(shortage, facility);
      const amount = moreOf(unit);
      const first = firstToRise(shortage, reached);
      return [
        {
          ...{ metric: findings.metric, unit, amount: toNumber(amount) },
          served: toNumber(servedByMore(shortage, reached, amount)),
          most: toNumber(mostMore(shortage, reached)),
          first: Array.from(first.zones, (at) => zones[problem.zones[at] as number]?.id ?? ""),
          spare: toNumber(spareRoom(shortage, facility)),
        },
      ];
    }),
  );
}

/** Whether more room at an open facility of the problem is for all who reach it: the zone it belongs to has enough of it. */
export function isAllOpen({ problem, rooms }: FoundShortage, facility: number): boolean {
  const row = problem.open[facility - problem.keptCount] as number;
  return !rooms.left.has(row) || compare(problem.capacities[facility] as Exact, ZERO) > 0;
}
