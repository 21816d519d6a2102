import { type FacilityStatus, LIVING_STATUSES } from "../model/facility.ts";
import type { FacilityKind } from "../model/facility-kind.ts";
import type { KindSetName, Metric } from "./rule.ts";
import type { CountedFor, CountedKinds, CountedStatuses } from "./rule-pack.ts";

/** What counts, while a form is filled in: one answer for every kind and status. */
export interface CountingDraft {
  readonly byMetric: readonly MetricDraft[];
  readonly statuses: Readonly<Record<CountingStatus, StatusReading>>;
  readonly kindSets: Readonly<Record<KindSetName, readonly FacilityKind[]>>;
}

export interface MetricDraft {
  readonly metric: Metric;
  readonly kinds: readonly KindDraft[];
}

export interface KindDraft {
  readonly kind: FacilityKind;
  readonly reading: Reading;
  /** It counts only if it is registered (备案). */
  readonly registered: boolean;
}

export const READINGS = ["counted", "secondReading", "never"] as const;
export type Reading = (typeof READINGS)[number];

export type CountingStatus = (typeof LIVING_STATUSES)[number];

export const STATUS_READINGS = ["counted", "planReviewAlso", "not"] as const;
export type StatusReading = (typeof STATUS_READINGS)[number];

export const KIND_SETS = [
  "E_ANY_COMMUNITY",
  "C_ANY",
  "C_INCLUSIVE",
] as const satisfies readonly KindSetName[];

/** The kinds that a pack speaks of for a metric, in the order of its lists. */
export function countingDraft({ byMetric, statuses, kindSets }: CountedKinds): CountingDraft {
  return {
    byMetric: (Object.entries(byMetric) as [Metric, CountedFor][]).map(([metric, lists]) => ({
      metric,
      kinds: READINGS.flatMap((reading) =>
        lists[reading].map((kind) => ({ kind, reading, registered: lists.registered.includes(kind) })),
      ),
    })),
    statuses: Object.fromEntries(
      LIVING_STATUSES.map((status) => [status, readingOf(status, statuses)]),
    ) as Record<CountingStatus, StatusReading>,
    kindSets: Object.fromEntries(KIND_SETS.map((name) => [name, kindSets[name].kinds])) as Record<
      KindSetName,
      readonly FacilityKind[]
    >,
  };
}

/** What counts as the form says; what nobody touched stays as it was, in its order. */
export function readCounting(draft: CountingDraft, before: CountedKinds): CountedKinds {
  const byMetric = draft.byMetric.map(({ metric, kinds }): [Metric, CountedFor] => {
    const was = before.byMetric[metric];
    const list = (name: keyof CountedFor, holds: (kind: KindDraft) => boolean) =>
      inOrder(
        kinds.filter(holds).map(({ kind }) => kind),
        was?.[name] ?? [],
      );
    return [
      metric,
      {
        counted: list("counted", ({ reading }) => reading === "counted"),
        secondReading: list("secondReading", ({ reading }) => reading === "secondReading"),
        never: list("never", ({ reading }) => reading === "never"),
        registered: inOrder(registeredOf(kinds, was), was?.registered ?? []),
      },
    ];
  });
  const statuses = (reading: "counted" | "planReviewAlso") =>
    inOrder(
      LIVING_STATUSES.filter((status) => draft.statuses[status] === reading),
      before.statuses[reading],
    );
  return {
    ...before,
    byMetric: Object.fromEntries(byMetric),
    statuses: {
      counted: statuses("counted"),
      planReviewAlso: statuses("planReviewAlso"),
      never: before.statuses.never.filter((status) => !counts(draft, status)),
    },
    kindSets: {
      E_ANY_COMMUNITY: setOf("E_ANY_COMMUNITY"),
      C_ANY: setOf("C_ANY"),
      C_INCLUSIVE: setOf("C_INCLUSIVE"),
    },
  };

  function setOf(name: KindSetName) {
    return { ...before.kindSets[name], kinds: inOrder(draft.kindSets[name], before.kindSets[name].kinds) };
  }
}

/** Kinds that the form does not show keep their word. */
function registeredOf(kinds: readonly KindDraft[], was: CountedFor | undefined): FacilityKind[] {
  const unseen = (was?.registered ?? []).filter((kind) => kinds.every((one) => one.kind !== kind));
  return [...kinds.filter(({ registered }) => registered).map(({ kind }) => kind), ...unseen];
}

function counts({ statuses }: CountingDraft, status: FacilityStatus): boolean {
  return Object.hasOwn(statuses, status) && statuses[status as CountingStatus] !== "not";
}

function readingOf(status: FacilityStatus, { counted, planReviewAlso }: CountedStatuses): StatusReading {
  return counted.includes(status) ? "counted" : planReviewAlso.includes(status) ? "planReviewAlso" : "not";
}

/** The same members as `now`: those of before first, in their order. */
function inOrder<Member>(now: readonly Member[], before: readonly Member[]): Member[] {
  return [
    ...before.filter((member) => now.includes(member)),
    ...now.filter((member) => !before.includes(member)),
  ];
}
