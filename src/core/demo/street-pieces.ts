import { along, distance, type Point } from "./plane.ts";
import type { StreetLine } from "./street-grid.ts";
import { type Obstacle, stepped, type Terrain } from "./terrain.ts";

/** A run of a street that can be walked, on the ground or on a bridge. */
export interface StreetPiece {
  readonly street: StreetLine;
  readonly bridge: boolean;
  readonly points: readonly Point[];
}

/**
 * Cuts a street where water, rails or a hill stop it; a street that crosses keeps its bridges as pieces of their own. Their
 * points are its corners and others between, at most 30 m apart.
 */
export function piecesOf(street: StreetLine, terrain: Terrain): StreetPiece[] {
  const pieces: StreetPiece[] = [];
  let run: Point[] = [];
  let state: State = "stopped";
  const close = () => {
    if (run.length > 1 && state !== "stopped")
      pieces.push({ street, bridge: state === "bridge", points: run });
  };
  const points = pointsEvery(street.points, 30);
  points.forEach((p, i) => {
    const now = stateAt(p, street, terrain);
    const before = points[i - 1];
    if (before === undefined) {
      state = now;
      run = [p];
      return;
    }
    if (now === state) {
      run.push(p);
      return;
    }
    const edge = changeBetween(before, p, state, street, terrain);
    run.push(edge);
    close();
    state = now;
    run = [edge, p];
  });
  close();
  return pieces.filter((piece) => lengthOf(piece.points) > 25);
}

type State = "open" | "bridge" | "stopped";

function stateAt(p: Point, street: StreetLine, terrain: Terrain): State {
  const obstacle = terrain.obstacle(p);
  if (obstacle === undefined) return "open";
  if (!street.crosses) return "stopped";
  return OVERCOME[obstacle];
}

/** What becomes of a crossing street there. */
const OVERCOME: Readonly<Record<Obstacle, State>> = {
  river: "bridge",
  canal: "bridge",
  railway: "open",
  lake: "stopped",
  hill: "stopped",
  sea: "stopped",
};

function changeBetween(from: Point, to: Point, state: State, street: StreetLine, terrain: Terrain): Point {
  let [low, high] = [0, 1];
  for (let step = 0; step < 12; step++) {
    const half = (low + high) / 2;
    if (stateAt(along(from, to, half), street, terrain) === state) low = half;
    else high = half;
  }
  return along(from, to, low);
}

function pointsEvery(points: readonly Point[], step: number): Point[] {
  return points.flatMap((p, i) => {
    const next = points[i + 1];
    return next === undefined ? [p] : stepped(p, next, step).slice(0, -1);
  });
}

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  points.forEach((p, i) => {
    const next = points[i + 1];
    if (next) length += distance(p, next);
  });
  return length;
}

/** Every third point is enough to follow the bends of the ground. */
export function drawnPoints({ points }: StreetPiece): Point[] {
  const last = points.length - 1;
  return points.filter((_, i) => i === 0 || i === last || i % 3 === 0);
}
