import type { Project } from "../core/model/project.ts";
import { sentenceFor } from "../i18n/catalogue.ts";
import { readProject } from "../io/project-file/read-project.ts";
import { type Host, UsageError } from "./command.ts";

/**
 * The project in a file. Throws `UsageError` with the reason and the mend if it is none, or if part of it is missing: no
 * figure is worked out of a part unseen. Says what is doubtful.
 */
export async function projectIn(path: string, host: Host): Promise<Project> {
  const read = await readProject(await host.read(path), path);
  const sentences = read.issues.map((each) => {
    const row = each.at.row === undefined ? "" : `, row ${each.at.row}`;
    return `${path}${row}: ${sentenceFor(each, "en")}`;
  });
  if (!read.ok) throw new UsageError(sentences[0] ?? `${path} cannot be read.`);
  if (read.issues.some(({ severity }) => severity === "error"))
    throw new UsageError([...sentences.slice(0, MOST_SENTENCES), SALVAGE].join(" "));
  for (const sentence of sentences) host.say(sentence);
  return read.value;
}

const MOST_SENTENCES = 3;
const SALVAGE = "The page opens what is left; saved there, it is read here again.";
