import type { Pipeline } from "../analysis/pipeline.ts";
import type { PackInUse } from "../analysis/zone-packs.ts";
import { type CityTargets, type Indicator, type TargetCell, targetAt } from "../standards/city-targets.ts";
import type { Rule } from "../standards/rule.ts";
import type { CityComparison, Finding, IndicatorFacts } from "./city-facts.ts";
import { contrastOf } from "./contrast.ts";
import { findingOf } from "./findings.ts";
import { askedUnits } from "./unit-question.ts";

/** The cities whose standards are in use, in order of pack. A copy of a pack is compared with the city of its original. */
export function comparisons(pipeline: Pipeline, cities: readonly CityTargets[]): CityComparison[] {
  const asked = askedUnits(pipeline);
  return pipeline.packs.value.packs.flatMap((used, row) => {
    const { pack } = used;
    const city = cities.find((each) => each.pack === pack.id || each.pack === pack.custom?.copiedFrom);
    if (city === undefined) return [];
    const borrowed = isAllBorrowed(pipeline, row);
    const indicators = city.indicators.map((indicator): IndicatorFacts => {
      const rule = indicator.rule === undefined ? undefined : used.rules.get(indicator.rule);
      const finding: Finding = borrowed
        ? { kind: "unknown", why: "borrowed" }
        : findingOf(pipeline, asked, used, rule);
      return besideTarget(pipeline, used, indicator, rule, finding);
    });
    const years = new Set(city.indicators.flatMap(({ cells }) => cells.map(({ year }) => year)));
    return [
      {
        ...{ city: city.id, name: city.name, pack: pack.id, borrowed, indicators },
        years: [...years].sort((a, b) => a - b),
        contrast: contrastOf(pack, pipeline.parameters.year),
      },
    ];
  });
}

function isAllBorrowed({ packs: { value: packs } }: Pipeline, row: number): boolean {
  return packs.of.every((pack, zone) => pack !== row || packs.borrowed[zone] === 1);
}

function besideTarget(
  { project, parameters }: Pipeline,
  { pack }: PackInUse,
  indicator: Indicator,
  rule: Rule | undefined,
  finding: Finding,
): IndicatorFacts {
  const stated = targetAt(indicator, parameters.year ?? Number.POSITIVE_INFINITY);
  const target = stated?.kind === "target" ? stated : undefined;
  const invented = project.origin === "demo" && rule?.type === "count_min";
  const reached = target && !invented ? reachedOf(finding, indicator, target) : undefined;
  return {
    ...{ indicator, finding },
    document: pack.documents.find(({ key }) => key === indicator.source.document),
    ...(target && { target }),
    ...(reached !== undefined && { reached }),
  };
}

/** Of units, the target is a percentage of them, or so many in each. */
function reachedOf(finding: Finding, { unit }: Indicator, { value }: TargetCell): number | undefined {
  if (value === undefined || value === 0) return undefined;
  if (finding.kind === "figure") return finding.value / value;
  if (finding.kind !== "units" || finding.all === 0) return undefined;
  const share = finding.have / finding.all;
  return unit.zh === "%" ? share / (value / 100) : share;
}
