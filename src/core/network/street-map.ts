/**
 * Ways as they were mapped, for everybody: who may walk which of them is said by a profile. Columns, so that a city
 * crosses to a worker in no time. Ways meet at nodes that they share, and nowhere else: a bridge over a road is none.
 */
export interface StreetMap {
  /** Degrees WGS84, by node. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** ways + 1: nodes of way `w` are `nodes[starts[w]] … nodes[starts[w + 1] − 1]`, in order. */
  readonly starts: Uint32Array;
  readonly nodes: Uint32Array;
  /** By way: row of `tagSets`. Many ways are tagged alike. */
  readonly tags: Uint32Array;
  readonly tagSets: readonly Tags[];
  /** What bars a node or opens it: gates, bollards, walls; by node. */
  readonly barriers: ReadonlyMap<number, Tags>;
  /** Metres above the sea, by node; NaN where not known. Absent where none is. */
  readonly heights?: Float32Array;
}

/** What is said of a way or node, in the words of OpenStreetMap, as far as it matters to somebody who walks. */
export type Tags = Readonly<Record<string, string>>;
