import sucheng from "../../../seeds/projects/sucheng.json" with { type: "json" };
import xuzhou from "../../../seeds/projects/xuzhou.json" with { type: "json" };
import type { ProjectList } from "../../core/plan/known-project.ts";

/** Cities whose documents list projects. */
export const PROJECT_CITIES = ["xuzhou", "sucheng"] as const;
export type ProjectCity = (typeof PROJECT_CITIES)[number];

/** What the document of a city lists. */
export function knownProjects(city: ProjectCity): ProjectList {
  return { xuzhou, sucheng }[city] as ProjectList;
}
