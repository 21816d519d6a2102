import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { type Exact, exact, plus } from "../../core/base/decimal.ts";
import { applyPatch } from "../../core/model/apply-patch.ts";
import { patchBetween } from "../../core/model/patch-between.ts";
import type { Project } from "../../core/model/project.ts";
import { planOf } from "../../core/plan/plan-answer.ts";
import { withPlanAsSource } from "../../core/plan/plan-as-source.ts";
import type { PlanGoal } from "../../core/plan/plan-question.ts";
import type { Horizon } from "../../core/plan/years.ts";
import { reasonOf } from "../../io/plan/reason.ts";
import { planJson } from "../../io/plan/write-plan.ts";
import { writeProject } from "../../io/project-file/write-project.ts";
import { theOne } from "../arguments.ts";
import { type Arguments, type Command, UsageError } from "../command.ts";
import { placesIn } from "../place-ids.ts";
import { planBasisOf } from "../plan-basis-of.ts";
import { projectIn } from "../read-project.ts";
import { taken } from "../taken.ts";

export const plan: Command = {
  name: "plan",
  summary: "chooses what to put to use, convert or build against shortages, and proves how good that is",
  usage:
    "P.quan --for close|most|budget [--budget 万元] [--with IDS] [--without IDS] [--years 2026-2030 [--yearly 万元,万元,…] [--carry]] [--doubt worst|average] [--equity 1] [--costs C.csv] [--grid METRES] [--gap 0] [--rounds 1000] [--nodes 100000] [--out P2.quan]",
  options: {
    for: {
      takes: "text",
      what: "close: nothing missing at the least cost; most: as little missing as can be, at the least cost of that; budget: the least missing for the money",
    },
    budget: {
      takes: "text",
      what: "of budget: what may be spent, 万元; with --yearly what the years give together, unless it is given",
    },
    with: {
      takes: "text",
      what: "facilities and sites, by id and with commas, where something is done in any case",
    },
    without: { takes: "text", what: "those where nothing is done" },
    years: {
      takes: "text",
      what: "spreads the plan over these years, as 2026-2030; the answer tells what is missing in each and from when on a zone has enough",
    },
    yearly: {
      takes: "text",
      what: "of years: what may be spent in each, 万元, with commas, or one number for all; what is left over lapses",
    },
    carry: { takes: "nothing", what: "of yearly: what is left over is there in the next year" },
    doubt: {
      takes: "text",
      what: "worst or average: what counts is what is missing in the worst of some cases, or on average of them: walking 0.7, 1.0 and 1.3 m/s, a tenth fewer or more people, and the loss of any one facility",
    },
    equity: {
      takes: "text",
      what: "how many times as much what somebody lacks counts whose zone is served under a quarter of its need as things stand, by quarters down to once; default 1, everybody alike",
    },
    costs: {
      takes: "text",
      what: "a table kind,per_m2,once of what measures cost, 万元; else what is assumed (seeds/plan/measures.json)",
    },
    grid: {
      takes: "text",
      what: "of a project without sites: metres between points that stand for sites, laid around zones that are short",
    },
    gap: {
      takes: "text",
      what: "part of the objective by which it may miss its bound; default 0, with --years or --doubt 0.02",
    },
    rounds: {
      takes: "text",
      what: "rounds of choosing and counting after which the best so far is given; default 1000, with --years or --doubt 12",
    },
    nodes: {
      takes: "text",
      what: "nodes of the search tree in one round; default 100000, with --years or --doubt 100",
    },
    out: { takes: "text", what: "where to write the project with the plan done" },
  },
  async run(args, host) {
    const path = theOne("project file", args, plan);
    const years = horizonIn(args);
    const goal = goalIn(args, years);
    const doubt = args.choice("doubt", ["worst", "average"] as const);
    const equity = args.number("equity", { min: 1, max: MOST_EQUITY });
    const isWide = years !== undefined || doubt !== undefined;
    const limits = {
      gap: args.number("gap", { min: 0 }) ?? (isWide ? WIDE.gap : 0),
      rounds: args.number("rounds", { min: 1, whole: true }) ?? (isWide ? WIDE.rounds : 1000),
      nodes: args.number("nodes", { min: 1, whole: true }) ?? (isWide ? WIDE.nodes : 100_000),
    };
    const project = await projectIn(path, host);
    const grid = gridIn(args, project);
    const costs = args.text("costs");
    const programmes = await loadProgrammes();
    const differs = { ...(years && { from: years.years[0] as number }), ...(grid !== undefined && { grid }) };
    const basis = await planBasisOf(project, costs, differs, host);
    const places = placesIn(args, basis.base.project);
    const asked = {
      ...{ goal, places, limits, ...(years && { years }), ...(doubt && { doubt }) },
      ...(equity !== undefined && { equity }),
    };
    const answer = taken(await host.drive(planOf(basis, asked, programmes)));
    const { status } = answer;
    const isFound = status === "optimal" || status === "feasible";
    const out = args.text("out");
    if (out !== undefined && isFound) {
      const before = basis.base.project;
      const patch = withPlanAsSource(patchBetween(before, answer.after.project), "quan plan");
      const { sites, ...others } = taken(applyPatch(before, patch));
      const planned = { ...others, sites: sites.filter(({ assumed }) => assumed !== true) };
      await host.write(out, writeProject(planned));
    }
    await host.print(
      planJson(
        answer,
        { ...asked, ...(grid !== undefined && { grid }), ownCosts: costs !== undefined },
        reasonOf(answer, limits.rounds, limits.gap),
      ),
    );
    return isFound ? 0 : 1;
  },
};

