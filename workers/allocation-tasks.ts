import type { FacilityId, ZoneId } from "../src/core/base/ids.ts";
import type { CareSubject } from "../src/core/model/facility-kind.ts";
import type { Effect } from "../src/core/scenario/effect.ts";
import type { Metric, RuleUnit } from "../src/core/standards/rule.ts";
import type { WrongFigure } from "../src/io/verify/tally.ts";
import type { Edit } from "./edit.ts";

/** What can be asked of how the open document shares rooms out. */
export interface AllocationTasks {
  /** What an edit would do to the zones, by metric; the document and the analysis last made stay as they are. */
  effect: { readonly input: Edit; readonly output: Effect };
  /** What more room at a facility would serve, by the analysis last made; nothing where its rooms are not shared out fairly. */
  moreRoom: { readonly input: FacilityId; readonly output: readonly MoreRoom[] };
  /** Where more room would serve most, of each metric of a subject that is shared out fairly by the analysis last made. */
  bottlenecks: { readonly input: CareSubject; readonly output: readonly Bottlenecks[] };
  /** The fewest zones that are short in the 片区 of a zone, whatever the assignment; `undefined` where it stands in none. */
  fewest: {
    readonly input: { readonly metric: Metric; readonly zone: ZoneId };
    readonly output: FewestInArea | undefined;
  };
  /** What the analysis last made says of the fair allocations of a subject, added up again. */
  reAdd: { readonly input: CareSubject; readonly output: AllocationChecked };
  /** The same allocated from the beginning, zones and facilities in another order, and compared exactly. */
  reshuffle: {
    readonly input: { readonly subject: CareSubject; readonly seed: number };
    readonly output: AllocationChecked;
  };
}

/** How much was checked of allocations, and what does not agree: the first of it, and how much in all. */
export interface AllocationChecked {
  readonly zones: number;
  readonly facilities: number;
  /** Pairs of a zone and what it may use: a facility, or all that is kept for it. */
  readonly links: number;
  readonly areas: number;
  /** `file` is zones, facilities, links or areas; `at` the name of the row, of a certificate that of its first zone. */
  readonly wrong: readonly WrongFigure[];
  readonly wrongCount: number;
}

/** What more room at a facility would do, m² or slots of one metric. */
export interface MoreRoom {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  /** What so much more would serve in all, and what any more would serve at most. */
  readonly amount: number;
  readonly served: number;
  readonly most: number;
  /** Zones whose shares rise first, all alike; none where nobody gains. */
  readonly first: readonly ZoneId[];
  /** Room there that nobody needs, whoever is given what. */
  readonly spare: number;
}

/** Where more room would serve, m² or slots of one metric, and what room there is that nobody needs. */
export interface Bottlenecks {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  /** So much more is thought of, at one facility at a time. */
  readonly amount: number;
  /** First where `amount` more would serve most; of equals where the worst served would gain. */
  readonly facilities: readonly BottleneckFacility[];
  /** How many others are full, of which the zone that they belong to would keep what they have more. */
  readonly kept: number;
  /** Unused whatever the assignment: of what is shared out, and of what zones keep for themselves. */
  readonly surplus: { readonly open: number; readonly kept: number };
}

/** A full facility that somebody reaches who is short. Facilities and zones are rows of the document. */
export interface BottleneckFacility {
  readonly facility: number;
  /** 片区 of those who are short, from 1. */
  readonly area: number;
  /** What so much more would serve in all. */
  readonly served: number;
  /** What those who reach it lack together. */
  readonly lack: number;
  /** Of those whose shares rise first, all alike: the share, how many they are, and a few of them. */
  readonly share: number;
  readonly firstCount: number;
  readonly first: readonly number[];
}

export interface FewestInArea {
  readonly zones: number;
  /** Some assignment leaves only so many short; else it was not found, and `zones` is a bound from below. */
  readonly attained: boolean;
}
