import { MapLibreOverlay } from "@deck.gl/maplibre";
import type {
  ExpressionSpecification,
  GeoJSONSource,
  LngLatBoundsLike,
  PointLike,
  Map as Sheet,
} from "maplibre-gl";
import type {
  Circles,
  CityColumns,
  FacilityMarks,
  Focus,
  MapColours,
  UnitPaint,
  ZonePaint,
} from "./columns.ts";
import { dataLayers } from "./data-layers.ts";
import { letDrag } from "./dragging.ts";
import { type EdgesInView, edgesInView } from "./edges-in-view.ts";
import {
  type IconSheet,
  iconSheet,
  leastMark,
  type PlacedFacility,
  placedFacilities,
} from "./facility-layer.ts";
import { circleFeatures, unitAreas, unitBoundaries, unitPoints, zonePoints } from "./features.ts";
import { type PointHits, pointHits, type ZoneHits, zoneHits } from "./hit-index.ts";
import { boundsOf } from "./polygons.ts";
import { blankSheet, type SheetOptions } from "./sheet.ts";
import { NO_COLOUR, type SourceName, sheetLayers, UNDER_LABELS, UNIT_AREAS } from "./style.ts";
import { type ZoneDrawing, zoneDrawing } from "./zone-layers.ts";

/** What happens on the map, in rows and degrees. */
export interface MapEvents {
  readonly onZone: (row: number) => void;
  /** A 街道, where 街道 are shaded. */
  readonly onUnit: (id: string) => void;
  readonly onFacility: (row: number) => void;
  readonly onNothing: () => void;
  readonly onHover: (row: number | undefined) => void;
  readonly onHoverUnit: (id: string | undefined) => void;
  readonly onMove: (row: number, lng: number, lat: number) => void;
  /** The city is on the screen, its zones painted. */
  readonly onDrawn: () => void;
}

export interface CityMap {
  setCity(city: CityColumns): void;
  setFacilities(marks: FacilityMarks): void;
  setPaint(paint: ZonePaint): void;
  /** Shades 街道 in place of zones; `undefined`: no longer. */
  setUnitPaint(paint: UnitPaint | undefined): void;
  setFocus(focus: Focus): void;
  setCircles(circles: Circles | undefined): void;
  setColours(colours: MapColours): void;
  /** Keep this many pixels of the right and lower edge free of what is shown. */
  setMargin(right: number, bottom: number): void;
  showAll(): void;
  /** Brings a place into view if it is outside; `closer` also to a scale at which a single zone is made out. */
  show(lng: number, lat: number, closer: boolean): void;
  /** Brings a whole unit into view. */
  showUnit(id: string): void;
  zoomBy(steps: number): void;
  remove(): void;
}

export interface MapOptions extends SheetOptions {
  /** Nothing moves by itself. */
  readonly still: boolean;
  readonly events: () => MapEvents;
}

