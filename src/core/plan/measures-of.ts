import type { Parameters } from "../analysis/parameters.ts";
import type { Project } from "../model/project.ts";
import type { Measures, MeasureTerms } from "./measure.ts";
import { measuresAtFacility } from "./measures/at-facility.ts";
import { measuresAtSite } from "./measures/at-site.ts";
import { enlargements } from "./measures/enlargements.ts";
import { owedRooms } from "./measures/owed-rooms.ts";
import type { PackAt } from "./measures/pack-at.ts";

/**
 * What could be done in a project: rooms that are built put to use, candidate sites made centres for the elderly,
 * nurseries or both, facilities enlarged and rooms reclaimed that zones were due, in the sizes of the terms, where the pack of the place lets such rooms
 * count. Of a place where nothing can be done it tells why.
 */
export function measuresOf(
  project: Project,
  terms: MeasureTerms,
  packAt: PackAt,
  { year, countStatuses = [] }: Pick<Parameters, "year" | "countStatuses">,
): Measures {
  const placeOf = new Map(project.zones.map(({ id, at }) => [id, at]));
  const parts = [
    ...project.facilities.map((facility) => {
      // What counts as it is gains nothing by being done.
      if (facility.status !== undefined && countStatuses.includes(facility.status)) return NOTHING;
      const at = facility.at ?? (facility.zone === undefined ? undefined : placeOf.get(facility.zone));
      return measuresAtFacility(facility, terms, at && packAt({ at }), year);
    }),
    ...project.sites.flatMap((site) =>
      site.enlarges === undefined ? [measuresAtSite(site, terms, packAt(site), year)] : [],
    ),
    enlargements(project, terms, packAt, year),
    owedRooms(project, terms, packAt, year),
  ];
  return {
    measures: parts.flatMap(({ measures }) => measures),
    refused: parts.flatMap(({ refused }) => refused),
  };
}

const NOTHING: Measures = { measures: [], refused: [] };
