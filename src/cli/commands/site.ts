import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { limitOf } from "../../core/analysis/parameters.ts";
import { parametersBy } from "../../core/analysis/parameters-by.ts";
import { openPipeline } from "../../core/analysis/pipeline.ts";
import { roundUpAt } from "../../core/base/decimal.ts";
import { finish } from "../../core/base/work.ts";
import { CARE_SUBJECTS, type CareSubject } from "../../core/model/facility-kind.ts";
import { measuresIn } from "../../core/plan/plan-basis.ts";
import { type ProjectSiting, sitingOfProject } from "../../core/plan/siting-of-project.ts";
import { backupCover } from "../../core/siting/backup-cover.ts";
import { answerCapacitated } from "../../core/siting/capacitated/answer-capacitated.ts";
import type { CapacitatedQuestion } from "../../core/siting/capacitated/capacitated-model.ts";
import { nodeWalks } from "../../core/siting/node-walks.ts";
import {
  answerSiting,
  type SitingAnswer,
  type SitingAsked,
  type SitingQuestion,
} from "../../core/siting/siting-answer.ts";
import { withinWalk } from "../../core/siting/siting-table.ts";
import { workLeft } from "../../core/siting/work-left.ts";
import { withCustomPacks } from "../../core/standards/standards.ts";
import { shippedTerms } from "../../io/plan/shipped-terms.ts";
import {
  type AddedUp,
  type NamedSiting,
  readCapacitated,
  readGraph,
  readSiting,
} from "../../io/siting/read-siting.ts";
import { reasonOf } from "../../io/siting/reason.ts";
import { sitingBlocks } from "../../io/siting/write-siting.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import type { GivenFile } from "../../io/text/table-rows.ts";
import { nothingElse } from "../arguments.ts";
import { type Arguments, type Command, type Host, UsageError } from "../command.ts";
import { placesIn } from "../place-ids.ts";
import { projectIn } from "../read-project.ts";
import { readingTables } from "../reading-tables.ts";
import { taken } from "../taken.ts";

export const site: Command = {
  name: "site",
  summary: "finds where to open, and proves how good that is",
  usage:
    "--model cover|set-cover|p-median|p-center|capacitated (--customers C.csv --sites S.csv --distances D.csv | --graph E.csv | --project P.quan --subject elderly|childcare [--with IDS] [--without IDS]) [--p N] [--limit METRES] [--budget COST] [--split] [--walk-cost 0] [--target-share 1] [--backup] [--gap 0] [--work 2e9] [--seed N]",
  options: {
    model: {
      takes: "text",
      what: "cover: most weight within the limit; set-cover: fewest sites for everybody; p-median: least walking; p-center: shortest farthest walk; capacitated: least walking with --p, else least cost, where sites hold only so much",
    },
    customers: { takes: "text", what: "customers id,weight[,need]" },
    sites: { takes: "text", what: "sites id[,fixed,cost,capacity,state], the state free, open or closed" },
    distances: { takes: "text", what: "ways customer,site,metres; a pair without a row has none" },
    graph: {
      takes: "text",
      what: "instead of the three: edges a,b,length, every node a customer of weight 1 and a site",
    },
    project: {
      takes: "text",
      what: "instead of the three: a project, its zones with their people, its facilities that run open, what else could be done free; --p counts the new ones alone",
    },
    subject: { takes: "text", what: "of --project: elderly or childcare" },
    with: { takes: "text", what: "of --project: places, by id and with commas, that are open in any case" },
    without: { takes: "text", what: "of --project: places where nothing opens" },
    p: {
      takes: "text",
      what: "how many sites open: at most so many for cover, exactly so many for p-median, p-center and capacitated",
    },
    limit: { takes: "text", what: "metres, included, beyond which nobody is served or covered" },
    budget: {
      takes: "text",
      what: "of cover: what sites that open cost together at most, by the column fixed; --p may be left out then",
    },
    split: { takes: "nothing", what: "of capacitated: a customer may be served by several sites" },
    "walk-cost": {
      takes: "text",
      what: "of capacitated without --p: what one of weight costs that walks one metre; default 0",
    },
    "target-share": {
      takes: "text",
      what: "of set-cover and capacitated: part of all weight that is served at least; default 1",
    },
    backup: {
      takes: "nothing",
      what: "of set-cover: everybody within the limit of two open sites, so that each has another where one fails",
    },
    gap: { takes: "text", what: "part of the objective by which it may miss its bound; default 0" },
    work: { takes: "text", what: "counted steps after which the best so far is given; default 2e9" },
    seed: {
      takes: "text",
      what: "a whole number; nothing is drawn by lot here, so that any gives the same answer",
    },
  },
  async run(args, host) {
    nothingElse(args, site);
    if (args.given("project")) return onProject(args, host);
    const other = OF_PROJECT.find((option) => args.given(option));
    if (other !== undefined) throw new UsageError(`--${other} is for --project. Leave it out, or give one.`);
    const question = questionIn(args, 1);
    const limit = limitIn(args, question.model);
    const gap = args.number("gap", { min: 0 }) ?? 0;
    const steps = args.number("work", { min: 1, whole: true }) ?? 2e9;
    args.number("seed", { min: 0, whole: true });
    const work = workLeft(steps);
    let named: NamedSiting;
    let answer: SitingAnswer;
    if (question.model === "capacitated") {
      const read = await tablesIn(args, host, readCapacitated);
      const table = { ...read.table, ...withinWalk(read.table, limit) };
      named = { ...read, table };
      answer = answerCapacitated({ question, table, wider: () => read.table, gap, work });
    } else {
      const read = await siting(args, limit, addedUpIn(question), host);
      named = read.named;
      answer = await answerTo(args, { question, table: named.table, wider: read.wider, gap, work });
    }
    const reason = reasonOf(answer, { question, limit, gap, work: steps, customers: named.customers });
    for (const block of sitingBlocks(named, answer, reason)) await host.print(block);
    return answer.status === "optimal" || answer.status === "feasible" ? 0 : 1;
  },
};

