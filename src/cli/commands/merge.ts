import { type Conflict, mergeProjects } from "../../core/model/merge-projects.ts";
import { streetsDigest } from "../../core/network/streets-digest.ts";
import type { PlannedStreets } from "../../core/network/walked-streets.ts";
import { writeProject } from "../../io/project-file/write-project.ts";
import { type Command, UsageError } from "../command.ts";
import { projectIn } from "../read-project.ts";

export const merge: Command = {
  name: "merge",
  summary: "joins what two offices made of one project, and lists what both changed differently",
  usage: "BASE.quan A.quan B.quan --out P.quan [--take a|b]",
  options: {
    out: { takes: "text", what: "the project file to write; not written while a conflict is undecided" },
    take: { takes: "text", what: "a or b: whose value is taken in every conflict" },
  },
  async run(args, host) {
    const [base, a, b, ...more] = args.rest;
    if (base === undefined || a === undefined || b === undefined || more.length > 0)
      throw new UsageError(
        "Give three project files: the one both began from, then those of the two offices.",
      );
    const out = args.required("out");
    const take = args.choice("take", ["a", "b"]);
    const projects = [
      await projectIn(base, host),
      await projectIn(a, host),
      await projectIn(b, host),
    ] as const;
    const { project, conflicts } = mergeProjects(...projects, take);
    if (project) await host.write(out, writeProject(project));
    const report = {
      conflicts: conflicts.map(stated),
      ...(take !== undefined && conflicts.length > 0 && { taken: take }),
      ...(project && { out, zones: project.zones.length, facilities: project.facilities.length }),
    };
    await host.print(`${JSON.stringify(report, null, 2)}\n`);
    if (project) return 0;
    host.say(
      `${conflicts.length === 1 ? "One conflict is" : `${conflicts.length} conflicts are`} undecided, and ${out} was not written. Change one of the files, or give --take a or --take b.`,
    );
    return 1;
  },
};

/** Of streets how many ways they have, and their digest: nobody reads their columns. Beside them their changes. */
function stated(conflict: Conflict): Conflict {
  if (conflict.table !== "project" || conflict.field !== "streets+streetChanges") return conflict;
  const { base, a, b, ...which } = conflict;
  const inShort = (of: unknown) => {
    const { streets, streetChanges } = of as PlannedStreets;
    return {
      ...(streets && { ways: streets.tags.length, digest: streetsDigest(streets) }),
      ...(streetChanges && { changes: streetChanges }),
    };
  };
  return {
    ...which,
    ...(base !== undefined && { base: inShort(base) }),
    ...(a !== undefined && { a: inShort(a) }),
    ...(b !== undefined && { b: inShort(b) }),
  };
}
