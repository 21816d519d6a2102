import type { Project } from "../core/model/project.ts";
import { type Arguments, UsageError } from "./command.ts";

/** Facilities and sites that an option names, with commas. Throws `UsageError` where an id is none of the project. */
export function idsIn(
  args: Arguments,
  option: "with" | "without",
  { facilities, sites }: Project,
): readonly string[] {
  const known = new Set([...facilities, ...sites].map(({ id }) => id));
  return (args.text(option) ?? "").split(",").flatMap((word) => {
    const id = word.trim();
    if (id === "") return [];
    if (!known.has(id))
      throw new UsageError(
        `--${option}: the project has no facility and no site "${id}". Give their ids, with commas.`,
      );
    return [id];
  });
}
