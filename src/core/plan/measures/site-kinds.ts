import type { CandidateSite, SiteWay } from "../../model/site.ts";
import type { ProcessRule } from "../../standards/rule.ts";
import type { RulePack } from "../../standards/rule-pack.ts";
import type { MeasureKind } from "../measure.ts";

/** One way to have a site, and the measure that it is. */
export interface SiteMeasure {
  readonly kind: MeasureKind;
  readonly way: SiteWay;
}

/** The measures that a site states ways for, in its order. Land is built on, however it is had. */
export function siteMeasures({ kind = "other", ways = ["own"] }: CandidateSite): readonly SiteMeasure[] {
  if (kind === "vacant_land") return [{ kind: "build", way: "own" }];
  return ways.map((way) => ({ kind: way === "own" ? OF_OWN[kind] : way, way }));
}

const OF_OWN: Readonly<Record<NonNullable<CandidateSite["kind"]>, MeasureKind>> = {
  vacant_land: "build",
  public_building: "convert",
  commercial: "convert",
  workshop: "convert",
  school: "convert",
  kindergarten: "add_nursery",
  community_rooms: "reallocate",
  other: "convert",
};

/** Whether the document that sets the transition period speaks of that year no more: it may have been prolonged. */
export function isPastItsTime({ validTo }: RulePack, year: number | undefined): boolean {
  return validTo !== undefined && year !== undefined && year > Number(validTo.slice(0, 4));
}

/**
 * Years for which stock rooms may serve before their land use has to be settled (过渡期): of those converted or leased,
 * where the pack sets such a period.
 */
export function transitionOf(kind: MeasureKind, { rules }: RulePack): number | undefined {
  if (kind !== "convert" && kind !== "lease") return undefined;
  return rules.find(
    (rule): rule is ProcessRule => rule.type === "process" && rule.metric === "stock_transition",
  )?.threshold;
}
