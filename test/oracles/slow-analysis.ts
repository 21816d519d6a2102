import { Geodesic } from "geographiclib-geodesic";
import type { LngLat } from "../../src/core/geo/lng-lat.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import type { ResidentialZone } from "../../src/core/model/residential-zone.ts";

/**
 * A second analysis of supply and coverage, by nested loops over objects and in plain numbers. What a room amounts to
 * and what a zone needs are given; everything else is worked out from the words of the design. Zones have entrances,
 * buildings or a point; nothing is pooled.
 */
export interface SlowQuestion {
  readonly zones: readonly ResidentialZone[];
  readonly facilities: readonly Facility[];
  readonly limit: number;
  readonly detour: number;
  /** What a facility counts for a zone; `undefined` if it does not, or for nobody knows how much. */
  readonly amount: (facility: Facility, zone: ResidentialZone) => number | undefined;
  /** `undefined` where the zone has no number to fill, so that it counts nothing outside. */
  readonly need: (zone: ResidentialZone) => number | undefined;
  /** Whether the zone may count rooms outside. */
  readonly outside: (zone: ResidentialZone) => boolean;
  /** Whether the facility is one that people walk to. */
  readonly walkable: (facility: Facility) => boolean;
}

export interface SlowLink {
  readonly metres: number;
  readonly part: number;
}

export function slowLink(
  zone: ResidentialZone,
  facility: Facility,
  { limit, detour }: SlowQuestion,
): SlowLink {
  const origins = zone.entrances ?? zone.buildings ?? (zone.at ? [zone.at] : []);
  let metres = Infinity;
  let within = 0;
  for (const origin of origins) {
    if (facility.at === undefined) continue;
    const walked = metresBetween(origin, facility.at) * detour;
    metres = Math.min(metres, walked);
    if (walked <= limit) within++;
  }
  const part = zone.entrances ? Math.min(1, within) : within / Math.max(1, origins.length);
  return { metres, part };
}

export type SlowLedger = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** By zone and facility, what is handed out. */
export function slowLedger(question: SlowQuestion, method: "onsite" | "catchment" | "floating"): SlowLedger {
  const { zones, facilities, amount, need, outside } = question;
  const given: Record<string, Record<string, number>> = {};
  const left: Record<string, number> = {};
  const lack: Record<string, number> = {};
  /** Whether rooms are surely not in the zone they are said to belong to: more than 1 000 m away. */
  const isFar = ({ at }: Facility, zone: ResidentialZone) =>
    at !== undefined && zone.at !== undefined && metresBetween(at, zone.at) > 1000;
  const isOpen = (facility: Facility) => facility.zone === undefined || facility.shared === true;

  for (const zone of zones) {
    const mine: Record<string, number> = {};
    let open = need(zone) ?? Infinity;
    for (const shared of [false, true]) {
      for (const facility of facilities) {
        if (facility.zone !== zone.id || (facility.shared === true) !== shared) continue;
        const whole = isFar(facility, zone) ? undefined : amount(facility, zone);
        if (whole === undefined) continue;
        const taken = method === "floating" && shared ? Math.min(whole, open) : whole;
        mine[facility.id] = taken;
        left[facility.id] = whole - taken;
        open = Math.max(0, open - taken);
      }
    }
    given[zone.id] = mine;
    lack[zone.id] = need(zone) !== undefined && outside(zone) ? open : 0;
  }
  if (method === "onsite") return given;
  for (const facility of facilities) {
    if (!isOpen(facility)) continue;
    const takers = zones
      .filter((zone) => outside(zone) && facility.zone !== zone.id && amount(facility, zone) !== undefined)
      .map((zone) => ({ zone, link: slowLink(zone, facility, question) }))
      .filter(({ link }) => link.part > 0);
    const asked = takers.reduce((sum, { zone, link }) => sum + (lack[zone.id] ?? 0) * link.part, 0);
    for (const { zone, link } of takers) {
      const whole = left[facility.id] ?? amount(facility, zone) ?? 0;
      const share = method === "catchment" ? whole : (whole * (lack[zone.id] ?? 0) * link.part) / asked;
      if (method === "catchment")
        given[zone.id] = { ...given[zone.id], [facility.id]: amount(facility, zone) ?? 0 };
      else if (share > 0) given[zone.id] = { ...given[zone.id], [facility.id]: share };
    }
  }
  return given;
}

export interface SlowCoverage {
  readonly nearest: string | undefined;
  readonly metres: number;
  readonly choices: number;
  readonly covered: number;
}

export function slowCoverage(zone: ResidentialZone, question: SlowQuestion): SlowCoverage {
  const { facilities, walkable, limit, detour } = question;
  const open = facilities.filter((facility) => walkable(facility) && facility.at !== undefined);
  let nearest: string | undefined;
  let metres = Infinity;
  let choices = 0;
  for (const facility of open) {
    const link = slowLink(zone, facility, question);
    if (link.metres < metres) [nearest, metres] = [facility.id, link.metres];
    if (link.part > 0) choices++;
  }
  const origins = zone.entrances ?? zone.buildings ?? (zone.at ? [zone.at] : []);
  const within = origins.filter((origin) =>
    open.some(({ at }) => at !== undefined && metresBetween(origin, at) * detour <= limit),
  ).length;
  const covered =
    origins.length === 0 ? Number.NaN : zone.entrances ? Math.min(1, within) : within / origins.length;
  return { nearest, metres, choices, covered };
}

function metresBetween(a: LngLat, b: LngLat): number {
  return Geodesic.WGS84.Inverse(a.lat, a.lng, b.lat, b.lng).s12 ?? Number.NaN;
}
