import { type Exact, exact, over, plus, ZERO } from "../base/decimal.ts";
import { indexOfId } from "../base/order.ts";
import { type Facility, isComplete, type PoolingAgreement } from "../model/facility.ts";
import { isFarFrom } from "../model/far-from-zone.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { type EarlierRooms, type RoomsByZone, roomsInside } from "./rooms-inside.ts";

/** Which rooms belong to which zone: built for it (自有配建), or pooled with others by agreement (统筹配建). */
export interface Ties {
  readonly byZone: RoomsByZone;
  /** Rooms in the zone that nobody says whose they are: they may be its own. */
  readonly inside: RoomsByZone;
  /** By facility row: 1 if zones that it does not belong to may use it too. */
  readonly open: Uint8Array;
  /** By facility row: 1 if it is open so, and pooled by no agreement: what is shared out among all who reach it. */
  readonly sharedOut: Uint8Array;
  /** By facility row: 1 if it lies far from every zone it is said to belong to, so that nobody knows whose it is. */
  readonly far: Uint8Array;
  /** Zones of the agreement, by facility row. */
  readonly pools: ReadonlyMap<number, Pool>;
}

/** Pooled rooms are shared out by households (m²) or by residents (slots, beds) of the zones of the agreement. */
export interface Pool {
  /** Zone rows, ascending. */
  readonly zones: readonly number[];
  /**
   * By position in `zones`; absent where a zone of the agreement is missing or its people are not known, or where the
   * agreement leaves out the zone that the rooms were built for: nobody else can give them away; or where it names one
   * zone alone, for rooms outside it. Where no zone of it states residents, households stand for them.
   */
  readonly byHouseholds?: readonly Exact[];
  readonly byResidents?: readonly Exact[];
  /** Households of one of the zones are estimated. */
  readonly estimated: boolean;
  /** Nobody knows whether the agreement holds. */
  readonly incomplete: boolean;
  /** The zone that the rooms were built for, if any. */
  readonly host?: number;
}

export function tiesOf(
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
  earlier?: EarlierRooms,
): Ties {
  const byZone = new Array<number[] | undefined>(zones.length);
  const open = new Uint8Array(facilities.length);
  const sharedOut = new Uint8Array(facilities.length);
  const far = new Uint8Array(facilities.length);
  const pools = new Map<number, Pool>();
  facilities.forEach((facility, row) => {
    const pool = facility.pooling && poolOf(zones, facility.pooling, facility.zone);
    if (pool !== undefined) pools.set(row, pool);
    const tied = pool?.zones ?? (facility.zone === undefined ? [] : [indexOfId(zones, facility.zone)]);
    const known = tied.filter((zone) => zone >= 0);
    const isFar = (zone: number) => isFarFrom(facility.at, zones[zone] as ResidentialZone);
    far[row] = known.length > 0 && known.every(isFar) ? 1 : 0;
    for (const zone of known) {
      const rows = byZone[zone];
      if (rows === undefined) byZone[zone] = [row];
      else rows.push(row);
    }
    const belongs = facility.zone !== undefined || facility.pooling !== undefined;
    open[row] = !belongs || facility.shared === true ? 1 : 0;
    sharedOut[row] = pool === undefined ? (open[row] as number) : 0;
  });
  return { byZone, inside: roomsInside(zones, facilities, earlier), open, sharedOut, far, pools };
}

/** Part of pooled rooms that is a zone's; `undefined` if it cannot be told. */
export function poolShare(pool: Pool, zone: number, base: "households" | "residents"): Exact | undefined {
  const parts = base === "households" ? pool.byHouseholds : pool.byResidents;
  return parts?.[pool.zones.indexOf(zone)];
}

/** Whether what a zone has of pooled rooms goes by an estimated number. */
export function isEstimatedPart(
  { byZone, pools }: Ties,
  zone: number,
  base: "households" | "residents",
): boolean {
  return (byZone[zone] ?? []).some((facility) => {
    const pool = pools.get(facility);
    return pool?.estimated === true && (base === "households" || pool.byResidents === pool.byHouseholds);
  });
}

function poolOf(
  zones: readonly ResidentialZone[],
  agreement: PoolingAgreement,
  host: string | undefined,
): Pool {
  const { zones: agreed } = agreement;
  const ids = new Set(host === undefined ? agreed : [...agreed, host]);
  const found = [...ids].map((id) => indexOfId(zones, id));
  const rows = found.filter((row) => row >= 0).sort((a, b) => a - b);
  const pooled = ids.size > 1 || host !== undefined;
  const complete = pooled && found.length === rows.length && ids.size === new Set(agreed).size;
  const byHouseholds = complete ? partsOf(rows.map((row) => zones[row]?.households)) : undefined;
  const residents = rows.map((row) => zones[row]?.residents);
  const isStated = residents.some((count) => count !== undefined);
  const byResidents = complete && isStated ? partsOf(residents) : byHouseholds;
  const estimated = rows.some((row) => zones[row]?.householdsBasis === "estimated");
  return {
    zones: rows,
    estimated,
    incomplete: ids.size > 1 && !isComplete(agreement),
    ...(host !== undefined && { host: indexOfId(zones, host) }),
    ...(byHouseholds && { byHouseholds }),
    ...(byResidents && { byResidents }),
  };
}

function partsOf(counts: readonly (number | undefined)[]): readonly Exact[] | undefined {
  const known = counts.filter((count) => count !== undefined).map(exact);
  const sum = known.reduce(plus, ZERO);
  if (known.length < counts.length || sum.numerator === 0n) return undefined;
  return known.map((count) => over(count, sum));
}
