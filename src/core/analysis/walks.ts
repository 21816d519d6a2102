import { present } from "../base/invariant.ts";
import type { RowMap, RowMaps } from "../base/row-map.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { joinedPlacesFor } from "../network/join-facilities.ts";
import { joinedZonesFor } from "../network/join-zones.ts";
import { networkCoverage } from "../network/network-coverage.ts";
import { type NetworkLimits, type NetworkReach, networkReach } from "../network/network-reach.ts";
import { reachOnChangedStreets } from "../network/reach-on-changed-streets.ts";
import { updateNetworkReach } from "../network/update-network-reach.ts";
import { crossingFinder } from "../network/zone-crossings.ts";
import { type EarlierOrigins, originsOf } from "../spatial/origins.ts";
import { startsElsewhere } from "../spatial/pick-origins.ts";
import { type Places, samePlace } from "../spatial/places.ts";
import type { Coverage, Origins } from "../spatial/reach-table.ts";
import { PROFILES, type ProfileId } from "../standards/rule-pack.ts";
import type { CoverageQuestion } from "./coverage-questions.ts";
import type { Network, Networks } from "./networks.ts";
import type { Parameters } from "./parameters.ts";

/** Who walks where along the streets, by profile: each on the network of its own. */
export type Walks = Readonly<Record<ProfileId, ProfileWalks>>;

export interface ProfileWalks {
  readonly network: Network;
  readonly limits: NetworkLimits;
  readonly origins: Origins;
  readonly reach: Readonly<Record<CareSubject, NetworkReach>>;
}

type PlacesBySubject = Readonly<Record<CareSubject, Places>>;

/** Walks within the same limits, on the same networks or those before the planner changed streets, from what, and how rows went over. */
export interface EarlierWalks extends RowMaps {
  readonly walks: Walks;
  readonly places: PlacesBySubject;
}

export function* walksOf(
  zones: readonly ResidentialZone[],
  places: PlacesBySubject,
  networks: Networks,
  { limits, cap }: Pick<Parameters, "limits" | "cap">,
  earlier?: EarlierWalks,
): Work<Walks> {
  const walks: Partial<Record<ProfileId, ProfileWalks>> = {};
  let last: JoinedWalks | undefined;
  for (const profile of PROFILES) {
    const network = networks.byProfile[profile];
    const own = { limit: limits[profile], cap };
    const made = yield* walksOn(network, zones, places, own, last, earlier && { ...earlier, profile });
    walks[profile] = made;
    last = { ...made, places };
  }
  return walks as Walks;
}

/** Walks whose places are joined already. */
type JoinedWalks = Pick<ProfileWalks, "network" | "origins"> & { readonly places: PlacesBySubject };

/** Places join as they did before, or else as they joined for the profile that was worked out last. */
function* walksOn(
  network: Network,
  zones: readonly ResidentialZone[],
  places: PlacesBySubject,
  limits: NetworkLimits & { readonly cap: Metres },
  last: JoinedWalks | undefined,
  earlier: (EarlierWalks & { readonly profile: ProfileId }) | undefined,
): Work<ProfileWalks> {
  const before = earlier?.walks[earlier.profile];
  const origins = yield* originsOn(
    network,
    zones,
    earlier && before && { origins: before.origins, zones: earlier.zones, network: before.network },
  );
  const reach: Partial<Record<CareSubject, NetworkReach>> = {};
  const others = earlier && before ? { ...before, places: earlier.places } : last;
  const from = (all: Places | undefined) => others && all && { graph: others.network.graph, places: all };
  yield* joinedZonesFor(network.graph, origins, limits.cap, from(others?.origins));
  for (const subject of CARE_SUBJECTS) {
    yield* joinedPlacesFor(network.graph, places[subject], limits.cap, from(others?.places[subject]));
    const was = earlier &&
      before && {
        reach: before.reach[subject],
        ...{ network: before.network, origins: before.origins },
        ...{ facilities: earlier.places[subject], rows: earlier },
      };
    reach[subject] = yield* reachOn(network, origins, places[subject], limits, was);
  }
  return { network, limits, origins, reach: reach as ProfileWalks["reach"] };
}

interface EarlierReach {
  readonly reach: NetworkReach;
  readonly network: Network;
  readonly origins: Origins;
  readonly facilities: Places;
  readonly rows: RowMaps;
}

/** Where both rows and streets are others, all is searched anew. */
function reachOn(
  { graph }: Network,
  origins: Origins,
  facilities: Places,
  limits: NetworkLimits,
  earlier: EarlierReach | undefined,
): Work<NetworkReach> {
  if (earlier === undefined) return networkReach(graph, origins, facilities, limits);
  const { reach, network, rows, ...from } = earlier;
  if (network.graph === graph) {
    const before = { ...reach, ...from, zoneRows: rows.zones, facilityRows: rows.facilities };
    return updateNetworkReach(before, graph, origins, facilities, limits);
  }
  if (!isUnchanged(rows.zones) || !isUnchanged(rows.facilities)) {
    return networkReach(graph, origins, facilities, limits);
  }
  return reachOnChangedStreets({ ...reach, ...from, graph: network.graph }, graph, origins, limits);
}

function isUnchanged({ aligned, came }: RowMap): boolean {
  return aligned && came.length === 0;
}

/** The very origins of before, if none starts elsewhere: what was worked out from them holds then. */
function* originsOn(
  network: Network,
  zones: readonly ResidentialZone[],
  earlier: (EarlierOrigins & { readonly network: Network }) | undefined,
): Work<Origins> {
  const { streets, profile, graph } = network;
  const isLaidAnew = earlier?.network !== network;
  if (!isLaidAnew && isUnchanged(earlier.zones)) return earlier.origins;
  const crossings = crossingFinder(streets, profile, graph);
  const now = yield* originsOf(zones, isLaidAnew ? undefined : earlier, crossings);
  const stays = earlier?.zones.aligned && !startsElsewhere(earlier.origins, now, earlier.zones).includes(1);
  return stays ? earlier.origins : now;
}

/** Coverages by the same facilities, of every profile in the order of `PROFILES`, and of whom they were asked. */
export interface EarlierCoveredWalks extends EarlierWalks {
  readonly subset: Uint32Array;
  readonly coverages: readonly Coverage[];
}

/** How zones are covered by some facilities, of every profile in the order of `PROFILES`. What still holds is kept. */
export function* coveragesByWalks(
  walks: Walks,
  places: PlacesBySubject,
  { subject, subset }: CoverageQuestion,
  earlier?: EarlierCoveredWalks,
): Work<readonly Coverage[]> {
  const stays = earlier !== undefined && sameFacilities(earlier, places[subject], subject, subset);
  const coverages: Coverage[] = [];
  for (const [at, profile] of PROFILES.entries()) {
    const { network, origins, reach, limits } = walks[profile];
    const { network: before, origins: from } = earlier?.walks[profile] ?? {};
    if (stays && before === network && from === origins) {
      coverages.push(present(earlier.coverages[at], "every profile has its coverage"));
      continue;
    }
    const { table } = reach[subject];
    coverages.push(yield* networkCoverage(network.graph, origins, places[subject], subset, table, limits));
  }
  return coverages;
}

function sameFacilities(
  { places: before, subset: old, facilities }: EarlierCoveredWalks,
  now: Places,
  subject: CareSubject,
  subset: Uint32Array,
): boolean {
  return (
    facilities.aligned &&
    old.length === subset.length &&
    subset.every((row, i) => old[i] === row && samePlace(before[subject], row, now, row))
  );
}
