import type { StreetMap, Tags } from "../../core/network/street-map.ts";
import { Floats } from "./floats.ts";
import { heightColumn } from "./heights.ts";
import { PlaceRows } from "./place-rows.ts";
import { TagSets } from "./tag-sets.ts";

/** In degrees WGS84, and metres above the sea if they are said. */
export type LinePlace = readonly [lng: number, lat: number, height?: number];

/** Lines that become a map: they meet where they have a vertex in common, and nowhere else. */
export class LineMap {
  readonly #places = new PlaceRows();
  readonly #starts = new Floats();
  readonly #nodes = new Floats();
  readonly #tags = new Floats();
  readonly #tagSets = new TagSets();
  /** By node: the first height that is said of it. */
  readonly #heights = new Map<number, number>();

  /** A line through at least two places, in degrees WGS84. */
  add(line: readonly LinePlace[], tags: Tags): void {
    this.#starts.push(this.#nodes.length);
    this.#tags.push(this.#tagSets.rowOf(tags));
    for (const [lng, lat, height] of line) {
      const node = this.#places.rowOf(lng, lat);
      this.#nodes.push(node);
      if (height !== undefined && !this.#heights.has(node)) this.#heights.set(node, height);
    }
  }

  map(): StreetMap {
    const starts = new Uint32Array(this.#starts.length + 1);
    starts.set(this.#starts.values);
    starts[this.#starts.length] = this.#nodes.length;
    return {
      lng: this.#places.lng.values.slice(),
      lat: this.#places.lat.values.slice(),
      starts,
      nodes: Uint32Array.from(this.#nodes.values),
      tags: Uint32Array.from(this.#tags.values),
      tagSets: this.#tagSets.sets,
      barriers: new Map(),
      ...heightColumn(this.#places.lng.length, this.#heights),
    };
  }
}
