import type { StreetChange } from "./changed-streets.ts";
import type { StreetMap } from "./street-map.ts";

/** What of the changes of streets can be made of other streets as well. */
export interface CarriedChanges {
  /** In their order, with the rows that the streets have now. */
  readonly kept: readonly StreetChange[];
  readonly lost: readonly StreetChange[];
}

/**
 * Changes taken over from streets to others in their place. A piece is closed there too if one way leads through all its
 * places, and a way opened if one leads through the same alone; to the last bit. New streets stay. Cost: for each change one look at
 * every node of the ways.
 */
export function carriedChanges(
  before: StreetMap,
  now: StreetMap,
  changes: readonly StreetChange[],
): CarriedChanges {
  const kept: StreetChange[] = [];
  const lost: StreetChange[] = [];
  for (const change of changes) {
    const carried = carriedOver(before, now, change);
    if (carried) kept.push(carried);
    else lost.push(change);
  }
  return { kept, lost };
}

function carriedOver(before: StreetMap, now: StreetMap, change: StreetChange): StreetChange | undefined {
  if (change.kind === "added") return change;
  const start = before.starts[change.way] as number;
  const end = before.starts[change.way + 1] as number;
  const places =
    change.kind === "opened"
      ? placesOf(before, start, end)
      : placesOf(before, start + change.from, start + change.to + 1);
  for (let way = 0; way < now.tags.length; way++) {
    const [first, last] = [now.starts[way] as number, now.starts[way + 1] as number];
    if (change.kind === "opened" && last - first !== places.length) continue;
    for (let from = first; from + places.length <= last; from++) {
      if (!places.every((place, i) => isAt(now, from + i, place))) continue;
      if (change.kind === "opened") return { ...change, way };
      return { ...change, way, from: from - first, to: from - first + places.length - 1 };
    }
  }
  return undefined;
}

type Place = readonly [lng: number, lat: number];

function placesOf({ nodes, lng, lat }: StreetMap, from: number, to: number): readonly Place[] {
  return Array.from(nodes.subarray(from, to), (node): Place => [lng[node] as number, lat[node] as number]);
}

function isAt({ nodes, lng, lat }: StreetMap, at: number, [placeLng, placeLat]: Place): boolean {
  const node = nodes[at] as number;
  return lng[node] === placeLng && lat[node] === placeLat;
}
