import {
  type Choices,
  OFFSITES,
  type Parameters,
  REACH_MODES,
  SUPPLY_METHODS,
} from "../../core/analysis/parameters.ts";
import { parametersBy } from "../../core/analysis/parameters-by.ts";
import { openPipeline } from "../../core/analysis/pipeline.ts";
import { reachQuestions } from "../../core/analysis/reach-stage.ts";
import type { Project } from "../../core/model/project.ts";
import { JOIN_CAP } from "../../core/network/join.ts";
import { CONFLICT_POLICIES, PROFILES } from "../../core/standards/rule-pack.ts";
import { withCustomPacks } from "../../core/standards/standards.ts";
import { sentenceFor } from "../../i18n/catalogue.ts";
import { analysisInPieces } from "../../io/export/analysis-files.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { reachInThreads } from "../../platform/node/reach-threads.ts";
import { theOne } from "../arguments.ts";
import { type Arguments, type Command, type Host, UsageError } from "../command.ts";
import { foundSentence } from "../found-sentence.ts";
import { projectIn } from "../read-project.ts";

export const analyse: Command = {
  name: "analyse",
  summary: "works out coverage, supply, verdicts and deficits of a project",
  usage:
    "P.quan --out DIR [--reach straight|network] [--supply fair|floating|catchment|onsite] [--limit METRES] [--detour 1.3] …",
  options: {
    out: { takes: "text", what: "the folder to write the files to" },
    reach: { takes: "text", what: "straight, or network: along the streets of the project" },
    supply: { takes: "text", what: "fair, floating, catchment or onsite" },
    offsite: { takes: "text", what: "circle or circle-and-community" },
    profile: { takes: "text", what: `decides for both subjects: ${PROFILES.join(", ")}` },
    limit: { takes: "text", what: "walking metres for every profile" },
    detour: { takes: "text", what: "walking metres per metre of straight line; nothing along streets" },
    cap: {
      takes: "text",
      what: `with --reach network, metres that a place may be from the next street; ${JOIN_CAP} if not set`,
    },
    conflict: { takes: "text", what: "flag, strict or clause" },
    pack: { takes: "text", what: "judge every zone by this pack" },
    year: { takes: "text", what: "year of the targets" },
    threads: {
      takes: "text",
      what: "threads for reach along straight lines; the files are the same for any number",
    },
  },
  async run(args, host) {
    const path = theOne("project file", args, analyse);
    const out = args.required("out");
    const choices = choicesOf(args);
    const threads = args.number("threads", { min: 1, max: 64, whole: true }) ?? 1;
    const project = await projectIn(path, host);
    const parameters = parametersFor(project, choices);
    const reach =
      threads > 1 && parameters.reach === "straight"
        ? await reachBy(threads, project, parameters, host)
        : undefined;
    const opened = await host.drive(openPipeline(project, shippedStandards(), parameters, reach));
    if (!opened.ok) throw new UsageError(opened.issues.map((each) => sentenceFor(each, "en")).join(" "));
    for (const { file, pieces } of analysisInPieces(opened.value)) {
      await host.write(`${out}/${file}`, asTheyAreTaken(pieces));
    }
    const { key, headline, issues } = opened.value.results;
    for (const each of issues) host.say(`${each.at.id ?? path}: ${sentenceFor(each, "en")}`);
    await host.print(
      args.given("json")
        ? `${JSON.stringify({ key, headline, out })}\n`
        : `${foundSentence(opened.value)} Written to ${out}\n`,
    );
    return 0;
  },
};

async function* asTheyAreTaken(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function reachBy(threads: number, project: Project, parameters: Parameters, host: Host) {
  const { elderly, childcare } = await host.drive(reachQuestions(project, parameters));
  return {
    elderly: await reachInThreads(elderly, threads),
    childcare: await reachInThreads(childcare, threads),
  };
}

/** What was set when the project was saved holds where nothing else is asked for. */
function parametersFor({ parameters, pack, customPacks }: Project, choices: Choices): Parameters {
  const known = withCustomPacks(shippedStandards(), customPacks);
  return parametersBy({ ...parameters, ...choices }, known, pack);
}

function choicesOf(args: Arguments): Choices {
  const profile = args.choice("profile", PROFILES);
  const limit = args.number("limit", { min: 1, max: 100_000 });
  const choices: { readonly [Name in keyof Choices]: Choices[Name] | undefined } = {
    reach: args.choice("reach", REACH_MODES),
    supply: args.choice("supply", SUPPLY_METHODS),
    offsite: args.choice("offsite", OFFSITES),
    conflict: args.choice("conflict", CONFLICT_POLICIES),
    detour: args.number("detour", { min: 1, max: 10 }),
    cap: args.number("cap", { min: 0, max: 10_000 }),
    decides: profile && { elderly: profile, childcare: profile },
    limits: limit === undefined ? undefined : { elderly: limit, carer_with_infant: limit, adult: limit },
    year: args.number("year", { min: 1900, max: 2200, whole: true }),
    pack: args.text("pack"),
  };
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
}
