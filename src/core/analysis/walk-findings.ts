import { toNumber } from "../base/decimal.ts";
import { present } from "../base/invariant.ts";
import type { Metres, Share } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import { type Barriers, barriersOf } from "../network/barriers.ts";
import { type BarrierBetween, barrierBetween } from "../network/barriers-between.ts";
import {
  type CircleAgainstNetwork,
  type CircleSummary,
  circleAgainstNetwork,
  circleSummary,
  type NearestOfOrigins,
  type ReachedBy,
} from "../network/circle-against-network.ts";
import { isAtEdge, zonesAtEdge } from "../network/edge-of-data.ts";
import { type Extent, extentOf } from "../network/extent.ts";
import { nearestOfOrigins } from "../network/nearest-reach.ts";
import { FARTHEST_WALK } from "../network/network-coverage.ts";
import { networkReach } from "../network/network-reach.ts";
import { originsApart, stablePeople, type VerdictMetres, verdictMetres } from "../network/verdict-speed.ts";
import { coveragesOf } from "../spatial/coverage.ts";
import type { Places } from "../spatial/places.ts";
import type { Origins } from "../spatial/reach-table.ts";
import { PROFILES, type ProfileId } from "../standards/rule-pack.ts";
import { CONNECTIONS } from "./connections.ts";
import { limitOf } from "./parameters.ts";
import type { Pipeline } from "./pipeline.ts";
import type { PeopleCovered } from "./results.ts";
import type { ProfileWalks } from "./walks.ts";

/** What there is to know of the walks of a subject beside who is covered, by the profile that decides. */
export interface WalkFindings {
  readonly subject: CareSubject;
  readonly profile: ProfileId;
  readonly limit: Metres;
  /** By profile and zone, the metres that somebody must be able to walk in fifteen minutes. */
  readonly needed: Readonly<Record<ProfileId, VerdictMetres>>;
  readonly stable: StableCoverage;
  /** What the project is about; absent where nothing in it has a place. */
  readonly extent?: Extent["basis"];
  /** By zone, 1 where what lies beyond the extent may change the answer: for itself, or for the 片区 it is short with. */
  readonly atEdge: Uint8Array;
  /** Absent where walks are straight lines. */
  readonly circle?: CircleFindings;
}

/** People whose coverage is the same for everybody who walks at 0.7 to 1.3 m/s, of those whose number is known. */
export interface StableCoverage {
  readonly base: PeopleCovered["base"];
  readonly covered: number;
  readonly uncovered: number;
  readonly total: number;
  readonly zonesWithoutNumber: number;
}

/** Where the circle and the streets say otherwise. */
export interface CircleFindings {
  readonly zones: CircleSummary["zones"];
  /** Ordered by zone. */
  readonly apart: readonly CircleApart[];
}

/** A zone that one way reaches and the other does not, and the facility that shows it best. */
export interface CircleApart {
  readonly zone: number;
  readonly facility: number;
  readonly by: Extract<ReachedBy, "circle-only" | "network-only">;
  /** Of the zone's places, those of which it is so. */
  readonly part: Share;
  /** How many live in that part; NaN where nobody says. */
  readonly people: number;
  /** Both hang on a street; else it may be the streets that are lacking. */
  readonly connected: boolean;
  /** Where that walk starts in the zone, and where the facility stands. */
  readonly from: LngLat;
  readonly to: LngLat;
  /** Geodesic × detour between these two. */
  readonly circle: Metres;
  /** Equivalent metres along the streets between these two; Infinity beyond `FARTHEST_APART`. */
  readonly network: Metres;
  /** What lies between, where the drawing shows it. */
  readonly barrier?: BarrierBetween;
}

/** As far as a walk is looked for where the circle says that it is short. */
export const FARTHEST_APART: Metres = 5000;

/** Cost: for each subject one sweep of the network and of the circles, from every place that walks start from. */
export function* walkFindings(pipeline: Pipeline): Work<Readonly<Record<CareSubject, WalkFindings>>> {
  const { project, reach } = pipeline;
  const extent = extentOf(project.units, [
    reach.value.origins.elderly,
    reach.value.places.elderly,
    reach.value.places.childcare,
  ]);
  return {
    elderly: yield* findingsOf(pipeline, "elderly", extent),
    childcare: yield* findingsOf(pipeline, "childcare", extent),
  };
}

