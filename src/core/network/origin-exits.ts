import { ENTRY_WIDTH, type JoinedZones } from "./join-zones.ts";

/** Where each origin enters the network: at most two ends of its stretch, `2 × origin` and the next. */
export interface OriginExits {
  readonly nodes: Uint32Array;
  /** Equivalent metres to the node, exact; Infinity where there is no such exit. */
  readonly metres: Float64Array;
  /** Real metres of the same walk. */
  readonly walked: Float64Array;
}

/** The entries of joined zones, by origin. Kept as long as these are. */
export function originExitsFor(zones: JoinedZones): OriginExits {
  const before = remembered.get(zones);
  if (before !== undefined) return before;
  const made = originExits(zones);
  remembered.set(zones, made);
  return made;
}

const remembered = new WeakMap<JoinedZones, OriginExits>();

function originExits({ starts, entries, zones }: JoinedZones): OriginExits {
  const exits = {
    nodes: new Uint32Array(2 * zones.length),
    metres: new Float64Array(2 * zones.length).fill(Infinity),
    walked: new Float64Array(2 * zones.length).fill(Infinity),
  };
  for (let node = 0; node + 1 < starts.length; node++) {
    const end = ENTRY_WIDTH * (starts[node + 1] as number);
    for (let entry = ENTRY_WIDTH * (starts[node] as number); entry < end; entry += ENTRY_WIDTH) {
      const first = 2 * (entries[entry] as number);
      const at = exits.metres[first] === Infinity ? first : first + 1;
      exits.nodes[at] = node;
      exits.metres[at] = entries[entry + 1] as number;
      exits.walked[at] = entries[entry + 2] as number;
    }
  }
  return exits;
}
