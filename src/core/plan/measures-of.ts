import { type Exact, exact, over, plus, times, ZERO } from "../base/decimal.ts";
import type { Facility, FacilityStatus } from "../model/facility.ts";
import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import type { CandidateSite } from "../model/site.ts";
import { judgeFacility } from "../standards/judge-facility.ts";
import type { Line } from "../standards/judgement.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type {
  Condition,
  Measure,
  MeasureKind,
  MeasureTerms,
  Place,
  Refusal,
  RefusalReason,
} from "./measure.ts";

export interface Measures {
  readonly measures: readonly Measure[];
  readonly refused: readonly Refusal[];
}

/**
 * What could be done in a project: rooms that are built put to use, and candidate sites made centres for the elderly,
 * nurseries or both, in the sizes of the terms, where the pack of the place lets such rooms count. `packAt` tells that.
 */
export function measuresOf(
  project: Project,
  terms: MeasureTerms,
  packAt: (site: CandidateSite) => RulePack | undefined,
  year: number | undefined,
): Measures {
  const refused: Refusal[] = [];
  const built = project.facilities.flatMap((facility): Measure[] => {
    const kind = facility.status && OF_STATUS[facility.status];
    if (kind === undefined) return [];
    const area = facility.areas.reduce((sum, each) => plus(sum, exact(each.area)), ZERO);
    return [
      {
        id: `${facility.id}:${kind}`,
        kind,
        place: { facility: facility.id },
        leaves: [{ ...facility, status: "built" }],
        ...{ cost: costOf(terms, kind, area), ...timesOf(terms, kind, area, year) },
        conditions: [],
      },
    ];
  });
  const atSites = project.sites.flatMap((site) => {
    const found = atSite(site, terms, packAt(site), year);
    refused.push(...found.refused);
    return found.measures;
  });
  return { measures: [...built, ...atSites], refused };
}

const OF_STATUS: Partial<Record<FacilityStatus, MeasureKind>> = {
  built_not_handed_over: "hand_over",
  handed_over_not_operating: "put_to_use",
};

const OF_SITE: Readonly<Record<NonNullable<CandidateSite["kind"]>, MeasureKind>> = {
  vacant_land: "build",
  public_building: "convert",
  commercial: "convert",
  workshop: "convert",
  school: "convert",
  community_rooms: "reallocate",
  other: "convert",
};

function atSite(
  site: CandidateSite,
  terms: MeasureTerms,
  pack: RulePack | undefined,
  year: number | undefined,
): Measures {
  const place: Place = { site: site.id };
  const kind = OF_SITE[site.kind ?? "other"];
  const barred = barredBy(site, kind) ?? (pack === undefined ? "no-pack" : undefined);
  const area = site.usableArea;
  if (barred !== undefined || pack === undefined || area === undefined) {
    return { measures: [], refused: [{ place, why: barred ?? "no-usable-area" }] };
  }
  const refused: Refusal[] = [];
  const conditions: Condition[] = [
    ...(kind !== "build" && site.titleCertificate === undefined ? (["title"] as const) : []),
    ...(site.expropriationListed === undefined ? (["not-expropriated"] as const) : []),
  ];
  const rooms = CARE_SUBJECTS.flatMap((subject) => {
    const sizes = [...terms.sizes[subject].filter((size) => size < area), area];
    const tried = sizes.map((size) => {
      const room = roomOf(site, subject, size, terms, kind);
      return { subject, size, room, fault: faultOf(room, pack, year) };
    });
    const fault = tried.at(-1)?.fault;
    if (fault !== undefined) refused.push({ place, subject, ...fault });
    return tried.filter((each) => each.fault === undefined);
  });
  const choices = [
    ...rooms.map((each) => [each]),
    ...rooms.flatMap((one) =>
      rooms.flatMap((other) =>
        one.subject === "elderly" && other.subject === "childcare" && one.size + other.size <= area
          ? [[one, other]]
          : [],
      ),
    ),
  ];
  const measures = choices.map((chosen): Measure => {
    const size = chosen.reduce((sum, each) => sum + each.size, 0);
    const { subject } = chosen[0] ?? {};
    return {
      id: `${site.id}:${chosen.map((each) => `${each.subject}-${each.size}`).join("+")}`,
      kind,
      place,
      leaves: chosen.map(({ room }) => room),
      ...{ cost: siteCost(site, terms, kind, size), ...timesOf(terms, kind, exact(size), year) },
      conditions: [
        ...conditions,
        ...(site.storey === undefined && kind !== "build" ? (["storey"] as const) : []),
        ...(subject === "childcare" || chosen.length > 1 ? (["registration"] as const) : []),
      ],
    };
  });
  return { measures, refused };
}

