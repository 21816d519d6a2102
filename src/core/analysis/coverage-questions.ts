import type { Facility } from "../model/facility.ts";
import { type CareSubject, type FacilityKind, subjectOfKind } from "../model/facility-kind.ts";
import type { Parameters } from "./parameters.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** Some facilities that coverage is asked of, under every profile. */
export interface CoverageQuestion {
  readonly subject: CareSubject;
  /** Absent: all that people can walk to. */
  readonly kind?: FacilityKind;
  /** Their rows, ascending. */
  readonly subset: Uint32Array;
}

/**
 * All facilities of a subject that run and that people can walk to, then each kind of those that run. Without any pack
 * that says which those are, every kind that is built: how far people walk is known, what counts is not.
 */
export function coverageQuestions(
  facilities: readonly Facility[],
  packs: ZonePacks,
  parameters: Parameters,
  subject: CareSubject,
): readonly CoverageQuestion[] {
  const walkable = packs.packs.length === 0 ? undefined : walkableKinds(packs, subject);
  const statuses = runningStatuses(packs, parameters);
  const all: number[] = [];
  const byKind = new Map<FacilityKind, number[]>();
  facilities.forEach(({ kind, status }, row) => {
    if (subjectOfKind(kind) !== subject || status === undefined || !statuses.has(status)) return;
    if (walkable?.has(kind) ?? true) all.push(row);
    const rows = byKind.get(kind);
    if (rows === undefined) byKind.set(kind, [row]);
    else rows.push(row);
  });
  const kinds = [...byKind.keys()].sort();
  return [
    { subject, subset: Uint32Array.from(all) },
    ...kinds.map((kind) => ({ subject, kind, subset: Uint32Array.from(byKind.get(kind) ?? []) })),
  ];
}

/** Kinds that the packs in use count as a service to walk to. */
function walkableKinds({ packs }: ZonePacks, subject: CareSubject): ReadonlySet<FacilityKind> {
  const name = subject === "elderly" ? "E_ANY_COMMUNITY" : "C_ANY";
  return new Set(packs.flatMap(({ pack }) => pack.countedKinds.kindSets[name].kinds));
}

function runningStatuses({ packs }: ZonePacks, { countStatuses }: Parameters): ReadonlySet<string> {
  const statuses = packs.map(({ pack }) => pack.countedKinds.statuses);
  const counted = packs.length === 0 ? ["built"] : statuses.flatMap(({ counted: some }) => some);
  const running = new Set<string>(countStatuses ?? counted);
  for (const { never } of statuses) for (const status of never) running.delete(status);
  return running;
}
