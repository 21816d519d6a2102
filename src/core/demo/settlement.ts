import type { Dice } from "../base/random.ts";
import { seatOf, villageLanes, villagesOf } from "./countryside.ts";
import { centreOf } from "./lot.ts";
import { type Mosaic, mosaicOf } from "./mosaic.ts";
import { cutTown, type Parcel } from "./parcels.ts";
import type { Plan } from "./plan.ts";
import { mean, type Point } from "./plane.ts";
import { districtsOf, groupsOf, weightedCentre } from "./precincts.ts";
import type { DemoSpec } from "./spec.ts";
import type { LandUse, StreetLine } from "./street-grid.ts";

/** Where people live, and the units that their quarters were grouped into. */
export interface Settlement {
  readonly homes: readonly Home[];
  readonly districts: readonly District[];
  readonly mosaic: Mosaic;
  readonly parks: readonly Parcel[];
  /** Streets of the towns and lanes between villages. */
  readonly streets: readonly StreetLine[];
}

export interface District {
  readonly at: Point;
  readonly lots: readonly number[];
  readonly streets: readonly Precinct[];
}

/** A street (街道) of the city or a town (镇) of the country. */
export interface Precinct {
  readonly at: Point;
  readonly town: boolean;
  readonly lots: readonly number[];
  readonly communities: readonly Neighbourhood[];
}

/** A community (社区) or a village (村). */
export interface Neighbourhood {
  readonly at: Point;
  readonly village: boolean;
  readonly lots: readonly number[];
  readonly homes: readonly Home[];
  /** Parcels where nobody lives: schools, shops, offices, works. */
  readonly otherParcels: readonly Parcel[];
  readonly use: LandUse;
}

export interface Home {
  readonly kind: "estate" | "town" | "village";
  readonly use: LandUse;
  readonly centre: Point;
  /** Absent: known as a point. */
  readonly corners?: readonly Point[];
  readonly area: number;
  readonly outness: number;
  /** Households before they are calibrated. */
  readonly households: number;
}

