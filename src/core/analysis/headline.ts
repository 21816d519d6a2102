import { worstStreets } from "../deficit/rank.ts";
import { districtOf, type Territory } from "../deficit/territory.ts";
import { VERDICTS, type Verdict } from "../standards/verdict.ts";
import { type Headline, type MetricColumns, type RollUpRow, ZONE_FLAGS } from "./results.ts";

/** What is missing in all and where most: never a count of failed zones alone. */
export function headlineOf(
  verdict: Uint8Array,
  flags: Uint8Array,
  byMetric: readonly MetricColumns[],
  rollUp: readonly RollUpRow[],
  people: Headline["people"],
  territory: Pick<Territory, "units" | "unitRows" | "unitUnits">,
): Headline {
  const verdicts = Object.fromEntries(VERDICTS.map((name) => [name, 0])) as Record<Verdict, number>;
  for (const index of verdict) verdicts[VERDICTS[index] as Verdict]++;
  let estimated = 0;
  for (const flag of flags) if ((flag & ZONE_FLAGS.estimated) !== 0) estimated++;
  return {
    zones: verdict.length,
    missing: byMetric.map(({ metric, missing, perhaps }) => {
      let millionths = 0;
      let unsure = 0;
      let zones = 0;
      let zonesKnown = 0;
      missing.forEach((amount, row) => {
        if (!Number.isNaN(amount)) zonesKnown++;
        if (!(amount > 0)) return;
        millionths += Math.round(amount * 1e6);
        unsure += Math.round((perhaps[row] as number) * 1e6);
        zones++;
      });
      return { metric, amount: millionths / 1e6, perhaps: unsure / 1e6, zones, zonesKnown };
    }),
    worstStreets: worstStreets(rollUp, STREETS_NAMED, (street) => districtOf(territory, street)),
    verdicts,
    estimated,
    people,
  };
}

const STREETS_NAMED = 3;
