import type { LngLat, Polygon } from "../core/geo/lng-lat.ts";
import type { Subject } from "../core/model/facility-kind.ts";
import type { BasemapSource } from "./basemap/source.ts";

/** Rings of all rows: ring `r` is `positions[2 × ringStarts[r]] …`; polygons of row `i` are `rowStarts[i] … rowStarts[i + 1] − 1`. */
export interface ShapeColumns {
  readonly rowStarts: Uint32Array;
  readonly polygonStarts: Uint32Array;
  readonly ringStarts: Uint32Array;
  readonly positions: Float64Array;
}

/** What the map draws of a city. Degrees; NaN where a row has no place. */
export interface CityColumns {
  readonly zones: {
    readonly names: readonly string[];
    readonly lng: Float64Array;
    readonly lat: Float64Array;
    readonly shapes: ShapeColumns;
  };
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly level: string;
    readonly shapes: ShapeColumns;
  }[];
  readonly backdrop: GeoJSON.FeatureCollection;
  /** What brought the rows: they are shown as a whole where something else brings others, not where some are edited. */
  readonly broughtBy: unknown;
}

export interface FacilityMarks {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly subjects: readonly Subject[];
  /** Planned, under construction or not operating. */
  readonly hollow: readonly boolean[];
}

/** How each zone is drawn, by row: RGBA of fill and edge, and whether it is hatched or its edge dotted. */
export interface ZonePaint {
  readonly fills: Uint8Array;
  readonly edges: Uint8Array;
  readonly hatched: Uint8Array;
  readonly dotted: Uint8Array;
}

/** How 街道 are shaded, by id: `#rrggbb` or with an opacity behind it, and a line below the name. Units that are not named stay blank. */
export interface UnitPaint {
  readonly fills: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, string>;
  /** Ids, those first whose names are to be read where not all have room. */
  readonly order: readonly string[];
  readonly opacity: number;
}

/** Colours of everything that is not a zone. `#rrggbb`. */
export interface MapColours {
  readonly ground: string;
  readonly ink: string;
  readonly accent: string;
  /** Of ground within a walk: a little darker than a light ground, a little lighter than a dark one. */
  readonly walkArea: string;
  readonly subjects: Readonly<Record<Subject, string>>;
  readonly backdrop: {
    readonly water: string;
    readonly green: string;
    readonly street: string;
    readonly streetMain: string;
    readonly rail: string;
    readonly boundary: string;
    readonly label: string;
  };
}

/** What is chosen or pointed at, by row or id. */
export interface Focus {
  readonly zone?: number | undefined;
  /** Zones picked to be looked at together. */
  readonly picked?: readonly number[];
  /** 片区, each outlined by its zones: all that are listed, the one pointed at, and the chosen one with its facilities. */
  readonly areas?: readonly number[];
  readonly hoverArea?: readonly number[] | undefined;
  readonly area?: { readonly zones: readonly number[]; readonly facilities: ReadonlySet<number> } | undefined;
  readonly facility?: number | undefined;
  readonly unit?: string | undefined;
  /** Units marked on the map, by id. */
  readonly marked?: readonly string[];
  readonly hoverZone?: number | undefined;
  readonly hoverUnit?: string | undefined;
}

/** What is drawn around what is chosen, to say how far people walk. */
export type Around = Circles | WalkedStreets | StraightWay;

/** The circles around a facility, in walking metres, and what one walking metre is in a straight line. */
export interface Circles {
  readonly kind: "circles";
  readonly lng: number;
  readonly lat: number;
  readonly limit: number;
  readonly limitLabel: string;
  readonly rings: readonly { readonly metres: number; readonly label: string }[];
  readonly detour: number;
}

/**
 * The parts of streets from which people walk to a facility within the limit, and an area around them that illustrates
 * it. Corners of part `p` are `positions[2 × starts[p]] … positions[2 × starts[p + 1] − 1]`.
 */
export interface WalkedStreets {
  readonly kind: "streets";
  readonly starts: Uint32Array;
  readonly positions: Float64Array;
  readonly area: readonly Polygon[];
  readonly label: string;
}

/** A straight way that cannot be walked so, where something bars it, and what that is in words. */
export interface StraightWay {
  readonly kind: "straight";
  readonly from: LngLat;
  readonly to: LngLat;
  readonly barredAt?: LngLat;
  readonly label: string;
}

/** Everything within a walk of some places, in degrees and straight-line metres, and what it is in words. */
export interface WalkArea {
  readonly label: string;
  readonly positions: readonly (readonly [lng: number, lat: number])[];
  readonly metres: number;
}

/** A line between a zone and a facility that serves it. */
export interface Service {
  readonly zone: LngLat;
  readonly facility: LngLat;
  /** Whom the rooms or slots are for. */
  readonly subject: Subject;
  /** In pixels. */
  readonly width: number;
}

/** A street that is closed, added or opened, or asked about. */
export interface DrawnStreet {
  readonly kind: "closed" | "added" | "opened" | "asked";
  readonly line: readonly LngLat[];
}

/** A place that a plan could do something at, or does. */
export interface PlanMark extends LngLat {
  /** Whom what is done here is for, or could be; absent where something else marks the place. */
  readonly subject?: Subject;
  /** Its number in the list of measures; absent where nothing is done. */
  readonly number?: number;
  readonly isChosen: boolean;
  readonly isPointed: boolean;
  /** It can be dragged elsewhere, to see what would follow. */
  readonly isMovable: boolean;
  /** A candidate site where nothing is known that could be done. */
  readonly isUnusable?: boolean;
}

/** All that a map shows. */
export interface MapContent {
  readonly colours: MapColours;
  readonly city: CityColumns;
  readonly facilities: FacilityMarks;
  readonly paint: ZonePaint;
  /** 街道 shaded in place of zones. */
  readonly unitPaint: UnitPaint | undefined;
  readonly focus: Focus;
  readonly around: Around | undefined;
  readonly walkArea: WalkArea | undefined;
  /** Who serves whom, of what is chosen. */
  readonly services: readonly Service[];
  /** Where something stands that no street leads to. */
  readonly strays: readonly LngLat[];
  /** Streets that the planner changed, or is about to. */
  readonly streetChanges: readonly DrawnStreet[];
  /** Places of a plan; absent where none is looked at. */
  readonly plan?: readonly PlanMark[] | undefined;
  readonly basemap: BasemapSource | undefined;
}
