import { issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Phase } from "../model/residential-zone.ts";
import { type EstateFacts, estateJudge } from "../standards/judge-estate.ts";
import { type BothReadings, judgePhases } from "../standards/judge-phases.ts";
import { IMPOSSIBLE } from "../standards/judgement.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { CaseJudgement, CaseJudging } from "./answer-case.ts";
import type { CaseEstate, CaseSupply, EstateInput } from "./case.ts";
import { addedSupply, facilitySupply, statedSupply, type Uncounted } from "./estate-supply.ts";
import { areImpossible } from "./impossible-rooms.ts";
import { stated } from "./stated.ts";

export function judgeEstateCase(
  input: EstateInput,
  pack: RulePack,
  settings: CaseJudging,
): Outcome<CaseJudgement> {
  const estate = input.estates.find(({ id }) => id === input.evaluate);
  if (estate === undefined) {
    const known = input.estates.map(({ id }) => id);
    return refused(issue("case.unknown-estate", "error", { id: input.evaluate, known }));
  }
  const judge = estateJudge(pack, settings);
  const facts = factsOf(estate, input);
  if (isImpossible(estate) || (input.facilities ?? []).some(areImpossible))
    return done({ judgement: IMPOSSIBLE });
  const given = supplyOf(input, estate, pack);
  const judgement = judgePhases(
    judge,
    { ...facts, phases: phasesOf(estate) },
    given.whole,
    given.deliveredBy,
  );
  return done({ judgement, uncounted: given.uncounted });
}

/** Parts of a household or a person, less than none of anything, or people of a phase without households. */
function isImpossible({ households, residents, elderly60, under3, phases = [] }: CaseEstate): boolean {
  const counts = [
    households,
    residents,
    elderly60,
    under3,
    ...phases.flatMap((each) => [each.households, each.residents]),
  ];
  const part = counts.some((count) => typeof count === "number" && !Number.isInteger(count));
  const stated = [...counts, ...phases.flatMap(({ supply = {} }) => Object.values(supply))];
  const less = stated.some((amount) => typeof amount === "number" && amount < 0);
  const nowhere = phases.some((phase) => phase.households === 0 && (phase.residents ?? 0) > 0);
  return part || less || nowhere;
}

function factsOf(estate: CaseEstate, { settings }: EstateInput): EstateFacts {
  const { id: _id, stage: _stage, phases: _phases, ...facts } = estate;
  const known = stated(facts);
  return settings.populationBase === "hukou"
    ? { ...known, residentsBasis: "hukou", hukouChosen: true }
    : known;
}

interface GivenSupply {
  readonly whole: BothReadings;
  readonly deliveredBy: (ids: ReadonlySet<string>) => BothReadings;
  readonly uncounted: readonly Uncounted[];
}

function supplyOf(input: EstateInput, estate: CaseEstate, pack: RulePack): GivenSupply {
  if (input.facilities !== undefined) {
    const shared = facilitySupply(input, estate, pack);
    return { whole: shared.of(), deliveredBy: (ids) => shared.of(ids), uncounted: shared.uncounted };
  }
  const phases = new Map((estate.phases ?? []).map((phase) => [supplyId(phase.no), phase.supply ?? {}]));
  const deliveredBy = (ids: ReadonlySet<string>) => {
    const parts = [...ids].flatMap((id): CaseSupply[] => {
      const part = phases.get(id);
      return part === undefined ? [] : [part];
    });
    return { supply: addedSupply(parts) };
  };
  const whole = input.supply ? { supply: statedSupply(input.supply) } : deliveredBy(new Set(phases.keys()));
  return { whole, deliveredBy, uncounted: [] };
}

/** A phase with a supply of its own delivers it as if it were one facility. */
function phasesOf(estate: CaseEstate): readonly Phase[] {
  return (estate.phases ?? []).map((phase) => ({
    no: phase.no,
    ...stated({ households: phase.households, residents: phase.residents }),
    facilities: phase.facilities ?? [supplyId(phase.no)],
  }));
}

function supplyId(phase: number): string {
  return `supply of phase ${phase}`;
}
