import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { tierOf } from "../../core/deficit/territory.ts";
import type { Metric } from "../../core/standards/rule.ts";
import { type KnownSum, PEOPLE_COLUMNS, type PeopleColumn, type UnitFacts } from "../../ui/tables/facts.ts";

type UnitSums = Pick<UnitFacts, "people" | "worst">;

/** The people columns of zones. */
export function peopleOf(zones: ProjectView["zones"]): Readonly<Record<PeopleColumn, Float64Array>> {
  const { households, residents, elderly60, under3 } = zones;
  return { households, residents, elderly60, under3 };
}

/** By unit of a tier: the people its zones state, and its community that lacks most of a metric. */
export function unitSums(
  zones: ProjectView["zones"],
  { territory, zones: { byMetric } }: AnalysisView,
  tier: number,
  metric: Metric | undefined,
): ReadonlyMap<string, UnitSums> {
  const { units, zoneUnits } = territory;
  const unitOfZone = zoneUnits[tier] ?? new Int32Array();
  const columns = peopleOf(zones);
  const missing = byMetric.find((one) => one.metric === metric)?.missing;
  const sums = new Map<number, Record<PeopleColumn, { sum: number; known: number }>>();
  const lacks = new Map<number, Map<number, number>>();
  unitOfZone.forEach((unit, zone) => {
    if (unit < 0) return;
    const people = sums.get(unit) ?? emptySums();
    sums.set(unit, people);
    for (const column of PEOPLE_COLUMNS) {
      const number = columns[column][zone] ?? Number.NaN;
      if (Number.isNaN(number)) continue;
      people[column].sum += number;
      people[column].known++;
    }
    const community = zoneUnits[0]?.[zone] ?? -1;
    const lack = missing?.[zone] ?? Number.NaN;
    if (tier === 0 || community < 0 || !(lack > 0)) return;
    const ofUnit = lacks.get(unit) ?? new Map<number, number>();
    lacks.set(unit, ofUnit.set(community, (ofUnit.get(community) ?? 0) + lack));
  });
  return new Map(
    units.flatMap(({ level, unit }, row) => {
      const people = sums.get(row);
      if (tierOf(level) !== tier || people === undefined) return [];
      const [most] = [...(lacks.get(row) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const worst = most && units[most[0]]?.name;
      return [[unit, { people, ...(worst !== undefined && { worst }) }] as const];
    }),
  );
}

function emptySums() {
  const none = () => ({ sum: 0, known: 0 });
  return { households: none(), residents: none(), elderly60: none(), under3: none() };
}

/** Of a unit without zones. */
export const NOBODY: Readonly<Record<PeopleColumn, KnownSum>> = emptySums();
