import { nodeWalks } from "../../core/siting/node-walks.ts";
import { answerSiting, type SitingQuestion } from "../../core/siting/siting-answer.ts";
import { withinWalk } from "../../core/siting/siting-table.ts";
import { workLeft } from "../../core/siting/work-left.ts";
import { type NamedSiting, readGraph, readSiting } from "../../io/siting/read-siting.ts";
import { reasonOf } from "../../io/siting/reason.ts";
import { sitingBlocks } from "../../io/siting/write-siting.ts";
import { nothingElse } from "../arguments.ts";
import { type Arguments, type Command, type Host, UsageError } from "../command.ts";
import { readingTables } from "../reading-tables.ts";

const what = "not built yet";
/** Options of what is still to come. */
const NOT_BUILT: Command["options"] = {
  budget: { takes: "text", what },
  "target-share": { takes: "text", what },
  split: { takes: "nothing", what },
  "walk-cost": { takes: "text", what },
};

export const site: Command = {
  name: "site",
  summary: "finds where to open, and proves how good that is",
  usage:
    "--model cover|set-cover|p-median|p-center (--customers C.csv --sites S.csv --distances D.csv | --graph E.csv) [--p N] [--limit METRES] [--gap 0] [--work 2e9] [--seed N]",
  options: {
    model: {
      takes: "text",
      what: "cover: most weight within the limit; set-cover: fewest sites for everybody; p-median: least walking; p-center: shortest farthest walk",
    },
    customers: { takes: "text", what: "customers id,weight[,need]" },
    sites: { takes: "text", what: "sites id[,fixed,cost,capacity,state], the state free, open or closed" },
    distances: { takes: "text", what: "ways customer,site,metres; a pair without a row has none" },
    graph: {
      takes: "text",
      what: "instead of the three: edges a,b,length, every node a customer of weight 1 and a site",
    },
    p: {
      takes: "text",
      what: "how many sites open: at most so many for cover, exactly so many for p-median and p-center",
    },
    limit: { takes: "text", what: "metres, included, beyond which nobody is served or covered" },
    gap: { takes: "text", what: "part of the objective by which it may miss its bound; default 0" },
    work: { takes: "text", what: "counted steps after which the best so far is given; default 2e9" },
    seed: {
      takes: "text",
      what: "a whole number; nothing is drawn by lot here, so that any gives the same answer",
    },
    ...NOT_BUILT,
  },
  async run(args, host) {
    nothingElse(args, site);
    const question = questionIn(args);
    const limit = limitIn(args, question.model);
    const gap = args.number("gap", { min: 0 }) ?? 0;
    const work = args.number("work", { min: 1, whole: true }) ?? 2e9;
    args.number("seed", { min: 0, whole: true });
    const { named, wider } = await siting(args, limit, host);
    const { table, customers } = named;
    const answer = answerSiting({ question, table, wider, gap, work: workLeft(work) });
    const reason = reasonOf(answer, { question, limit, gap, work, customers });
    for (const block of sitingBlocks(named, answer, reason)) await host.print(block);
    return answer.status === "optimal" || answer.status === "feasible" ? 0 : 1;
  },
};

function questionIn(args: Arguments): SitingQuestion {
  args.required("model");
  for (const option of Object.keys(NOT_BUILT))
    if (args.given(option)) throw new UsageError(`--${option} is not built yet. Leave it out.`);
  const model = args.choice("model", MODELS);
  if (model === undefined || model === "capacitated")
    throw new UsageError(`--model capacitated is not built yet. Take one of ${BUILT.join(", ")}.`);
  if (model !== "set-cover") {
    args.required("p");
    return { model, count: args.number("p", { min: 1, whole: true }) as number };
  }
  if (args.given("p"))
    throw new UsageError("--p is not for set-cover, which finds the number of sites itself. Leave it out.");
  return { model };
}

function limitIn(args: Arguments, model: SitingQuestion["model"]): number {
  if (model === "cover" || model === "set-cover") args.required("limit");
  return args.number("limit", { min: 0 }) ?? Number.POSITIVE_INFINITY;
}

/** With the walks within the limit, and a way to all of them. */
async function siting(args: Arguments, limit: number, host: Host) {
  const given = async (name: string) => {
    const path = args.required(name);
    return { path, bytes: await host.read(path) };
  };
  if (!args.given("graph")) {
    const [customers, sites, distances] = [
      await given("customers"),
      await given("sites"),
      await given("distances"),
    ];
    const named = readingTables(() => readSiting(customers, sites, distances));
    return { named: { ...named, table: withinWalk(named.table, limit) }, wider: () => named.table };
  }
  const other = ["customers", "sites", "distances"].find((name) => args.given(name));
  if (other !== undefined)
    throw new UsageError(
      `--graph has customers, sites and distances in it. Leave --${other} or --graph out.`,
    );
  const file = await given("graph");
  const { graph, nodes } = readingTables(() => readGraph(file));
  const table = nodeWalks(graph, limit, MOST_WALKS);
  if (table === undefined)
    throw new UsageError(
      `${file.path}: there are more than ${MOST_WALKS} ways between its ${nodes.length} nodes. Give --limit, or a lower one.`,
    );
  const named: NamedSiting = { table, customers: nodes, sites: nodes };
  return { named, wider: () => nodeWalks(graph, Number.POSITIVE_INFINITY, MOST_TO_ADVISE) };
}

const BUILT = ["cover", "set-cover", "p-median", "p-center"] as const;
const MODELS = [...BUILT, "capacitated"] as const;

/** Of a graph: more than a machine holds with ease; and more than is worth looking through to tell what limit would help. */
const MOST_WALKS = 50_000_000;
const MOST_TO_ADVISE = 4_000_000;
