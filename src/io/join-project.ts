import { sortedById } from "../core/base/order.ts";
import type { Day } from "../core/base/units.ts";
import type { Project } from "../core/model/project.ts";
import type { Draft } from "./draft.ts";
import type { ImportChoices } from "./import-report.ts";
import { linkedFacilities } from "./link-zones.ts";
import { stated } from "./to-model/members.ts";

/**
 * The open project with the rows of a settled draft, whose facilities are linked, in place of those of the same tables;
 * or, where the others are to stay, in place of those of their ids alone. A table that nothing was brought for stays, and
 * so does all that is no table of rows. Its date is the latest that a row states.
 */
export function joined(open: Project, draft: Draft, choices: ImportChoices): Project {
  const facilities = draft.facilities.rows();
  const newZones = draft.zones.rows().length > 0;
  const zones = zonesAfter(open, draft, choices);
  const before = newZones ? relinked(open, zones) : open.facilities;
  const asOf = later(latestDate(facilities), latestDate(zones));
  const { asOf: _before, ...rest } = open;
  const keepsDate = facilities.length === 0 || choices.others === "stay";
  return {
    ...rest,
    facilities: after(before, facilities, choices),
    zones,
    sites: after(open.sites, draft.sites.rows(), choices),
    units: after(open.units, draft.units.rows(), choices),
    duplicateDecisions: ruledStill(open, facilities, choices),
    ...(choices.pack !== undefined && { pack: choices.pack }),
    ...stated({ asOf: keepsDate ? later(open.asOf, asOf) : asOf }),
  };
}

/** The zones that facilities can be of once the draft is taken in. */
export function zonesAfter(
  open: Project | undefined,
  draft: Draft,
  choices: ImportChoices,
): Project["zones"] {
  return after(open?.zones ?? [], draft.zones.rows(), choices);
}

function after<Row extends { readonly id: string }>(
  before: readonly Row[],
  brought: readonly Row[],
  { others }: ImportChoices,
): readonly Row[] {
  if (brought.length === 0) return before;
  if (others !== "stay") return brought;
  const ids = new Set(brought.map(({ id }) => id));
  return sortedById([...before.filter(({ id }) => !ids.has(id)), ...brought]);
}

/** What was ruled of facilities that others took the place of says nothing of these. */
function ruledStill(
  { duplicateDecisions }: Project,
  brought: Project["facilities"],
  { others }: ImportChoices,
): Project["duplicateDecisions"] {
  if (brought.length === 0) return duplicateDecisions;
  if (others !== "stay") return [];
  const ids = new Set<string>(brought.map(({ id }) => id));
  return duplicateDecisions.filter(({ facilities }) => !facilities.some((id) => ids.has(id)));
}

/** The open facilities, linked to zones that take the place of those they were linked to. */
function relinked({ facilities, zones: before }: Project, zones: Project["zones"]): Project["facilities"] {
  const changed = linkedFacilities(facilities, zones, before);
  return changed.size === 0 ? facilities : facilities.map((each) => changed.get(each.id) ?? each);
}

function latestDate(rows: readonly { readonly date?: Day }[]): string | undefined {
  let latest: string | undefined;
  for (const { date } of rows) latest = later(latest, date);
  return latest;
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  return other === undefined || (one !== undefined && one >= other) ? one : other;
}
