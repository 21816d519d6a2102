import { diceOf } from "../../src/core/base/random.ts";
import { geodesicMetres } from "../../src/core/geo/geodesic.ts";
import type { LngLat } from "../../src/core/geo/lng-lat.ts";
import type { WalkGraph } from "../../src/core/network/walk-graph.ts";
import type { Places } from "../../src/core/spatial/places.ts";
import type { OriginKind, Origins } from "../../src/core/spatial/reach-table.ts";
import { east } from "./rows.ts";

export interface DrawnStretch {
  readonly from: number;
  readonly to: number;
  /** Corners between its ends. */
  readonly by?: readonly LngLat[];
  /** 1 both ways unless said otherwise. */
  readonly forth?: number;
  readonly back?: number;
}

/** A network of these nodes and stretches, in this order. */
export function walkGraph(nodes: readonly LngLat[], stretches: readonly DrawnStretch[]): WalkGraph {
  const shapes = stretches.map(({ from, to, by = [] }) => [at(nodes, from), ...by, at(nodes, to)]);
  const around = nodes.map((_, node) =>
    stretches.flatMap(({ from, to }, s) => [...(from === node ? [s] : []), ...(to === node ? [s] : [])]),
  );
  return {
    ...placesOfPoints(nodes),
    from: Uint32Array.from(stretches, ({ from }) => from),
    to: Uint32Array.from(stretches, ({ to }) => to),
    metres: Float64Array.from(shapes, lengthOf),
    forth: Float32Array.from(stretches, ({ forth = 1 }) => forth),
    back: Float32Array.from(stretches, ({ back = 1 }) => back),
    ways: Uint32Array.from(stretches, (_, s) => s),
    shapeStarts: startsOf(shapes),
    shapeLng: Float64Array.from(shapes.flat(), ({ lng }) => lng),
    shapeLat: Float64Array.from(shapes.flat(), ({ lat }) => lat),
    starts: startsOf(around),
    stretches: Uint32Array.from(around.flat()),
    components: new Uint32Array(nodes.length),
  };
}

function at<Row>(rows: readonly Row[], i: number): Row {
  const row = rows[i];
  if (row === undefined) throw new Error(`there is no row ${i}`);
  return row;
}

function lengthOf(shape: readonly LngLat[]): number {
  return shape.slice(1).reduce((sum, corner, i) => sum + geodesicMetres(at(shape, i), corner), 0);
}

function startsOf(groups: readonly (readonly unknown[])[]): Uint32Array {
  const starts = new Uint32Array(groups.length + 1);
  groups.forEach((group, i) => {
    starts[i + 1] = (starts[i] ?? 0) + group.length;
  });
  return starts;
}

export function placesOfPoints(points: readonly LngLat[]): Places {
  return {
    lng: Float64Array.from(points, ({ lng }) => lng),
    lat: Float64Array.from(points, ({ lat }) => lat),
  };
}

export interface DrawnZone {
  readonly kind: OriginKind;
  readonly places: readonly LngLat[];
}

export function originsOfZones(zones: readonly DrawnZone[]): Origins {
  const places = zones.map((zone) => zone.places);
  return { starts: startsOf(places), ...placesOfPoints(places.flat()), kinds: zones.map(({ kind }) => kind) };
}

/** Streets, zones and facilities that chance made. */
export interface RandomTown {
  readonly nodes: readonly LngLat[];
  readonly stretches: readonly DrawnStretch[];
  readonly zones: readonly DrawnZone[];
  readonly facilities: readonly LngLat[];
}

/**
 * A bent grid of streets with gaps, loops, streets side by side, and an island apart; zones and facilities near them, on
 * their corners, and far off. `even`: every stretch costs one a metre, both ways.
 */
export function randomTown(seed: number, even: boolean): RandomTown {
  const dice = diceOf(seed, "walks");
  const [width, height] = [dice.whole(2, 6), dice.whole(2, 6)];
  const step = dice.between(40, 160);
  const shaken = (x: number, y: number, by: number) =>
    east(x + dice.between(-by, by), y + dice.between(-by, by));
  const nodes: LngLat[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) nodes.push(shaken(x * step, y * step, step / 3));
  const stretches: DrawnStretch[] = [];
  const factor = () => (even ? 1 : dice.pick([1, 1, 1, 1.25, 2.5, dice.between(1, 3)]));
  const draw = (from: number, to: number, x: number, y: number, fewest = 0) => {
    const by = Array.from({ length: dice.whole(fewest, 3) }, () => shaken(x, y, step / 3));
    const oneWay = even ? 2 : dice.whole(0, 5);
    const forth = oneWay === 0 ? Infinity : factor();
    stretches.push({ from, to, by, forth, back: oneWay === 1 ? Infinity : factor() });
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const node = y * width + x;
      if (x + 1 < width && dice.chance(0.85)) draw(node, node + 1, (x + 0.5) * step, y * step);
      if (y + 1 < height && dice.chance(0.85)) draw(node + width, node, x * step, (y + 0.5) * step);
      if (x + 1 < width && dice.chance(0.1)) draw(node + 1, node, (x + 0.5) * step, (y + 0.2) * step, 1);
      if (dice.chance(0.1)) draw(node, node, (x + 0.3) * step, (y + 0.3) * step, 1);
    }
  }
  const island = nodes.push(shaken(0, -300, 50), shaken(100, -300, 50), shaken(50, -350, 20)) - 3;
  draw(island, island + 1, 50, -290);
  draw(island + 1, island + 2, 80, -330);
  const anywhere = () =>
    dice.chance(0.1)
      ? at(nodes, dice.whole(0, nodes.length - 1))
      : east(
          dice.between(-1, width) * step,
          dice.chance(0.1) ? dice.between(-600, 0) : dice.between(-1, height) * step,
        );
  const zones = Array.from({ length: dice.whole(1, 12) }, (): DrawnZone => {
    const kind = dice.pick<OriginKind>(["point", "point", "entrances", "buildings", "none"]);
    const count = kind === "none" ? 0 : kind === "point" ? 1 : dice.whole(1, 6);
    return { kind, places: Array.from({ length: count }, anywhere) };
  });
  return { nodes, stretches, zones, facilities: Array.from({ length: dice.whole(1, 10) }, anywhere) };
}
