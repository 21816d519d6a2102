import { projectTable } from "../../io/projects/project-table.ts";
import { knownProjects, PROJECT_CITIES } from "../../io/projects/shipped-projects.ts";
import { type Command, UsageError } from "../command.ts";

export const projects: Command = {
  name: "projects",
  summary: "writes the projects that a city's document lists as a table of facilities to come",
  usage: "xuzhou|sucheng --out F.csv",
  options: { out: { takes: "text", what: "the table to write, for import --facilities" } },
  async run(args, host) {
    const out = args.required("out");
    const [named, ...more] = args.rest;
    const city = PROJECT_CITIES.find((each) => each === named);
    if (city === undefined || more.length > 0)
      throw new UsageError(
        `give one of ${PROJECT_CITIES.join(", ")}${named === undefined || city !== undefined ? "" : `, not "${named}"`}: the documents of other cities list no projects.`,
      );
    const list = knownProjects(city);
    await host.write(out, new TextEncoder().encode(projectTable(list)));
    const written = list.projects.filter(({ kind }) => kind !== undefined).length;
    await host.print(
      args.given("json")
        ? `${JSON.stringify({ document: list.document, written, left: list.projects.length - written, out })}\n`
        : `${written} projects of ${list.document} written to ${out}; ${list.projects.length - written} are no place of care. Fill in lon and lat, and what of each is for care, before importing them.\n`,
    );
    return 0;
  },
};
