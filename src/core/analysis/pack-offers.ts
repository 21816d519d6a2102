import { isUnderReview } from "../model/residential-zone.ts";
import { METRICS, type Metric } from "../standards/rule.ts";
import { type Offers, offersOf } from "./offers.ts";
import type { PackOffers, SupplyInput } from "./supply-question.ts";
import type { EarlierSupply } from "./supply-stage.ts";

/** What facilities offer under a pack in use; with earlier offers, only the touched rows are looked at. */
export function packOffers(
  { project, packs, parameters, duplicates }: SupplyInput,
  row: number,
  touched: readonly number[],
  earlier: EarlierSupply | undefined,
): PackOffers {
  const pack = packs.packs[row]?.pack;
  if (pack === undefined) return { built: {}, planned: {} };
  const { countStatuses } = parameters;
  const old = earlier?.stage.offers[row];
  const made = (stage: "built" | "plan_review", before: Offers | undefined) =>
    offersOf(
      project.facilities,
      pack,
      METRICS,
      { stage, duplicates, ...(countStatuses && { countStatuses }) },
      before && earlier && { offers: before, facilities: earlier.facilities, dirty: touched },
    );
  const built = made("built", old?.built);
  const reviewed = project.zones.some((zone, at) => isUnderReview(zone) && packs.of[at] === row);
  const before = old?.planned === old?.built ? undefined : old?.planned;
  return { built, planned: reviewed ? made("plan_review", before) : built };
}

/** Whether the second reading counts more of a metric. */
export function differsWidely(offers: readonly PackOffers[], metric: Metric): boolean {
  return offers.some(({ built, planned }) => hasWider(built[metric]) || hasWider(planned[metric]));
}

function hasWider(column: Offers[string] | undefined): boolean {
  return column?.some((each) => each !== undefined && each.offer !== each.wider) ?? false;
}
