import { type Certificate, certificatesOf } from "../../src/core/allocation/certificates.ts";
import { type Shortage, shortageOf } from "../../src/core/allocation/shortage.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { CARE_SUBJECTS } from "../../src/core/model/facility-kind.ts";
import { type AllocationAsked, allocationsAsked } from "./allocation-asked.ts";

export interface AskedShortage {
  readonly asked: AllocationAsked;
  readonly certificates: readonly Certificate[];
  readonly shortage: Shortage;
}

/** Each fair allocation of an analysis as a problem with its shares; worked out when first asked for. */
export function shortagesOf(pipeline: Pipeline): readonly AskedShortage[] {
  const shortages =
    known.get(pipeline) ??
    CARE_SUBJECTS.flatMap((subject) => allocationsAsked(pipeline, subject)).map((asked) => {
      const { levels, zones } = asked.findings;
      const levelOf = asked.problem.zones.map((zone) => zones.levelOf[zone] as number);
      const certificates = certificatesOf(asked.problem, { levels, levelOf });
      return { asked, certificates, shortage: shortageOf(asked.problem, { levels, levelOf }, certificates) };
    });
  known.set(pipeline, shortages);
  return shortages;
}

const known = new WeakMap<Pipeline, readonly AskedShortage[]>();
