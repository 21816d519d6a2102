import type { Metres } from "../core/base/units.ts";
import { walkGraph } from "../core/network/build-graph.ts";
import { networkReach } from "../core/network/network-reach.ts";
import { type WalkAccount, walkAccount } from "../core/network/walk-account.ts";
import type { Origins, ReachTable } from "../core/spatial/reach-table.ts";
import type { ProfileId } from "../core/standards/rule-pack.ts";
import { readStreets } from "../io/network/read-streets.ts";
import { shippedWalkProfiles } from "../io/walking/shipped.ts";
import type { Host } from "./command.ts";
import { placedSentence, refusalBy } from "./placed-sentence.ts";
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
  const read = await readStreets({ name: network, bytes: await host.read(network) }, {}, (work) =>
    host.drive(work),
  );
  if (!read.ok) throw refusalBy(read.issues, host);
  for (const each of read.issues) host.say(placedSentence(each));
  const walker = shippedWalkProfiles()[profile];
  const graph = await host.drive(walkGraph(read.value, walker));
  host.say(`${network}: ${inWords(walkAccount(read.value, walker, graph), profile)}`);
  const { table, notJoined } = await host.drive(networkReach(graph, origins, to, { limit, cap }));
  sayNotJoined(from, notJoined.zones, cap, host);
  sayNotJoined(to, notJoined.facilities, cap, host);
  return table;
}

function inWords({ walked, notWalked, islands, metres }: WalkAccount, profile: ProfileId): string {
  const reasons = Object.entries(notWalked).filter(([, ways]) => ways > 0);
  const left = reasons.reduce((sum, [, ways]) => sum + ways, 0);
  const why = left > 0 ? ` (${reasons.map(([reason, ways]) => `${reason} ${ways}`).join(", ")})` : "";
  const apart =
    islands.count > 0
      ? `; ${islands.count} parts of it, ${kilometres(islands.metres)} in all, are not connected to the largest`
      : "";
  return `${walked} ways, ${kilometres(metres)}, are walked by ${profile}; ${left} are not${why}${apart}.`;
}

const kilometres = (metres: Metres): string => `${(metres / 1000).toFixed(1)} km`;

function sayNotJoined({ path, ids }: NamedPoints, rows: Uint32Array, cap: Metres, host: Host): void {
  if (rows.length === 0) return;
  const named = Array.from(rows.subarray(0, MOST_NAMED), (row) => ids[row] ?? "").join(", ");
  const more = rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : "";
  host.say(
    `${path}: ${rows.length} of ${ids.length} points have no street within ${cap} m and reach nothing: ${named}${more}. Check their coordinates, or raise --cap.`,
  );
}

const MOST_NAMED = 10;
