import { sameAmount } from "../base/decimal.ts";
import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { RowGroups } from "../model/duplicates.ts";
import type { Facility } from "../model/facility.ts";
import type { Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { type Amount, amountOf } from "../supply/amount.ts";
import { type Capacity, type CapacityChoices, capacityTable } from "../supply/capacity.ts";
import { isSure, type Offer } from "../supply/demand.ts";

/** What every facility offers under one pack, by metric and facility row. */
export type Offers = Readonly<Record<string, readonly (OfferOf | undefined)[]>>;

/** What counts, and what counts under the second reading, with the finding that it comes from. */
export interface OfferOf {
  readonly capacity: Capacity;
  readonly offer: Offer | undefined;
  readonly wider: Offer | undefined;
}

export interface EarlierOffers {
  readonly offers: Offers;
  readonly facilities: RowMap;
  /** New rows that have to be looked at again, ascending. */
  readonly dirty: readonly number[];
}

/** Offers of all facilities; with earlier ones of the same pack and choices, only dirty rows are worked out. */
export function offersOf(
  facilities: readonly Facility[],
  pack: RulePack,
  metrics: readonly Metric[],
  choices: CapacityChoices,
  earlier?: EarlierOffers,
): Offers {
  if (earlier === undefined) return offersFrom(capacityTable(facilities, pack, choices), metrics);
  const { dirty } = earlier;
  const placeOf = new Map(dirty.map((row, place) => [row, place]));
  const placed = (groups: RowGroups) =>
    groups.map((group) => group.flatMap((row) => placeOf.get(row) ?? [])).filter((group) => group.length > 1);
  const { groups, perhaps } = choices.duplicates;
  const duplicates = { groups: placed(groups), perhaps: placed(perhaps) };
  const some = dirty.map((row) => facilities[row] as Facility);
  const fresh = offersFrom(capacityTable(some, pack, { ...choices, duplicates }), metrics);
  return Object.fromEntries(
    metrics.map((metric) => {
      const old = earlier.offers[metric] ?? [];
      const column = Array.from(earlier.facilities.before, (was) => (was === NO_ROW ? undefined : old[was]));
      dirty.forEach((row, place) => {
        column[row] = fresh[metric]?.[place];
      });
      return [metric, column];
    }),
  );
}

function offersFrom(table: ReturnType<typeof capacityTable>, metrics: readonly Metric[]): Offers {
  return Object.fromEntries(
    metrics.map((metric) => [metric, table[metric].map((capacity) => capacity && offered(capacity))]),
  );
}

function offered(capacity: Capacity): OfferOf {
  const amount = capacity.amount && amountOf(capacity.amount);
  switch (capacity.counts) {
    case "yes":
      return { capacity, offer: amount, wider: amount };
    case "wider":
      return { capacity, offer: undefined, wider: amount ?? { atMost: undefined } };
    case "perhaps": {
      const perhaps = { atMost: amount };
      return { capacity, offer: capacity.wider ? undefined : perhaps, wider: perhaps };
    }
    case "no":
      return { capacity, offer: undefined, wider: undefined };
  }
}

/** Whether two offers hand out alike under both readings. */
export function sameOffers(a: OfferOf | undefined, b: OfferOf | undefined): boolean {
  return a === b || (sameOffer(a?.offer, b?.offer) && sameOffer(a?.wider, b?.wider));
}

function sameOffer(a: Offer | undefined, b: Offer | undefined): boolean {
  if (a === undefined || b === undefined || isSure(a) !== isSure(b)) return a === b;
  const [one, other] = [amountsOf(a), amountsOf(b)];
  return one.every((each, at) => sameAmount(each?.exact, other[at]?.exact));
}

function amountsOf(offer: Offer): readonly (Amount | undefined)[] {
  return isSure(offer) ? [offer] : [offer.atLeast, offer.atMost];
}
