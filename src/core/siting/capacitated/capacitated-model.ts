import { exact, minus, times } from "../../base/decimal.ts";
import { invariant } from "../../base/invariant.ts";
import { NOWHERE, OPEN } from "../location-problem.ts";
import type { SitingTable } from "../siting-table.ts";
import { type WholeAmounts, wholeAmounts } from "../whole-amounts.ts";
import type { CapacitatedProblem } from "./capacitated-problem.ts";

/** Where to open, and whom to serve where, so that no site serves more than it holds. */
export interface CapacitatedQuestion {
  readonly model: "capacitated";
  /** Just so many sites are open, and walks are all that counts; absent: what sites and what they serve cost. */
  readonly count?: number;
  /** Of one of weight that walks one metre, besides those. */
  readonly walkCost: number;
  /** The part of all weight that is served at least, from 0 to 1. */
  readonly share: number;
  /** Whether a customer may be served by several sites. */
  readonly isSplit: boolean;
}

/** A table that tells what customers need and what sites hold. */
export interface CapacitatedTable extends SitingTable {
  readonly needs: Float64Array;
  readonly capacities: Float64Array;
}

export interface CapacitatedModel {
  readonly problem: CapacitatedProblem;
  /** By link of the problem: that of the table; `NOWHERE` where the customer is left out. */
  readonly rows: Uint32Array;
  /** How much of what the problem counts is 1 of need. */
  readonly scale: bigint;
}

/** The problem of a question. Needs add up in whole numbers (`wholeAmounts`). */
export function capacitatedModel(
  table: CapacitatedTable,
  { count, walkCost, share, isSplit }: CapacitatedQuestion,
): CapacitatedModel {
  const { weights, metres, starts, states, needs, rates } = table;
  const given = wholeAmounts(needs, table.capacities);
  invariant(given !== undefined, "needs add up in whole numbers");
  const amounts = isSplit && share < 1 ? finer(given) : given;
  const aside = share < 1 ? inNeeds(leftOut(weights, share, isSplit), amounts.needs) : undefined;
  const siteCount = states.length;
  const links: {
    readonly row: number;
    readonly site: number;
    readonly cost: number;
    readonly size: number;
  }[] = [];
  const ends = [0];
  for (let customer = 0; customer < weights.length; customer++) {
    const from = links.length;
    const [weight, need] = [weights[customer] as number, needs[customer] as number];
    if (aside !== undefined)
      links.push({ row: NOWHERE, site: siteCount, cost: 0, size: aside.weights[customer] as number });
    for (let row = starts[customer] as number; row < (starts[customer + 1] as number); row++) {
      const site = table.sites[row] as number;
      const walk = weight * (metres[row] as number);
      const cost = count === undefined ? need * (rates?.[site] ?? 0) + walkCost * walk : walk;
      links.push({ row, site, cost, size: amounts.needs[customer] as number });
    }
    ends.push(links.length);
    const sorted = links.slice(from).sort((a, b) => a.cost - b.cost || a.site - b.site);
    for (const [at, link] of sorted.entries()) links[from + at] = link;
  }
  const more = aside === undefined ? 0 : 1;
  const withAside = (column: Float64Array, value: number) =>
    Float64Array.from([...column, ...(more ? [value] : [])]);
  return {
    problem: {
      fixed: withAside(count === undefined && table.fixed ? table.fixed : new Float64Array(siteCount), 0),
      states: Uint8Array.from([...states, ...(more ? [OPEN] : [])]),
      capacities: withAside(amounts.capacities, aside?.allowed ?? 0),
      starts: Uint32Array.from(ends),
      sites: Uint32Array.from(links, ({ site }) => site),
      costs: Float64Array.from(links, ({ cost }) => cost),
      sizes: Float64Array.from(links, ({ size }) => size),
      least: (count ?? 0) + more,
      most: (count ?? siteCount) + more,
      isSplit,
      ...(aside?.isInNeeds === false && { aside: siteCount }),
    },
    rows: Uint32Array.from(links, ({ row }) => row),
    scale: amounts.scale,
  };
}

/** With parts of one, so that just as much can be left out as may be where customers are split. */
function finer({ needs, capacities, scale }: WholeAmounts): WholeAmounts {
  const all = needs.reduce((sum, need) => sum + need, 0);
  let parts = MOST_PARTS;
  while (parts > 1 && all * parts > Number.MAX_SAFE_INTEGER) parts /= 10;
  const more = (amount: number) => amount * parts;
  return { needs: needs.map(more), capacities: capacities.map(more), scale: scale * BigInt(parts) };
}

const MOST_PARTS = 1e6;

interface LeftOut {
  /** By customer: how much it takes of what may be left out, in whole numbers. */
  readonly weights: Float64Array;
  readonly allowed: number;
}

/** What may be left out, by weight. */
function leftOut(weights: Float64Array, share: number, isSplit: boolean): LeftOut {
  const given = wholeAmounts(weights, new Float64Array(0));
  invariant(given !== undefined, "weights add up in whole numbers");
  const amounts = isSplit ? finer(given) : given;
  const all = amounts.needs.reduce((sum, weight) => sum + weight, 0);
  const { numerator, denominator } = times(exact(all), minus(exact(1), exact(share)));
  return { weights: amounts.needs, allowed: Number(numerator / denominator) };
}

/** The same by need, where every need is as many times the weight. */
function inNeeds(
  { weights, allowed }: LeftOut,
  needs: Float64Array,
): LeftOut & { readonly isInNeeds: boolean } {
  const first = weights.findIndex((weight) => weight > 0);
  const [weight, need] = [BigInt(weights[first] ?? 1), BigInt(needs[first] ?? 1)];
  const isInNeeds = needs.every((each, at) => BigInt(each) * weight === BigInt(weights[at] as number) * need);
  return isInNeeds
    ? { weights: needs, allowed: Number((BigInt(allowed) * need) / weight), isInNeeds }
    : { weights, allowed, isInNeeds };
}
