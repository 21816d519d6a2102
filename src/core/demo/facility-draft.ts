import type { Dice } from "../base/random.ts";
import type { Facility } from "../model/facility.ts";
import type { FacilityKind } from "../model/facility-kind.ts";
import type { Ground } from "./ground.ts";
import { along, type Point } from "./plane.ts";
import type { NamedCommunity, Register } from "./register.ts";
import type { Estate } from "./zones.ts";

/** A facility row before its id and its calibrated amounts. */
export interface Draft {
  readonly kind: FacilityKind;
  readonly name: string;
  readonly community: NamedCommunity;
  readonly at?: Point;
  readonly estate?: Estate;
  /** m² of the care rooms, if they are not slots × m² per slot. */
  readonly area?: number;
  /** Slots or beds: as given, or a weight that the calibration turns into whole numbers. */
  readonly slots?: number;
  readonly slotWeight?: number;
  readonly bedWeight?: number;
  readonly more?: Partial<Facility>;
}

/** Everything that placing a facility needs to see. */
export interface Town {
  readonly register: Register;
  readonly estates: readonly Estate[];
  readonly ground: Ground;
  readonly dice: Dice;
  /** Of the date up to which the rows are known. */
  readonly year: number;
}

/** Somewhere in a community where people do not live, near its middle rather than at its edge. */
export function spotIn(community: NamedCommunity, dice: Dice): Point {
  const { at, otherParcels, homes } = community.ground;
  const near = otherParcels
    .map((parcel) => ({ parcel, away: (parcel.centre.x - at.x) ** 2 + (parcel.centre.y - at.y) ** 2 }))
    .sort((a, b) => a.away - b.away)
    .slice(0, 4);
  if (near.length > 0) {
    const { parcel } = dice.pick(near);
    return along(parcel.centre, dice.pick(parcel.corners), dice.between(0.1, 0.75));
  }
  const home = homes[0];
  if (home === undefined) return at;
  return home.corners ? along(home.centre, dice.pick(home.corners), dice.between(0.3, 0.9)) : home.centre;
}

/** Inside the fence of an estate, near a gate rather than in the middle. */
export function spotAt(estate: Estate, dice: Dice): Point {
  const { centre, corners } = estate.home;
  return corners ? along(centre, dice.pick(corners), dice.between(0.25, 0.8)) : centre;
}

/** `count` different rows, the heavier the likelier. */
export function drawn<Row>(
  rows: readonly Row[],
  count: number,
  weight: (row: Row) => number,
  dice: Dice,
): Row[] {
  return rows
    .map((row) => ({ row, weight: weight(row) }))
    .filter((entry) => entry.weight > 0)
    .map((entry) => ({ row: entry.row, rank: dice.unit() / entry.weight }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ row }) => row);
}
