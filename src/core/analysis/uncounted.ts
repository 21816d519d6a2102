import { toNumber } from "../base/decimal.ts";
import { present } from "../base/invariant.ts";
import { indexOfId } from "../base/order.ts";
import type { Metres } from "../base/units.ts";
import { liesInside } from "../geo/ring.ts";
import type { Facility } from "../model/facility.ts";
import { isCareSubject } from "../model/facility-kind.ts";
import { isFarFrom } from "../model/far-from-zone.ts";
import { isUnderReview, type ResidentialZone } from "../model/residential-zone.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import { NOT_ALLOCATED } from "./allocation-findings.ts";
import type { CountedFacility, UncountedFacility, UncountedReason } from "./evidence.ts";
import type { Pipeline } from "./pipeline.ts";
import { subjectOfMetric } from "./zone-columns.ts";
import { NO_PACK } from "./zone-packs.ts";

/** Rooms of the zone, of its community and in its reach that could have been of use, each with why they are not. */
export function notCountedFor(
  pipeline: Pipeline,
  zone: number,
  metric: Metric,
  rule: Rule,
  counted: readonly CountedFacility[],
  walks: ReadonlyMap<number, Walk>,
): UncountedFacility[] {
  const { project, supply } = pipeline;
  const estate = present(project.zones[zone], "the zone is there");
  const offers = supply.value.offers[pipeline.packs.value.of[zone] ?? NO_PACK];
  const table = (isUnderReview(estate) ? offers?.planned : offers?.built)?.[metric];
  const takes = new Set(counted.map(({ facility }) => facility));
  const { pools } = supply.value.ties;
  const own = supply.value.ties.byZone[zone] ?? [];
  const inside = supply.value.ties.inside[zone] ?? [];
  const rows = new Set([...own, ...inside, ...walks.keys(), ...placelessIn(pipeline, zone)]);
  return [...rows]
    .sort((a, b) => a - b)
    .flatMap((row): UncountedFacility[] => {
      const facility = project.facilities[row];
      const capacity = table?.[row]?.capacity;
      if (facility === undefined || capacity === undefined) return [];
      if (takes.has(facility.id)) {
        // What is beyond its part.
        const isOpen = pools.get(row)?.incomplete === true && own.includes(row);
        return isOpen ? [{ ...named(facility), ...walked(walks, row), why: "agreement-incomplete" }] : [];
      }
      const { amount } = capacity;
      const place = placeReason(pipeline, row, zone, metric, rule);
      const elsewhere = amount === undefined && !own.includes(row) && !USED_UP.includes(place);
      const why = capacity.counts === "yes" || elsewhere ? place : capacity.why;
      return [
        { ...named(facility), ...(amount && { amount: toNumber(amount) }), ...walked(walks, row), why },
      ];
    });
}

/** Of rooms that the zone might use: why it is given nothing of them. */
const USED_UP: readonly UncountedReason[] = [
  "nothing-lacked",
  "taken-by-others",
  "kept-by-its-zone",
  "kept-by-unknown-need",
  "unsure-for-others",
];

/** Facilities of the zone's community that stand nowhere, so that no walk to them is known. */
function placelessIn(pipeline: Pipeline, zone: number): readonly number[] {
  const community = pipeline.territory.value.zoneUnits[0]?.[zone] ?? -1;
  const byCommunity = placeless.get(pipeline) ?? placelessByCommunity(pipeline);
  placeless.set(pipeline, byCommunity);
  return byCommunity.get(community) ?? [];
}

/** Remembered, since every zone asks. */
const placeless = new WeakMap<Pipeline, ReadonlyMap<number, readonly number[]>>();

function placelessByCommunity({ project, territory }: Pipeline): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  project.facilities.forEach(({ at }, row) => {
    const community = territory.value.facilityUnits[0]?.[row] ?? -1;
    if (at !== undefined || community < 0) return;
    const known = rows.get(community);
    if (known === undefined) rows.set(community, [row]);
    else known.push(row);
  });
  return rows;
}

