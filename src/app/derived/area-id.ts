import { subjectOfMetric } from "../../core/analysis/zone-columns.ts";
import { CARE_SUBJECTS, type CareSubject } from "../../core/model/facility-kind.ts";
import { METRICS, type Metric } from "../../core/standards/rule.ts";

/** A 片区 by what is short and a zone that stands in it: it is the same one while numbers change around it. */
export interface AreaKey {
  readonly metric: Metric;
  /** Id. */
  readonly zone: string;
}

export function areaId({ metric, zone }: AreaKey): string {
  return `${metric}:${zone}`;
}

/** `undefined` for what is no id of a 片区. */
export function areaKey(id: string): AreaKey | undefined {
  const at = id.indexOf(":");
  const metric = METRICS.find((each) => each === id.slice(0, at));
  return metric && { metric, zone: id.slice(at + 1) };
}

/** Whom it is short for. */
export function subjectOfArea(id: string): CareSubject | undefined {
  const key = areaKey(id);
  return key && CARE_SUBJECTS.find((each) => each === subjectOfMetric(key.metric));
}