/** Points stand for sites only where nobody has named any. */
function gridIn(args: Arguments, { sites }: Project): number | undefined {
  const grid = args.number("grid", { min: 50, max: 10_000 });
  if (grid !== undefined && sites.length > 0)
    throw new UsageError(
      `--grid is for a project without sites; this one has ${sites.length}. Leave it out, or the sites.`,
    );
  return grid;
}

function horizonIn(args: Arguments): Horizon | undefined {
  const text = args.text("years");
  if (text === undefined) {
    for (const option of ["yearly", "carry"])
      if (args.given(option))
        throw new UsageError(`--${option} is for --years. Give the years, as 2026-2030.`);
    return undefined;
  }
  const [, first, last = first] = /^\s*(\d{4})(?:\s*-\s*(\d{4}))?\s*$/.exec(text) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (!(count >= 1 && count <= MOST_YEARS))
    throw new UsageError(
      `--years: "${text}" is no years. Give the first and the last, as 2026-2030, at most ${MOST_YEARS}.`,
    );
  const years = Array.from({ length: count }, (_, at) => Number(first) + at);
  const carry = args.given("carry");
  const given = args.text("yearly");
  if (given === undefined) {
    if (carry) throw new UsageError("--carry is for --yearly. Give what may be spent in each year.");
    return { years, carry };
  }
  const money = given.split(",").map((word) => {
    const amount = word.trim() === "" ? Number.NaN : Number(word);
    if (!(amount >= 0 && Number.isFinite(amount)))
      throw new UsageError(
        `--yearly: "${word}" is no amount of money. Give 万元 from 0 for each year, with commas.`,
      );
    return exact(amount);
  });
  if (money.length !== 1 && money.length !== count)
    throw new UsageError(
      `--yearly: ${money.length} amounts are given for ${count} years. Give one for each, or one for all.`,
    );
  return { years, carry, yearly: years.map((_, at) => money[at] ?? (money[0] as Exact)) };
}

const MOST_YEARS = 15;
/** By so much those who are worst off come first whatever others lack. */
const MOST_EQUITY = 1000;
/** Plans over years or under doubt are near the best in a minute, and proved to be it in hours. */
const WIDE = { gap: 0.02, rounds: 12, nodes: 100 };

function goalIn(args: Arguments, years: Horizon | undefined): PlanGoal {
  args.required("for");
  const asked = args.choice("for", ["close", "most", "budget"] as const) ?? "close";
  if (asked !== "budget") {
    if (args.given("budget"))
      throw new UsageError(
        `--budget is for --for budget; --for ${asked} finds its cost itself. Leave it out.`,
      );
    return { for: asked };
  }
  if (!args.given("budget") && years?.yearly)
    return { for: "budget", budget: years.yearly.reduce(plus, exact(0)) };
  args.required("budget");
  return { for: "budget", budget: exact(args.number("budget", { min: 0 }) ?? 0) };
}
