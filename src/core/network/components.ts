/**
 * By node: which component it belongs to, directions apart. Numbered by their metres, most first; of equal ones that
 * with the lowest node.
 */
export function componentsOf(
  from: Uint32Array,
  to: Uint32Array,
  metres: Float64Array,
  nodes: number,
): Uint32Array {
  const roots = Uint32Array.from({ length: nodes }, (_, node) => node);
  for (let stretch = 0; stretch < from.length; stretch++) {
    const a = rootOf(roots, from[stretch] as number);
    const b = rootOf(roots, to[stretch] as number);
    roots[Math.max(a, b)] = Math.min(a, b);
  }
  const lengths = new Float64Array(nodes);
  for (let stretch = 0; stretch < from.length; stretch++) {
    const root = rootOf(roots, from[stretch] as number);
    lengths[root] = (lengths[root] as number) + (metres[stretch] as number);
  }
  const lowest: number[] = [];
  for (let node = 0; node < nodes; node++) if (roots[node] === node) lowest.push(node);
  lowest.sort((a, b) => (lengths[b] as number) - (lengths[a] as number) || a - b);
  const numbers = new Uint32Array(nodes);
  for (const [number, root] of lowest.entries()) numbers[root] = number;
  return roots.map((_, node) => numbers[rootOf(roots, node)] as number);
}

/** The lowest node joined with this one so far. */
function rootOf(roots: Uint32Array, node: number): number {
  let at = node;
  while (roots[at] !== at) {
    roots[at] = roots[roots[at] as number] as number;
    at = roots[at] as number;
  }
  return at;
}
