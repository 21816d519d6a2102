import type { AllocationFindings } from "../../src/core/analysis/allocation-findings.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { supplyQuestion } from "../../src/core/analysis/supply-question.ts";
import type { CareSubject } from "../../src/core/model/facility-kind.ts";
import { type FairProblem, fairProblem, zonesToServe } from "../../src/core/supply/fair-problem.ts";
import { type KeptRooms, keptRooms } from "../../src/core/supply/kept-rooms.ts";
import type { Ledger } from "../../src/core/supply/ledger.ts";

/** Findings of a fair allocation beside what was asked: who needs and holds what, and who may use what. */
export interface AllocationAsked {
  readonly findings: AllocationFindings;
  readonly ledger: Ledger;
  readonly rooms: KeptRooms;
  readonly problem: FairProblem;
}

/** Of each allocation of a subject that the results of an analysis tell of, worked out anew from its document. */
export function allocationsAsked(pipeline: Pipeline, subject: CareSubject): readonly AllocationAsked[] {
  const { project, parameters, duplicates, results } = pipeline;
  const packs = pipeline.packs.value;
  const input = {
    ...{ project, packs, parameters, duplicates },
    territory: pipeline.territory.value,
    reach: pipeline.reach.value.tables,
    needs: pipeline.needs.value,
  };
  const { ties, offers } = pipeline.supply.value;
  return (results.allocations ?? []).flatMap((findings) => {
    const ledger = results.ledgers.find(({ metric }) => metric === findings.metric);
    const question = supplyQuestion(findings.metric, input, ties, offers, "offer");
    const { outside } = question;
    if (findings.subject !== subject || ledger === undefined || outside === undefined) return [];
    const rooms = keptRooms(question, "careful");
    const zones = zonesToServe(question, outside);
    return { findings, ledger, rooms, problem: fairProblem(question, outside, zones, rooms, "careful") };
  });
}
