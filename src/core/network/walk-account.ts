import type { Metres } from "../base/units.ts";
import { Tape } from "./piece-metres.ts";
import type { StreetMap } from "./street-map.ts";
import type { WalkGraph } from "./walk-graph.ts";
import { type WalkProfile, WHY_NOT, type WhyNot } from "./walk-profile.ts";
import { bars, walkedAs } from "./walked-as.ts";

/** What became of a map when its network was laid. Every way is walked or is counted under one reason. */
export interface WalkAccount {
  readonly walked: number;
  readonly notWalked: Readonly<Record<WhyNot, number>>;
  /** Nodes on walked ways that people do not pass. */
  readonly barred: number;
  /** Walked ways that have no two nodes. */
  readonly withoutLength: number;
  /** Pieces of a street longer than `LONG_PIECE`: corners are missing, or it leads far over open country. All are kept. */
  readonly long: readonly LongPiece[];
  /** What no walk leads to from the largest part of the network, directions apart. Kept, and used where a point joins it. */
  readonly islands: { readonly count: number; readonly metres: Metres };
  readonly metres: Metres;
}

export interface LongPiece {
  readonly stretch: number;
  /** Row of the way that the stretch starts with. */
  readonly way: number;
  readonly metres: Metres;
}

export const LONG_PIECE: Metres = 10_000;

/** The account of a graph beside the map and the profile that it was laid from. */
export function walkAccount(map: StreetMap, profile: WalkProfile, graph: WalkGraph): WalkAccount {
  const reasons = map.tagSets.map((tags) => walkedAs(tags, profile).whyNot);
  const notWalked = Object.fromEntries(WHY_NOT.map((why) => [why, 0])) as Record<WhyNot, number>;
  const barring = new Set([...map.barriers].filter(([, tags]) => bars(tags, profile)).map(([node]) => node));
  const barred = new Set<number>();
  let walked = 0;
  let withoutLength = 0;
  for (let way = 0; way < map.tags.length; way++) {
    const why = reasons[map.tags[way] as number];
    if (why !== undefined) {
      notWalked[why]++;
      continue;
    }
    walked++;
    const [start, end] = [map.starts[way] as number, map.starts[way + 1] as number];
    if (end - start < 2) withoutLength++;
    if (barring.size === 0) continue;
    for (const node of map.nodes.subarray(start, end)) if (barring.has(node)) barred.add(node);
  }
  return { walked, notWalked, barred: barred.size, withoutLength, long: longPieces(graph), ...extent(graph) };
}

function longPieces({ ways, metres, shapeStarts, shapeLng, shapeLat }: WalkGraph): LongPiece[] {
  const long: LongPiece[] = [];
  const tape = new Tape();
  for (let stretch = 0; stretch < metres.length; stretch++) {
    if ((metres[stretch] as number) <= LONG_PIECE) continue;
    const first = shapeStarts[stretch] as number;
    tape.lay(shapeLng[first] as number, shapeLat[first] as number);
    for (let corner = first + 1; corner < (shapeStarts[stretch + 1] as number); corner++) {
      const piece = tape.draw(shapeLng[corner] as number, shapeLat[corner] as number);
      if (piece > LONG_PIECE) long.push({ stretch, way: ways[stretch] as number, metres: piece });
    }
  }
  return long;
}

function extent({ from, metres, components }: WalkGraph): Pick<WalkAccount, "islands" | "metres"> {
  let all = 0;
  let onIslands = 0;
  let last = 0;
  for (let stretch = 0; stretch < from.length; stretch++) {
    const component = components[from[stretch] as number] as number;
    all += metres[stretch] as number;
    if (component > 0) onIslands += metres[stretch] as number;
    if (component > last) last = component;
  }
  return { metres: all, islands: { count: last, metres: onIslands } };
}
