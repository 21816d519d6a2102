import { ANALYSIS_FILES } from "../../io/export/analysis-names.ts";
import { reAddAllocation, UnreadableAllocation } from "../../io/verify/allocation/re-add-allocation.ts";
import { reAddPlan } from "../../io/verify/plan/re-add-plan.ts";
import { UnreadablePlan, type WrittenPlan, writtenPlan } from "../../io/verify/plan/written-plan.ts";
import { reAddAnalysis } from "../../io/verify/re-add-analysis.ts";
import type { ReAdded, WrongFigure } from "../../io/verify/tally.ts";
import { type OpenFile, UnreadableAnalysis } from "../../io/verify/written-analysis.ts";
import { theOne } from "../arguments.ts";
import { type Arguments, type Command, type Host, UsageError } from "../command.ts";
import { planBasisOf } from "../plan-basis-of.ts";
import { projectIn } from "../read-project.ts";
import { taken } from "../taken.ts";

export const verify: Command = {
  name: "verify",
  summary:
    "adds the written figures of an analysis, an allocation or a plan up again, and finds what was changed",
  usage: "DIR_OR_FILE | PLAN.json P.quan [--costs C.csv]",
  options: {
    costs: { takes: "text", what: "of a plan: the table of costs that it was made with" },
  },
  async run(args, host) {
    const [plan, project, ...others] = args.rest;
    if (plan !== undefined && project !== undefined && others.length === 0) {
      return await told(await reAddedPlan(plan, project, args, host), host);
    }
    if (args.given("costs")) throw new UsageError("--costs is for a plan. Give the plan and its project.");
    const path = theOne("folder of quan analyse or file of quan allocate", args, verify);
    const present = await host.list(path);
    const found =
      present === undefined
        ? reAddedFile(await host.read(path), path)
        : reAddedFolder(present, (file) => host.pieces(`${path}/${file}`), path);
    return await told(found, host);
  },
};

async function told(found: ReAdded, host: Host): Promise<0 | 1> {
  await host.print(`${JSON.stringify(found, null, 2)}\n`);
  const [first] = found.wrong;
  if (first !== undefined) host.say(wrongSentence(found.wrong.length, first));
  return found.ok ? 0 : 1;
}

/** A plan of `quan plan`, against the project that it was made for. */
async function reAddedPlan(path: string, projectPath: string, args: Arguments, host: Host): Promise<ReAdded> {
  const plan = await planIn(path, host);
  const { years, grid, ownCosts } = plan.asked;
  if (ownCosts !== args.given("costs")) {
    throw new UsageError(
      ownCosts
        ? `${path} was made with costs of one's own. Give them with --costs.`
        : `${path} was made with the costs that are assumed. Leave --costs out.`,
    );
  }
  const project = await projectIn(projectPath, host);
  const differs = {
    ...(years?.[0] !== undefined && { from: years[0] }),
    ...(grid !== undefined && { grid }),
  };
  const basis = await planBasisOf(project, args.text("costs"), differs, host);
  return taken(await host.drive(reAddPlan(plan, path, basis)));
}

async function planIn(path: string, host: Host): Promise<WrittenPlan> {
  try {
    return writtenPlan(textIn(await host.read(path), path), path);
  } catch (error) {
    if (!(error instanceof UnreadablePlan || error instanceof UnreadableAllocation)) throw error;
    throw new UsageError(
      `${error.message} Give what quan plan printed, and the project that it was made for.`,
    );
  }
}

function isPlan(bytes: Uint8Array, path: string): boolean {
  try {
    writtenPlan(textIn(bytes, path), path);
    return true;
  } catch {
    return false;
  }
}

function wrongSentence(count: number, { check, file, at, expected, found }: WrongFigure): string {
  const what = count === 1 ? "1 figure is wrong" : `${count} figures are wrong; the first`;
  return `${what}: ${file}, ${at}: ${check}: ${expected} is right, ${found} is written.`;
}

function reAddedFile(bytes: Uint8Array, path: string): ReAdded {
  try {
    return reAddAllocation(textIn(bytes, path), path);
  } catch (error) {
    if (!(error instanceof UnreadableAllocation)) throw error;
    if (isPlan(bytes, path))
      throw new UsageError(`${path} is a plan. Give the project that it was made for beside it.`);
    throw new UsageError(`${error.message} ${WANTED}`);
  }
}

function textIn(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableAllocation(
      bytes.length > MOST_SIGNS
        ? `${path} is larger than one text may be (512 MB). Allocate cities one by one, and verify each.`
        : `${path} is not text in UTF-8.`,
    );
  }
}

/** Of a text, by the engine. */
const MOST_SIGNS = 2 ** 29 - 24;

const WANTED = "Give what quan allocate printed, or the --out folder of quan analyse.";

function reAddedFolder(present: readonly string[], open: OpenFile, folder: string): ReAdded {
  const missing = ANALYSIS_FILES.find((file) => !present.includes(file));
  if (missing !== undefined) {
    throw new UsageError(
      `${folder} has no ${missing}. Give the --out folder of quan analyse, with all its files.`,
    );
  }
  try {
    return reAddAnalysis(open);
  } catch (error) {
    if (!(error instanceof UnreadableAnalysis)) throw error;
    throw new UsageError(`${folder}/${error.message} Run quan analyse again.`);
  }
}