function* findingsOf(
  pipeline: Pipeline,
  subject: CareSubject,
  extent: Extent | undefined,
): Work<WalkFindings> {
  const { parameters, reach } = pipeline;
  const { covered, origins: originsBy, people, walks } = reach.value;
  const profile = parameters.decides[subject];
  const limit = limitOf(parameters, subject);
  const all = present(
    covered.find(({ question }) => question.subject === subject && question.kind === undefined),
    "every subject is asked about as a whole",
  );
  const coverage = present(
    all.byProfile.find((one) => one.profile === profile),
    "every profile has its coverage",
  );
  const walk = walks?.[profile];
  const origins = walk?.origins ?? originsBy[subject];
  const circle = yield* nearestStraight(pipeline, subject, origins, all.question.subset, limit);
  const network = walk && (yield* nearestWalked(pipeline, subject, walk, all.question.subset));
  const { base, counts } = people[subject];
  const { metres } = network ?? circle;
  const stable = stablePeople(origins, metres, counts);
  return {
    ...{ subject, profile, limit },
    needed: yield* neededBy(pipeline, subject, all.question.subset, verdictMetres(origins, metres)),
    stable: {
      base,
      covered: toNumber(stable.covered),
      uncovered: toNumber(stable.uncovered),
      total: toNumber(stable.total),
      zonesWithoutNumber: stable.withoutNumber,
    },
    ...(extent && { extent: extent.basis }),
    atEdge: extent
      ? withAreasAtEdge(
          zonesAtEdge(extent, origins, coverage.columns.covered, limit),
          pipeline,
          subject,
          extent,
          origins,
        )
      : new Uint8Array(origins.kinds.length),
    ...(walk && network && { circle: yield* circleFindings(pipeline, subject, walk, circle, network) }),
  };
}

/** Marked too are short zones whose 片区 comes near the border: what nobody brought may have room for it. */
function withAreasAtEdge(
  marked: Uint8Array,
  { results, reach, parameters }: Pipeline,
  subject: CareSubject,
  extent: Extent,
  origins: Origins,
): Uint8Array {
  const places = reach.value.places[subject];
  const limit = limitOf(parameters, subject);
  for (const { subject: of, certificates, areas } of results.allocations ?? []) {
    if (of !== subject) continue;
    for (const area of areas) {
      const component = present(certificates[area], "an area is a certificate");
      if (!isAtEdge(extent, origins, places, component, limit)) continue;
      for (const zone of component.zones) marked[zone] = 1;
    }
  }
  return marked;
}

/** `decided`: of the profile that decides; along straight lines it is the same for all. */
function* neededBy(
  pipeline: Pipeline,
  subject: CareSubject,
  subset: Uint32Array,
  decided: VerdictMetres,
): Work<WalkFindings["needed"]> {
  const { walks } = pipeline.reach.value;
  const needed: Partial<Record<ProfileId, VerdictMetres>> = {};
  for (const profile of PROFILES) {
    const walk = walks?.[profile];
    needed[profile] =
      walk === undefined || profile === pipeline.parameters.decides[subject]
        ? decided
        : verdictMetres(walk.origins, (yield* nearestWalked(pipeline, subject, walk, subset)).metres);
  }
  return needed as WalkFindings["needed"];
}

function* nearestStraight(
  { parameters, reach }: Pipeline,
  subject: CareSubject,
  origins: Origins,
  subset: Uint32Array,
  limit: Metres,
): Work<NearestOfOrigins> {
  const places = reach.value.places[subject];
  const [nearest] = yield* coveragesOf(originsApart(origins), places, subset, [limit], parameters.detour);
  return present(nearest, "a limit has its coverage");
}

function nearestWalked(
  { reach }: Pipeline,
  subject: CareSubject,
  { network, origins, limits }: ProfileWalks,
  subset: Uint32Array,
): Work<NearestOfOrigins> {
  const far = { ...limits, limit: FARTHEST_WALK };
  return nearestOfOrigins(network.graph, origins, reach.value.places[subject], far, subset);
}

