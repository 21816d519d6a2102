import type { Tags } from "../../core/network/street-map.ts";
import { Floats } from "./floats.ts";
import { TagSets } from "./tag-sets.ts";

/** Ways as they come, with their nodes by the numbers that the file gives them. */
export class DrawnWays {
  readonly ids = new Floats();
  /** By way: where its nodes begin in `nodes`; they end where those of the next begin. */
  readonly starts = new Floats();
  readonly nodes = new Floats();
  /** By way: row of `tagSets`. */
  readonly tags = new Floats();
  readonly tagSets = new TagSets();

  /** A further way, whose nodes are pushed to `nodes` next. */
  begin(id: number, tags: Tags): void {
    this.ids.push(id);
    this.starts.push(this.nodes.length);
    this.tags.push(this.tagSets.rowOf(tags));
  }

  /** The ways in the order of their numbers: those of one number as they came. */
  inOrder(): Uint32Array {
    const ids = this.ids.values;
    const order = new Uint32Array(ids.length);
    let isOrdered = true;
    for (let way = 0; way < ids.length; way++) {
      order[way] = way;
      if (way > 0 && (ids[way - 1] as number) > (ids[way] as number)) isOrdered = false;
    }
    return isOrdered ? order : order.sort((a, b) => (ids[a] as number) - (ids[b] as number));
  }
}
