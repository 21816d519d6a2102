import { compare, type Exact, minus, plus, sameAmount, toNumber, ZERO } from "../base/decimal.ts";
import type { FacilityId, ZoneId } from "../base/ids.ts";
import { present } from "../base/invariant.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import { isUnderReview, type ResidentialZone } from "../model/residential-zone.ts";
import type { Metric } from "../standards/rule.ts";
import { sharedBy } from "../supply/onsite.ts";
import type { Solved } from "../supply/solved.ts";
import { poolShare } from "../supply/ties.ts";
import type { ShortageCertificate } from "./allocation-findings.ts";
import type { UncountedReason } from "./evidence.ts";
import type { Pipeline } from "./pipeline.ts";

/** What nobody knows of a 片区, by which less of what it lacks is certain than is told. */
export interface AreaDoubts {
  readonly metric: Metric;
  /** 片区, from 1. */
  readonly area: number;
  /** Zones of it that need from `least` to `most`, unrounded: their people are not stated; by id. */
  readonly zones: readonly { readonly zone: ZoneId; readonly least: number; readonly most: number }[];
  /** What may count for one of its zones beyond what surely does, the most first; by id where it is as much. */
  readonly facilities: readonly DoubtfulFacility[];
}

export interface DoubtfulFacility {
  readonly facility: FacilityId;
  readonly why: DoubtReason;
  /** So much more at most, m² or slots; absent where nobody knows how much. */
  readonly more?: number;
}

/** Reasons that the data can be mended of: the catalogue says how. */
export const DOUBT_REASONS = [
  "status-unknown",
  "kind-unknown",
  "areas-exceed-building",
  "agreement-unclear",
  "agreement-incomplete",
  "unreadable",
  "far-from-its-zone",
  "storey-unknown",
  "registration-unknown",
  "no-amount-stated",
  "no-land-area-stated",
  "duplicate",
  "perhaps-duplicate",
  "unstated-inside",
  "kept-by-unknown-need",
  "unsure-for-others",
] as const satisfies readonly UncountedReason[];
export type DoubtReason = (typeof DOUBT_REASONS)[number];

/** Of each 片区 of a subject of which something is in doubt. Cost: links of the zones that are short. */
export function areaDoubts(pipeline: Pipeline, subject: CareSubject): readonly AreaDoubts[] {
  return pipeline.supply.value.ledgers.flatMap(({ metric, allocation, solved }) => {
    if (allocation?.subject !== subject || solved === undefined) return [];
    const placeOf = new Map(Array.from(solved.careful.problem.zones, (row, at) => [row, at]));
    return Array.from(allocation.areas, (certificate, at): AreaDoubts => {
      const { zones } = allocation.certificates[certificate] as ShortageCertificate;
      const places = Array.from(zones, (row) => placeOf.get(row) as number);
      return {
        ...{ metric, area: at + 1 },
        zones: zonesInDoubt(pipeline, solved, places),
        facilities: facilitiesInDoubt(pipeline, metric, solved, places),
      };
    }).filter(({ zones, facilities }) => zones.length + facilities.length > 0);
  });
}

type Both = Readonly<Record<"careful" | "hopeful", Solved>>;

function zonesInDoubt({ project }: Pipeline, { careful, hopeful }: Both, places: readonly number[]) {
  return places.flatMap((at) => {
    const [most, least] = [careful.problem.needs[at] as Exact, hopeful.problem.needs[at] as Exact];
    if (sameAmount(most, least)) return [];
    const { id } = project.zones[careful.problem.zones[at] as number] as ResidentialZone;
    return { zone: id, least: toNumber(least), most: toNumber(most) };
  });
}

function facilitiesInDoubt(
  pipeline: Pipeline,
  metric: Metric,
  { careful, hopeful }: Both,
  places: readonly number[],
): readonly DoubtfulFacility[] {
  const found = new Map<number, DoubtfulFacility>();
  for (const at of places) {
    const zone = careful.problem.zones[at] as number;
    const sure = heldFor(careful, at);
    for (const [facility, most] of heldFor(hopeful, at)) {
      const least = sure.get(facility) ?? ZERO;
      if (least === undefined || (most && compare(most, least) <= 0)) continue;
      const why = reasonOf(pipeline, metric, facility, zone);
      const { id } = pipeline.project.facilities[facility] as { readonly id: FacilityId };
      const more = most && toNumber(minus(most, least));
      const known = found.get(facility);
      if (why === undefined || (known && (known.more === undefined || (more ?? Infinity) <= known.more)))
        continue;
      found.set(facility, { facility: id, why, ...(more !== undefined && { more }) });
    }
  }
  return [...found]
    .sort(([a, one], [b, other]) => compareMore(other.more, one.more) || a - b)
    .map(([, each]) => each);
}

function compareMore(a = Infinity, b = Infinity): number {
  return a === b ? 0 : a - b;
}

/** By facility row, what the zone may use of it, kept or open; `undefined` without limit. */
function heldFor({ problem, rooms }: Solved, at: number): ReadonlyMap<number, Exact | undefined> {
  const held = new Map<number, Exact | undefined>();
  const hold = (facility: number, amount: Exact | undefined) => {
    const before = held.has(facility) ? held.get(facility) : ZERO;
    held.set(facility, before && amount && plus(before, amount));
  };
  for (const { facility, amount } of rooms.byZone[problem.zones[at] as number] ?? []) hold(facility, amount);
  for (let link = problem.starts[at] as number; link < (problem.starts[at + 1] as number); link++) {
    const place = problem.facilities[link] as number;
    if (place < problem.keptCount) continue;
    const amount = problem.unlimited[place] === 1 ? undefined : problem.capacities[place];
    hold(problem.open[place - problem.keptCount] as number, amount);
  }
  return held;
}

/** Why more of it may count for the zone; `undefined` where that only follows from what the zone itself needs. */
function reasonOf(
  { packs, project, supply }: Pipeline,
  metric: Metric,
  facility: number,
  zone: number,
): DoubtReason | undefined {
  const { ties, offers } = supply.value;
  const { built, planned } = offers[packs.value.of[zone] as number] ?? {};
  const table = isUnderReview(project.zones[zone] as ResidentialZone) ? planned : built;
  const capacity = table?.[metric]?.[facility]?.capacity;
  if (capacity?.counts === "perhaps")
    return present(
      DOUBT_REASONS.find((why) => why === capacity.why),
      "what may count can be mended",
    );
  if (ties.inside[zone]?.includes(facility)) return "unstated-inside";
  if (ties.byZone[zone]?.includes(facility)) {
    if (ties.far[facility] === 1) return "far-from-its-zone";
    const pool = ties.pools.get(facility);
    if (pool === undefined) return undefined;
    return poolShare(pool, zone, sharedBy(metric)) === undefined
      ? "agreement-unclear"
      : "agreement-incomplete";
  }
  return project.facilities[facility]?.zone === undefined ? "unsure-for-others" : "kept-by-unknown-need";
}
