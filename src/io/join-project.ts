import type { Project } from "../core/model/project.ts";
import type { Draft } from "./draft.ts";
import type { ImportChoices, TableChange } from "./import-report.ts";
import { linkedFacilities } from "./link-zones.ts";

/**
 * The open project with the rows of a settled draft, whose facilities are linked, in place of those of the same tables.
 * A table that nothing was brought for stays, and so does all that is no table of rows.
 */
export function joined(open: Project, draft: Draft, { pack }: ImportChoices): Project {
  const [facilities, zones] = [draft.facilities.rows(), draft.zones.rows()];
  const newZones = zones.length > 0;
  const newFacilities = facilities.length > 0;
  const asOf = latestDate(facilities);
  const { asOf: _before, ...rest } = open;
  return {
    ...rest,
    facilities: newFacilities ? facilities : newZones ? relinked(open, zones) : open.facilities,
    zones: newZones ? zones : open.zones,
    sites: orElse(draft.sites.rows(), open.sites),
    units: orElse(draft.units.rows(), open.units),
    // What was ruled of facilities that are gone says nothing of others with their ids.
    duplicateDecisions: newFacilities ? [] : open.duplicateDecisions,
    ...(pack !== undefined && { pack }),
    ...(!newFacilities && open.asOf !== undefined && { asOf: open.asOf }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** What becomes of each table that has rows, before or after. */
export function tableChanges(open: Project, draft: Draft): readonly TableChange[] {
  return (["zones", "facilities", "sites", "units"] as const).flatMap((table) => {
    const [before, brought] = [open[table].length, draft[table].rows().length];
    if (before + brought === 0) return [];
    return [{ table, before, after: brought > 0 ? brought : before, brought: brought > 0 }];
  });
}

/** The open facilities, linked to zones that take the place of those they were linked to. */
function relinked({ facilities, zones: before }: Project, zones: Project["zones"]): Project["facilities"] {
  const changed = linkedFacilities(facilities, zones, before);
  return changed.size === 0 ? facilities : facilities.map((each) => changed.get(each.id) ?? each);
}

function orElse<Row>(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  return rows.length > 0 ? rows : others;
}

function latestDate(facilities: Project["facilities"]): string | undefined {
  return facilities.reduce<string | undefined>(
    (latest, { date }) => (date !== undefined && (latest === undefined || date > latest) ? date : latest),
    undefined,
  );
}
