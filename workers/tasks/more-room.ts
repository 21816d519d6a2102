import { firstToRise, mostMore, servedByMore, spareRoom } from "../../src/core/allocation/more-capacity.ts";
import { zonesReaching } from "../../src/core/allocation/shortage.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { unitOfMetric } from "../../src/core/analysis/zone-columns.ts";
import { exact, toNumber } from "../../src/core/base/decimal.ts";
import type { FacilityId } from "../../src/core/base/ids.ts";
import { issue } from "../../src/core/base/issue.ts";
import { indexOfId } from "../../src/core/base/order.ts";
import { done, type Outcome, refused } from "../../src/core/base/outcome.ts";
import type { MoreRoom } from "../allocation-tasks.ts";
import { shortagesOf } from "./shortages.ts";

/**
 * What more room at a facility would serve, by metric whose fair allocation shares the facility out. Nothing is said of
 * rooms that a zone has first call on: more of them changes what it keeps.
 */
export function moreRoom(pipeline: Pipeline, id: FacilityId): Outcome<readonly MoreRoom[]> {
  const { facilities, zones } = pipeline.project;
  const row = indexOfId(facilities, id);
  if (row < 0) return refused(issue("edit.unknown-facility", "error", { id }, { id }));
  return done(
    shortagesOf(pipeline).flatMap(({ asked: { findings, problem, rooms }, shortage }): MoreRoom[] => {
      const place = problem.open.indexOf(row);
      if (place < 0 || rooms.left.has(row)) return [];
      const unit = unitOfMetric(findings.metric);
      const facility = problem.keptCount + place;
      const reached = zonesReaching(shortage, facility);
      const amount = exact(unit === "m2" ? 100 : 10);
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
