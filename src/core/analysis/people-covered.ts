import type { CareSubject } from "../model/facility-kind.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Coverage } from "../spatial/reach-table.ts";
import type { PeopleCovered } from "./results.ts";

export type PeopleBase = PeopleCovered["base"];

/**
 * The people that coverage is counted in: 60+ for 养老, under 3 for 托育; residents, then households, where fewer than
 * half of the zones state them. Of bases that few zones state, the one stated most often.
 */
export function peopleBase(zones: readonly ResidentialZone[], subject: CareSubject): PeopleBase {
  const bases: readonly PeopleBase[] = [
    subject === "elderly" ? "elderly60" : "under3",
    "residents",
    "households",
  ];
  const stated = bases.map((base) => zones.filter((zone) => zone[base] !== undefined).length);
  const enough = stated.findIndex((count) => count > 0 && count * 2 >= zones.length);
  const most = stated.indexOf(Math.max(...stated));
  return bases[enough >= 0 ? enough : most] ?? "residents";
}

/** The people of every zone by a base; NaN where the zone states none. */
export function peopleOf(zones: readonly ResidentialZone[], base: PeopleBase): Float64Array {
  const people = new Float64Array(zones.length).fill(Number.NaN);
  zones.forEach((zone, row) => {
    people[row] = zone[base] ?? Number.NaN;
  });
  return people;
}

/** People of zones that state a number and have a place, weighed by the part of the zone that is covered. */
export function peopleCovered(
  people: Float64Array,
  { covered: parts }: Coverage,
  base: PeopleBase,
): PeopleCovered {
  let covered = 0;
  let total = 0;
  let zonesWithoutNumber = 0;
  for (let row = 0; row < people.length; row++) {
    const count = people[row] as number;
    const part = parts[row] as number;
    if (Number.isNaN(count) || Number.isNaN(part)) {
      zonesWithoutNumber++;
      continue;
    }
    covered += count * part;
    total += count;
  }
  return { base, covered: Math.round(covered * 1000) / 1000, total, zonesWithoutNumber };
}
