import type { ChainShapes } from "./chain-shapes.ts";
import type { Chains } from "./chains.ts";
import { placeOrder } from "./place-order.ts";
import type { StreetMap } from "./street-map.ts";

/**
 * By node of the chains: its number in the graph, the same for every order of ways and nodes in the map. Nodes of one
 * place (a bridge right over a street, the sides of a barred node) are told apart by what leads from them, and by the
 * numbers of where it leads; those that nothing tells apart are alike, and any order of them gives the same graph.
 * Time grows with the nodes, and with the square of how many share one place.
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

/**
 * Splits the ties by what leads from their nodes until every node has a number of its own. A split is told to the ties
 * beside it alone; once nothing splits any more, the first node of the lowest tie is taken out, since all are alike.
 */
function untie(all: readonly Tie[], numbers: Uint32Array, leads: ReadonlyMap<number, readonly Lead[]>): void {
  const ties = new Map(all.map((tie) => [tie.start, tie]));
  let stale: readonly Tie[] = all;
  for (const { start: first, nodes } of all) {
    for (let start = first; start < first + nodes.length; start++) {
      for (;;) {
        while (stale.length > 0) stale = tiesBeside(splitAll(stale));
        const alike = ties.get(start);
        if (alike === undefined) break;
        const [, ...rest] = alike.nodes;
        stale = tiesBeside(
          settle([
            { start, nodes: alike.nodes.slice(0, 1) },
            { start: start + 1, nodes: rest },
          ]),
        );
      }
    }
  }

  /** The parts that these ties fall into, by what leads from their nodes now. */
  function splitAll(tied: readonly Tie[]): number[] {
    const signed = tied.map(({ start, nodes: of }) => ({
      start,
      nodes: of.map((node) => ({ node, sign: signOf(leads.get(node) ?? [], numbers) })),
    }));
    return settle(signed.flatMap(({ start, nodes: of }) => splitBySign(start, of)));
  }

  /** Numbers the nodes of the parts; those whose number is another now. */
  function settle(parts: readonly Tie[]): number[] {
    const changed: number[] = [];
    for (const part of parts) {
      if (part.nodes.length > 1) ties.set(part.start, part);
      else ties.delete(part.start);
      for (const node of part.nodes) {
        if (numbers[node] === part.start) continue;
        numbers[node] = part.start;
        changed.push(node);
      }
    }
    return changed;
  }

  function tiesBeside(changed: readonly number[]): Tie[] {
    const beside = new Set<Tie>();
    for (const node of changed) {
      for (const { to } of leads.get(node) ?? []) {
        const tie = ties.get(numbers[to] as number);
        if (tie !== undefined) beside.add(tie);
      }
    }
    return [...beside];
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
