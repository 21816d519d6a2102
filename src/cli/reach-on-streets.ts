import type { Metres } from "../core/base/units.ts";
import { networkReach } from "../core/network/network-reach.ts";
import type { Origins, ReachTable } from "../core/spatial/reach-table.ts";
import type { ProfileId } from "../core/standards/rule-pack.ts";
import type { Host } from "./command.ts";
import { networkIn } from "./network-in.ts";
import type { NamedPoints } from "./read-points.ts";

/** How people walk along streets. */
export interface OnStreets {
  /** The file of the streets. */
  readonly network: string;
  readonly profile: ProfileId;
  readonly limit: Metres;
  readonly cap: Metres;
}

/**
 * Who reaches what along the streets of a file. What is wrong with it, how much of it is walked, and which points are
 * not connected is said. Throws `UsageError` where it cannot be read.
 */
export async function reachOnStreets(
  { network, profile, limit, cap }: OnStreets,
  origins: Origins,
  from: NamedPoints,
  to: NamedPoints,
  host: Host,
): Promise<ReachTable> {
  const graph = await networkIn(network, profile, host);
  const { table, notJoined } = await host.drive(networkReach(graph, origins, to, { limit, cap }));
  sayNotJoined(from, notJoined.zones, cap, host);
  sayNotJoined(to, notJoined.facilities, cap, host);
  return table;
}

function sayNotJoined({ path, ids }: NamedPoints, rows: Uint32Array, cap: Metres, host: Host): void {
  if (rows.length === 0) return;
  const named = Array.from(rows.subarray(0, MOST_NAMED), (row) => ids[row] ?? "").join(", ");
  const more = rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : "";
  host.say(
    `${path}: ${rows.length} of ${ids.length} points have no street within ${cap} m and reach nothing: ${named}${more}. Check their coordinates, or raise --cap.`,
  );
}

const MOST_NAMED = 10;
