import type { Desk } from "../../../workers/client.ts";
import { projectTable } from "../../io/projects/project-table.ts";
import { knownProjects, type ProjectCity } from "../../io/projects/shipped-projects.ts";
import { openFiles } from "./take-in.ts";

/**
 * Takes in the list of projects of a document as a table of facilities is, with all that is asked and told then. What is there
 * already stays: the list is no register of it.
 */
export function takeProjects(desk: Desk, city: ProjectCity): void {
  const list = knownProjects(city);
  const file = new File([projectTable(list)], `${list.list}.csv`);
  openFiles(desk, [file], { others: "stay" });
}
