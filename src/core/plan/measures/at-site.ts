import type { Facility } from "../../model/facility.ts";
import { CARE_SUBJECTS, type CareSubject } from "../../model/facility-kind.ts";
import type { CandidateSite } from "../../model/site.ts";
import type { RulePack } from "../../standards/rule-pack.ts";
import type { Measure, Measures, MeasureTerms, Place, Refusal } from "../measure.ts";
import { barredBy, faultOf, unstatedOf } from "./eligibility.ts";
import { spentAt } from "./measure-costs.ts";
import { isPastItsTime, type SiteMeasure, siteMeasures, transitionOf } from "./site-kinds.ts";

/**
 * A site made a centre for the elderly, a nursery or both, in the sizes of the terms, in each of its ways. What it states
 * of cost and years is of the first of them; for the others they are assumed.
 */
export function measuresAtSite(
  site: CandidateSite,
  terms: MeasureTerms,
  pack: RulePack | undefined,
  year: number | undefined,
): Measures {
  const known = withLandsArea(site, terms);
  const { cost: _cost, yearlyCost: _yearly, usableYears: _years, ...unstated } = known;
  const found = siteMeasures(site).map((each, at) =>
    inOneWay(at === 0 ? known : unstated, each, terms, pack, year),
  );
  const isAssumed = known !== site;
  const measures = found
    .flatMap((each) => each.measures)
    .map((each): Measure => (isAssumed ? { ...each, conditions: [...each.conditions, "area"] } : each));
  // What is refused for every way is said once.
  const refused = new Map(found.flatMap((each) => each.refused).map((each) => [JSON.stringify(each), each]));
  return { measures, refused: [...refused.values()] };
}

/** Land without a stated area of rooms is taken to bear as much as the terms say. */
function withLandsArea(site: CandidateSite, { floorPerLand }: MeasureTerms): CandidateSite {
  const isLand = site.kind === "vacant_land" && site.usableArea === undefined && site.landArea !== undefined;
  return isLand ? { ...site, usableArea: (site.landArea ?? 0) * floorPerLand } : site;
}

interface Room {
  readonly subject: CareSubject;
  readonly size: number;
  readonly row: Facility;
}

function inOneWay(
  site: CandidateSite,
  measure: SiteMeasure,
  terms: MeasureTerms,
  pack: RulePack | undefined,
  year: number | undefined,
): Measures {
  const { kind, way } = measure;
  const place: Place = { site: site.id };
  const barred = barredBy(site, measure, terms) ?? (pack === undefined ? "no-pack" : undefined);
  const area = site.usableArea;
  if (barred !== undefined || pack === undefined || area === undefined) {
    return { measures: [], refused: [{ place, why: barred ?? "no-usable-area" }] };
  }
  const refused: Refusal[] = [];
  const rooms = (site.kind === "kindergarten" ? CHILDREN : CARE_SUBJECTS).flatMap((subject): Room[] => {
    const sizes = [...terms.sizes[subject].filter((size) => size < area), area];
    const tried = sizes.map((size) => {
      const row = roomOf(site, subject, size, terms, measure);
      return { subject, size, row, fault: faultOf(row, pack, year) };
    });
    const fault = tried.at(-1)?.fault;
    if (fault !== undefined) refused.push({ place, subject, ...fault });
    return tried.filter((each) => each.fault === undefined);
  });
  const transition = transitionOf(kind, pack);
  const unstated = unstatedOf(site, measure);
  const measures = choicesOf(rooms, area).map((chosen): Measure => {
    const size = chosen.reduce((sum, each) => sum + each.size, 0);
    const spent = spentAt(site, terms, kind, size, year);
    const years = site.usableYears ?? Math.min(spent.lifetime ?? Infinity, transition ?? Infinity);
    return {
      id: `${site.id}:${way === "own" ? "" : `${way}-`}${chosen.map((each) => `${each.subject}-${each.size}`).join("+")}`,
      ...{ kind, place, leaves: chosen.map(({ row }) => row), ...spent },
      ...(Number.isFinite(years) && { lifetime: years }),
      conditions: [
        ...unstated,
        ...(transition !== undefined && isPastItsTime(pack, year) ? (["transition"] as const) : []),
        ...(chosen.some(({ subject }) => subject === "childcare") ? (["registration"] as const) : []),
      ],
    };
  });
  return { measures, refused };
}

const CHILDREN: readonly CareSubject[] = ["childcare"];

/** Each room by itself, and one of each subject together where both have room. */
function choicesOf(rooms: readonly Room[], area: number): readonly (readonly Room[])[] {
  const pairs = rooms.flatMap((one) =>
    rooms.flatMap((other) =>
      one.subject === "elderly" && other.subject === "childcare" && one.size + other.size <= area
        ? [[one, other]]
        : [],
    ),
  );
  return [...rooms.map((each) => [each]), ...pairs];
}

/** A room as the plan would leave it: built, registered and inclusive, which it is built to be. */
function roomOf(
  site: CandidateSite,
  subject: CareSubject,
  size: number,
  { m2PerSlot }: MeasureTerms,
  { kind }: SiteMeasure,
): Facility {
  const storey = kind === "build" ? 1 : site.storey;
  const { fireCompliant, denseArea, zone } = site;
  const ofChildren = site.kind === "kindergarten" ? "C_KINDERGARTEN" : "C_COMMUNITY";
  return {
    id: `${site.id}-${subject}`,
    name: `${site.name ?? site.id}（${subject === "elderly" ? "养老" : "托育"}）`,
    kind: subject === "elderly" ? "E_COMM_CENTRE" : ofChildren,
    status: "built",
    at: site.at,
    areas: [{ subject, area: size }],
    ...(subject === "childcare" && {
      slots: Math.floor(size / m2PerSlot),
      registered: true,
      inclusive: true,
    }),
    ...(storey !== undefined && { storey }),
    ...(fireCompliant !== undefined && { fireCompliant }),
    ...(denseArea !== undefined && { denseArea }),
    ...(zone !== undefined && { zone }),
  };
}
