/** What is said of a height, in metres above the sea; `undefined` if it is none that any street on earth has. */
export function heightSaid(said: unknown): number | undefined {
  const plain = typeof said === "string" ? /^\s*(-?\d+(?:\.\d+)?)\s*(?:m|米)?\s*$/i.exec(said)?.[1] : said;
  const height = plain === undefined ? Number.NaN : Number(plain);
  return height >= LOWEST && height <= HIGHEST ? height : undefined;
}

/** The Dead Sea, and the highest road. Programs write −9999 or −32768 for nothing. */
const LOWEST = -450;
const HIGHEST = 6500;

/** A column of heights by node; none where nothing is known, or all are 0, as lines without heights are written by some. */
export function heightColumn(
  nodes: number,
  heights: ReadonlyMap<number, number>,
): { readonly heights?: Float32Array } {
  let isSaid = false;
  for (const height of heights.values()) isSaid ||= height !== 0;
  if (!isSaid) return {};
  const column = new Float32Array(nodes).fill(Number.NaN);
  for (const [node, height] of heights) column[node] = height;
  return { heights: column };
}