/** A map of one city at a time. All picking is done on the CPU; the drawing library only draws. */
export function createCityMap(options: MapOptions): CityMap {
  const { container, still, events } = options;
  const sheet = blankSheet(options);
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });

  let { colours } = options;
  let icons: IconSheet = iconSheet(colours);
  let city: CityColumns | undefined;
  let drawing: ZoneDrawing | undefined;
  let paint: ZonePaint | undefined;
  let unitPaint: UnitPaint | undefined;
  let placed: readonly PlacedFacility[] = [];
  let focus: Focus = {};
  let circles: Circles | undefined;
  let hits: { zones: ZoneHits; facilities: PointHits } | undefined;
  let moved: { row: number; to: [number, number] } | undefined;
  let margin = { right: 0, bottom: 0 };
  let mark = leastMark(sheet.getZoom());
  let edges: EdgesInView | undefined;
  let styled = false;
  let drawn: CityColumns | undefined;

  // The data layers find their place under the labels only in a style at rest: before any source is filled.
  sheet.once("load", () => {
    styled = true;
    sheet.addControl(overlay);
    draw();
    shadeUnits(sheet, unitPaint);
    fillSources();
  });

  const fill = (source: SourceName, data: GeoJSON.FeatureCollection) =>
    void (sheet.getSource(source) as GeoJSONSource | undefined)?.setData(data);

  const fillSources = () => {
    if (!styled || !city) return;
    fill("backdrop", city.backdrop);
    fill("units", unitBoundaries(city.units));
    fill("unit-areas", unitAreas(city.units));
    fill("unit-points", unitPoints(city.units));
    fill("zone-points", zonePoints(city.zones));
    fill("circles", circleFeatures(circles));
  };

  const draw = () => {
    if (!styled) return;
    sheet.setFilter("unit-chosen", ["==", ["get", "id"], focus.unit ?? ""]);
    sheet.setFilter("unit-hovered", ["==", ["get", "id"], focus.hoverUnit ?? ""]);
    const edged = edges?.rings ?? [];
    overlay.setProps({
      layers: dataLayers({
        ...{ colours, drawing, edged, paint, icons, focus, moved, mark },
        placed: unitPaint ? [] : placed,
      }),
    });
    if (city && paint && drawn !== city) {
      drawn = city;
      sheet.once("idle", () => events().onDrawn());
    }
  };

  const findEdges = () => {
    const [west, south, east, north] = sheet.getBounds().toArray().flat() as [number, number, number, number];
    const view = { west, south, east, north };
    if (!drawing || !hits || edges?.holdsFor(view)) return;
    edges = edgesInView(drawing, hits.zones, view);
    draw();
  };
  sheet.on("moveend", findEdges);

  /** Leaves room to show something, however much of a small screen is covered. */
  const padding = () => {
    const { width, height } = container.getBoundingClientRect();
    const most = (covered: number, of: number) => Math.max(0, Math.min(32 + covered, of - 32 - LEAST_ROOM));
    return { top: 32, left: 32, right: most(margin.right, width), bottom: most(margin.bottom, height) };
  };

  const showAll = () => {
    if (!city) return;
    const bounds =
      boundsOf(city.zones.lng, city.zones.lat) ??
      boundsOf(
        placed.map((p) => p.position[0]),
        placed.map((p) => p.position[1]),
      );
    if (bounds)
      sheet.fitBounds(bounds as LngLatBoundsLike, { padding: padding(), animate: false, maxZoom: 16 });
  };

  const degreesPerPixel = () => 360 / (512 * 2 ** sheet.getZoom());

  const unitAt = (point: PointLike): string | undefined => {
    if (!unitPaint || !styled) return undefined;
    const [found] = sheet.queryRenderedFeatures(point, { layers: [UNIT_AREAS] });
    return found && String(found.properties.id);
  };

  const facilityAt = (lng: number, lat: number) => hits?.facilities.nearest(lng, lat, 9 * degreesPerPixel());

  sheet.on("click", ({ point, lngLat: { lng, lat } }) => {
    const unit = unitAt(point);
    if (unit !== undefined) return events().onUnit(unit);
    const facility = facilityAt(lng, lat);
    if (facility !== undefined) return events().onFacility(facility);
    const zone = hits?.zones.zoneAt(lng, lat, 7 * degreesPerPixel());
    if (zone !== undefined) events().onZone(zone);
    else events().onNothing();
  });

  sheet.on("mousemove", ({ point, lngLat: { lng, lat } }) => {
    if (moved) return;
    if (unitPaint) {
      const unit = unitAt(point);
      sheet.getCanvas().style.cursor = unit === undefined ? "" : "pointer";
      return events().onHoverUnit(unit);
    }
    const facility = facilityAt(lng, lat);
    const zone = facility === undefined ? hits?.zones.zoneAt(lng, lat, 7 * degreesPerPixel()) : undefined;
    const { style } = sheet.getCanvas();
    style.cursor =
      facility !== undefined
        ? facility === focus.facility
          ? "move"
          : "pointer"
        : zone !== undefined
          ? "pointer"
          : "";
    events().onHover(zone);
  });
  sheet.on("zoom", () => {
    const least = leastMark(sheet.getZoom());
    if (least === mark) return;
    mark = least;
    draw();
  });
  sheet.on("mouseout", () => events().onHover(undefined));

  letDrag(sheet, {
    grab: (lng, lat) => {
      const row = facilityAt(lng, lat);
      return row === focus.facility ? row : undefined;
    },
    onDrag: (row, lng, lat) => {
      moved = { row, to: [lng, lat] };
      if (circles) fill("circles", circleFeatures({ ...circles, lng, lat }));
      draw();
    },
    onDrop: (row, lng, lat) => {
      moved = undefined;
      events().onMove(row, lng, lat);
    },
  });

  return {
    setCity(next) {
      if (next.zones !== city?.zones) {
        drawing = zoneDrawing(next.zones);
        hits = {
          zones: zoneHits(next.zones),
          facilities: hits?.facilities ?? pointHits(new Float64Array(), new Float64Array()),
        };
      }
      const elsewhere = next.zones !== city?.zones;
      city = next;
      fillSources();
      if (elsewhere) {
        edges = undefined;
        showAll();
        findEdges();
      }
      draw();
    },
    setFacilities(marks) {
      placed = placedFacilities(marks);
      if (hits) hits = { ...hits, facilities: pointHits(marks.lng, marks.lat) };
      draw();
    },
    setPaint(next) {
      paint = next;
      draw();
    },
    setUnitPaint(next) {
      unitPaint = next;
      if (styled) shadeUnits(sheet, next);
      draw();
    },
    setFocus(next) {
      focus = next;
      draw();
    },
    setCircles(next) {
      circles = next;
      if (styled) fill("circles", circleFeatures(next));
    },
    setColours(next) {
      if (next === colours) return;
      colours = next;
      icons = iconSheet(next);
      if (styled) {
        recolour(sheet, next);
        shadeUnits(sheet, unitPaint);
      }
      draw();
    },
    setMargin(right, bottom) {
      margin = { right, bottom };
    },
    showAll,
    show(lng, lat, closer) {
      const { width, height } = container.getBoundingClientRect();
      const at = sheet.project([lng, lat]);
      const inside =
        at.x > 24 && at.y > 24 && at.x < width - margin.right - 24 && at.y < height - margin.bottom - 24;
      const zoom = closer ? Math.max(sheet.getZoom(), CLOSE_ZOOM) : sheet.getZoom();
      if (inside && zoom === sheet.getZoom()) return;
      const offset: [number, number] = [-margin.right / 2, -margin.bottom / 2];
      sheet.easeTo({ center: [lng, lat], zoom, offset, duration: still ? 0 : 180 });
    },
    showUnit(id) {
      const positions = city?.units.find((unit) => unit.id === id)?.shapes.positions ?? new Float64Array();
      const bounds = boundsOf(
        positions.filter((_, i) => i % 2 === 0),
        positions.filter((_, i) => i % 2 === 1),
      );
      if (bounds) sheet.fitBounds(bounds, { padding: padding(), maxZoom: 15, duration: still ? 0 : 180 });
    },
    zoomBy(steps) {
      sheet.zoomTo(sheet.getZoom() + steps, { duration: still ? 0 : 180 });
    },
    remove() {
      sheet.remove();
    },
  };
}

