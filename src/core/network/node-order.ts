import type { ChainShapes } from "./chain-shapes.ts";
import type { Chains } from "./chains.ts";
import { placeOrder } from "./place-order.ts";
import type { StreetMap } from "./street-map.ts";

/**
 * By node of the chains: its number in the graph, the same for every order of ways and nodes in the map. Nodes of one
 * place (a bridge right over a street, the sides of a barred node) are told apart by what leads from them, and by the
 * numbers of where it leads; those that nothing tells apart are alike, and any order of them gives the same graph.
 * Linear but for places that many nodes share.
 */
export function nodeNumbers(map: StreetMap, chains: Chains, shapes: ChainShapes): Uint32Array {
  const lng = Float64Array.from(chains.nodes, (node) => map.lng[node] as number);
  const lat = Float64Array.from(chains.nodes, (node) => map.lat[node] as number);
  const order = placeOrder(lng, lat);
  const numbers = new Uint32Array(order.length);
  const ties: Tie[] = [];
  for (let start = 0, end = 0; start < order.length; start = end) {
    const first = order[start] as number;
    while (end < order.length && isAt(order[end] as number, first)) numbers[order[end++] as number] = start;
    if (end - start > 1) ties.push({ start, nodes: [...order.subarray(start, end)] });
  }
  if (ties.length > 0) untie(ties, numbers, leadsFrom(ties, chains, shapes));
  return numbers;

  function isAt(a: number, b: number): boolean {
    return lng[a] === lng[b] && lat[a] === lat[b];
  }
}

/** Nodes that share the number `start` so far. */
interface Tie {
  readonly start: number;
  readonly nodes: readonly number[];
}

/** A chain as seen from one of its ends. */
interface Lead {
  /** Its corners and factors, as text. */
  readonly shape: string;
  readonly to: number;
}

/** Splits the ties by what leads from their nodes, round after round, until every node has a number of its own. */
function untie(
  ties: readonly Tie[],
  numbers: Uint32Array,
  leads: ReadonlyMap<number, readonly Lead[]>,
): void {
  let left = ties;
  while (left.length > 0) {
    const signed = left.map(({ start, nodes }) => ({
      start,
      signed: nodes.map((node) => ({ node, sign: signOf(leads.get(node) ?? [], numbers) })),
    }));
    const split = signed.flatMap(({ start, signed: nodes }) => splitBySign(start, nodes));
    for (const { start, nodes } of split) for (const node of nodes) numbers[node] = start;
    const next = split.filter(({ nodes }) => nodes.length > 1);
    const [alike, ...others] = next;
    if (alike !== undefined && split.length === left.length) {
      const rest = alike.nodes.slice(1);
      for (const node of rest) numbers[node] = alike.start + 1;
      left = rest.length > 1 ? [{ start: alike.start + 1, nodes: rest }, ...others] : others;
    } else left = next;
  }
}

function signOf(leads: readonly Lead[], numbers: Uint32Array): string {
  return leads
    .map(({ shape, to }) => `${shape} ${numbers[to]}`)
    .sort()
    .join("\n");
}

function splitBySign(
  start: number,
  nodes: readonly { readonly node: number; readonly sign: string }[],
): Tie[] {
  const sorted = [...nodes].sort((a, b) => (a.sign < b.sign ? -1 : a.sign > b.sign ? 1 : 0));
  const split: { start: number; sign: string; nodes: number[] }[] = [];
  for (const [at, { node, sign }] of sorted.entries()) {
    const last = split.at(-1);
    if (last?.sign === sign) last.nodes.push(node);
    else split.push({ start: start + at, sign, nodes: [node] });
  }
  return split;
}

/** What leads from each node of the ties. */
function leadsFrom(
  ties: readonly Tie[],
  chains: Chains,
  shapes: ChainShapes,
): ReadonlyMap<number, readonly Lead[]> {
  const leads = new Map<number, Lead[]>(ties.flatMap(({ nodes }) => nodes.map((node) => [node, []])));
  for (let chain = 0; chain < chains.heads.length; chain++) {
    const from = chains.from[chain] as number;
    const to = chains.to[chain] as number;
    leads.get(from)?.push({ shape: shapes.words(chains.heads[chain] as number), to });
    leads.get(to)?.push({ shape: shapes.words(chains.tails[chain] as number), to: from });
  }
  return leads;
}
