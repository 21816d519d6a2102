import type { Field } from "./columns.ts";
import type { FileRole } from "./import-report.ts";

/** What rows with these columns are; `undefined` if they do not tell. */
export function roleOf(fields: Iterable<Field>): Exclude<FileRole, "project"> | undefined {
  const has = new Set(fields);
  for (const [role, telling] of TELLING) if (telling.some((field) => has.has(field))) return role;
  return undefined;
}

/** Columns that only one kind of table has; asked in this order. */
const TELLING: readonly (readonly [Exclude<FileRole, "project">, readonly Field[]])[] = [
  ["sites", ["usable_m2", "title_certificate", "expropriation_listed", "cost"]],
  ["units", ["level", "parent"]],
  ["zones", ["households", "land_use", "old_estate", "in_renewal", "grant_date", "residential_m2"]],
  [
    "facilities",
    ["kind", "elderly_m2", "childcare_m2", "community_m2", "slots", "beds", "registered", "inclusive"],
  ],
  ["zones", ["residents", "elderly60", "under3", "far"]],
];

/** Columns without which no row of a role can be used. */
export const NEEDED: Readonly<Record<Exclude<FileRole, "project">, readonly Field[]>> = {
  facilities: ["id", "kind"],
  zones: ["id"],
  sites: ["id"],
  units: ["name", "level"],
};
