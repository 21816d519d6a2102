import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { tierOf } from "../../core/deficit/territory.ts";
import type { Metric } from "../../core/standards/rule.ts";
import { type KnownSum, PEOPLE_COLUMNS, type PeopleColumn, type UnitFacts } from "../../ui/tables/facts.ts";

type UnitSums = Pick<UnitFacts, "people" | "worst" | "zones">;

/** The people columns of zones. */
export function peopleOf(zones: ProjectView["zones"]): Readonly<Record<PeopleColumn, Float64Array>> {
  const { households, residents, elderly60, under3 } = zones;
  return { households, residents, elderly60, under3 };
}

/** By unit of a tier: how many zones it has, the people they state, and its community that lacks most of a metric. */
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
  const zonesIn = new Uint32Array(units.length);
  for (const unit of unitOfZone) add(zonesIn, unit, 1);
  const stated = PEOPLE_COLUMNS.map((column) => sumsIn(units.length, unitOfZone, columns[column]));
  // What the zones of a community lack that lie in a unit, by both.
  const lacks = new Map<number, number>();
  const communityOfZone = (tier > 0 && zoneUnits[0]) || new Int32Array();
  for (let zone = 0; zone < communityOfZone.length; zone++) {
    const [unit, community] = [unitOfZone[zone] ?? -1, communityOfZone[zone] ?? -1];
    const lack = missing?.[zone] ?? Number.NaN;
    if (unit < 0 || community < 0 || !(lack > 0)) continue;
    const both = unit * units.length + community;
    lacks.set(both, (lacks.get(both) ?? 0) + lack);
  }
  const worst = new Map<number, { readonly community: number; readonly lack: number }>();
  for (const [both, lack] of lacks) {
    const [unit, community] = [Math.floor(both / units.length), both % units.length];
    const most = worst.get(unit);
    if (!most || lack > most.lack || (lack === most.lack && community < most.community))
      worst.set(unit, { community, lack });
  }
  return new Map(
    units.flatMap(({ level, unit }, row) => {
      if (tierOf(level) !== tier || zonesIn[row] === 0) return [];
      const people = Object.fromEntries(
        PEOPLE_COLUMNS.map((column, at) => [
          column,
          { sum: stated[at]?.sums[row] ?? 0, known: stated[at]?.known[row] ?? 0 },
        ]),
      ) as Record<PeopleColumn, KnownSum>;
      const name = units[worst.get(row)?.community ?? -1]?.name;
      return [
        [unit, { people, zones: zonesIn[row] ?? 0, ...(name !== undefined && { worst: name }) }] as const,
      ];
    }),
  );
}

/** By unit, the sum of what its zones state of one column, and how many state it. */
function sumsIn(count: number, unitOfZone: Int32Array, column: Float64Array) {
  const [sums, known] = [new Float64Array(count), new Uint32Array(count)];
  for (let zone = 0; zone < unitOfZone.length; zone++) {
    const [unit, number] = [unitOfZone[zone] ?? -1, column[zone] ?? Number.NaN];
    if (Number.isNaN(number)) continue;
    add(sums, unit, number);
    add(known, unit, 1);
  }
  return { sums, known };
}

/** To no unit, −1, nothing is added. */
function add(column: Float64Array | Uint32Array, at: number, amount: number): void {
  if (at >= 0) column[at] = (column[at] ?? 0) + amount;
}

/** Of a unit without zones. */
export const NOBODY: Readonly<Record<PeopleColumn, KnownSum>> = {
  households: { sum: 0, known: 0 },
  residents: { sum: 0, known: 0 },
  elderly60: { sum: 0, known: 0 },
  under3: { sum: 0, known: 0 },
};
