import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { Coverage } from "../spatial/reach-table.ts";
import type { Judgement } from "../standards/judgement.ts";
import { CONNECTIONS, type Connection } from "./connections.ts";
import type { Parameters } from "./parameters.ts";
import type { ReachStage } from "./reach-stage.ts";
import { type SubjectColumns, ZONE_FLAGS, type ZoneResults } from "./results.ts";
import type { JudgedColumns } from "./zone-columns.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** Flags of every zone, as bits of `ZONE_FLAGS`. */
export function zoneFlags(
  judgements: readonly Judgement[],
  packs: ZonePacks,
  reach: ReachStage,
  parameters: Parameters,
): Uint8Array {
  const elderly = decidingCoverage(reach, parameters, "elderly");
  const childcare = decidingCoverage(reach, parameters, "childcare");
  const flags = new Uint8Array(judgements.length);
  for (let row = 0; row < flags.length; row++) {
    const { secondReading, estimated } = judgements[row] as Judgement;
    let bits = secondReading === undefined ? 0 : ZONE_FLAGS.sensitive;
    if (estimated) bits |= ZONE_FLAGS.estimated;
    if (packs.borrowed[row] === 1) bits |= ZONE_FLAGS.borrowed;
    if (isPart(elderly.covered[row] as number) || isPart(childcare.covered[row] as number)) {
      bits |= ZONE_FLAGS.partlyReached;
    }
    if (reach.origins.elderly.kinds[row] === "none") bits |= ZONE_FLAGS.placeless;
    if (reach.connections && isSome(reach.connections, row, "not-connected")) bits |= ZONE_FLAGS.notConnected;
    if (reach.connections && isSome(reach.connections, row, "island")) bits |= ZONE_FLAGS.onIsland;
    flags[row] = bits;
  }
  return flags;
}

export function zoneResults(
  columns: JudgedColumns,
  judgements: readonly Judgement[],
  flags: Uint8Array,
  reach: ReachStage,
  parameters: Parameters,
): ZoneResults {
  const ofSubject = (subject: CareSubject): SubjectColumns => {
    return { verdict: columns.bySubject[subject], ...decidingCoverage(reach, parameters, subject) };
  };
  return {
    verdict: columns.verdict,
    bySubject: { elderly: ofSubject("elderly"), childcare: ofSubject("childcare") },
    byMetric: columns.byMetric,
    flags,
    judgements,
  };
}

/** Coverage by all facilities of a subject, for the profile that decides it. */
function decidingCoverage(reach: ReachStage, parameters: Parameters, subject: CareSubject): Coverage {
  const found = reach.coverage.find(
    (each) =>
      each.subject === subject && each.kind === undefined && each.profile === parameters.decides[subject],
  );
  return found?.columns ?? NOTHING;
}

/** Whether the zone hangs on the network so, by the profile of either subject. */
function isSome(connections: NonNullable<ReachStage["connections"]>, zone: number, how: Connection): boolean {
  const code = CONNECTIONS.indexOf(how);
  return CARE_SUBJECTS.some((subject) => connections[subject].zones[zone] === code);
}

function isPart(covered: number): boolean {
  return covered > 0 && covered < 1;
}

const NOTHING: Coverage = {
  nearest: new Uint32Array(),
  metres: new Float64Array(),
  choices: new Uint32Array(),
  covered: new Float64Array(),
};
