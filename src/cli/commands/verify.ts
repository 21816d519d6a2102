import { ANALYSIS_FILES, type AnalysisFile } from "../../io/export/analysis-names.ts";
import { reAddAnalysis } from "../../io/verify/re-add-analysis.ts";
import { theOne } from "../arguments.ts";
import { type Command, UsageError } from "../command.ts";

export const verify: Command = {
  name: "verify",
  summary: "adds the written figures of an analysis up again",
  usage: "DIR",
  options: {},
  async run(args, host) {
    const folder = theOne("folder", args, verify);
    const present = await host.list(folder);
    if (present === undefined)
      throw new UsageError(`${folder} is no folder. Give the --out folder of quan analyse.`);
    const missing = ANALYSIS_FILES.find((file) => !present.includes(file));
    if (missing !== undefined) {
      throw new UsageError(
        `${folder} has no ${missing}. Give the --out folder of quan analyse, with all its files.`,
      );
    }
    const files: Partial<Record<AnalysisFile, string>> = {};
    for (const file of ANALYSIS_FILES) {
      files[file] = new TextDecoder().decode(await host.read(`${folder}/${file}`));
    }
    const found = reAdded(files as Record<AnalysisFile, string>, folder);
    host.print(`${JSON.stringify(found, null, 2)}\n`);
    return found.ok ? 0 : 1;
  },
};

function reAdded(files: Record<AnalysisFile, string>, folder: string) {
  try {
    return reAddAnalysis(files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${folder} holds a file that cannot be read (${reason}). Run quan analyse again.`);
  }
}
