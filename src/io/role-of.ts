import type { Field } from "./columns.ts";
import type { RowRole } from "./draft.ts";
import type { SourceTable } from "./source-row.ts";

type Told = Pick<SourceTable, "headings" | "drawn">;

/** What the rows of a table are, by its columns; `undefined` if they do not tell. */
export function roleOfTable({ headings, drawn }: Told): RowRole | undefined {
  for (const [role, telling] of TELLING) if (telling.some((field) => headings.has(field))) return role;
  // Areas that say no more than who they are can be no other than zones.
  return drawn === "areas" && (headings.has("id") || headings.has("name")) ? "zones" : undefined;
}

/**
 * What each table of a file is read as that was given roles: of several, what its columns tell, unless no table tells a
 * given role and this one fits it as well. One that tells nothing beside others that do is of the given roles if it has
 * ids; else `undefined`: it may be how to fill in the others.
 */
export function rolesAmong(
  tables: readonly Told[],
  given: ReadonlySet<RowRole>,
): readonly (ReadonlySet<RowRole> | undefined)[] {
  const told = tables.map(roleOfTable);
  if (tables.length === 1 || told.every((role) => role === undefined)) return tables.map(() => given);
  const isGivenTold = told.some((role) => role !== undefined && given.has(role));
  return tables.map((table, i) => {
    const role = told[i];
    if (given.size === 0 || areParcels(table)) return given;
    if (role === undefined) return table.headings.has("id") ? given : undefined;
    const fitting = isGivenTold ? [] : [...given].filter((each) => fits(table, each));
    return new Set(fitting.length > 0 ? fitting : [role]);
  });
}

function fits(table: Told, role: RowRole): boolean {
  const isTold = TELLING.some(
    ([of, telling]) => of === role && telling.some((field) => table.headings.has(field)),
  );
  return isTold && missingIn(table, role).length === 0;
}

/** Land by its use: homes are zones, and other land is where facilities can be. */
export function areParcels({ headings }: Told): boolean {
  return headings.has("land_use") && !headings.has("households");
}

/** Whether rows have nothing but their names to be known by. */
export function isKnownByName(headings: ReadonlyMap<Field, string>, role: RowRole): boolean {
  const hasId = headings.has("id") || (role === "units" && headings.has("admin_code"));
  return !hasId && headings.has("name");
}

/** Columns that a table lacks and without which no row of a role can be used. */
export function missingIn({ headings }: Told, role: RowRole): readonly Field[] {
  const byName = isKnownByName(headings, role);
  return NEEDED[role].filter((field) => !headings.has(field) && !(field === "id" && byName));
}

/** Columns that only one kind of table has; asked in this order. */
const TELLING: readonly (readonly [RowRole, readonly Field[]])[] = [
  [
    "sites",
    [
      ...(["usable_m2", "title_certificate", "expropriation_listed", "cost", "yearly_cost"] as const),
      ...(["usable_years", "ways", "enlarges", "fire_class"] as const),
    ],
  ],
  ["units", ["level", "parent"]],
  ["zones", ["households", "land_use", "old_estate", "in_renewal", "grant_date", "residential_m2"]],
  [
    "facilities",
    ["kind", "elderly_m2", "childcare_m2", "community_m2", "slots", "beds", "registered", "inclusive"],
  ],
  ["zones", ["residents", "elderly60", "under3", "far"]],
];

const NEEDED: Readonly<Record<RowRole, readonly Field[]>> = {
  facilities: ["id", "kind"],
  zones: ["id"],
  sites: ["id"],
  units: ["name", "level"],
};