function* circleFindings(
  { project, reach, parameters, standards }: Pipeline,
  subject: CareSubject,
  walk: ProfileWalks,
  circle: NearestOfOrigins,
  network: NearestOfOrigins,
): Work<CircleFindings> {
  const { origins } = walk;
  const found = circleAgainstNetwork(origins, circle, network, limitOf(parameters, subject));
  const { counts } = reach.value.people[subject];
  const { zones } = circleSummary(found, counts);
  const { connections } = reach.value;
  const hang = (zone: number, facility: number) =>
    connections?.[subject].zones[zone] !== NOT_CONNECTED &&
    connections?.[subject].facilities[facility] !== NOT_CONNECTED;
  const barriers = barriersFor(project, standards.walking[parameters.decides[subject]]);
  const places = reach.value.places[subject];
  const walked = yield* walkedBetween(walk, found.shown, places);
  const apart = found.shown.flatMap((shown, zone): CircleApart[] => {
    const by = found.by[zone];
    if (!shown || (by !== "circle-only" && by !== "network-only")) return [];
    const { origin, facility } = shown;
    const part = (found.counts[by][zone] as number) / (found.places[zone] as number);
    const [from, to] = [placeAt(origins, origin), placeAt(places, facility)];
    const straight = geodesicMetres(from, to) * parameters.detour;
    const barrier = by === "circle-only" ? barrierBetween(barriers, from, to) : undefined;
    const metres = { circle: straight, network: walked(zone, facility) };
    const people = part * (counts[zone] as number);
    const connected = hang(zone, facility);
    return [
      { zone, facility, by, part, people, connected, from, to, ...metres, ...(barrier && { barrier }) },
    ];
  });
  return { zones, apart };
}

const NOT_CONNECTED = CONNECTIONS.indexOf("not-connected");

/** Equivalent metres from the place that shows a zone to the facility that shows it; Infinity beyond `FARTHEST_APART`. */
function* walkedBetween(
  { network, origins, limits }: ProfileWalks,
  shown: CircleAgainstNetwork["shown"],
  places: Places,
): Work<(zone: number, facility: number) => Metres> {
  const starts = Uint32Array.from({ length: shown.length + 1 }, (_, zone) => zone);
  const of = (zone: number) => shown[zone]?.origin ?? Number.NaN;
  const asked: Origins = {
    starts,
    lng: Float64Array.from(shown, (_, zone) => origins.lng[of(zone)] ?? Number.NaN),
    lat: Float64Array.from(shown, (_, zone) => origins.lat[of(zone)] ?? Number.NaN),
    kinds: shown.map(() => "point"),
  };
  const wanted = new Set(shown.flatMap((one) => (one ? [one.facility] : [])));
  const some = {
    lng: places.lng.map((lng, row) => (wanted.has(row) ? lng : Number.NaN)),
    lat: places.lat.map((lat, row) => (wanted.has(row) ? lat : Number.NaN)),
  };
  const far = { ...limits, limit: FARTHEST_APART };
  const { table } = yield* networkReach(network.graph, asked, some, far);
  return (zone, facility) => {
    for (let row = table.starts[zone] as number; row < (table.starts[zone + 1] as number); row++)
      if (table.facilities[row] === facility) return table.metres[row] as number;
    return Infinity;
  };
}

function placeAt({ lng, lat }: Places, row: number): LngLat {
  return { lng: lng[row] as number, lat: lat[row] as number };
}

/** Kept as long as the streets are. */
function barriersFor(
  { backdrop, streets }: Pipeline["project"],
  profile: Pipeline["standards"]["walking"][ProfileId],
): Barriers {
  const known = remembered.get(backdrop);
  if (known && known.streets === streets && known.profile === profile) return known.barriers;
  const barriers = barriersOf(backdrop, streets, profile);
  remembered.set(backdrop, { streets, profile, barriers });
  return barriers;
}

const remembered = new WeakMap<
  Pipeline["project"]["backdrop"],
  {
    readonly streets: Pipeline["project"]["streets"];
    readonly profile: Pipeline["standards"]["walking"][ProfileId];
    readonly barriers: Barriers;
  }
>();
