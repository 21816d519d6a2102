import { ANALYSIS_FILES } from "../../io/export/analysis-names.ts";
import { reAddAnalysis } from "../../io/verify/re-add-analysis.ts";
import { type OpenFile, UnreadableAnalysis } from "../../io/verify/written-analysis.ts";
import { theOne } from "../arguments.ts";
import { type Command, UsageError } from "../command.ts";

export const verify: Command = {
  name: "verify",
  summary: "adds the written figures of an analysis up again, and finds what was changed",
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
    const found = reAdded((file) => host.pieces(`${folder}/${file}`), folder);
    await host.print(`${JSON.stringify(found, null, 2)}\n`);
    return found.ok ? 0 : 1;
  },
};

function reAdded(open: OpenFile, folder: string) {
  try {
    return reAddAnalysis(open);
  } catch (error) {
    if (!(error instanceof UnreadableAnalysis)) throw error;
    throw new UsageError(`${folder}/${error.message}. Run quan analyse again.`);
  }
}
