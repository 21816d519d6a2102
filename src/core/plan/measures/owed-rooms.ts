import { exact } from "../../base/decimal.ts";
import { areaFor, type Facility, hasEnded } from "../../model/facility.ts";
import type { CareSubject } from "../../model/facility-kind.ts";
import type { Project } from "../../model/project.ts";
import type { MetricValues, ResidentialZone } from "../../model/residential-zone.ts";
import type { Measure, Measures, MeasureTerms, Place, Refusal } from "../measure.ts";
import { faultOf } from "./eligibility.ts";
import { assumed } from "./measure-costs.ts";
import type { PackAt } from "./pack-at.ts";

/**
 * Rooms that existing zones were due by their planning conditions (规划条件) and do not have, by the survey or else by
 * the rooms of their own, those that are to come too: reclaimed (追缴), each subject by itself or both.
 */
export function owedRooms(
  project: Project,
  terms: MeasureTerms,
  packAt: PackAt,
  year: number | undefined,
): Measures {
  const measures: Measure[] = [];
  const refused: Refusal[] = [];
  for (const zone of project.zones) {
    if (zone.status !== "existing" || zone.planningCondition === undefined) continue;
    const place: Place = { zone: zone.id };
    const own = project.facilities.filter((row) => row.zone === zone.id && !hasEnded(row.status));
    const pack = zone.at && packAt({ at: zone.at });
    const rows = owedTo(zone, zone.planningCondition, own, terms).flatMap((row) => {
      const fault = pack ? faultOf(row, pack, year) : ({ why: "no-pack" } as const);
      if (fault === undefined) return [row];
      refused.push({ place, subject: subjectOf(row), ...fault });
      return [];
    });
    const choices = rows.length > 1 ? [...rows.map((row) => [row]), rows] : rows.map((row) => [row]);
    for (const leaves of choices) {
      const area = leaves.reduce((sum, row) => sum + (areaFor(row, subjectOf(row)) ?? 0), 0);
      measures.push({
        id: `${zone.id}:reclaim-${leaves.map(subjectOf).join("+")}`,
        ...{ kind: "reclaim", place, leaves },
        ...assumed(terms, "reclaim", exact(area), year),
        conditions: [
          "owed",
          ...(leaves.some((row) => row.slots !== undefined) ? (["registration"] as const) : []),
        ],
      });
    }
  }
  return { measures, refused };
}

function owedTo(
  zone: ResidentialZone,
  due: MetricValues,
  own: readonly Facility[],
  { m2PerSlot }: MeasureTerms,
): readonly Facility[] {
  const there = (metric: keyof MetricValues, of: (row: Facility) => number | undefined) =>
    zone.asBuiltSurvey?.[metric] ?? own.reduce((sum, row) => sum + (of(row) ?? 0), 0);
  const areaOwed = (metric: keyof MetricValues, subject: CareSubject) =>
    Math.max(0, (due[metric] ?? 0) - there(metric, (row) => areaFor(row, subject)));
  const slotsDue = Math.max(0, (due.childcare_slots ?? 0) - there("childcare_slots", ({ slots }) => slots));
  const forElderly = areaOwed("elderly_building_area", "elderly");
  const forChildren = Math.max(areaOwed("childcare_building_area", "childcare"), slotsDue * m2PerSlot);
  const room = (subject: CareSubject, area: number): Facility => ({
    id: `${zone.id}-owed-${subject}`,
    name: `${zone.name ?? zone.id}（应配建${subject === "elderly" ? "养老" : "托育"}用房）`,
    kind: subject === "elderly" ? "E_ESTATE_STATION" : "C_COMMUNITY",
    ...{ status: "built", zone: zone.id, areas: [{ subject, area }] },
    ...(zone.at && { at: zone.at }),
  });
  const nursery = {
    registered: true,
    inclusive: true,
    slots: slotsDue || Math.floor(forChildren / m2PerSlot),
  };
  return [
    ...(forElderly > 0 ? [room("elderly", forElderly)] : []),
    ...(forChildren > 0 ? [{ ...room("childcare", forChildren), ...nursery }] : []),
  ];
}

function subjectOf({ slots }: Facility): CareSubject {
  return slots === undefined ? "elderly" : "childcare";
}
