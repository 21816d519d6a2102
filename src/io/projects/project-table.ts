import type { KnownProject, ProjectList } from "../../core/plan/known-project.ts";
import { type Field, HEADINGS } from "../columns.ts";
import { type Cell, csv } from "../export/csv.ts";

/**
 * The projects that would be places of care, as a CSV of facilities that an import reads: planned, without coordinates,
 * which whoever knows them fills in. What is spent on a project that is no place of care is in no row.
 */
export function projectTable(of: ProjectList): string {
  return csv(
    COLUMNS.map(([field]) => HEADINGS[field][0]),
    of.projects.flatMap((project) =>
      project.kind === undefined ? [] : [COLUMNS.map(([, cell]) => cell(project, of))],
    ),
  );
}

const COLUMNS: readonly (readonly [Field, (project: KnownProject, of: ProjectList) => Cell])[] = [
  ["id", ({ id }) => id],
  ["name", ({ name }) => name],
  ["kind", ({ kind }) => kind],
  ["status", () => "planned"],
  ["lon", () => undefined],
  ["lat", () => undefined],
  ["address", ({ place }) => place],
  ["admin_code", ({ adminCode }) => adminCode],
  ["elderly_m2", () => undefined],
  ["childcare_m2", ({ childcareArea }) => childcareArea],
  ["total_m2", ({ totalArea, totalAreaTo }) => (totalAreaTo === undefined ? totalArea : undefined)],
  ["land_m2", ({ landArea }) => landArea],
  ["slots", ({ slots }) => slots],
  ["beds", ({ beds }) => beds],
  ["investment", ({ cost, doubt }) => (doubt === "cost" ? undefined : cost)],
  ["opens", ({ to }) => to],
  ["source", ({ item }, { document, list }) => `${document} ${list} ${item}`],
  ["date", (_, { date }) => date],
];
