import type { CareSubject } from "../model/facility-kind.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Coverage } from "../spatial/reach-table.ts";
import type { PeopleCovered } from "./results.ts";

type Base = PeopleCovered["base"];

/**
 * The people that coverage is counted in: 60+ for 养老, under 3 for 托育; residents, then households, where fewer than
 * half of the zones state them. Of bases that few zones state, the one stated most often.
 */
export function peopleBase(zones: readonly ResidentialZone[], subject: CareSubject): Base {
  const bases: readonly Base[] = [subject === "elderly" ? "elderly60" : "under3", "residents", "households"];
  const stated = bases.map((base) => zones.filter((zone) => zone[base] !== undefined).length);
  const enough = stated.findIndex((count) => count > 0 && count * 2 >= zones.length);
  const most = stated.indexOf(Math.max(...stated));
  return bases[enough >= 0 ? enough : most] ?? "residents";
}

/** People of zones that state a number and have a place, weighed by the part of the zone that is covered. */
export function peopleCovered(
  zones: readonly ResidentialZone[],
  coverage: Coverage,
  base: Base,
): PeopleCovered {
  let covered = 0;
  let total = 0;
  let zonesWithoutNumber = 0;
  zones.forEach((zone, row) => {
    const people = zone[base];
    const part = coverage.covered[row] as number;
    if (people === undefined || Number.isNaN(part)) {
      zonesWithoutNumber++;
      return;
    }
    covered += people * part;
    total += people;
  });
  return { base, covered: Math.round(covered * 1000) / 1000, total, zonesWithoutNumber };
}
