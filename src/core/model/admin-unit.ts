import type { AdminCode } from "../base/ids.ts";
import type { Polygon } from "../geo/lng-lat.ts";

/** An administrative unit that reports and targets speak of. */
export interface AdminUnit {
  readonly id: AdminCode;
  readonly name: string;
  readonly level: AdminLevel;
  readonly parent?: AdminCode;
  readonly urban?: boolean;
  readonly shape?: readonly Polygon[];
  /** Published population of the unit, with the year it was counted. */
  readonly population?: UnitPopulation;
}

/** From the smallest to the largest. A town stands beside a street, a village beside a community. */
export const ADMIN_LEVELS = ["community", "village", "street", "town", "district", "city"] as const;
export type AdminLevel = (typeof ADMIN_LEVELS)[number];

export interface UnitPopulation {
  readonly residents?: number;
  readonly hukou?: number;
  readonly urbanResidents?: number;
  readonly elderly60?: number;
  readonly under3?: number;
  readonly households?: number;
  readonly year?: number;
  readonly source?: string;
}
