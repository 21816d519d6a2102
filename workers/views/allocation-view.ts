import type { AllocationFindings } from "../../src/core/analysis/allocation-findings.ts";
import { toNumber } from "../../src/core/base/decimal.ts";
import type { AllocationView, CertificateColumns } from "../protocol.ts";

/** Findings as columns of plain numbers to be shown; what is decided on is exact, and stays with the worker. */
export function allocationView(of: AllocationFindings): AllocationView {
  const { metric, subject, levels, zones, facilities, certificates, areas, totals } = of;
  return {
    ...{ metric, subject, facilities, areas },
    levels: Float64Array.from(levels, toNumber),
    zones: {
      ...zones,
      needs: Float64Array.from(zones.needs, (need) => (need === undefined ? Number.NaN : toNumber(need))),
    },
    certificates: certificateColumns(certificates),
    totals: {
      zones: totals.zones,
      need: toNumber(totals.need),
      served: toNumber(totals.served),
      missing: toNumber(totals.missing),
      certain: toNumber(totals.certain),
    },
  };
}

function certificateColumns(certificates: AllocationFindings["certificates"]): CertificateColumns {
  const zones = joined(certificates.map((each) => each.zones));
  const facilities = joined(certificates.map((each) => each.facilities));
  return {
    zoneStarts: zones.starts,
    zones: zones.rows,
    facilityStarts: facilities.starts,
    facilities: facilities.rows,
    need: Float64Array.from(certificates, ({ need }) => toNumber(need)),
    capacity: Float64Array.from(certificates, ({ capacity }) => toNumber(capacity)),
    reserved: Float64Array.from(certificates, ({ reserved }) => toNumber(reserved)),
    missing: Float64Array.from(certificates, ({ missing }) => toNumber(missing)),
    certain: Float64Array.from(certificates, ({ certain }) => (certain ? toNumber(certain) : Number.NaN)),
    level: Uint32Array.from(certificates, ({ level }) => level),
    maximal: Uint8Array.from(certificates, ({ maximal }) => (maximal ? 1 : 0)),
  };
}

function joined(lists: readonly Uint32Array[]): { readonly starts: Uint32Array; readonly rows: Uint32Array } {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, { length }] of lists.entries()) starts[at + 1] = (starts[at] as number) + length;
  const rows = new Uint32Array(starts[lists.length] as number);
  for (const [at, list] of lists.entries()) rows.set(list, starts[at]);
  return { starts, rows };
}
