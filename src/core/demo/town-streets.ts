import type { Dice } from "../base/random.ts";
import type { StreetMap, Tags } from "../network/street-map.ts";
import type { Ground } from "./ground.ts";
import { joinedParts } from "./joined-parts.ts";
import { type NodedWay, nodedPieces } from "./noded-pieces.ts";
import type { Plan } from "./plan.ts";
import type { DemoSpec } from "./spec.ts";
import { streetNames } from "./street-names.ts";
import type { StreetPiece } from "./street-pieces.ts";

/**
 * What people walk along in an invented town: its streets and lanes, which meet where they cross, bridges over the water,
 * paths to what no street leads to, and gates across some lanes.
 */
export function townStreets(
  pieces: readonly StreetPiece[],
  { terrain }: Plan,
  spec: DemoSpec,
  ground: Ground,
  dice: Dice,
): StreetMap {
  const { nodes, ways } = nodedPieces(pieces);
  const { paths, adrift } = joinedParts(
    nodes,
    ways.map((way) => way.nodes),
    (p) => terrain.obstacle(p) === undefined,
  );
  const names = streetNames(spec);
  const drawn = [
    ...ways.flatMap((way, row) =>
      adrift.has(row) ? [] : [{ through: way.nodes, tags: tagsOf(way.piece, names) }],
    ),
    ...paths.map((through) => ({ through, tags: PATH })),
  ];
  return streetMapOf(
    nodes.map((p) => ground.lngLat(p)),
    drawn,
    gatesOn(ways, dice),
  );
}

const PATH: Tags = { highway: "footway" };
const GATE: Tags = { access: "private", barrier: "gate" };
/** Share of the lanes that somebody has closed for others. */
const CLOSED = 0.06;

function tagsOf({ street, bridge }: StreetPiece, names: ReturnType<typeof streetNames>): Tags {
  const name = names(street);
  return {
    ...(bridge && { bridge: "yes" }),
    highway: HIGHWAY[street.rank],
    ...(bridge && { layer: "1" }),
    ...(name !== undefined && { name }),
    ...(street.rank !== "lane" && { sidewalk: "both" }),
  };
}

const HIGHWAY = { main: "primary", secondary: "secondary", lane: "residential" } as const;

/** On points of lanes where no other street comes in. */
function gatesOn(ways: readonly NodedWay[], dice: Dice): ReadonlySet<number> {
  const uses = new Map<number, number>();
  for (const { nodes } of ways) for (const node of nodes) uses.set(node, (uses.get(node) ?? 0) + 1);
  const gates = new Set<number>();
  for (const { piece, nodes } of ways) {
    if (piece.street.rank !== "lane" || !dice.chance(CLOSED)) continue;
    const gate = nodes.slice(1, -1).find((node) => uses.get(node) === 1);
    if (gate !== undefined) gates.add(gate);
  }
  return gates;
}

interface Drawn {
  readonly through: readonly number[];
  readonly tags: Tags;
}

/** Of the places those that ways lead through, in the order they come to them. */
function streetMapOf(
  places: readonly { readonly lng: number; readonly lat: number }[],
  drawn: readonly Drawn[],
  gates: ReadonlySet<number>,
): StreetMap {
  const rows = new Map<number, number>();
  const through = drawn.flatMap((way) =>
    way.through.map((node) => {
      const row = rows.get(node) ?? rows.size;
      rows.set(node, row);
      return row;
    }),
  );
  const used = [...rows.keys()].map((node) => places[node] as (typeof places)[number]);
  const tagRows = new Map<string, number>();
  const tagSets: Tags[] = [];
  const tags = drawn.map((way) => {
    const key = JSON.stringify(way.tags);
    const known = tagRows.get(key);
    if (known !== undefined) return known;
    tagRows.set(key, tagSets.length);
    return tagSets.push(way.tags) - 1;
  });
  const starts = new Uint32Array(drawn.length + 1);
  for (const [way, { through: nodes }] of drawn.entries())
    starts[way + 1] = (starts[way] as number) + nodes.length;
  const barred = [...gates].flatMap((node) => {
    const row = rows.get(node);
    return row === undefined ? [] : [row];
  });
  return {
    lng: Float64Array.from(used, ({ lng }) => lng),
    lat: Float64Array.from(used, ({ lat }) => lat),
    starts,
    nodes: Uint32Array.from(through),
    tags: Uint32Array.from(tags),
    tagSets,
    barriers: new Map(barred.sort((a, b) => a - b).map((row) => [row, GATE])),
  };
}
