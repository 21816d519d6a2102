import type { Pipeline } from "../analysis/pipeline.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { PeopleSum, StatedBase, ZoneCounts } from "./city-facts.ts";

export function zoneCounts({ project: { zones }, results }: Pipeline): ZoneCounts {
  const byStatus = { new: 0, existing: 0, unstated: 0 };
  for (const { status } of zones) byStatus[status ?? "unstated"]++;
  return { all: zones.length, byStatus, estimated: results.headline.estimated };
}

/** Households, residents, and those that care is for; only what rows state, nothing derived. */
export function peopleSums(zones: readonly ResidentialZone[]): PeopleSum[] {
  return (["households", "residents", "elderly60", "under3"] as const).map((of) => {
    const stating = zones.filter((zone) => zone[of] !== undefined);
    return {
      of,
      number: stating.reduce((sum, zone) => sum + (zone[of] ?? 0), 0),
      zones: stating.length,
      zonesWithout: zones.length - stating.length,
      bases: STATED_BASES.map((base) => ({
        base,
        zones: stating.filter((zone) => baseOf(zone, of) === base).length,
      })).filter(({ zones: count }) => count > 0),
    };
  });
}

const STATED_BASES = ["resident", "hukou", "planned", "estimated"] as const satisfies readonly StatedBase[];

function baseOf(zone: ResidentialZone, of: PeopleSum["of"]): StatedBase | undefined {
  if (of === "residents") return zone.residentsBasis;
  return of === "households" && zone.householdsBasis === "estimated" ? "estimated" : undefined;
}
