import type { AdminCode, PackId } from "../base/ids.ts";
import type { Metres } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { FacilityKind } from "../model/facility-kind.ts";

/**
 * What an invented city is made from: `seeds/demo/<city>.json`. Places and names are invented; the totals are scaled
 * from published ones, and `published` says which.
 */
export interface DemoSpec {
  readonly id: DemoCityId;
  readonly name: BilingualName;
  readonly pack: PackId;
  /** The unit that holds all others. Its code begins with that of the pack's place, so the pack is found by code. */
  readonly root: { readonly code: AdminCode; readonly level: "city" | "district"; readonly name: string };
  /** Districts below a root of level city, from the centre outwards; none below a district. */
  readonly districts: readonly { readonly code: AdminCode; readonly name: string }[];
  /** Near the real city, so that distances and codes are those of the region. */
  readonly centre: LngLat;
  readonly asOf: string;
  readonly year: number;
  /** The demo city has 1 / scale of the residents of the place whose totals it follows. */
  readonly scale: number;
  readonly people: DemoPeople;
  readonly zones: DemoZoneCounts;
  readonly facilities: DemoFacilityTotals;
  readonly land: DemoLand;
  readonly words: DemoWords;
  readonly published: readonly PublishedFigure[];
}

export type DemoCityId = "xuzhou" | "sucheng" | "lianyungang" | "huaibei";

/** town: what the page opens. city: 20,000 × 3,000. province: 200,000 × 25,000. nation: 1,000,000 × 100,000. */
export type DemoSize = "town" | "city" | "province" | "nation";

export interface BilingualName {
  readonly zh: string;
  readonly en: string;
}

/** Totals that the generated rows meet: residents within 0.5 %, shares within 0.1 percentage points. */
export interface DemoPeople {
  readonly residents: number;
  readonly householdSize: number;
  readonly share60: number;
  readonly shareUnder3: number;
}

export interface DemoZoneCounts {
  /** Zones of the built area, towns included. */
  readonly urban: number;
  readonly villages: number;
  /** Streets (街道) and towns (镇). */
  readonly streets: number;
  readonly towns: number;
  /** First and last year in which the land of new zones was granted. */
  readonly granted: readonly [first: number, last: number];
}

export interface DemoFacilityTotals {
  /** Rows by kind. Exact. */
  readonly counts: Readonly<Partial<Record<FacilityKind, number>>>;
  /** Childcare slots of what is in operation, institutions to community points. Within 1 %. */
  readonly slots: number;
  /** Beds of institutions in operation. Within 1 %. */
  readonly beds: number;
  /** Mean m² of elderly-care rooms per 100 households of the existing zones that have some. */
  readonly elderlyPer100Households: number;
  /** What the pack asks of a new zone: elderly m² per 100 households, slots per 1000 residents. */
  readonly askedOfNew: { readonly elderlyPer100Households: number; readonly slotsPer1000: number };
  /** Rows that are not in operation: planned, being built, closed. They come on top of `counts`. */
  readonly notOperating: number;
  /** m² of childcare rooms for each slot. */
  readonly childcareAreaPerSlot: number;
  /** Childcare is measured in m² there, so that few rows say how many slots they have. */
  readonly childcareBy: "slots" | "area";
}

/** The lie of the land, in metres from the centre before streets are bent; x runs along the river, y across. */
export interface DemoLand {
  /** Mean radius of the built area. */
  readonly radius: Metres;
  /** Half the sides of the whole map. */
  readonly reach: readonly [x: Metres, y: Metres];
  /** Part of a full turn by which the whole plan is turned, counter-clockwise. */
  readonly turn: number;
  readonly river: {
    readonly y: Metres;
    readonly width: Metres;
    readonly meander: Metres;
    readonly bridges: number;
  };
  /** A canal from the river to the upper edge. */
  readonly canal?: { readonly x: Metres };
  readonly railway: { readonly x: Metres };
  readonly lakes: readonly Blob[];
  readonly hills: readonly Blob[];
  /** Open water beyond this x. */
  readonly coast?: { readonly x: Metres };
  /** Directions as parts of a full turn: where the new town grew, and where the works are. */
  readonly newTown: number;
  readonly industry: number;
}

export interface Blob {
  readonly x: Metres;
  readonly y: Metres;
  readonly radius: Metres;
}

/** The city's own words, with those that all demo cities share. */
export interface DemoWords extends CommonWords {
  readonly streets: readonly PlaceWord[];
  readonly towns: readonly string[];
  readonly roads: readonly string[];
}

/** A name that fits beside something: 湖滨 by the lake, 铁西 by the railway. */
export interface PlaceWord {
  readonly zh: string;
  readonly near?: "core" | "lake" | "river" | "railway" | "works" | "newTown" | "hill" | "sea";
}

/** `seeds/demo/words.json`: stems of names, and how they are written in Latin letters. */
export interface CommonWords {
  /** First and second character of a place; any two make a name. */
  readonly placeFirst: string;
  readonly placeSecond: string;
  readonly villageFirst: string;
  readonly villageSecond: string;
  readonly works: readonly string[];
  readonly estateFirst: readonly string[];
  readonly oldEstates: readonly string[];
  readonly slabEstates: readonly string[];
  readonly newEstates: readonly string[];
  readonly care: readonly string[];
  readonly nurseries: readonly string[];
}

/** A published total and what became of it here. */
export interface PublishedFigure {
  readonly what: string;
  readonly published: string;
  readonly source: string;
  readonly here: string;
}
