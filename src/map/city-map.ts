import type { Map as Sheet } from "maplibre-gl";
import type { LngLat, Polygon } from "../core/geo/lng-lat.ts";
import { pointInside } from "../core/geo/ring.ts";
import { basemapSlot } from "./basemap/slot.ts";
import type { BasemapSource } from "./basemap/source.ts";
import type {
  Around,
  CityColumns,
  DrawnStreet,
  Focus,
  MapColours,
  PlanMark,
  Service,
  UnitPaint,
  WalkArea,
  ZonePaint,
} from "./columns.ts";
import { dataLayers } from "./data-layers.ts";
import { dataOverlay } from "./data-overlay.ts";
import { letDrag } from "./dragging.ts";
import { type EdgesInView, edgesInView } from "./edges-in-view.ts";
import {
  type IconSheet,
  iconSheet,
  leastMark,
  MARKS_A_FRAME,
  type PlacedFacility,
  placedFacilities,
} from "./facility-layer.ts";
import {
  fillAround,
  fillCity,
  fillMarks,
  fillSketch,
  fillStrays,
  fillStreetChanges,
} from "./fill-sources.ts";
import { framing } from "./framing.ts";
import { type PointHits, pointHits, type ZoneHits, zoneHits } from "./hit-index.ts";
import type { CityMap, MapOptions, OutlineAsked } from "./map-contract.ts";
import { degreesPerPixel } from "./mercator.ts";
import { type Drawn, type OutlineDrawing, outlineDrawing } from "./outline-drawing.ts";
import { type Place, pinOn } from "./pin.ts";
import { planOnMap } from "./plan-on-map.ts";
import { letPoint, type Pointed } from "./pointing.ts";
import { boundsOf, boundsOfPositions } from "./polygons.ts";
import { readPicture } from "./read-picture.ts";
import { settled } from "./settled.ts";
import { blankSheet } from "./sheet.ts";
import { sketchOf } from "./sketch.ts";
import { sheetLayers } from "./style.ts";
import { shadeUnits, unitAt } from "./unit-shading.ts";
import { NO_DATA, type ZoneDrawing, zoneDrawing } from "./zone-layers.ts";

