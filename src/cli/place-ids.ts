import type { Project } from "../core/model/project.ts";
import { type Arguments, UsageError } from "./command.ts";

/**
 * Facilities and sites that `--with` and `--without` name, by id and with commas. Throws `UsageError` where an id is none of
 * the project, or is asked for and barred at once.
 */
export function placesIn(
  args: Arguments,
  { facilities, sites }: Project,
): { readonly with: readonly string[]; readonly without: readonly string[] } {
  const known = new Set([...facilities, ...sites].map(({ id }) => id));
  const idsIn = (option: "with" | "without") =>
    (args.text(option) ?? "").split(",").flatMap((word) => {
      const id = word.trim();
      if (id === "") return [];
      if (!known.has(id))
        throw new UsageError(
          `--${option}: the project has no facility and no site "${id}". Give their ids, with commas.`,
        );
      return [id];
    });
  const [required, barred] = [idsIn("with"), idsIn("without")];
  const both = required.find((id) => barred.includes(id));
  if (both !== undefined)
    throw new UsageError(`"${both}" is in --with and in --without. Leave it out of one of them.`);
  return { with: required, without: barred };
}
