import { type Certificate, certificatesOf } from "../../src/core/allocation/certificates.ts";
import { type Shortage, shortageOf } from "../../src/core/allocation/shortage.ts";
import type { AllocationFindings } from "../../src/core/analysis/allocation-findings.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { CARE_SUBJECTS } from "../../src/core/model/facility-kind.ts";
import type { Solved } from "../../src/core/supply/solved.ts";

/** A fair allocation of an analysis, the problem that it solved, and what is short by it. */
export interface FoundShortage extends Pick<Solved, "problem" | "rooms"> {
  readonly findings: AllocationFindings;
  readonly certificates: readonly Certificate[];
  readonly shortage: Shortage;
}

/** Each fair allocation of an analysis, by subject, as its supply stage solved it; worked out when first asked for. */
export function shortagesOf(pipeline: Pipeline): readonly FoundShortage[] {
  const shortages = known.get(pipeline) ?? CARE_SUBJECTS.flatMap((subject) => foundOf(pipeline, subject));
  known.set(pipeline, shortages);
  return shortages;
}

const known = new WeakMap<Pipeline, readonly FoundShortage[]>();

function foundOf({ supply }: Pipeline, subject: AllocationFindings["subject"]): readonly FoundShortage[] {
  return supply.value.ledgers.flatMap(({ allocation: findings, solved }) => {
    if (findings?.subject !== subject || solved === undefined) return [];
    const { problem, rooms, allocation } = solved.careful;
    const certificates = certificatesOf(problem, allocation);
    const shortage = shortageOf(problem, allocation, certificates);
    return { findings, problem, rooms, certificates, shortage };
  });
}
