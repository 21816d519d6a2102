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
  ["sites", ["usable_m2", "title_certificate", "expropriation_listed", "cost"]],
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