/** Why a room that counts is not counted for this zone, whatever its size. */
function placeReason(
  pipeline: Pipeline,
  row: number,
  zone: number,
  metric: Metric,
  rule: Rule,
): UncountedReason {
  const { project, parameters, supply, territory } = pipeline;
  const { byZone, inside, open, far, pools } = supply.value.ties;
  const { zoneUnits, facilityUnits } = territory.value;
  const estate = present(project.zones[zone], "the zone is there");
  const facility = present(project.facilities[row], "the facility is there");
  if (byZone[zone]?.includes(row)) {
    if (far[row] === 1) return "far-from-its-zone";
    return pools.get(row)?.incomplete ? "agreement-incomplete" : "not-delivered-yet";
  }
  if (open[row] === 0) return "belongs-to-other-zone";
  if (rule.type === "not_specified") return "no-standard-to-fill";
  if (parameters.supply === "fair" && estate.status === "existing") {
    const found = notGiven(pipeline, row, zone, metric);
    if (found !== undefined) return found;
  }
  if (inside[zone]?.includes(row)) return "unstated-inside";
  const outside = liesOutside(facility, estate);
  if (estate.status === "new") return outside ? "off-site-for-new" : "unstated-for-new";
  if (parameters.supply === "onsite") return outside ? "off-site-by-method" : "unstated-by-method";
  if (facility.at === undefined) return "no-location";
  const admitted = parameters.offsite === "circle" || zoneUnits[0]?.[zone] === facilityUnits[0]?.[row];
  return admitted ? "nothing-lacked" : "other-community";
}

/** Why a zone that it could serve is given nothing of it; `undefined` where the zone does not reach it. */
function notGiven(
  { project, supply, reach, needs, parameters, territory }: Pipeline,
  row: number,
  zone: number,
  metric: Metric,
): UncountedReason | undefined {
  const { zoneUnits, facilityUnits } = territory.value;
  const allocation = supply.value.ledgers.find((each) => each.metric === metric)?.allocation;
  const subject = subjectOfMetric(metric);
  if (allocation === undefined || !isCareSubject(subject)) return undefined;
  const { starts, facilities } = reach.value.tables[subject];
  if (!facilities.subarray(starts[zone], starts[zone + 1]).includes(row)) return undefined;
  if (supply.value.ties.pools.has(row)) return "belongs-to-other-zone";
  const community = zoneUnits[0]?.[zone] ?? -1;
  const isSame = community >= 0 && community === facilityUnits[0]?.[row];
  if (parameters.offsite !== "circle" && !isSame) return "other-community";
  const { zones } = allocation;
  if (zones.levelOf[zone] === NOT_ALLOCATED) return "need-unknown";
  if (Number.isNaN(allocation.facilities.open[row])) return "unsure-for-others";
  if (zones.shortness[zone] === 0) return "nothing-lacked";
  if (allocation.facilities.open[row] !== 0) return "taken-by-others";
  const owner = indexOfId(project.zones, project.facilities[row]?.zone ?? "");
  const isKnown = owner < 0 || needs.value.high.of(owner, metric) !== undefined;
  return isKnown ? "kept-by-its-zone" : "kept-by-unknown-need";
}

/** Whether a room is surely not in the zone: it is said to belong elsewhere, or stands outside. A point has no extent. */
function liesOutside({ zone, pooling, at }: Facility, estate: ResidentialZone): boolean {
  if (zone !== undefined || pooling !== undefined) return true;
  if (at === undefined) return false;
  return estate.shape === undefined ? isFarFrom(at, estate) : !liesInside(at, estate.shape);
}

/** What a facility is called. */
export function named({ id, name, kind }: Facility) {
  return { facility: id, kind, ...(name !== undefined && { name }) };
}

/** How far it is walked to, where it is reached. */
export function walked(walks: ReadonlyMap<number, Walk>, row: number): Partial<Walk> {
  return walks.get(row) ?? {};
}

/** Metres that decide, and real ones where they are others. */
export interface Walk {
  readonly metres: Metres;
  readonly walked?: Metres;
}
