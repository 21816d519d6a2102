import type { AllocationFindings, AllocationTotals } from "../analysis/allocation-findings.ts";
import { minus } from "../base/decimal.ts";
import { allocatedFacilities, keptByFacility } from "./allocated-facilities.ts";
import { allocatedZones } from "./allocated-zones.ts";
import { sumOf } from "./amount.ts";
import type { SupplyQuestion } from "./demand.ts";
import type { End } from "./ends.ts";
import { changesSince, type EarlierFindings } from "./findings-changes.ts";
import type { Ledger } from "./ledger.ts";
import { shortageCertificates } from "./shortage-certificates.ts";
import type { Solved } from "./solved.ts";

/**
 * What solved problems say of zones, facilities and shortages, `ledger` being what the careful one gives. With earlier
 * findings, only what differs is worked out anew; the answer is the same.
 */
export function allocationFindings(
  { metric, subject, zoneCount, facilityCount }: SupplyQuestion,
  solved: Record<End, Solved>,
  ledger: Ledger,
  earlier?: EarlierFindings,
): AllocationFindings {
  const { careful } = solved;
  const keptOf = keptByFacility(careful.rooms, facilityCount);
  const changes = earlier && changesSince(earlier, solved, keptOf);
  const shortages = shortageCertificates(solved, keptOf, changes);
  return {
    ...{ metric, subject, levels: careful.allocation.levels },
    zones: allocatedZones(zoneCount, careful, shortages, changes),
    facilities: allocatedFacilities(facilityCount, careful, keptOf, ledger),
    ...shortages,
    totals: totalsOf(careful, shortages.certificates),
  };
}

/** What is missing of all zones is what maximal certificates say, added up. */
function totalsOf({ problem }: Solved, certificates: AllocationFindings["certificates"]): AllocationTotals {
  const maximal = certificates.filter((each) => each.maximal);
  const need = sumOf(problem.needs);
  const missing = sumOf(maximal.map((each) => each.missing));
  const certain = sumOf(maximal.flatMap((each) => each.certain ?? []));
  return { zones: problem.zones.length, need, served: minus(need, missing), missing, certain };
}
