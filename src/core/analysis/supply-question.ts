import type { Territory } from "../deficit/territory.ts";
import type { CountedOnce } from "../model/duplicates.ts";
import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import { isUnderReview, type ResidentialZone } from "../model/residential-zone.ts";
import type { ReachTable } from "../spatial/reach-table.ts";
import type { Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Outside, SupplyQuestion } from "../supply/demand.ts";
import type { Ties } from "../supply/ties.ts";
import type { Needs } from "./needs.ts";
import type { Offers } from "./offers.ts";
import type { Parameters } from "./parameters.ts";
import { METRICS_OF_ESTATES, subjectOfMetric } from "./zone-columns.ts";
import { NO_PACK, type ZonePacks } from "./zone-packs.ts";

export interface SupplyInput {
  readonly project: Project;
  readonly packs: ZonePacks;
  readonly reach: Readonly<Record<CareSubject, ReachTable>>;
  readonly territory: Territory;
  readonly parameters: Parameters;
  readonly duplicates: CountedOnce;
  /** By the high and by the low end of people who are known as a band. */
  readonly needs: Needs;
}

/** Offers under one pack: of what is built, and with approved designs too, for zones whose plan is under review. */
export interface PackOffers {
  readonly built: Offers;
  readonly planned: Offers;
}

/** Metrics that an estate rule of a pack in use speaks of. */
export function metricsOf(packs: ZonePacks): readonly Metric[] {
  const asked = new Set<string>();
  for (const { pack } of packs.packs) {
    for (const rule of pack.rules) if (rule.level === "estate") asked.add(rule.metric);
  }
  return METRICS_OF_ESTATES.filter((metric) => asked.has(metric));
}

/** What the methods are asked about one metric, under one of the two readings of what counts. */
export function supplyQuestion(
  metric: Metric,
  input: SupplyInput,
  ties: Ties,
  offers: readonly PackOffers[],
  reading: "offer" | "wider",
): SupplyQuestion {
  const { project, packs, needs } = input;
  const { zones, facilities } = project;
  const asked = packs.packs.map(({ pack }) =>
    pack.rules.some((rule) => rule.level === "estate" && rule.metric === metric),
  );
  const offered = (column: Offers[string] | undefined) => (facility: number) => column?.[facility]?.[reading];
  const tables = offers.map(({ built, planned }) => ({
    built: offered(built[metric]),
    planned: offered(planned[metric]),
  }));
  const offersTo = (zone: number) => {
    const table = tables[packs.of[zone] as number] ?? NO_TABLE;
    return isUnderReview(zones[zone] as ResidentialZone) ? table.planned : table.built;
  };
  const outside = outsideOf(metric, input);
  return {
    metric,
    subject: subjectOfMetric(metric),
    zoneCount: zones.length,
    facilityCount: facilities.length,
    ties,
    offersTo,
    offer: (facility, zone) => offersTo(zone)(facility),
    known: (zone) =>
      facilities.length > 0 && packs.of[zone] !== NO_PACK && asked[packs.of[zone] as number] === true,
    need: (zone) => needs.high.of(zone, metric),
    least: (zone) => needs.low.of(zone, metric),
    ...(outside && { outside }),
  };
}

const nothing = () => undefined;
const NO_TABLE = { built: nothing, planned: nothing };

/** Nothing where the metric is of no care that people walk to. */
function outsideOf(
  metric: Metric,
  { project, packs, reach, territory, parameters }: SupplyInput,
): Outside | undefined {
  const subject = CARE_SUBJECTS.find((each) => each === subjectOfMetric(metric));
  if (subject === undefined) return undefined;
  const opens = opensOutside(metric, packs);
  const communityOfZone = territory.zoneUnits[0];
  const communityOfFacility = territory.facilityUnits[0];
  return {
    reach: reach[subject],
    opens: (zone) => opens(zone, project.zones[zone]?.status),
    mayOpen: (zone) => project.zones[zone]?.status === undefined && opens(zone, "existing"),
    admits: (facility, zone) => {
      if (parameters.offsite === "circle") return true;
      const community = communityOfZone?.[zone] ?? -1;
      return community >= 0 && community === communityOfFacility?.[facility];
    },
  };
}

/**
 * Tells whether rooms outside a zone count for it too, where the supply method hands out any: for existing zones, where
 * a rule with a number counts by the circle.
 */
export function opensOutside(metric: Metric, { packs, of }: ZonePacks) {
  const isCare = CARE_SUBJECTS.some((each) => each === subjectOfMetric(metric));
  const byPack = packs.map(({ pack }) => isCare && countsByCircle(metric, pack));
  return (zone: number, status: ResidentialZone["status"]): boolean =>
    status === "existing" && byPack[of[zone] ?? NO_PACK] === true;
}

function countsByCircle(metric: Metric, { rules }: RulePack): boolean {
  return rules.some(
    (rule) =>
      rule.level === "estate" &&
      rule.metric === metric &&
      rule.estateStatus !== "new" &&
      rule.countingBasis === "circle_apportioned" &&
      (rule.type === "ratio_min" || rule.type === "floor"),
  );
}
