import type { SupplyMethod } from "../analysis/parameters.ts";
import { type Exact, minus, plus } from "../base/decimal.ts";
import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Subject } from "../model/facility-kind.ts";
import type { Metric } from "../standards/rule.ts";
import { amountOf, exactSum } from "./amount.ts";
import { isSure, type Offer } from "./demand.ts";

/**
 * Who serves whom with how much (供需分配表), for one metric and one method: columns ordered by zone, then facility.
 * Screening methods may hand out a room more than once or in fractions; they never print a pass.
 */
export interface Ledger {
  readonly metric: Metric;
  readonly subject: Subject;
  readonly method: SupplyMethod;
  readonly screening: boolean;
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
  /** m² or slots, as shown; exact sums are taken from `provided`. */
  readonly amounts: Float64Array;
  /** By zone row: what the zone is provided with, exactly; `undefined` where nothing is known of it. */
  readonly provided: readonly (Exact | undefined)[];
  /** By zone row: what it is at most, where some rooms may count or state no amount; else `undefined`. */
  readonly atMost: readonly (Exact | "unbounded" | undefined)[];
  /** By zone row: what of `provided` is sure whatever zones that take no part use; `undefined` where all of it is. */
  readonly uncontested?: readonly (Exact | undefined)[];
}

/** Hands out to one zone: calls `give` with what surely counts by ascending facility rows, and with what may, in any order. */
export type HandOut = (zone: number, give: Give) => Told;
/** What a zone was given: nothing is known of it · all there is · this, and nobody knows how much more. */
export type Told = "nothing" | "all" | "at-least";
export type Give = (facility: number, offer: Offer) => void;

/** A ledger made before, and which zones have to be handed out anew. */
export interface EarlierLedger {
  readonly ledger: Ledger;
  readonly zones: RowMap;
  readonly facilities: RowMap;
  /** By new zone row. */
  readonly dirty: Uint8Array;
}

/** Writes what `handOut` gives to each zone; rows of zones that are not dirty are taken over. */
export function writeLedger(
  head: LedgerHead,
  zoneCount: number,
  handOut: HandOut,
  earlier?: EarlierLedger,
): Ledger {
  if (earlier?.zones.aligned && earlier.facilities.aligned && !earlier.dirty.includes(1))
    return earlier.ledger;
  const rows = ledgerRows(earlier?.ledger.zones.length ?? zoneCount);
  const provided = new Array<Exact | undefined>(zoneCount).fill(undefined);
  const atMost = new Array<Ledger["atMost"][number]>(zoneCount).fill(undefined);
  const sum = exactSum();
  const perhaps = exactSum();
  let next = 0;

  function handOutTo(zone: number): void {
    let certain = true;
    let unbounded = false;
    const told = handOut(zone, (facility, offer) => {
      if (isSure(offer)) {
        rows.add(zone, facility, offer.shown);
        sum.add(offer);
        return;
      }
      certain = false;
      const { atLeast, atMost: most } = offer;
      if (atLeast !== undefined) {
        rows.add(zone, facility, atLeast.shown);
        sum.add(atLeast);
      }
      if (most === undefined) unbounded = true;
      else perhaps.add(atLeast === undefined ? most : amountOf(minus(most.exact, atLeast.exact)));
    });
    const total = sum.take();
    const more = perhaps.take();
    provided[zone] = told === "nothing" ? undefined : total;
    if (told === "at-least") atMost[zone] = "unbounded";
    else if (!certain && told === "all") atMost[zone] = unbounded ? "unbounded" : plus(total, more);
  }

  function takeOver({ ledger, facilities }: EarlierLedger, zone: number, was: number): void {
    while ((ledger.zones[next] as number) < was) next++;
    for (; ledger.zones[next] === was; next++) {
      const facility = facilities.after[ledger.facilities[next] as number] as number;
      rows.add(zone, facility, ledger.amounts[next] as number);
    }
    provided[zone] = ledger.provided[was];
    atMost[zone] = ledger.atMost[was];
  }

  for (let zone = 0; zone < zoneCount; zone++) {
    const was =
      earlier === undefined || earlier.dirty[zone] === 1 ? NO_ROW : (earlier.zones.before[zone] as number);
    if (earlier === undefined || was === NO_ROW) handOutTo(zone);
    else takeOver(earlier, zone, was);
  }
  return { ...head, ...rows.columns(), provided, atMost };
}

export type LedgerHead = Pick<Ledger, "metric" | "subject" | "method" | "screening">;

/** Rows of a zone in the ledger: first, and one past the last. */
export function ledgerRowsOf(ledger: Ledger, zone: number): readonly [number, number] {
  return [firstRow(ledger.zones, zone), firstRow(ledger.zones, zone + 1)];
}

function firstRow(zones: Uint32Array, zone: number): number {
  let low = 0;
  let high = zones.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((zones[middle] as number) < zone) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function ledgerRows(expected: number) {
  let zones = new Uint32Array(expected + 16);
  let facilities = new Uint32Array(expected + 16);
  let amounts = new Float64Array(expected + 16);
  let length = 0;
  return {
    add(zone: number, facility: number, amount: number) {
      if (length === zones.length) {
        zones = widened(zones, new Uint32Array(length * 2));
        facilities = widened(facilities, new Uint32Array(length * 2));
        amounts = widened(amounts, new Float64Array(length * 2));
      }
      zones[length] = zone;
      facilities[length] = facility;
      amounts[length++] = amount;
    },
    columns: () => ({
      zones: zones.slice(0, length),
      facilities: facilities.slice(0, length),
      amounts: amounts.slice(0, length),
    }),
  };
}

function widened<Column extends Uint32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
