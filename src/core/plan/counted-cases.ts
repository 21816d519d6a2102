import { done, type Outcome } from "../base/outcome.ts";
import type { Work } from "../base/work.ts";
import { type ChoiceAmong, choiceAmong, workingIn } from "./choice-among.ts";
import { type CaseMissing, casesMissing, doubtsOf, weightsOver } from "./doubt.ts";
import { idIn } from "./measure.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlannedMeasure } from "./rebase-plan.ts";

/**
 * What measures that somebody chose leave missing in each case of doubt, in the last year where they are spread over years; of
 * losses of a facility in the worst. Nothing is looked for. Refused as an analysis is.
 *
 * @param equity how many times as much those count who are worst off, where it is told which loss is the worst; absent: once
 */
export function* countedCases(
  basis: PlanBasis,
  planned: readonly PlannedMeasure[],
  { equity, lastYear }: { readonly equity?: number; readonly lastYear?: number },
): Work<Outcome<readonly CaseMissing[]>> {
  // What gives nobody anything as it is may where people walk faster.
  const places = { with: planned.map(({ measure }) => idIn(measure.place)), without: [] };
  const among = choiceAmong(basis, { places, ...(equity !== undefined && { equity }) });
  return yield* casesWith(basis, among, workingIn(among, planned, lastYear));
}

/** The same with actions of a choice done. */
export function* casesWith(
  basis: PlanBasis,
  among: ChoiceAmong,
  chosen: Uint8Array,
): Work<Outcome<readonly CaseMissing[]>> {
  const doubts = yield* doubtsOf(basis, among);
  if (!doubts.ok) return doubts;
  const metrics = basis.metrics.map(({ metric }) => metric);
  return done(casesMissing(doubts.value, metrics, weightsOver(doubts.value, among.weights), chosen));
}
