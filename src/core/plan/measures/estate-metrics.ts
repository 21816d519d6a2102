import type { Facility } from "../../model/facility.ts";
import type { FacilityKind } from "../../model/facility-kind.ts";
import type { Metric } from "../../standards/rule.ts";
import type { RulePack } from "../../standards/rule-pack.ts";
import { registrationOf } from "../../supply/capacity.ts";

/** What the pack asks of existing estates, by their people; nothing where it gives no number. */
export function estateMetrics({ rules }: RulePack): readonly Metric[] {
  return rules.flatMap((rule) =>
    rule.type === "ratio_min" && rule.level === "estate" && rule.estateStatus !== "new" ? [rule.metric] : [],
  );
}

/** Those of them that a kind feeds: an institution feeds the beds of the city and none of these. */
export function fedBy(kind: FacilityKind, pack: RulePack): readonly Metric[] {
  return estateMetrics(pack).filter(
    (metric) => pack.countedKinds.byMetric[metric]?.counted.includes(kind) === true,
  );
}

/** Whether a kind feeds any of them under a wider reading of the document, on which no plan is built. */
export function readWider(kind: FacilityKind, pack: RulePack): boolean {
  return estateMetrics(pack).some(
    (metric) => pack.countedKinds.byMetric[metric]?.secondReading.includes(kind) === true,
  );
}

/** Whether it must be registered (备案) to count toward any of them, and is not said to be. */
export function lacksRegistration(facility: Facility, pack: RulePack): boolean {
  const built: Facility = { ...facility, status: "built" };
  return estateMetrics(pack).some(
    (metric) => registrationOf(built, pack.countedKinds.byMetric[metric]) !== "yes",
  );
}