/** With two sites for everybody where that is asked. */
async function answerTo(args: Arguments, asked: SitingAsked): Promise<SitingAnswer> {
  if (!args.given("backup")) return answerSiting(asked);
  const { model } = asked.question;
  if (model !== "set-cover") throw new UsageError("--backup is for the model set-cover. Leave it out.");
  if (args.given("target-share"))
    throw new UsageError(
      "--backup covers everybody twice, and --target-share a part. Leave one of them out.",
    );
  return backupCover({ ...asked, nodes: NODES }, await loadProgrammes());
}

/** Where to open something new in a project, beside what runs there. */
async function onProject(args: Arguments, host: Host): Promise<0 | 1> {
  const other = ["graph", "customers", "sites", "distances"].find((name) => args.given(name));
  if (other !== undefined)
    throw new UsageError(
      `--project has customers, sites and distances in it. Leave --${other} or --project out.`,
    );
  const asked = questionIn(args, 0);
  if (asked.model === "capacitated")
    throw new UsageError(
      "What sites of a project can hold is weighed by `quan plan`. Ask that, or take another model here.",
    );
  args.required("subject");
  const subject = args.choice("subject", CARE_SUBJECTS) as CareSubject;
  const project = await projectIn(args.required("project"), host);
  const standards = shippedStandards();
  const parameters = parametersBy(
    project.parameters ?? {},
    withCustomPacks(standards, project.customPacks),
    project.pack,
  );
  const isCover = asked.model === "cover" || asked.model === "set-cover";
  const limit = args.number("limit", { min: 0 }) ?? (isCover ? limitOf(parameters, subject) : undefined);
  const base = taken(await host.drive(openPipeline(project, standards, parameters)));
  const { measures } = measuresIn(base, shippedTerms());
  const places = { subject, ...placesIn(args, project) };
  const made = taken(
    await host.drive(sitingOfProject(base, measures, { ...places, ...(limit !== undefined && { limit }) })),
  );
  if (made.leftOut.length > 0) host.say(`${made.leftOut.length} zones have no place, and ask for nothing.`);
  if (made.unweighed.length > 0)
    host.say(`Of ${made.unweighed.length} zones nobody knows the people (${made.base}): they weigh nothing.`);
  const count = asked.count === undefined ? undefined : asked.count + made.open;
  const question = { ...asked, ...(count !== undefined && { count }) } as SitingQuestion;
  const table = asked.model === "set-cover" ? { ...made.table, fixed: countedOnly(made) } : made.table;
  const gap = args.number("gap", { min: 0 }) ?? 0;
  const steps = args.number("work", { min: 1, whole: true }) ?? 2e9;
  args.number("seed", { min: 0, whole: true });
  const wider = () => {
    const all = finish(sitingOfProject(base, measures, places));
    return all.ok
      ? { ...all.value.table, ...(asked.model === "set-cover" && { fixed: countedOnly(all.value) }) }
      : undefined;
  };
  const answer = await answerTo(args, { question, table, wider, gap, work: workLeft(steps) });
  const reason = reasonOf(answer, {
    ...{ question, limit: limit ?? Number.POSITIVE_INFINITY, gap, work: steps },
    ...{ customers: made.customers, openAlready: made.open },
  });
  const named = { table, customers: made.customers, sites: made.sites };
  for (const block of sitingBlocks(named, answer, reason, ofProject(made, answer))) await host.print(block);
  return answer.status === "optimal" || answer.status === "feasible" ? 0 : 1;
}

/** Sites that open cost one each, and those that run nothing. */
function countedOnly({ measures }: ProjectSiting): Float64Array {
  return Float64Array.from(measures, (measure) => (measure === undefined ? 0 : 1));
}

/** What opens that was not open, how, and at what cost; and who was not asked. */
function ofProject({ measures, sites, base, leftOut, unweighed }: ProjectSiting, answer: SitingAnswer) {
  const open = answer.status === "optimal" || answer.status === "feasible" ? Array.from(answer.sites) : [];
  const chosen = open.flatMap((site) => {
    const measure = measures[site];
    return measure ? [{ site: sites[site], measure: measure.id, cost: roundUpAt(measure.cost, 4) }] : [];
  });
  return { people: base, chosen, leftOut, unweighed };
}

