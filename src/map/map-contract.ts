import type { LngLat, Polygon } from "../core/geo/lng-lat.ts";
import type { BasemapState } from "./basemap/slot.ts";
import type { BasemapSource } from "./basemap/source.ts";
import type {
  Around,
  CityColumns,
  DrawnStreet,
  FacilityMarks,
  Focus,
  MapColours,
  PlanMark,
  Service,
  UnitPaint,
  WalkArea,
  ZonePaint,
} from "./columns.ts";
import type { Covered, Framing } from "./framing.ts";
import type { Drawn, OutlineDrawing } from "./outline-drawing.ts";
import type { Place } from "./pin.ts";
import type { Pointed } from "./pointing.ts";
import type { MapPicture } from "./read-picture.ts";
import type { SheetOptions } from "./sheet.ts";
import type { Sketch } from "./sketch.ts";

/** A place of a plan under the hand: its row, in degrees. `giveUp` ends the drag as if it had never begun. */
export interface HeldMark {
  readonly row: number;
  readonly lng: number;
  readonly lat: number;
  readonly giveUp: () => void;
}

/** What happens on the map, in rows and degrees. */
export interface MapEvents {
  /** `adding`: to what is picked already. */
  readonly onZone: (row: number, adding: boolean) => void;
  /** A 街道, where 街道 are shaded. */
  readonly onUnit: (id: string) => void;
  readonly onFacility: (row: number) => void;
  /** A place of a plan. */
  readonly onMark?: (row: number) => void;
  /** It was dragged there. */
  readonly onMoveMark?: (row: number, lng: number, lat: number) => void;
  /** It is being dragged there; absent: that is given up, and it stays where it was. */
  readonly onHoldMark?: (held: HeldMark | undefined) => void;
  readonly onNothing: () => void;
  /** Where a place was asked for. */
  readonly onPlace: (lng: number, lat: number) => void;
  readonly onHover: (pointed: Pointed) => void;
  /** An outline that is asked for is drawn so far. */
  readonly onSketch: (sketch: Sketch & Pick<Drawn, "begun" | "wrong">) => void;
  /** It is drawn, with a place in its middle. */
  readonly onOutline: (shape: readonly Polygon[], middle: LngLat | undefined) => void;
  readonly onMove: (row: number, lng: number, lat: number) => void;
  /** Where a click would put what is asked for, or letting go a facility that is dragged; absent: nowhere any more. */
  readonly onAim: (aim: Aim | undefined) => void;
  /** The city is on the screen, its zones painted. */
  readonly onDrawn: () => void;
  readonly onBasemap: (state: BasemapState) => void;
}

export interface CityMap extends Pick<Framing, "refit" | "show" | "zoomBy" | "seen" | "follow" | "onCamera"> {
  setCity(city: CityColumns): void;
  setFacilities(marks: FacilityMarks): void;
  setPaint(paint: ZonePaint): void;
  /** Shades 街道 in place of zones; `undefined`: no longer. */
  setUnitPaint(paint: UnitPaint | undefined): void;
  setFocus(focus: Focus): void;
  setAround(around: Around | undefined): void;
  setWalkArea(area: WalkArea | undefined): void;
  setServices(services: readonly Service[]): void;
  setStrays(strays: readonly LngLat[]): void;
  setStreetChanges(streets: readonly DrawnStreet[]): void;
  /** `undefined`: no plan is looked at. */
  setPlan(marks: readonly PlanMark[] | undefined): void;
  /** Whether the next click says a place, and does nothing else; on the map that has the focus, Space and Enter say the middle. */
  setAsking(asking: boolean): void;
  /** Says the middle of the map, where a place is asked for. */
  putInMiddle(): void;
  /** Where something is to stand. */
  setPin(at: Place | undefined): void;
  /** Whether an outline is asked for: every click is for that then. */
  setOutlineAsked(asked: OutlineAsked | undefined): void;
  /** The outline of something that is not in the document yet. */
  setOutline(shape: readonly Polygon[] | undefined): void;
  /** By what the outline that is asked for is drawn, beside the pointer. */
  outline(): OutlineDrawing | undefined;
  setColours(colours: MapColours): void;
  setBasemap(basemap: BasemapSource | undefined): void;
  showAll(): void;
  /** Brings a whole unit into view. */
  showUnit(id: string): void;
  /** Brings some zones into view together, with some facilities. */
  showZones(rows: readonly number[], facilities?: ReadonlySet<number>): void;
  /** What is drawn, once all of it is. */
  picture(): Promise<MapPicture>;
  remove(): void;
}

export interface Aim extends Place {
  readonly dragged?: { readonly row: number; readonly giveUp: () => void };
}

/** An outline to be drawn; or to be changed, where there is one to begin with. */
export interface OutlineAsked {
  readonly begin: readonly Polygon[] | undefined;
}

export interface MapOptions extends SheetOptions {
  /** Nothing moves by itself. */
  readonly still: boolean;
  readonly events: () => MapEvents;
  /** What lies over the map in its container now. */
  readonly covered: (map: HTMLElement) => Covered;
}
