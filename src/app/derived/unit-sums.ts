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
  const zonesIn = new Uint32Array(units.length);
  const sums = PEOPLE_COLUMNS.map(() => new Float64Array(units.length));
  const known = PEOPLE_COLUMNS.map(() => new Uint32Array(units.length));
  // What the zones of a community lack that lie in a unit, by both.
  const lacks = new Map<number, number>();
  unitOfZone.forEach((unit, zone) => {
    if (unit < 0) return;
    add(zonesIn, unit, 1);
    PEOPLE_COLUMNS.forEach((column, at) => {
      const number = columns[column][zone] ?? Number.NaN;
      if (Number.isNaN(number)) return;
      add(sums[at], unit, number);
      add(known[at], unit, 1);
    });
    const community = zoneUnits[0]?.[zone] ?? -1;
    const lack = missing?.[zone] ?? Number.NaN;
    if (tier === 0 || community < 0 || !(lack > 0)) return;
    const both = unit * units.length + community;
    lacks.set(both, (lacks.get(both) ?? 0) + lack);
  });
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
          { sum: sums[at]?.[row] ?? 0, known: known[at]?.[row] ?? 0 },
        ]),
      ) as Record<PeopleColumn, KnownSum>;
      const name = units[worst.get(row)?.community ?? -1]?.name;
      return [[unit, { people, ...(name !== undefined && { worst: name }) }] as const];
    }),
  );
}

function add(column: Float64Array | Uint32Array | undefined, at: number, amount: number): void {
  if (column) column[at] = (column[at] ?? 0) + amount;
}

/** Of a unit without zones. */
export const NOBODY: Readonly<Record<PeopleColumn, KnownSum>> = {
  households: { sum: 0, known: 0 },
  residents: { sum: 0, known: 0 },
  elderly60: { sum: 0, known: 0 },
  under3: { sum: 0, known: 0 },
};
