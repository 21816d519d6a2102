import type { FacilityId } from "../base/ids.ts";
import type { Phase } from "../model/residential-zone.ts";
import type { EstateFacts, EstateJudge } from "./judge-estate.ts";
import type { Judgement, PhaseVerdict } from "./judgement.ts";
import type { SupplyByMetric } from "./supplied.ts";
import { isPass, type Verdict, worst } from "./verdict.ts";

/** Supply under both readings; the wider one is absent where it is the same. */
export interface BothReadings {
  readonly supply: SupplyByMetric;
  readonly wider?: SupplyByMetric;
}

/**
 * An estate built in phases stands as its worst phase: each is judged on the people and the facilities delivered with it
 * and before it, then the whole on all there is. `deliveredBy` gives what a set of facilities supplies; a facility that no
 * phase names is delivered with none. Phases before the first household are not judged. Where the people of the phases
 * are not those of the whole, or it is known that there are phases and no more, how the estate stands in between nobody
 * knows, so that it does not pass.
 */
export function judgePhases(
  judge: EstateJudge,
  estate: EstateFacts & { readonly phases?: readonly Phase[] },
  whole: BothReadings,
  deliveredBy: (facilities: ReadonlySet<FacilityId>) => BothReadings,
): Judgement {
  const all = judge(estate, whole.supply, whole.wider);
  if (all.overall === "invalid") return all;
  if (estate.phases === undefined || estate.phases.length === 0)
    return estate.unread?.includes("phases") ? withoutPass(all) : all;
  const stands = standings(estate.phases).map(({ no, people, facilities }) => {
    const { supply, wider } = deliveredBy(facilities);
    return { no, judgement: judge({ ...withoutPeople(estate), ...people }, supply, wider) };
  });
  const overall = worst([all.overall, ...stands.map(({ judgement }) => judgement.overall)]) ?? all.overall;
  const shown =
    all.overall === overall ? undefined : stands.find((each) => each.judgement.overall === overall);
  const phases: PhaseVerdict[] = stands.map(({ no, judgement }) => ({ no, overall: judgement.overall }));
  const judgement: Judgement =
    shown === undefined
      ? { ...all, phases }
      : { ...shown.judgement, phases, remarks: [...shown.judgement.remarks, "phase-worse-than-whole"] };
  return addUp(estate, estate.phases) ? judgement : withoutPass(judgement);
}

/** Whether the phases are known to house as many as the whole: in households, in residents or both, as far as stated. */
function addUp(estate: EstateFacts, phases: readonly Phase[]): boolean {
  const agreed = (["households", "residents"] as const).flatMap((people) => {
    const stated = phases.map((phase) => phase[people]).reduce(sum, 0);
    const whole = estate[people];
    return stated === undefined || whole === undefined ? [] : [stated === whole];
  });
  return agreed.length > 0 && !agreed.includes(false);
}

/** No rule is passed by the whole, and none by a part of which nobody knows what was delivered with it. */
function withoutPass(judgement: Judgement): Judgement {
  const remarks = [...judgement.remarks, "phases-do-not-add-up"] as const;
  // Where no number is asked for, none is missing.
  if (judgement.overall === "not_specified") return { ...judgement, remarks };
  const overall = worst([judgement.overall, "insufficient_data"]) ?? "insufficient_data";
  return {
    ...judgement,
    lines: judgement.lines.map(notPassed),
    groups: judgement.groups.map(notPassed),
    overall,
    remarks,
  };
}

function notPassed<Judged extends { readonly verdict: Verdict }>(judged: Judged): Judged {
  return isPass(judged.verdict) ? { ...judged, verdict: "insufficient_data" } : judged;
}

interface Standing {
  readonly no: number;
  readonly people: Pick<EstateFacts, "households" | "residents">;
  readonly facilities: ReadonlySet<FacilityId>;
}

/** People and facilities after each phase. A number that one phase does not state is unknown from then on. */
function standings(phases: readonly Phase[]): Standing[] {
  const facilities = new Set<FacilityId>();
  let households: number | undefined = 0;
  let residents: number | undefined = 0;
  return [...phases]
    .sort((a, b) => a.no - b.no)
    .flatMap((phase) => {
      for (const id of phase.facilities) facilities.add(id);
      households = sum(households, phase.households);
      residents = sum(residents, phase.residents);
      if (households === 0) return [];
      const people = {
        ...(households !== undefined && { households }),
        ...(residents !== undefined && { residents }),
      };
      return [{ no: phase.no, people, facilities: new Set(facilities) }];
    });
}

function sum(before: number | undefined, added: number | undefined): number | undefined {
  return before === undefined || added === undefined ? undefined : before + added;
}

/** How many of the old and the young live in which phase nobody says. */
function withoutPeople(estate: EstateFacts): EstateFacts {
  const { households: _households, residents: _residents, elderly60: _old, under3: _young, ...rest } = estate;
  return rest;
}
