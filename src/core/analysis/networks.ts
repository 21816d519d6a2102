import { digestOf, digestOfAll } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import type { Work } from "../base/work.ts";
import { walkGraph } from "../network/build-graph.ts";
import type { StreetMap } from "../network/street-map.ts";
import { streetsDigest } from "../network/streets-digest.ts";
import { type WalkAccount, walkAccount } from "../network/walk-account.ts";
import type { WalkGraph } from "../network/walk-graph.ts";
import type { WalkProfile } from "../network/walk-profile.ts";
import { PROFILES, type ProfileId } from "../standards/rule-pack.ts";
import type { Standards } from "../standards/standards.ts";

/** The streets of a document as the planner changed them, and what each profile walks of them. */
export interface Networks {
  readonly streets: StreetMap;
  readonly byProfile: Readonly<Record<ProfileId, Network>>;
}

export interface Network {
  readonly profile: WalkProfile;
  readonly streets: StreetMap;
  readonly graph: WalkGraph;
  readonly account: WalkAccount;
}

/** Digest of all that the networks follow from, beside what the planner changes of the streets. */
export function networksKey(streets: StreetMap, { walking }: Standards): Digest {
  return digestOfAll([streetsDigest(streets), digestOf(walking)]);
}

export function* networksOf(streets: StreetMap, { walking }: Standards): Work<Networks> {
  const byProfile: Partial<Record<ProfileId, Network>> = {};
  for (const id of PROFILES) {
    const profile = walking[id];
    const graph = yield* walkGraph(streets, profile);
    byProfile[id] = { profile, streets, graph, account: walkAccount(streets, profile, graph) };
  }
  return { streets, byProfile: byProfile as Networks["byProfile"] };
}
