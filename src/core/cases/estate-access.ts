import type { UncountedReason } from "../analysis/evidence.ts";
import { type Exact, exact, over, plus, ZERO } from "../base/decimal.ts";
import { isComplete } from "../model/facility.ts";
import type { CaseEstate, CaseFacility, EstateInput } from "./case.ts";

/** How much of a facility the estate may count: a part by households (m²) and by residents (slots, beds). */
export interface Access {
  readonly why?: UncountedReason;
  /** Absent where the part cannot be told; then it is between nothing and all. */
  readonly byHouseholds?: Exact;
  readonly byResidents?: Exact;
  readonly fractional: boolean;
  readonly screening: boolean;
  /** Households that the part goes by are estimated. */
  readonly estimated?: boolean;
  /** Nobody can tell whether the estate may count its part. */
  readonly doubt?: UncountedReason;
  /** Only what is beyond its part is in doubt. */
  readonly partIsSure?: true;
}

/** What of a facility the estate asked about may count. */
export function accessOf(facility: CaseFacility, estate: CaseEstate, input: EstateInput): Access {
  const { pooling, site, shared, reaches } = facility;
  const { settings } = input;
  if (pooling && settings.pooling !== false && isClaimed(pooling, site === estate.id, input.year)) {
    const { zones } = pooling;
    // Nobody gives away the rooms of an estate that is no party to the agreement.
    if (typeof site === "string" && !zones.includes(site)) {
      return site === estate.id || zones.includes(estate.id)
        ? { ...WHOLE, doubt: "agreement-unclear" }
        : none("belongs-to-other-zone");
    }
    // Rooms outside are not pooled by one estate alone.
    if (site !== estate.id && zones.includes(estate.id) && new Set(zones).size === 1)
      return { ...WHOLE, doubt: "agreement-unclear" };
    if (!zones.includes(estate.id)) return none("belongs-to-other-zone");
    const part = partOf(estate, zones, input);
    if (new Set(zones).size === 1 || isComplete(pooling)) return part;
    return { ...part, doubt: "agreement-incomplete", ...(site === estate.id && { partIsSure: true }) };
  }
  if (site === estate.id) return WHOLE;
  if (estate.status === "new") return none("off-site-for-new");
  if (site !== undefined && site !== null && shared !== true) return none("belongs-to-other-zone");
  if (settings.apportion === "none") return none("off-site-by-method");
  if (reaches?.includes(estate.id) !== true) return none("out-of-reach");
  if (settings.apportion === "catchment") return { ...WHOLE, screening: true };
  // The estate it was built for comes first, and only that estate's own case can say what is left.
  if (site !== undefined && site !== null) return { fractional: true, screening: false };
  return partOf(estate, reaches, input);
}

/**
 * Whether an agreement is to be looked at: dated no later than the year asked about, and, but for the estate that the
 * rooms stand in, not said to be approved by nobody.
 */
function isClaimed(
  { approvedBy, date }: NonNullable<CaseFacility["pooling"]>,
  isHost: boolean,
  year: number | undefined,
): boolean {
  const late = date !== undefined && year !== undefined && Number(date.slice(0, 4)) > year;
  return !late && (isHost || approvedBy?.trim() !== "");
}

function partOf(estate: CaseEstate, ids: readonly string[], { estates }: EstateInput): Access {
  const sharers = [...new Set(ids)].map((id) => estates.find((each) => each.id === id));
  if (sharers.length === 1) return WHOLE;
  const part = (people: (each: CaseEstate) => number | null | undefined): Exact | undefined => {
    const counts = sharers.map((each) => each && people(each));
    if (!counts.every((count) => typeof count === "number" && count > 0)) return undefined;
    const own = people(estate);
    return typeof own === "number"
      ? over(exact(own), (counts as number[]).map(exact).reduce(plus, ZERO))
      : undefined;
  };
  const byHouseholds = part((each) => each.households);
  const residentsStated = sharers.some((each) => typeof each?.residents === "number");
  const byResidents = residentsStated ? part((each) => each.residents) : byHouseholds;
  return {
    ...(byHouseholds && { byHouseholds }),
    ...(byResidents && { byResidents }),
    fractional: true,
    screening: false,
    ...(sharers.some((each) => each?.householdsBasis === "estimated") && { estimated: true }),
  };
}

function none(why: UncountedReason): Access {
  return { why, fractional: false, screening: false };
}

const ONE = exact(1);
const WHOLE: Access = { byHouseholds: ONE, byResidents: ONE, fractional: false, screening: false };
