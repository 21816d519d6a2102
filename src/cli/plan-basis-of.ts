import { parametersBy } from "../core/analysis/parameters-by.ts";
import type { Project } from "../core/model/project.ts";
import { type PlanBasis, type PlanGround, planBasis } from "../core/plan/plan-basis.ts";
import { withCustomPacks } from "../core/standards/standards.ts";
import { withCosts } from "../io/plan/read-costs.ts";
import { shippedTerms } from "../io/plan/shipped-terms.ts";
import { shippedStandards } from "../io/standards/shipped.ts";
import type { Host } from "./command.ts";
import { readingTables } from "./reading-tables.ts";
import { taken } from "./taken.ts";

/**
 * What plans of a project begin from, by the settings saved with it; `costs` is the path of a table of costs. Throws
 * `UsageError` where the costs cannot be read or an analysis is refused.
 */
export async function planBasisOf(
  project: Project,
  costs: string | undefined,
  differs: Pick<PlanGround, "from" | "grid">,
  host: Pick<Host, "read" | "drive">,
): Promise<PlanBasis> {
  const given = costs === undefined ? undefined : { path: costs, bytes: await host.read(costs) };
  const terms = given ? readingTables(() => withCosts(shippedTerms(), given)) : shippedTerms();
  const standards = shippedStandards();
  const parameters = parametersBy(
    project.parameters ?? {},
    withCustomPacks(standards, project.customPacks),
    project.pack,
  );
  return taken(await host.drive(planBasis({ project, standards, parameters, terms, ...differs })));
}