export function settle(plan: Plan, spec: DemoSpec, dice: Dice): Settlement {
  const quarters = plan.quarters;
  const mosaic = mosaicOf(quarters.map((quarter) => quarter.lot));
  const centres = quarters.map((quarter) => centreOf(quarter.lot.corners));
  const urban = indices(quarters.length, (i) => !(quarters[i] as { rural: boolean }).rural);
  const rural = indices(quarters.length, (i) => (quarters[i] as { rural: boolean }).rural);
  const streets: StreetLine[] = [];

  const towns = groupsOf(rural, mosaic, centres, () => 1, spec.zones.towns);
  const seats = towns.map((lots) => seatOf(lots, centres, quarters, plan));
  const townParcels = new Map<number, readonly Parcel[]>();
  for (const seat of seats) {
    townParcels.set(
      seat,
      cutTown(plan.quarters[seat] as Plan["quarters"][number], plan.land, plan.terrain, dice, streets),
    );
  }
  const villages = villagesOf(rural, seats, centres, quarters, plan, spec.zones.villages, dice);

  const parcels = quarters.flatMap((quarter, lot) =>
    [...quarter.parcels, ...(townParcels.get(lot) ?? [])].map((parcel) => ({ parcel, lot })),
  );
  const count = spec.zones.urban + spec.zones.villages - villages.size;
  const chosen = chooseHomes(parcels, new Set(rural), count, dice);
  const homes = new Map<number, Home[]>();
  const others = new Map<number, Parcel[]>();
  const parks: Parcel[] = [];
  for (const { parcel, lot } of parcels) {
    if (chosen.has(parcel)) push(homes, lot, homeOn(parcel, quarters[lot]?.rural === true, dice));
    else if (parcel.use !== "works" && dice.chance(0.055)) parks.push(parcel);
    else push(others, lot, parcel);
  }
  for (const [lot, village] of villages) push(homes, lot, village);
  const stops = centres.map((centre, lot) => villages.get(lot)?.centre ?? centre);
  streets.push(...villageLanes(rural, mosaic, stops, dice));

  const weight = (lot: number) => (homes.get(lot) ?? []).reduce((sum, home) => sum + home.households, 0);
  const neighbourhood = (lots: readonly number[], village: boolean): Neighbourhood => {
    const inIt = lots.flatMap((lot) => homes.get(lot) ?? []);
    const biggest = lots.toSorted((a, b) => weight(b) - weight(a) || a - b)[0] as number;
    return {
      at: inIt.length > 0 ? weightedCentre(inIt) : (centres[biggest] as Point),
      village,
      lots,
      homes: inIt,
      otherParcels: lots.flatMap((lot) => others.get(lot) ?? []),
      use: (quarters[biggest] as { use: LandUse }).use,
    };
  };
  const precinct = (
    lots: readonly number[],
    town: boolean,
    communities: readonly Neighbourhood[],
  ): Precinct => {
    const inIt = communities.flatMap((community) => community.homes);
    return {
      at: inIt.length > 0 ? weightedCentre(inIt) : mean(lots.map((lot) => centres[lot] as Point)),
      town,
      lots,
      communities,
    };
  };
  const precincts = [
    ...groupsOf(urban, mosaic, centres, weight, spec.zones.streets).map((lots) => {
      const people = lots.reduce((sum, lot) => sum + weight(lot), 0);
      const communities = groupsOf(lots, mosaic, centres, weight, Math.max(2, Math.round(people / 2600)));
      return precinct(
        lots,
        false,
        communities.map((part) => neighbourhood(part, false)),
      );
    }),
    ...towns.map((lots) =>
      precinct(
        lots,
        true,
        lots.map((lot) => neighbourhood([lot], !seats.includes(lot))),
      ),
    ),
  ];
  return {
    homes: [...homes.values()].flat(),
    districts: districtsOf(precincts, mosaic, spec),
    mosaic,
    parks,
    streets,
  };
}

/** Share of the parcels that are lived on, by use: more of the old core than of the edge. */
const LIVED_ON: Readonly<Record<LandUse, number>> = { core: 2.3, slab: 1.5, fresh: 1.3, works: 0, fields: 0 };

function chooseHomes(
  parcels: readonly { readonly parcel: Parcel; readonly lot: number }[],
  rural: ReadonlySet<number>,
  count: number,
  dice: Dice,
): Set<Parcel> {
  const ranked = parcels
    .map(({ parcel, lot }) => {
      const wanted = rural.has(lot) ? 1.3 : LIVED_ON[parcel.use];
      return { parcel, rank: wanted === 0 ? 9 : dice.unit() / wanted };
    })
    .filter(({ rank }) => rank < 9)
    .sort((a, b) => a.rank - b.rank || a.parcel.centre.x - b.parcel.centre.x);
  return new Set(ranked.slice(0, count).map(({ parcel }) => parcel));
}

/** Households per hectare: six storeys in the old parts, towers at the edge. */
const DENSITY: Readonly<Record<LandUse, number>> = { core: 250, slab: 205, fresh: 215, works: 0, fields: 0 };

function homeOn(parcel: Parcel, inTown: boolean, dice: Dice): Home {
  const density = inTown ? 130 : DENSITY[parcel.use];
  return {
    kind: inTown ? "town" : "estate",
    use: parcel.use,
    centre: parcel.centre,
    corners: parcel.corners,
    area: parcel.area,
    outness: parcel.outness,
    households: (parcel.area / 10_000) * density * (1 + 0.22 * dice.bell()) + 40,
  };
}

function indices(length: number, keep: (i: number) => boolean): number[] {
  return Array.from({ length }, (_, i) => i).filter(keep);
}

function push<Row>(rows: Map<number, Row[]>, key: number, row: Row): void {
  const list = rows.get(key);
  if (list) list.push(row);
  else rows.set(key, [row]);
}