/** A map of one city at a time. All picking is done on the CPU; the drawing library only draws. */
export function createCityMap(options: MapOptions): CityMap {
  const { container, still, events, covered } = options;
  const sheet = blankSheet(options);
  const frame = framing(sheet, container, still, covered);
  let cursor: Cursor = "";
  const overlay = dataOverlay(sheet, () => cursor);
  const showCursor = (next: Cursor) => {
    cursor = next;
    sheet.getCanvas().style.cursor = next;
  };

  let { colours } = options;
  let icons: IconSheet = iconSheet(colours);
  let city: CityColumns | undefined;
  let drawing: ZoneDrawing | undefined;
  let paint: ZonePaint | undefined;
  let unitPaint: UnitPaint | undefined;
  let placed: readonly PlacedFacility[] = [];
  let marked: readonly PlacedFacility[] = [];
  let focus: Focus = {};
  let around: Around | undefined;
  let walkArea: WalkArea | undefined;
  let services: readonly Service[] = NO_DATA;
  let strays: readonly LngLat[] = [];
  let streetChanges: readonly DrawnStreet[] = [];
  let hits: { zones: ZoneHits; facilities: PointHits } | undefined;
  let asking = false;
  let pinned: Place | undefined;
  let moved: { row: number; to: [number, number] } | undefined;
  let mark = leastMark(sheet.getZoom());
  let edges: EdgesInView | undefined;
  let styled = false;
  let drawn: CityColumns | undefined;
  let filled: CityColumns | undefined;
  let outlineAsked: OutlineAsked | undefined;
  let drawingOutline: OutlineDrawing | undefined;
  let sketched: Drawn | undefined;
  let outline: readonly Polygon[] | undefined;
  let basemap: BasemapSource | undefined;
  const pin = pinOn(sheet);
  const slot = basemapSlot(sheet, (state) => events().onBasemap(state));

  // The data layers find their place under the labels only in a style at rest: before any source is filled.
  const loaded = new Promise<void>((resolve) => {
    sheet.once("load", () => {
      styled = true;
      sheet.addControl(overlay);
      draw();
      shadeUnits(sheet, unitPaint);
      fillSources();
      resolve();
    });
  });
  let laid = loaded;
  const layBasemap = () => {
    laid = loaded.then(() => slot.set(basemap, colours));
  };

  const fillSources = () => {
    if (!styled || !city) return;
    fillCity(sheet, city, filled);
    filled = city;
    fillMarks(sheet, city, focus.marked ?? []);
    fillAround(sheet, around);
    fillStrays(sheet, strays);
    fillStreetChanges(sheet, streetChanges);
    plan.fill();
    fillOutline();
  };

  const fillOutline = () => {
    if (!styled) return;
    if (sketched) fillSketch(sheet, sketched.sketch, { cursor: sketched.cursor, handles: true });
    else fillSketch(sheet, outline && sketchOf(outline), { handles: false });
  };

  const draw = () => {
    if (!styled) return;
    sheet.setFilter("unit-chosen", ["==", ["get", "id"], focus.unit ?? ""]);
    sheet.setFilter("unit-hovered", ["==", ["get", "id"], focus.hoverUnit ?? ""]);
    const edged = edges?.rings ?? [];
    overlay.setProps({
      layers: dataLayers({
        ...{ colours, drawing, edged, paint, icons, focus, moved, mark, ...plan.drawn() },
        placed: unitPaint ? NO_DATA : marked,
        walkArea: unitPaint ? undefined : walkArea,
        services: unitPaint || moved ? NO_DATA : services,
      }),
    });
    if (city && paint && drawn !== city) {
      drawn = city;
      sheet.once("idle", () => {
        // The page around it may have been laid out meanwhile.
        frame.refit();
        events().onDrawn();
      });
    }
  };

  const drawMarks = (most: number) => {
    marked = most >= placed.length ? placed : placed.slice(0, most);
    draw();
  };
  // The sheet is not at rest before all of them are drawn.
  sheet.on("render", () => {
    if (marked.length >= placed.length || unitPaint) return;
    drawMarks(marked.length + MARKS_A_FRAME);
    sheet.triggerRepaint();
  });

  const findEdges = () => {
    const [west, south, east, north] = sheet.getBounds().toArray().flat() as [number, number, number, number];
    const view = { west, south, east, north };
    if (!drawing || !hits || edges?.holdsFor(view)) return;
    edges = edgesInView(drawing, hits.zones, view);
    draw();
  };
  sheet.on("moveend", findEdges);

  const showAll = () => {
    if (!city) return;
    const bounds =
      boundsOf(city.zones.lng, city.zones.lat) ??
      boundsOf(
        placed.map((p) => p.position[0]),
        placed.map((p) => p.position[1]),
      );
    frame.keep(bounds, 16);
  };

  const pixel = () => degreesPerPixel(sheet.getZoom());

  const plan = planOnMap(sheet, {
    ...{ events, onMoved: () => draw() },
    isStyled: () => styled,
    isFree: () => !asking && !drawingOutline,
  });

  const facilityAt = (lng: number, lat: number) => hits?.facilities.nearest(lng, lat, 9 * pixel());

  letPoint(sheet, {
    find: (lng, lat, point) => {
      if (asking) return { kind: "place", lng, lat };
      if (moved) return { kind: "facility", row: moved.row };
      const held = plan.drawn().movedMark;
      if (held) return { kind: "mark", row: held.row };
      const planned = plan.at(lng, lat);
      if (planned !== undefined) return { kind: "mark", row: planned };
      if (unitPaint && styled) {
        const id = unitAt(sheet, point);
        return id === undefined ? undefined : { kind: "unit", id };
      }
      const facility = facilityAt(lng, lat);
      if (facility !== undefined) return { kind: "facility", row: facility };
      const zone = hits?.zones.zoneAt(lng, lat, 7 * pixel());
      return zone === undefined ? undefined : { kind: "zone", row: zone };
    },
    onClick: (pointed, adding) => {
      if (drawingOutline) return;
      if (pointed === undefined) events().onNothing();
      else if (pointed.kind === "place") events().onPlace(pointed.lng, pointed.lat);
      else if (pointed.kind === "unit") events().onUnit(pointed.id);
      else if (pointed.kind === "facility") events().onFacility(pointed.row);
      else if (pointed.kind === "mark") events().onMark?.(pointed.row);
      else events().onZone(pointed.row, adding);
    },
    onHover: (pointed) => {
      if (drawingOutline) return;
      events().onHover(pointed);
      if (asking) events().onAim(pointed?.kind === "place" ? pointed : undefined);
      showCursor(cursorOver(pointed, focus, plan.drawn().plan));
    },
  });

  sheet.on("zoom", () => {
    const least = leastMark(sheet.getZoom());
    if (least === mark) return;
    mark = least;
    draw();
  });

  const putInMiddle = () => {
    const { lng, lat } = sheet.getCenter();
    events().onPlace(lng, lat);
  };
  // Keys and fingers aim with the middle of the map.
  const aimByMiddle = () => {
    const isPointed =
      !sheet.getCanvas().matches(":focus-visible") && !matchMedia("(pointer: coarse)").matches;
    if (asking && !isPointed) events().onAim(sheet.getCenter());
  };
  sheet.on("move", aimByMiddle);
  sheet.getCanvas().addEventListener("keydown", (event) => {
    if (!asking || event.repeat || !(event.key === " " || event.key === "Enter")) return;
    event.preventDefault();
    putInMiddle();
  });

  letDrag(sheet, {
    grab: (lng, lat) => {
      if (asking || drawingOutline || plan.at(lng, lat) !== undefined) return undefined;
      const row = facilityAt(lng, lat);
      return row === focus.facility ? row : undefined;
    },
    onDrag: (row, lng, lat, letGo) => {
      moved = { row, to: [lng, lat] };
      if (around?.kind === "circles") fillAround(sheet, { ...around, lng, lat });
      draw();
      const giveUp = () => {
        letGo();
        moved = undefined;
        fillAround(sheet, around);
        draw();
      };
      events().onAim({ lng, lat, dragged: { row, giveUp } });
    },
    onDrop: (row, lng, lat) => {
      moved = undefined;
      events().onAim(undefined);
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
      const isBrought = next.broughtBy !== city?.broughtBy || city === undefined;
      city = next;
      fillSources();
      if (elsewhere) {
        edges = undefined;
        if (!options.bounds && isBrought) showAll();
        findEdges();
      }
      draw();
    },
    setFacilities(next) {
      placed = placedFacilities(next);
      if (hits) hits = { ...hits, facilities: pointHits(next.lng, next.lat) };
      drawMarks(marked.length);
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
      const { marked } = focus;
      focus = next;
      if (styled && city && marked !== next.marked) fillMarks(sheet, city, next.marked ?? []);
      draw();
    },
    setStreetChanges(next) {
      streetChanges = next;
      if (styled) fillStreetChanges(sheet, next);
    },

    setPlan(next) {
      plan.set(next);
      draw();
    },
    setStrays(next) {
      strays = next;
      if (styled) fillStrays(sheet, next);
    },
    setAround(next) {
      around = next;
      if (styled) fillAround(sheet, next);
    },
    setWalkArea(next) {
      if (next === walkArea) return;
      walkArea = next;
      draw();
    },
    setServices(next) {
      if (next === services) return;
      services = next;
      draw();
    },
    setAsking(next) {
      if (next === asking) return;
      asking = next;
      showCursor(next ? "crosshair" : "");
      if (!next) return;
      sheet.getCanvas().focus();
      aimByMiddle();
    },
    putInMiddle,
    setPin(next) {
      pinned = next;
      pin.stick(next, colours.accent);
    },
    setOutlineAsked(next) {
      if (next === outlineAsked) return;
      outlineAsked = next;
      drawingOutline?.end();
      drawingOutline = undefined;
      sketched = undefined;
      fillOutline();
      if (!next) return;
      events().onHover(undefined);
      if (next.begin) {
        const corners = next.begin.flat(2);
        const bounds = boundsOf(
          corners.map(({ lng }) => lng),
          corners.map(({ lat }) => lat),
        );
        frame.reveal(bounds, 18);
      }
      drawingOutline = outlineDrawing({
        ...{ sheet, begin: next.begin, showCursor },
        onDrawn: (now) => {
          const { sketch, begun, wrong } = now;
          const isElse = sketch !== sketched?.sketch || begun !== sketched.begun || wrong !== sketched.wrong;
          sketched = now;
          fillOutline();
          if (isElse) events().onSketch({ ...sketch, begun, wrong });
        },
        onOutline: (shape) => events().onOutline(shape, pointInside(shape)),
      });
      sheet.getCanvas().focus();
    },
    setOutline(next) {
      outline = next;
      fillOutline();
    },
    outline: () => drawingOutline,
    setColours(next) {
      if (next === colours) return;
      colours = next;
      icons = iconSheet(next);
      pin.stick(pinned, next.accent);
      if (styled) {
        recolour(sheet, next);
        shadeUnits(sheet, unitPaint);
      }
      if (basemap) layBasemap();
      draw();
    },
    setBasemap(next) {
      if (next === basemap) return;
      basemap = next;
      layBasemap();
    },
    showAll,
    refit: frame.refit,
    show: frame.show,
    showUnit(id) {
      const unit = city?.units.find((one) => one.id === id);
      frame.fit(unit && boundsOfPositions([unit.shapes.positions]), 15);
    },
    showZones(rows, facilities = NOTHING) {
      if (!city) return;
      const { lng, lat } = city.zones;
      const of = (column: Float64Array) => rows.map((row) => column[row] ?? Number.NaN);
      const beside = placed.filter(({ row }) => facilities.has(row)).map(({ position }) => position);
      const [lngs, lats] = [beside.map(([lng]) => lng), beside.map(([, lat]) => lat)];
      frame.fit(boundsOf([...of(lng), ...lngs], [...of(lat), ...lats]), 14);
    },
    zoomBy: frame.zoomBy,
    seen: frame.seen,
    follow: frame.follow,
    onCamera: frame.onCamera,
    async picture() {
      await laid;
      await settled(sheet);
      return readPicture(sheet);
    },
    remove() {
      void slot.set(undefined, colours);
      sheet.remove();
    },
  };
}

const NOTHING: ReadonlySet<number> = new Set();

type Cursor = "move" | "pointer" | "crosshair" | "";

/** What can be dragged says so. */
function cursorOver(pointed: Pointed, { facility }: Focus, plan: readonly PlanMark[]): Cursor {
  if (pointed === undefined) return "";
  if (pointed.kind === "place") return "crosshair";
  if (pointed.kind === "mark") return plan[pointed.row]?.isMovable ? "move" : "pointer";
  return pointed.kind === "facility" && pointed.row === facility ? "move" : "pointer";
}

function recolour(sheet: Sheet, colours: MapColours) {
  for (const layer of sheetLayers(colours)) {
    for (const [name, value] of Object.entries(layer.paint ?? {}))
      sheet.setPaintProperty(layer.id, name as never, value as never);
  }
}
