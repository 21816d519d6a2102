import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { parametersBy } from "../../core/analysis/parameters-by.ts";
import { exact } from "../../core/base/decimal.ts";
import type { Outcome } from "../../core/base/outcome.ts";
import type { Project } from "../../core/model/project.ts";
import { type PlanAsked, type PlanGoal, planOf } from "../../core/plan/plan-answer.ts";
import { planBasis } from "../../core/plan/plan-basis.ts";
import { withCustomPacks } from "../../core/standards/standards.ts";
import { sentenceFor } from "../../i18n/catalogue.ts";
import { withCosts } from "../../io/plan/read-costs.ts";
import { reasonOf } from "../../io/plan/reason.ts";
import { shippedTerms } from "../../io/plan/shipped-terms.ts";
import { planJson } from "../../io/plan/write-plan.ts";
import { writeProject } from "../../io/project-file/write-project.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { theOne } from "../arguments.ts";
import { type Arguments, type Command, UsageError } from "../command.ts";
import { projectIn } from "../read-project.ts";
import { readingTables } from "../reading-tables.ts";

export const plan: Command = {
  name: "plan",
  summary: "chooses what to put to use, convert or build against shortages, and proves how good that is",
  usage:
    "P.quan --for close|most|budget [--budget 万元] [--with IDS] [--without IDS] [--costs C.csv] [--gap 0] [--rounds 1000] [--nodes 100000] [--out P2.quan]",
  options: {
    for: {
      takes: "text",
      what: "close: nothing missing at the least cost; most: as little missing as can be, at the least cost of that; budget: the least missing for the money",
    },
    budget: { takes: "text", what: "of budget: what may be spent, 万元" },
    with: {
      takes: "text",
      what: "facilities and sites, by id and with commas, where something is done in any case",
    },
    without: { takes: "text", what: "those where nothing is done" },
    costs: {
      takes: "text",
      what: "a table kind,per_m2,once of what measures cost, 万元; else what is assumed (seeds/plan/measures.json)",
    },
    gap: { takes: "text", what: "part of the objective by which it may miss its bound; default 0" },
    rounds: { takes: "text", what: "rounds of choosing and counting after which the best so far is given" },
    nodes: { takes: "text", what: "nodes of the search tree in one round" },
    out: { takes: "text", what: "where to write the project with the plan done" },
  },
  async run(args, host) {
    const path = theOne("project file", args, plan);
    const goal = goalIn(args);
    const limits = {
      gap: args.number("gap", { min: 0 }) ?? 0,
      rounds: args.number("rounds", { min: 1, whole: true }) ?? 1000,
      nodes: args.number("nodes", { min: 1, whole: true }) ?? 100_000,
    };
    const project = await projectIn(path, host);
    const places = placesIn(args, project);
    const costs = args.text("costs");
    const given = costs === undefined ? undefined : { path: costs, bytes: await host.read(costs) };
    const terms = given ? readingTables(() => withCosts(shippedTerms(), given)) : shippedTerms();
    const standards = shippedStandards();
    const parameters = parametersBy(
      project.parameters ?? {},
      withCustomPacks(standards, project.customPacks),
      project.pack,
    );
    const programmes = await loadProgrammes();
    const basis = taken(await host.drive(planBasis({ project, standards, parameters, terms })));
    const answer = taken(await host.drive(planOf(basis, { goal, places, limits }, programmes)));
    const { status } = answer;
    const isFound = status === "optimal" || status === "feasible";
    const out = args.text("out");
    if (out !== undefined && isFound) await host.write(out, writeProject(answer.after.project));
    await host.print(planJson(answer, reasonOf(answer, limits.rounds, limits.gap)));
    return isFound ? 0 : 1;
  },
};

/** Throws why an analysis is refused. */
function taken<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new UsageError(outcome.issues.map((each) => sentenceFor(each, "en")).join(" "));
}

function goalIn(args: Arguments): PlanGoal {
  args.required("for");
  const asked = args.choice("for", ["close", "most", "budget"] as const) ?? "close";
  if (asked !== "budget") {
    if (args.given("budget"))
      throw new UsageError(
        `--budget is for --for budget; --for ${asked} finds its cost itself. Leave it out.`,
      );
    return { for: asked };
  }
  args.required("budget");
  return { for: "budget", budget: exact(args.number("budget", { min: 0 }) ?? 0) };
}

/** Throws where an id is none of the project, or is asked for and barred at once. */
function placesIn(args: Arguments, { facilities, sites }: Project): NonNullable<PlanAsked["places"]> {
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
