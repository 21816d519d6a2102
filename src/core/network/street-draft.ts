import type { Degrees } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { StreetMap, Tags } from "./street-map.ts";

/** A map that is being changed: its ways and nodes keep their rows, new ones come after them. */
export class StreetDraft {
  readonly map: StreetMap;
  private readonly places: LngLat[] = [];
  /** Of added nodes; NaN where not known. */
  private readonly heights: number[] = [];
  private readonly redrawn = new Map<number, readonly number[]>();
  private readonly retagged = new Map<number, number>();
  private readonly added: { readonly nodes: readonly number[]; readonly tags: number }[] = [];
  private readonly tagSets: Tags[];

  constructor(map: StreetMap) {
    this.map = map;
    this.tagSets = [...map.tagSets];
  }

  get ways(): number {
    return this.map.tags.length + this.added.length;
  }

  /** Nodes that a way goes through, in order. */
  nodesOf(way: number): ArrayLike<number> {
    const { map } = this;
    return this.drawnAnew(way) ?? map.nodes.subarray(map.starts[way], map.starts[way + 1]);
  }

  /** Those of a way that is not as it was on the map. */
  private drawnAnew(way: number): readonly number[] | undefined {
    const own = this.map.tags.length;
    return way < own ? this.redrawn.get(way) : this.added[way - own]?.nodes;
  }

  tagsOf(way: number): Tags {
    return this.tagSets[this.tagRowOf(way)] as Tags;
  }

  lngOf(node: number): Degrees {
    const { lng } = this.map;
    return (node < lng.length ? lng[node] : this.places[node - lng.length]?.lng) as number;
  }

  latOf(node: number): Degrees {
    const { lat } = this.map;
    return (node < lat.length ? lat[node] : this.places[node - lat.length]?.lat) as number;
  }

  heightOf(node: number): number {
    const { lng, heights } = this.map;
    return (node < lng.length ? heights?.[node] : this.heights[node - lng.length]) ?? Number.NaN;
  }

  addNode(at: LngLat, height: number = Number.NaN): number {
    this.heights.push(height);
    return this.map.lng.length + this.places.push(at) - 1;
  }

  addWay(nodes: readonly number[], tags: Tags): void {
    this.added.push({ nodes, tags: this.rowOfTags(tags) });
  }

  redraw(way: number, nodes: readonly number[]): void {
    const own = this.map.tags.length;
    if (way < own) this.redrawn.set(way, nodes);
    else this.added[way - own] = { nodes, tags: this.tagRowOf(way) };
  }

  retag(way: number, tags: Tags): void {
    this.retagged.set(way, this.rowOfTags(tags));
  }

  finished(): StreetMap {
    const { map, places, ways } = this;
    const starts = new Uint32Array(ways + 1);
    for (let way = 0; way < ways; way++) {
      const before = (map.starts[way + 1] as number) - (map.starts[way] as number);
      starts[way + 1] = (starts[way] as number) + (this.drawnAnew(way)?.length ?? before);
    }
    const nodes = new Uint32Array(starts[ways] as number);
    for (let way = 0; way < ways; way++) {
      const [start, end] = [starts[way] as number, starts[way + 1] as number];
      const drawn = this.drawnAnew(way);
      if (drawn) nodes.set(drawn, start);
      else
        for (let i = start, was = map.starts[way] as number; i < end; i++)
          nodes[i] = map.nodes[was++] as number;
    }
    return {
      lng: concat(
        map.lng,
        places.map(({ lng }) => lng),
      ),
      lat: concat(
        map.lat,
        places.map(({ lat }) => lat),
      ),
      starts,
      nodes,
      tags: Uint32Array.from({ length: ways }, (_, way) => this.tagRowOf(way)),
      tagSets: this.tagSets,
      barriers: map.barriers,
      ...(map.heights && { heights: Float32Array.from([...map.heights, ...this.heights]) }),
    };
  }

  private tagRowOf(way: number): number {
    const own = this.map.tags.length;
    if (way >= own) return (this.added[way - own] as { readonly tags: number }).tags;
    return this.retagged.get(way) ?? (this.map.tags[way] as number);
  }

  private rowOfTags(tags: Tags): number {
    const known = this.tagSets.findIndex((each) => sameTags(each, tags));
    return known >= 0 ? known : this.tagSets.push(tags) - 1;
  }
}

export function sameTags(a: Tags, b: Tags): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function concat(column: Float64Array, more: readonly number[]): Float64Array {
  const longer = new Float64Array(column.length + more.length);
  longer.set(column);
  longer.set(more, column.length);
  return longer;
}
