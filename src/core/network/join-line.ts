import type { Metres, Share } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { footFinder } from "./join-foot.ts";
import type { StreetDraft } from "./street-draft.ts";
import type { Tags } from "./street-map.ts";

/** A corner of a new line is a node that is there already if it lies as near as this to it. */
export const SAME_NODE: Metres = 1;
/** An end of a new line joins a street that it nearly reaches. */
export const END_REACH: Metres = 5;

/**
 * The nodes of a new line, some of them made: corners right at a node of a street are that node; an end that comes near
 * to a street moves onto it, where both share a node from then on. Corners that become one follow each other once.
 */
export function joinedLine(
  draft: StreetDraft,
  line: readonly LngLat[],
): { readonly nodes: readonly number[]; readonly joins: number } {
  let joins = 0;
  const nodes = line.map((at, i) => {
    const isEnd = i === 0 || i === line.length - 1;
    const found = nearestStreet(draft, at);
    const node =
      found && found.nodeMetres <= SAME_NODE
        ? found.node
        : found && isEnd && found.metres <= END_REACH
          ? onStreet(draft, found)
          : undefined;
    if (node !== undefined) joins++;
    return node ?? draft.addNode(at);
  });
  return { nodes: nodes.filter((node, i) => node !== nodes[i - 1]), joins };
}

/** Whether a new line may join a way of these tags: a street, and none that is for cars alone or not there. */
function isStreet({ highway }: Tags): boolean {
  return highway !== undefined && !NO_STREETS.has(highway);
}

const NO_STREETS: ReadonlySet<string> = new Set([
  ...["motorway", "motorway_link", "construction", "proposed", "planned", "abandoned", "razed"],
]);

/** What of the streets is nearest to a place: a point of a piece, and a node. */
interface NearestStreet {
  readonly way: number;
  /** Its place in the way: from this node of it to the next. */
  readonly piece: number;
  readonly share: Share;
  readonly at: LngLat;
  readonly metres: Metres;
  readonly node: number;
  readonly nodeMetres: Metres;
}

/** The first of equals; `undefined` if nothing is within `END_REACH`. Cost: one look at every piece of the map. */
function nearestStreet(draft: StreetDraft, place: LngLat): NearestStreet | undefined {
  const foot = footFinder();
  foot.stand(place.lng, place.lat);
  const [width, height] = [foot.halfWidth(END_REACH), foot.halfHeight(END_REACH)];
  let nearest: NearestStreet | undefined;
  let [node, nodeMetres] = [-1, Infinity];
  for (let way = 0; way < draft.ways; way++) {
    const nodes = draft.nodesOf(way);
    if (nodes.length < 2 || !isStreet(draft.tagsOf(way))) continue;
    let [aLng, aLat] = [draft.lngOf(nodes[0] as number), draft.latOf(nodes[0] as number)];
    for (let piece = 0; piece + 1 < nodes.length; piece++) {
      const [fromLng, fromLat] = [aLng, aLat];
      aLng = draft.lngOf(nodes[piece + 1] as number);
      aLat = draft.latOf(nodes[piece + 1] as number);
      if (Math.min(fromLng, aLng) > place.lng + width || Math.max(fromLng, aLng) < place.lng - width)
        continue;
      if (Math.min(fromLat, aLat) > place.lat + height || Math.max(fromLat, aLat) < place.lat - height)
        continue;
      const metres = foot.find(fromLng, fromLat, aLng, aLat);
      if (metres > END_REACH) continue;
      if (metres < (nearest?.metres ?? Infinity)) {
        const at = { lng: foot.lng, lat: foot.lat };
        nearest = { way, piece, share: foot.share, at, metres, node, nodeMetres };
      }
      for (const end of [piece, piece + 1]) {
        const one = nodes[end] as number;
        const apart = foot.find(draft.lngOf(one), draft.latOf(one), draft.lngOf(one), draft.latOf(one));
        if (apart < nodeMetres) [node, nodeMetres] = [one, apart];
      }
    }
  }
  return nearest && { ...nearest, node, nodeMetres };
}

/** The node at the nearest point of a street, made if there is none. */
function onStreet(draft: StreetDraft, { way, piece, share, at }: NearestStreet): number {
  const nodes = Array.from(draft.nodesOf(way));
  if (share === 0) return nodes[piece] as number;
  if (share === 1) return nodes[piece + 1] as number;
  const [a, b] = [draft.heightOf(nodes[piece] as number), draft.heightOf(nodes[piece + 1] as number)];
  const node = draft.addNode(at, a + share * (b - a));
  draft.redraw(way, nodes.toSpliced(piece + 1, 0, node));
  return node;
}
