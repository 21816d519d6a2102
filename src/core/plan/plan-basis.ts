import type { Parameters } from "../analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../analysis/pipeline.ts";
import { done, type Outcome } from "../base/outcome.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Project } from "../model/project.ts";
import type { CandidateSite } from "../model/site.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Standards } from "../standards/standards.ts";
import { gridSites } from "./candidates/grid-sites.ts";
import type { Measure, MeasureTerms, Refusal } from "./measure.ts";
import { nearestZone } from "./measures/nearest-zone.ts";
import { measuresOf } from "./measures-of.ts";
import { analyseEverything, type MetricRows, planProblemOf } from "./plan-of-analysis.ts";
import type { PlanProblem } from "./plan-problem.ts";

/** What every plan of a project begins from, whatever is asked. */
export interface PlanBasis extends Pick<PlanProblem, "metrics" | "actions"> {
  /** The analysis as it is, by the fair allocation; and as if everything were done. */
  readonly base: Pipeline;
  readonly everything: Pipeline;
  /** In the order of `actions`. */
  readonly measures: readonly Measure[];
  readonly refused: readonly Refusal[];
  /** In the order of `metrics`. */
  readonly rows: readonly MetricRows[];
}

export interface PlanGround {
  readonly project: Project;
  readonly standards: Standards;
  readonly parameters: Parameters;
  readonly terms: MeasureTerms;
  /** The year in which plans begin: measures are judged by the rules of it, and take their time from it on. */
  readonly from?: number;
  /** Metres between the points of a grid that stand for sites where the project has none. */
  readonly grid?: Metres;
}

/** Analyses a project as it is and with everything done. Refused as an analysis is. */
export function* planBasis({
  project,
  standards,
  parameters,
  terms,
  from,
  grid,
}: PlanGround): Work<Outcome<PlanBasis>> {
  const fairly: Parameters = { ...parameters, supply: "fair" };
  const opened = yield* openPipeline(project, standards, fairly);
  if (!opened.ok) return opened;
  const base = grid === undefined ? opened : yield* withGrid(opened.value, grid, terms);
  if (!base.ok) return base;
  const { measures, refused } = measuresIn(base.value, terms, from);
  const everything = yield* analyseEverything(base.value.project, standards, fairly, measures);
  if (!everything.ok) return everything;
  return done({
    ...{ base: base.value, everything: everything.value, measures, refused },
    ...planProblemOf(everything.value, measures),
  });
}

function* withGrid(base: Pipeline, spacing: Metres, { gridM2 }: MeasureTerms): Work<Outcome<Pipeline>> {
  const sites = gridSites(base, spacing, gridM2);
  return sites.ok ? yield* update(base, { project: { ...base.project, sites: sites.value } }) : sites;
}

/** What can be done in an analysed project; the rules of the nearest zone hold for a site. */
export function measuresIn(
  base: Pipeline,
  terms: MeasureTerms,
  from = base.parameters.year,
): Pick<PlanBasis, "measures" | "refused"> {
  return measuresOf(base.project, terms, packsNear(base), {
    ...base.parameters,
    ...(from !== undefined && { year: from }),
  });
}

/** The pack of the zone that is nearest to a place. */
function packsNear({ project, packs }: Pipeline): (of: Pick<CandidateSite, "at">) => RulePack | undefined {
  const nearest = nearestZone(project.zones);
  return ({ at }) => packs.value.packs[packs.value.of[nearest(at)] ?? -1]?.pack;
}
