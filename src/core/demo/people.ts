import type { Dice } from "../base/random.ts";
import { clamp } from "./plane.ts";
import type { Home } from "./settlement.ts";
import type { DemoPeople } from "./spec.ts";

/** Who really lives in a home; what its row says of them is decided elsewhere. */
export interface People {
  readonly households: number;
  readonly residents: number;
  readonly elderly60: number;
  readonly under3: number;
}

/** Fills the homes so that their totals meet the published ones: older people in the old core, children at the edge. */
export function peopleOf(homes: readonly Home[], totals: DemoPeople, dice: Dice): People[] {
  const households = householdsOf(homes, totals.residents / totals.householdSize);
  const residents = shared(
    totals.residents,
    homes.map((home, i) => (households[i] as number) * traitsOf(home).size * (1 + 0.04 * dice.bell())),
  );
  const elderly = shared(
    totals.residents * totals.share60,
    homes.map((home, i) => (residents[i] as number) * traitsOf(home).elderly * (1 + 0.14 * dice.bell())),
  );
  const under3 = shared(
    totals.residents * totals.shareUnder3,
    homes.map((home, i) => (residents[i] as number) * traitsOf(home).under3 * (1 + 0.18 * dice.bell())),
  );
  return homes.map((_, i) => ({
    households: households[i] as number,
    residents: residents[i] as number,
    elderly60: elderly[i] as number,
    under3: under3[i] as number,
  }));
}

interface Traits {
  readonly least: number;
  readonly most: number;
  /** Relative to the mean household. */
  readonly size: number;
  readonly elderly: number;
  readonly under3: number;
}

const TRAITS: Readonly<Record<"core" | "slab" | "fresh" | "town" | "village", Traits>> = {
  core: { least: 150, most: 1200, size: 0.91, elderly: 1.45, under3: 0.72 },
  slab: { least: 180, most: 1400, size: 0.96, elderly: 1.22, under3: 0.85 },
  fresh: { least: 600, most: 3500, size: 1.06, elderly: 0.6, under3: 1.35 },
  town: { least: 120, most: 900, size: 1.05, elderly: 1.05, under3: 0.9 },
  village: { least: 80, most: 800, size: 1.0, elderly: 1.5, under3: 0.7 },
};

function traitsOf(home: Home): Traits {
  if (home.kind !== "estate") return TRAITS[home.kind];
  return TRAITS[home.use === "core" || home.use === "slab" ? home.use : "fresh"];
}

/** Scaled to the wanted total, each within what its kind allows. */
function householdsOf(homes: readonly Home[], wanted: number): number[] {
  let factor = 1;
  let households: number[] = [];
  for (let round = 0; round < 30; round++) {
    households = homes.map((home) => {
      const { least, most } = traitsOf(home);
      return Math.round(clamp(home.households * factor, least, most));
    });
    const sum = households.reduce((a, b) => a + b, 0);
    if (Math.abs(sum - wanted) < wanted * 0.0005) break;
    factor *= wanted / sum;
  }
  return households;
}

/** Whole numbers in proportion to the weights, adding up to the total. */
function shared(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let given = 0;
  let reached = 0;
  return weights.map((weight) => {
    reached += weight;
    const part = Math.round((total * reached) / sum) - given;
    given += part;
    return part;
  });
}
