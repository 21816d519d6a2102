import { NO_ROW } from "../base/row-map.ts";
import type { Metric } from "../standards/rule.ts";
import type { Ties } from "../supply/ties.ts";
import { ledgerPairs, type MetricLedgers, sameSupply } from "./judge-zones.ts";
import { type OfferOf, sameOffers } from "./offers.ts";
import type { RestsOn } from "./supply-methods.ts";
import type { PackOffers, SupplyInput } from "./supply-question.ts";
import type { EarlierSupply } from "./supply-stage.ts";
import { firstOrLast, type TouchedFacilities, touchedZones } from "./touched-zones.ts";

/** Which zones may be given something else than before: by zone row, 1 for such; nothing where nobody knows. */
export interface TouchedSupply {
  /** Before a metric is handed out: those of which something of their own, or of what they reach, is another. */
  asked(metric: Metric): Uint8Array | undefined;
  /** After: those whose part may be another. */
  given(ledgers: readonly MetricLedgers[]): Uint8Array | undefined;
}

/** What decides which zones are touched, as it is now. */
interface Now extends Pick<SupplyInput, "duplicates" | "reach"> {
  readonly ties: Ties;
  readonly offers: readonly PackOffers[];
}

/** `facilities` are those that are looked at again. */
export function touchedSupply(
  { ties, duplicates, reach, offers }: Now,
  rests: RestsOn,
  facilities: TouchedFacilities,
  earlier: EarlierSupply,
): TouchedSupply {
  const touchedBy = (by: RestsOn, of: TouchedFacilities) =>
    (by !== "own" && earlier.relaid) || firstOrLast(earlier)
      ? undefined
      : touchedZones({ ties, duplicates, ...(by !== "own" && { reach }) }, earlier.relations, earlier, of);
  if (rests !== "everybody") {
    const touched = touchedBy(rests, facilities);
    return { asked: () => touched, given: () => touched };
  }
  return {
    asked: (metric) => touchedBy(rests, ofMetric(metric, facilities, offers, earlier)),
    given: (ledgers) => differing(touchedBy("own", facilities), ledgers, earlier),
  };
}

/** Of the facilities that are looked at again: those that count for a metric, or did, and are another or offer another amount. */
function ofMetric(
  metric: Metric,
  { now, before }: TouchedFacilities,
  offers: readonly PackOffers[],
  { stage, facilities }: EarlierSupply,
): TouchedFacilities {
  const columns = (of: readonly PackOffers[]) =>
    of.flatMap(({ built, planned }) => [built[metric] ?? [], planned[metric] ?? []]);
  const [fresh, old] = [columns(offers), columns(stage.offers)];
  const counts = (each: OfferOf | undefined) => each?.offer !== undefined || each?.wider !== undefined;
  const isAnother = (row: number, was: number) =>
    was === NO_ROW ||
    facilities.changed[row] === 1 ||
    fresh.some((column, at) => !sameOffers(column[row], old[at]?.[was]));
  return {
    now: now.filter(
      (row) =>
        fresh.some((column) => counts(column[row])) && isAnother(row, facilities.before[row] as number),
    ),
    before: before.filter((was) => {
      const row = facilities.after[was] as number;
      return old.some((column) => counts(column[was])) && (row === NO_ROW || isAnother(row, was));
    }),
  };
}

/** The zones of which something of their own is another, and those whose ledgers tell another amount; absent where rows are others. */
function differing(
  own: Uint8Array | undefined,
  ledgers: readonly MetricLedgers[],
  { stage, zones }: EarlierSupply,
): Uint8Array | undefined {
  if (own === undefined || !zones.aligned) return undefined;
  for (const { now, old } of ledgerPairs(ledgers, stage.ledgers) ?? []) {
    if (now === old) continue;
    for (let row = 0; row < own.length; row++) {
      if (own[row] === 0 && !sameSupply(now, row, old, row)) own[row] = 1;
    }
  }
  return own;
}