/** `least`: the fewest sites that --p may ask for. */
function questionIn(args: Arguments, least: number): SitingQuestion | CapacitatedQuestion {
  args.required("model");
  const model = args.choice("model", MODELS) as (typeof MODELS)[number];
  const count = args.number("p", { min: least, whole: true });
  if (model === "capacitated") return capacitatedIn(args, count);
  const other = CAPACITATED.find((option) => args.given(option));
  if (other !== undefined)
    throw new UsageError(`--${other} is for the model capacitated. Leave it out, or take that model.`);
  if (model !== "cover" && args.given("budget"))
    throw new UsageError("--budget is for the model cover. Leave it out.");
  const share = args.number("target-share", { min: 0, max: 1 });
  if (model !== "set-cover") {
    if (share !== undefined)
      throw new UsageError("--target-share is for the models set-cover and capacitated. Leave it out.");
    if (model === "cover" && args.given("budget"))
      return { model, ...(count !== undefined && { count }), budget: budgetIn(args) };
    args.required("p");
    return { model, count: count as number };
  }
  if (args.given("p"))
    throw new UsageError("--p is not for set-cover, which finds the number of sites itself. Leave it out.");
  return { model, ...(share !== undefined && share < 1 && { share }) };
}

function budgetIn(args: Arguments): number {
  if (args.given("graph"))
    throw new UsageError("--graph tells no costs. Give --customers, --sites and --distances to --budget.");
  const budget = args.number("budget", { min: 0 }) as number;
  if (budget === 0)
    throw new UsageError("--budget 0 opens nothing that costs anything. Give what may be spent.");
  return budget;
}

function capacitatedIn(args: Arguments, count: number | undefined): CapacitatedQuestion {
  if (args.given("graph"))
    throw new UsageError(
      "--graph tells no capacities. Give --customers, --sites and --distances to the model capacitated instead.",
    );
  if (args.given("budget")) throw new UsageError("--budget is for the model cover. Leave it out.");
  if (count !== undefined && args.given("walk-cost"))
    throw new UsageError(
      "--walk-cost is not for --p, with which walks are all that counts. Leave one of them out.",
    );
  return {
    model: "capacitated",
    ...(count !== undefined && { count }),
    walkCost: args.number("walk-cost", { min: 0 }) ?? 0,
    share: args.number("target-share", { min: 0, max: 1 }) ?? 1,
    isSplit: args.given("split"),
  };
}

function limitIn(args: Arguments, model: (typeof MODELS)[number]): number {
  if (model === "cover" || model === "set-cover") args.required("limit");
  return args.number("limit", { min: 0 }) ?? Number.POSITIVE_INFINITY;
}

/** What a reader makes of the three tables. */
async function tablesIn<Read>(
  args: Arguments,
  host: Host,
  reader: (customers: GivenFile, sites: GivenFile, distances: GivenFile) => Read,
): Promise<Read> {
  const given = async (name: string) => {
    const path = args.required(name);
    return { path, bytes: await host.read(path) };
  };
  const [customers, sites, distances] = [
    await given("customers"),
    await given("sites"),
    await given("distances"),
  ];
  return readingTables(() => reader(customers, sites, distances));
}

function addedUpIn(question: SitingQuestion): AddedUp {
  if (question.model === "cover") return { fixed: question.budget };
  return { weights: question.model === "set-cover" && question.share !== undefined };
}

/** With the walks within the limit, and a way to all of them. */
async function siting(args: Arguments, limit: number, added: AddedUp, host: Host) {
  if (!args.given("graph")) {
    const named = await tablesIn(args, host, (...tables) => readSiting(...tables, added));
    return { named: { ...named, table: withinWalk(named.table, limit) }, wider: () => named.table };
  }
  const other = ["customers", "sites", "distances"].find((name) => args.given(name));
  if (other !== undefined)
    throw new UsageError(
      `--graph has customers, sites and distances in it. Leave --${other} or --graph out.`,
    );
  const path = args.required("graph");
  const file = { path, bytes: await host.read(path) };
  const { graph, nodes } = readingTables(() => readGraph(file));
  const table = nodeWalks(graph, limit, MOST_WALKS);
  if (table === undefined)
    throw new UsageError(
      `${file.path}: there are more than ${MOST_WALKS} ways between its ${nodes.length} nodes. Give --limit, or a lower one.`,
    );
  const named: NamedSiting = { table, customers: nodes, sites: nodes };
  return { named, wider: () => nodeWalks(graph, Number.POSITIVE_INFINITY, MOST_TO_ADVISE) };
}

const MODELS = ["cover", "set-cover", "p-median", "p-center", "capacitated"] as const;
/** Nodes of the search tree for two sites each. */
const NODES = 100_000;
/** Options of a project alone. */
const OF_PROJECT = ["subject", "with", "without"];
/** Options of capacitated alone. */
const CAPACITATED = ["split", "walk-cost"];

/** Of a graph: more than a machine holds with ease; and more than is worth looking through to tell what limit would help. */
const MOST_WALKS = 50_000_000;
const MOST_TO_ADVISE = 4_000_000;
