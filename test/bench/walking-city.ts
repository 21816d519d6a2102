import { diceOf } from "../../src/core/base/random.ts";
import { Grown } from "../../src/core/network/grown.ts";
import type { StreetMap } from "../../src/core/network/street-map.ts";

/**
 * An invented city of streets: a bent grid of `side` × `side` crossings 110 m apart, a fifth of its streets missing, most
 * with corners on the way, and blind alleys; some stairs and one-way passages. 270 a side are some 235,000 nodes and
 * 290,000 pieces. Nodes are in the order in which ways, drawn at random, came to them, as mappers would.
 */
export function inventedStreets(side: number): StreetMap {
  const dice = diceOf(1, "streets");
  const streets = dice.shuffled(streetsOf(side, dice));
  const rows = new Int32Array(side * side).fill(-1);
  const [lng, lat]: [number[], number[]] = [[], []];
  const put = (x: number, y: number): number => {
    lng.push(117 + x * EAST);
    return lat.push(34.2 + y * NORTH) - 1;
  };
  const crossing = (cell: number): number => {
    if (rows[cell] === -1) rows[cell] = put(...placeOf(cell, side));
    return rows[cell] as number;
  };
  const starts = [0];
  const nodes = new Grown();
  let length = 0;
  const through = (node: number) => {
    length = nodes.push(node) + 1;
  };
  for (const { from, to, corners } of streets) {
    const [ax, ay] = placeOf(from, side);
    const [bx, by] =
      to === undefined ? [ax + dice.between(-60, 60), ay + dice.between(-60, 60)] : placeOf(to, side);
    through(crossing(from));
    for (let corner = 1; corner <= corners; corner++) {
      const share = corner / (corners + 1);
      const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
      through(put(x + dice.between(-8, 8), y + dice.between(-8, 8)));
    }
    through(to === undefined ? put(bx, by) : crossing(to));
    starts.push(length);
  }
  return {
    lng: Float64Array.from(lng),
    lat: Float64Array.from(lat),
    starts: Uint32Array.from(starts),
    nodes: nodes.column(),
    tags: Uint32Array.from(streets, ({ tags }) => tags),
    tagSets: [{ highway: "residential" }, { highway: "steps" }, { highway: "footway", "oneway:foot": "yes" }],
    barriers: new Map(),
  };
}

interface Street {
  readonly from: number;
  /** A blind alley has none. */
  readonly to?: number;
  readonly corners: number;
  readonly tags: number;
}

function streetsOf(side: number, dice: ReturnType<typeof diceOf>): readonly Street[] {
  const streets: Street[] = [];
  const draw = (from: number, to: number) => {
    if (!dice.chance(0.84)) return;
    const rare = dice.unit();
    streets.push({ from, to, corners: dice.pick(CORNERS), tags: rare < 0.02 ? 1 : rare < 0.04 ? 2 : 0 });
  };
  for (let cell = 0; cell < side * side; cell++) {
    if (cell % side < side - 1) draw(cell, cell + 1);
    if (cell + side < side * side) draw(cell, cell + side);
    if (dice.chance(0.15)) streets.push({ from: cell, corners: dice.pick(CORNERS), tags: 0 });
  }
  return streets;
}

/** Metres east and north, the same for a cell whenever it is asked. */
function placeOf(cell: number, side: number): [x: number, y: number] {
  const shaken = (salt: number) => 60 * (((Math.imul(cell + salt, 2654435761) >>> 8) % 1000) / 1000 - 0.5);
  return [110 * (cell % side) + shaken(1), 110 * Math.floor(cell / side) + shaken(77)];
}

const CORNERS = [0, 0, 1, 1, 2, 3] as const;
const EAST = 1 / 92_000;
const NORTH = 1 / 110_900;
