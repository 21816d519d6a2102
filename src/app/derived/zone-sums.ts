import {
  type KnownSum,
  type MetricSum,
  PEOPLE_COLUMNS,
  type PeopleColumn,
  type ZoneFacts,
  type ZoneSums,
} from "../../ui/tables/facts.ts";

/** Some zones added up: the people they state and what they lack. A surplus of one fills no other's lack. */
export function sumsOf({ people, results }: ZoneFacts, rows: readonly number[]): ZoneSums {
  const metrics: MetricSum[] = (results?.metrics ?? []).map(({ metric, unit, missing }) => ({
    ...{ metric, unit },
    ...knownSum(missing, rows),
  }));
  return {
    zones: rows.length,
    people: Object.fromEntries(
      PEOPLE_COLUMNS.map((column) => [column, knownSum(people[column], rows)]),
    ) as Record<PeopleColumn, KnownSum>,
    metrics,
  };
}

function knownSum(values: Float64Array, rows: readonly number[]): KnownSum {
  let [sum, known] = [0, 0];
  for (const row of rows) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return { sum, known };
}
