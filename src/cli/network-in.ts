import type { Metres } from "../core/base/units.ts";
import { walkGraph } from "../core/network/build-graph.ts";
import { type WalkAccount, walkAccount } from "../core/network/walk-account.ts";
import type { WalkGraph } from "../core/network/walk-graph.ts";
import type { ProfileId } from "../core/standards/rule-pack.ts";
import { isWalkGraph, readWalkGraph } from "../io/network/graph-file.ts";
import { readStreets } from "../io/network/read-streets.ts";
import { shippedWalkProfiles } from "../io/walking/shipped.ts";
import type { Host } from "./command.ts";
import { placedSentence, refusalBy } from "./placed-sentence.ts";

/**
 * The network of a file, for these people: a prepared one (.quanwalk), or laid from its streets. Throws `UsageError` where
 * it cannot be read, or was prepared for others.
 */
export async function networkIn(path: string, profile: ProfileId, host: Host): Promise<WalkGraph> {
  const bytes = await host.read(path);
  if (!isWalkGraph(bytes)) return laidNetwork(path, bytes, profile, host);
  const graph = readWalkGraph(bytes, path, shippedWalkProfiles()[profile]);
  if (!graph.ok) throw refusalBy(graph.issues, host);
  const metres = graph.value.metres.reduce((sum, each) => sum + each, 0);
  host.say(`${path}: a prepared network, ${kilometres(metres)}, walked by ${profile}.`);
  return graph.value;
}

/** The network laid from the streets of a file. What is wrong with it, and how much of it is walked, is said. */
export async function laidNetwork(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  profile: ProfileId,
  host: Host,
): Promise<WalkGraph> {
  const read = await readStreets({ name: path, bytes }, {}, (work) => host.drive(work));
  if (!read.ok) throw refusalBy(read.issues, host);
  for (const each of read.issues) host.say(placedSentence(each));
  const walker = shippedWalkProfiles()[profile];
  const graph = await host.drive(walkGraph(read.value, walker));
  host.say(`${path}: ${inWords(walkAccount(read.value, walker, graph), profile)}`);
  return graph;
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
