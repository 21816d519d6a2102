import type { SubjectColumns } from "../analysis/results.ts";
import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Judgement } from "../standards/judgement.ts";
import { classOf, VERDICTS, type Verdict } from "../standards/verdict.ts";

/**
 * Why a verdict is another one: 新达标, 新缺; 因口径变化, where the zone is judged by other rules than before, whatever
 * came of it; or otherwise, as where data came to be known or to be missing.
 */
export const TURNS = ["newly-met", "newly-short", "other-rules", "otherwise"] as const;
export type Turn = (typeof TURNS)[number];

export interface TurnedZone {
  readonly id: string;
  readonly name?: string;
  /** Whose verdict it is; absent: that of the zone as a whole, where it turned and neither subject's did. */
  readonly subject?: CareSubject;
  /** Absent of a zone that is new. */
  readonly before?: Verdict;
  readonly after: Verdict;
  readonly turn: Turn;
}

/** Zones whose verdict turns from the same to the same, of a subject or of the whole. */
export interface TurnedAlike extends Pick<TurnedZone, "subject" | "before" | "after"> {
  readonly zones: number;
  /** The first of them. */
  readonly first: readonly Pick<TurnedZone, "id" | "name">[];
}

/** Zones and what was found of them, in one order. */
export interface JudgedZones {
  readonly zones: readonly Pick<ResidentialZone, "id" | "name">[];
  readonly results: {
    readonly zones: {
      readonly judgements: readonly Pick<Judgement, "overall" | "lines">[];
      readonly bySubject: Readonly<Record<CareSubject, Pick<SubjectColumns, "verdict">>>;
    };
  };
}

/**
 * The verdicts that are another, in the order of the later side: a zone that loses its elderly care and gains its
 * childcare is told twice. A zone that is new is told where it falls short.
 */
export function turnedZones(before: JudgedZones, after: JudgedZones): readonly TurnedZone[] {
  const rows = new Map(before.zones.map(({ id }, row) => [id, row]));
  return after.zones.flatMap(({ id, name }, row): TurnedZone[] => {
    const [was, is] = [standingOf(before, rows.get(id)), standingOf(after, row)];
    if (is === undefined) return [];
    const zone = name === undefined ? { id } : { id, name };
    if (was === undefined)
      return CARE_SUBJECTS.filter((subject) => classOf(is[subject]) === "fail").map((subject) => ({
        ...{ ...zone, subject, after: is[subject], turn: "newly-short" },
      }));
    const told = (from: Verdict, to: Verdict) => ({
      ...{ before: from, after: to },
      turn: was.rules === is.rules ? turnOf(from, to) : ("other-rules" as const),
    });
    const turned = CARE_SUBJECTS.filter((subject) => was[subject] !== is[subject]);
    if (turned.length > 0)
      return turned.map((subject) => ({ ...zone, subject, ...told(was[subject], is[subject]) }));
    return was.overall === is.overall ? [] : [{ ...zone, ...told(was.overall, is.overall) }];
  });
}

/** By subject, then the worse verdict after first, then before; of each group as many zones as `listed`, in their order. */
export function turnedAlike(turned: readonly TurnedZone[], listed: number): readonly TurnedAlike[] {
  const groups = new Map<number, TurnedZone[]>();
  for (const each of turned) {
    const place = placeOf(each);
    const group = groups.get(place);
    if (group) group.push(each);
    else groups.set(place, [each]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, zones]) => {
      const { subject, before, after } = zones[0] as TurnedZone;
      return {
        ...{ ...(subject && { subject }), ...(before && { before }), after, zones: zones.length },
        first: zones.slice(0, listed).map(({ id, name }) => ({ id, ...(name !== undefined && { name }) })),
      };
    });
}

/** Of its group: another for every other subject and pair of verdicts, and in their order. */
function placeOf({ subject, before, after }: TurnedZone): number {
  const of = subject === undefined ? CARE_SUBJECTS.length : CARE_SUBJECTS.indexOf(subject);
  const from = before === undefined ? VERDICTS.length : VERDICTS.indexOf(before);
  return (of * VERDICTS.length + VERDICTS.indexOf(after)) * (VERDICTS.length + 1) + from;
}

type Standing = Readonly<Record<CareSubject | "overall", Verdict>> & { readonly rules: string };

function standingOf({ results: { zones } }: JudgedZones, row: number | undefined): Standing | undefined {
  const judgement = row === undefined ? undefined : zones.judgements[row];
  if (row === undefined || judgement === undefined) return undefined;
  const verdictOf = (subject: CareSubject) =>
    VERDICTS[zones.bySubject[subject].verdict[row] ?? 0] ?? "invalid";
  const { overall, lines } = judgement;
  return {
    ...{ elderly: verdictOf("elderly"), childcare: verdictOf("childcare"), overall },
    // Lines are ordered by rule.
    rules: lines.map(({ rule }) => rule).join(),
  };
}

function turnOf(was: Verdict, is: Verdict): Turn {
  const [from, to] = [classOf(was), classOf(is)];
  if (from !== to && to === "pass") return "newly-met";
  return to === "fail" ? "newly-short" : "otherwise";
}
