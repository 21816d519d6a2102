/**
 * Which sites to open, and what each of them serves of customers, all of whom are served; no site more than it holds.
 * Medians and plants with capacities are this problem. A site that stands for leaving people unserved makes it one where
 * only a share is served: it is open, costs nothing, and holds the weight that may be left out. Costs are not negative.
 */
export interface CapacitatedProblem {
  /** By site: the cost of opening it. */
  readonly fixed: Float64Array;
  /** By site: `FREE` to be chosen, to be `OPEN` or to stay `CLOSED`. */
  readonly states: Uint8Array;
  /** By site: a whole number, or `Infinity`. */
  readonly capacities: Float64Array;
  /** By customer, and one more: where its links start. */
  readonly starts: Uint32Array;
  /** By link: its site. Links of a customer go by their costs and then by their sites, none twice. */
  readonly sites: Uint32Array;
  /** By link: the cost of serving all of the customer there. */
  readonly costs: Float64Array;
  /** By link: what all of the customer takes of the site's capacity; a whole number. */
  readonly sizes: Float64Array;
  /** How many sites are open, those that have to be among them. */
  readonly least: number;
  readonly most: number;
  /** Whether a customer may be served by several sites, a part by each. */
  readonly isSplit: boolean;
  /** The one site of which customers take another size than of all others, if there is one. */
  readonly aside?: number;
}

/** Sites that are open, and what they serve. */
export interface Service {
  /** Ascending. */
  readonly sites: Uint32Array;
  /** Links that are used, ascending; of each customer one, or several where it is split. */
  readonly links: Uint32Array;
  /** By used link: what it takes of the site's capacity. */
  readonly amounts: Float64Array;
  /** Of sites and of serving, all together; a part of a customer costs that part. */
  readonly cost: number;
}

/** Marked sites, ascending. */
export function sitesMarked(marks: Uint8Array): Uint32Array {
  return Uint32Array.from(marks.keys()).filter((site) => marks[site] === 1);
}

/** More than any service costs. */
export function dearestService({ fixed, starts, costs }: CapacitatedProblem): number {
  let sum = 1;
  for (const cost of fixed) sum += cost;
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const end = starts[customer + 1] as number;
    if (end > (starts[customer] as number)) sum += costs[end - 1] as number;
  }
  return sum;
}
