import type { AllocationFindings } from "../analysis/allocation-findings.ts";
import type { Exact } from "../base/decimal.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";

/** Zones, and where a fair allocation found them short together, of one metric. */
export interface ShortAreas {
  readonly zones: readonly Pick<ResidentialZone, "id" | "name">[];
  readonly allocation: Pick<AllocationFindings, "certificates" | "areas"> | undefined;
}

/** 片区 of which no zone is short on the other side. */
export interface AreaChanges {
  readonly dissolved: readonly ShortArea[];
  readonly formed: readonly ShortArea[];
}

export interface ShortArea {
  readonly zones: readonly Pick<ResidentialZone, "id" | "name">[];
  /** m² or slots that its zones lack together. */
  readonly missing: Exact;
}

/** Both in the order of their side: most missing first. */
export function areaChanges(before: ShortAreas, after: ShortAreas): AreaChanges {
  return { dissolved: areasWithout(before, after), formed: areasWithout(after, before) };
}

function areasWithout(side: ShortAreas, other: ShortAreas): readonly ShortArea[] {
  const short = new Set(areasOf(other).flatMap(({ zones }) => zones.map(({ id }) => id)));
  return areasOf(side).filter(({ zones }) => !zones.some(({ id }) => short.has(id)));
}

function areasOf({ zones, allocation }: ShortAreas): readonly ShortArea[] {
  if (allocation === undefined) return [];
  return Array.from(allocation.areas, (at) => allocation.certificates[at]).flatMap((certificate) =>
    certificate === undefined
      ? []
      : [
          {
            zones: Array.from(certificate.zones, (row) => zones[row]).filter((zone) => zone !== undefined),
            missing: certificate.missing,
          },
        ],
  );
}
