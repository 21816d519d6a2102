import { areaFor, type Facility } from "../../model/facility.ts";
import { type CareSubject, isCareSubject, subjectOfKind } from "../../model/facility-kind.ts";
import type { Project } from "../../model/project.ts";
import type { CandidateSite } from "../../model/site.ts";
import type { RulePack } from "../../standards/rule-pack.ts";
import type {
  Condition,
  Measure,
  MeasureKind,
  Measures,
  MeasureTerms,
  Place,
  Refusal,
  RefusalReason,
} from "../measure.ts";
import { barredBy, faultOf, unstatedOf } from "./eligibility.ts";
import { estateMetrics, fedBy, lacksRegistration } from "./estate-metrics.ts";
import { spentAt } from "./measure-costs.ts";
import type { PackAt } from "./pack-at.ts";
import type { SiteMeasure } from "./site-kinds.ts";

/**
 * Rooms added to facilities that run, by the sites that say so: to a kindergarten a nursery, to any other more of what it
 * is. Of several sites at one facility the first is taken.
 */
export function enlargements(
  project: Project,
  terms: MeasureTerms,
  packAt: PackAt,
  year: number | undefined,
): Measures {
  const measures: Measure[] = [];
  const refused: Refusal[] = [];
  const rows = new Map(project.facilities.map((row) => [row.id, row]));
  const taken = new Set<string>();
  for (const site of project.sites) {
    if (site.enlarges === undefined) continue;
    const place: Place = { site: site.id };
    const row = rows.get(site.enlarges);
    const pack = packAt({ at: row?.at ?? site.at });
    const why = taken.has(site.enlarges) ? "enlarged-by-another" : whyNot(site, row, terms, pack);
    if (why !== undefined || row === undefined || pack === undefined) {
      refused.push({ place, why: why ?? "no-pack" });
      continue;
    }
    taken.add(site.enlarges);
    const found = enlarged(site, row, terms, pack, year);
    measures.push(...found.measures);
    refused.push(...found.refused);
  }
  return { measures, refused };
}

function whyNot(
  site: CandidateSite,
  row: Facility | undefined,
  terms: MeasureTerms,
  pack: RulePack | undefined,
): RefusalReason | undefined {
  if (row === undefined) return "no-such-facility";
  if (row.status !== "built") return "not-running";
  const barred = barredBy(site, OWN, terms);
  if (barred !== undefined || pack === undefined) return barred;
  const subject = subjectOfKind(row.kind);
  if (!isCareSubject(subject) || (estateMetrics(pack).length > 0 && fedBy(row.kind, pack).length === 0))
    return "feeds-no-ratio";
  if (lacksAmount(row, pack)) return "size-not-known";
  return hasRooms(row) && lacksRegistration(row, pack) ? "not-registered" : undefined;
}

const OWN: SiteMeasure = { kind: "enlarge", way: "own" };

function enlarged(
  site: CandidateSite,
  row: Facility,
  terms: MeasureTerms,
  pack: RulePack,
  year: number | undefined,
): Measures {
  const place: Place = { site: site.id };
  const subject = subjectOfKind(row.kind) as CareSubject;
  const kind: MeasureKind = row.kind === "C_KINDERGARTEN" ? "add_nursery" : "enlarge";
  const area = site.usableArea ?? 0;
  const storey = site.storey ?? row.storey;
  const registers = subject === "childcare" && !hasRooms(row) && row.registered !== true;
  const conditions: readonly Condition[] = [
    ...unstatedOf({ ...site, ...(storey !== undefined && { storey }) }, OWN),
    ...(registers ? (["registration"] as const) : []),
  ];
  const measures: Measure[] = [];
  let fault: ReturnType<typeof faultOf>;
  for (const size of [...terms.sizes[subject].filter((each) => each < area), area]) {
    const grown = { ...larger(row, subject, size, terms), ...(registers && { registered: true }) };
    fault = faultOf({ ...grown, ...(storey !== undefined && { storey }) }, pack, year);
    if (fault !== undefined) continue;
    measures.push({
      ...{ id: `${site.id}:${subject}-${size}`, kind, place, leaves: [grown], runs: row },
      ...spentAt(site, terms, kind, size, year),
      conditions,
    });
  }
  return { measures, refused: fault === undefined ? [] : [{ place, subject, ...fault }] };
}

/** The facility with so many m² more of its subject, and the slots that they give. */
function larger(row: Facility, subject: CareSubject, size: number, { m2PerSlot }: MeasureTerms): Facility {
  return {
    ...row,
    areas: [...row.areas, { subject, area: size }],
    ...(row.totalArea !== undefined && { totalArea: row.totalArea + size }),
    ...(subject === "childcare" && { slots: (row.slots ?? 0) + Math.floor(size / m2PerSlot) }),
  };
}

/** How much there is already has to be known of whatever counts, or nobody could tell what is gained. */
function lacksAmount(row: Facility, pack: RulePack): boolean {
  if (row.unread !== undefined) return true;
  return fedBy(row.kind, pack).some((metric) => {
    if (metric === "childcare_slots") return row.slots === undefined;
    if (metric === "childcare_building_area")
      return row.slots !== 0 && areaFor(row, "childcare") === undefined;
    return areaFor(row, "elderly") === undefined;
  });
}

/** Whether it cares for anybody yet. */
function hasRooms(row: Facility): boolean {
  const subject = subjectOfKind(row.kind);
  return (row.slots ?? 0) > 0 || (areaFor(row, subject) ?? 0) > 0;
}