/**
 * Sucheng, annex 5, and the like elsewhere: rooms without title, or about to be expropriated, are none to convert. Care
 * rooms below ground count nowhere.
 */
function barredBy(site: CandidateSite, kind: MeasureKind): RefusalReason | undefined {
  if (site.expropriationListed === true) return "to-be-expropriated";
  if (kind !== "build" && site.titleCertificate === false) return "no-title";
  if (kind !== "build" && site.storey !== undefined && site.storey < 1) return "below-ground";
  return site.usableArea === undefined || !(site.usableArea > 0) ? "no-usable-area" : undefined;
}

/** A room as the plan would leave it: built, registered and inclusive, which it is built to be. */
function roomOf(
  site: CandidateSite,
  subject: CareSubject,
  size: number,
  { m2PerSlot }: MeasureTerms,
  kind: MeasureKind,
): Facility {
  const storey = kind === "build" ? 1 : site.storey;
  return {
    id: `${site.id}-${subject}`,
    name: `${site.name ?? site.id}（${subject === "elderly" ? "养老" : "托育"}）`,
    kind: subject === "elderly" ? "E_COMM_CENTRE" : "C_COMMUNITY",
    status: "built",
    at: site.at,
    areas: [{ subject, area: size }],
    ...(subject === "childcare" && {
      slots: Math.floor(size / m2PerSlot),
      registered: true,
      inclusive: true,
    }),
    ...(storey !== undefined && { storey }),
  };
}

/** Which rule on single rooms it does not meet, if any. */
function faultOf(
  room: Facility,
  pack: RulePack,
  year: number | undefined,
): Pick<Refusal, "why" | "rule"> | undefined {
  const area = exact(room.areas[0]?.area ?? 0);
  const slots = room.slots === undefined ? undefined : { amount: exact(room.slots) };
  const { lines } = judgeFacility(
    pack,
    {
      kind: room.kind,
      supply: slots
        ? { childcare_building_area: { amount: area }, childcare_slots: slots }
        : { elderly_building_area: { amount: area } },
      ...(slots && { inclusiveSlots: slots }),
      ...(room.storey !== undefined && { storey: room.storey }),
      estateStatus: "existing",
    },
    { conflict: "strict", ...(year !== undefined && { year }) },
  );
  const failed = lines.find(({ verdict, severity }: Line) => verdict === "fail" && severity === "mandatory");
  if (failed === undefined) return undefined;
  const isStorey = pack.rules.find(({ id }) => id === failed.rule)?.type === "max";
  return { why: isStorey ? "storey-not-allowed" : "too-small", rule: failed.rule };
}

function costOf({ costs }: MeasureTerms, kind: MeasureKind, area: Exact): Exact {
  const { perM2, once } = costs[kind];
  return plus(exact(once), times(exact(perM2), area));
}

/** Yearly cost and years as the terms take them to be; of an unknown year nothing is late. */
function timesOf(
  { costs, years }: MeasureTerms,
  kind: MeasureKind,
  area: Exact,
  year: number | undefined,
): Pick<Measure, "yearly" | "earliest" | "lifetime"> {
  const { yearly } = costs[kind];
  const { takes, lasts } = years[kind] ?? {};
  return {
    ...(yearly !== undefined && { yearly: times(exact(yearly), area) }),
    ...(year !== undefined && takes !== undefined && { earliest: year + takes }),
    ...(lasts !== undefined && { lifetime: lasts }),
  };
}

/** What a site states is for all of it; a part costs its part. */
function siteCost(site: CandidateSite, terms: MeasureTerms, kind: MeasureKind, size: number): Exact {
  const whole = site.usableArea ?? 0;
  if (site.cost === undefined || whole === 0) return costOf(terms, kind, exact(size));
  return over(times(exact(site.cost), exact(size)), exact(whole));
}
