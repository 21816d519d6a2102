import type { Subject } from "../../core/model/facility-kind.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";

/** What is listed of a facility beside its rooms. */
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly kindName: string;
  /** Whom its kind serves. */
  readonly subject: Subject;
  readonly metric: Metric;
  readonly unit: RuleUnit;
}

/** A full facility that somebody reaches who is short, as it is listed; m² or slots. */
export interface BottleneckFacts extends Listed {
  /** 片区 of those who are short: its number, and as `areaId` has it. */
  readonly area: number;
  readonly areaId: string;
  /** What a little more there would serve in all, and what those who reach it lack together. */
  readonly served: number;
  readonly lack: number;
  /** Of those who gain first: the share, how many they are, and the names of a few. */
  readonly share: number;
  readonly firstCount: number;
  readonly first: readonly string[];
}

/** A facility that has room left, as it is listed. */
export interface SurplusFacts extends Listed {
  /** What is shared out of it, and what of that is left. */
  readonly open: number;
  readonly room: number;
}

/** What is said of all bottlenecks of one metric. */
export interface BottleneckSums {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly amount: number;
  readonly facilities: number;
  /** Further ones, of which more would first be kept by the zone that they belong to. */
  readonly kept: number;
  /** Somebody is short of it. */
  readonly isShort: boolean;
}

/** What is said of all that is left over of one metric. */
export interface SurplusSums {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly facilities: number;
  readonly open: number;
  /** What zones keep to themselves and do not need. */
  readonly kept: number;
}
