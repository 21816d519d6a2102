import { present } from "../base/invariant.ts";
import type { Work } from "../base/work.ts";
import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { networkCoverage } from "../network/network-coverage.ts";
import { type NetworkLimits, type NetworkReach, networkReach } from "../network/network-reach.ts";
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
import type { RowMaps } from "./touched-zones.ts";

/** Who walks where along the streets, by profile: each on the network of its own. */
export type Walks = Readonly<Record<ProfileId, ProfileWalks>>;

export interface ProfileWalks {
  readonly network: Network;
  readonly limits: NetworkLimits;
  readonly origins: Origins;
  readonly reach: Readonly<Record<CareSubject, NetworkReach>>;
}

type PlacesBySubject = Readonly<Record<CareSubject, Places>>;

/** Walks of the same networks and limits, from what, and how rows went over. */
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
  for (const profile of PROFILES) {
    const network = networks.byProfile[profile];
    const own = { limit: limits[profile], cap };
    walks[profile] = yield* walksOn(network, zones, places, own, earlier && { ...earlier, profile });
  }
  return walks as Walks;
}

function* walksOn(
  network: Network,
  zones: readonly ResidentialZone[],
  places: PlacesBySubject,
  limits: NetworkLimits,
  earlier: (EarlierWalks & { readonly profile: ProfileId }) | undefined,
): Work<ProfileWalks> {
  const before = earlier?.walks[earlier.profile];
  const origins = yield* originsOn(
    network,
    zones,
    earlier && before && { origins: before.origins, ...earlier },
  );
  const reach: Partial<Record<CareSubject, NetworkReach>> = {};
  for (const subject of CARE_SUBJECTS) {
    reach[subject] =
      before === undefined || earlier === undefined
        ? yield* networkReach(network.graph, origins, places[subject], limits)
        : yield* updateNetworkReach(
            {
              ...before.reach[subject],
              origins: before.origins,
              facilities: earlier.places[subject],
              zoneRows: earlier.zones,
              facilityRows: earlier.facilities,
            },
            network.graph,
            origins,
            places[subject],
            limits,
          );
  }
  return { network, limits, origins, reach: reach as ProfileWalks["reach"] };
}

/** The very origins of before, if none starts elsewhere: what was worked out from them holds then. */
function* originsOn(
  { streets, profile, graph }: Network,
  zones: readonly ResidentialZone[],
  earlier: EarlierOrigins | undefined,
): Work<Origins> {
  if (earlier?.zones.aligned && earlier.zones.came.length === 0) return earlier.origins;
  const now = yield* originsOf(zones, earlier, crossingFinder(streets, profile, graph));
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
    if (stays && earlier.walks[profile].origins === origins) {
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
