import type { AllocationFigures, CertificateFigures } from "./allocation-figures.ts";

/** How certificates lie within one another, by what they name. */
export interface Nesting {
  /** By certificate: the smallest other that holds it, or −1. */
  readonly outer: Int32Array;
  /** By certificate: whether it lies within or apart from each that is no smaller. */
  readonly isNested: readonly boolean[];
  /** The smallest certificate that names a zone, or a facility; or −1. */
  readonly ofZones: Int32Array;
  readonly ofFacilities: Int32Array;
}

export function nestingOf({ zones, facilities, certificates }: AllocationFigures): Nesting {
  const { rows } = certificates;
  const zoneCount = zones.names.length;
  const around = new Int32Array(zoneCount + facilities.names.length).fill(-1);
  const outer = new Int32Array(rows.length).fill(-1);
  const isNested = rows.map(() => true);
  const sizes = rows.map((row) => row.zones.length + row.facilities.length);
  const largestFirst = [...rows.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  for (const at of largestFirst) {
    const row = rows[at] as CertificateFigures;
    const members = [...row.zones, ...row.facilities.map((facility) => zoneCount + facility)];
    const holder = around[members[0] ?? -1] ?? -1;
    outer[at] = holder;
    isNested[at] = members.every((member) => around[member] === holder) && sizes[holder] !== members.length;
    for (const member of members) around[member] = at;
  }
  return {
    outer,
    isNested,
    ofZones: around.subarray(0, zoneCount),
    ofFacilities: around.subarray(zoneCount),
  };
}