/** Pixels left to the map beside what covers it. */
const LEAST_ROOM = 64;
/** A zone is about as wide as a thumb. */
const CLOSE_ZOOM = 14.5;

function shadeUnits(sheet: Sheet, paint: UnitPaint | undefined) {
  const { fills, lines, opacity } = paint ?? { fills: NONE, lines: NONE, opacity: 0 };
  sheet.setPaintProperty(UNIT_AREAS, "fill-color", byId(fills, NO_COLOUR));
  sheet.setPaintProperty(UNIT_AREAS, "fill-opacity", opacity);
  const name = ["get", "name"] as ExpressionSpecification;
  const below = new Map([...lines].map(([id, line]) => [id, `\n${line}`]));
  sheet.setLayoutProperty(UNDER_LABELS, "text-field", ["concat", name, byId(below, "")]);
}

const NONE: ReadonlyMap<string, string> = new Map();

function byId(values: ReadonlyMap<string, string>, otherwise: string): ExpressionSpecification | string {
  if (values.size === 0) return otherwise;
  return ["match", ["get", "id"], ...[...values].flat(), otherwise] as unknown as ExpressionSpecification;
}

function recolour(sheet: Sheet, colours: MapColours) {
  for (const layer of sheetLayers(colours)) {
    for (const [name, value] of Object.entries(layer.paint ?? {}))
      sheet.setPaintProperty(layer.id, name as never, value as never);
  }
}
