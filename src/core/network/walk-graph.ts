import type { Metres } from "../base/units.ts";

/**
 * Where one profile may walk. A stretch is what lies between two nodes where something is decided: ways meet or end, or
 * the way is walked otherwise, or is steeper, from there on. Along one stretch a metre always costs the same. Stretches of no direction
 * are left out.
 */
export interface WalkGraph {
  /** Degrees WGS84, by node. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** By stretch: the nodes that it leads from and to. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** By stretch: its length along its shape, WGS84. */
  readonly metres: Float64Array;
  /** By stretch: equivalent metres of one metre walked from → to, and to → from; Infinity where nobody may. */
  readonly forth: Float32Array;
  readonly back: Float32Array;
  /** By stretch: row of the way it is part of. */
  readonly ways: Uint32Array;
  /** stretches + 1: corners of stretch `s`, its ends included, are `shapeStarts[s] … shapeStarts[s + 1] − 1`. */
  readonly shapeStarts: Uint32Array;
  readonly shapeLng: Float64Array;
  readonly shapeLat: Float64Array;
  /** nodes + 1: stretches at node `n` are `stretches[starts[n]] … stretches[starts[n + 1] − 1]`; a loop stands twice. */
  readonly starts: Uint32Array;
  readonly stretches: Uint32Array;
  /** By node: which component it belongs to, directions apart; 0 is the one with the most metres, then the next. */
  readonly components: Uint32Array;
}

/** Where a point joins the network. */
export interface Joined {
  readonly stretch: number;
  /** Metres along it, from its start. */
  readonly along: Metres;
  /** Straight metres from the point to there, walked both ways alike. */
  readonly off: Metres;
}
