import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { MapColours } from "./columns.ts";
import { BADGE_EDGE, BADGE_RADIUS } from "./plan-badges.ts";

/** Layers of the map style that data layers lie under. */
export const UNDER_LABELS = "unit-labels";

/** The shading of 街道. */
export const UNIT_AREAS = "unit-areas";
/** The layer that a basemap lies under, with everything else. */
export const OVER_BASEMAP = UNIT_AREAS;
export const NO_COLOUR = "rgba(0, 0, 0, 0)";

/** Sources that are filled by the map as a city opens. */
export const SOURCES = [
  "backdrop",
  "units",
  "unit-areas",
  "unit-points",
  "unit-marks",
  "zone-points",
  "around",
  "strays",
  "street-changes",
  "plan",
  "sketch",
] as const;
export type SourceName = (typeof SOURCES)[number];

const NOTHING: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

/** Streets that can be told apart: lines are the dearest there is to draw, and all streets of a city from afar are a blur. */
const STREETS_BY_ZOOM: ExpressionSpecification = [
  "step",
  ["zoom"],
  ["==", ["get", "rank"], "main"],
  9,
  ["in", ["get", "rank"], ["literal", ["main", "secondary"]]],
  11,
  true,
];

/**
 * A blank sheet with a quiet backdrop: no tiles, no glyphs, no request. Text draws from the fonts of the machine. New
 * colours are there at once: a slow graphics driver would hold the page up with every frame on the way to them.
 */
export function sheetStyle(colours: MapColours): StyleSpecification {
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: Object.fromEntries(SOURCES.map((name) => [name, { type: "geojson", data: NOTHING }])),
    layers: sheetLayers(colours),
  };
}

export function sheetLayers(colours: MapColours): LayerSpecification[] {
  const { backdrop } = colours;
  const backdropOf = (kind: string) => ["==", ["get", "kind"], kind] as ["==", ["get", string], string];
  return [
    { id: "ground", type: "background", paint: { "background-color": colours.ground } },
    {
      id: UNIT_AREAS,
      type: "fill",
      source: "unit-areas",
      paint: { "fill-color": NO_COLOUR, "fill-opacity": 0.6 },
    },
    {
      id: "green",
      type: "fill",
      source: "backdrop",
      filter: backdropOf("green"),
      paint: { "fill-color": backdrop.green },
    },
    {
      id: "water",
      type: "fill",
      source: "backdrop",
      filter: backdropOf("water"),
      paint: { "fill-color": backdrop.water },
    },
    {
      id: "streets",
      type: "line",
      source: "backdrop",
      filter: ["all", backdropOf("street"), STREETS_BY_ZOOM],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": ["match", ["get", "rank"], "main", backdrop.streetMain, backdrop.street],
        "line-width": [
          "interpolate",
          ["exponential", 1.6],
          ["zoom"],
          10,
          ["match", ["get", "rank"], "main", 1.2, "secondary", 0.6, 0.2],
          16,
          ["match", ["get", "rank"], "main", 14, "secondary", 8, 4],
        ],
      },
    },
    {
      id: "rail",
      type: "line",
      source: "backdrop",
      filter: backdropOf("railway"),
      paint: { "line-color": backdrop.rail, "line-width": 1.5, "line-dasharray": [5, 3] },
    },
    {
      id: "unit-edges",
      type: "line",
      source: "units",
      filter: ["in", ["get", "level"], ["literal", ["street", "town"]]],
      paint: { "line-color": backdrop.boundary, "line-width": 1, "line-dasharray": [4, 2] },
    },
    {
      id: "circle-fill",
      type: "fill",
      source: "around",
      filter: ["==", ["get", "part"], "limit"],
      paint: { "fill-color": colours.accent, "fill-opacity": 0.08 },
    },
    {
      id: "around-area",
      type: "fill",
      source: "around",
      filter: ["==", ["get", "part"], "area"],
      paint: { "fill-color": colours.accent, "fill-opacity": 0.14 },
    },
    {
      id: "unit-marks",
      type: "fill",
      source: "unit-marks",
      paint: { "fill-color": colours.ink, "fill-opacity": 0.14 },
    },
    {
      id: "unit-mark-edges",
      type: "line",
      source: "unit-marks",
      paint: { "line-color": colours.ink, "line-width": 2, "line-dasharray": [2, 1.5] },
    },
    {
      id: "unit-chosen",
      type: "line",
      source: "units",
      filter: ["==", ["get", "id"], ""],
      paint: { "line-color": colours.ink, "line-width": 2 },
    },
    {
      id: "unit-hovered",
      type: "line",
      source: "units",
      filter: ["==", ["get", "id"], ""],
      paint: { "line-color": colours.ink, "line-width": 1.25 },
    },
    {
      id: "street-labels",
      type: "symbol",
      source: "backdrop",
      filter: ["all", backdropOf("street"), ["has", "name"]],
      minzoom: 13.5,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 400,
        "text-field": ["get", "name"],
        "text-size": 11,
        "text-letter-spacing": 0.1,
      },
      paint: { "text-color": backdrop.label, "text-halo-color": colours.ground, "text-halo-width": 1.4 },
    },
    {
      id: UNDER_LABELS,
      type: "symbol",
      source: "unit-points",
      minzoom: 9.5,
      maxzoom: 16.5,
      layout: {
        "text-field": ["get", "name"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 10, 11, 14, 14],
        "text-letter-spacing": 0.08,
        "text-padding": 2,
      },
      paint: {
        "text-color": colours.ink,
        "text-halo-color": colours.ground,
        "text-halo-width": 1.6,
      },
    },
    {
      id: "zone-labels",
      type: "symbol",
      source: "zone-points",
      minzoom: 14.5,
      layout: { "text-field": ["get", "name"], "text-size": 11, "text-max-width": 7, "text-padding": 4 },
      paint: { "text-color": colours.ink, "text-halo-color": colours.ground, "text-halo-width": 1.4 },
    },
    ...streetChangeLayers(colours),
    {
      id: "circle-rings",
      type: "line",
      source: "around",
      filter: ["==", ["get", "part"], "ring"],
      paint: { "line-color": colours.ink, "line-width": 1, "line-dasharray": [2, 3] },
    },
    {
      id: "circle-limit",
      type: "line",
      source: "around",
      filter: ["==", ["get", "part"], "limit"],
      paint: { "line-color": colours.accent, "line-width": 2 },
    },
    {
      id: "around-streets",
      type: "line",
      source: "around",
      filter: ["==", ["get", "part"], "street"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": colours.accent, "line-width": 2.5 },
    },
    {
      id: "straight-way",
      type: "line",
      source: "around",
      filter: ["==", ["get", "part"], "straight"],
      paint: { "line-color": colours.ink, "line-width": 2, "line-dasharray": [3, 2] },
    },
    {
      id: "straight-way-barred",
      type: "circle",
      source: "around",
      filter: ["==", ["get", "part"], "barred"],
      paint: {
        "circle-radius": 6,
        "circle-color": colours.ground,
        "circle-stroke-color": colours.ink,
        "circle-stroke-width": 2.5,
      },
    },
    {
      id: "strays",
      type: "circle",
      source: "strays",
      paint: {
        "circle-radius": 11,
        "circle-color": NO_COLOUR,
        "circle-stroke-color": colours.ink,
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "stray-crosses",
      type: "symbol",
      source: "strays",
      layout: {
        "text-field": "×",
        "text-size": 15,
        "text-offset": [0.62, -0.62],
        "text-allow-overlap": true,
      },
      paint: { "text-color": colours.ink, "text-halo-color": colours.ground, "text-halo-width": 1.5 },
    },
    {
      id: "circle-labels",
      type: "symbol",
      source: "around",
      filter: ["==", ["get", "part"], "label"],
      layout: {
        "text-field": ["get", "name"],
        "text-size": 12,
        "text-anchor": "bottom",
        "text-offset": [0, -0.5],
        "text-allow-overlap": true,
        "text-max-width": ["coalesce", ["get", "widest"], 30],
      },
      paint: { "text-color": colours.ink, "text-halo-color": colours.ground, "text-halo-width": 2 },
    },
    ...planLayers(colours),
    ...sketchLayers(colours),
  ];
}

/** Streets that are closed: dashed, on a ground that hides them, with a cross; and those that are added or opened. */
function streetChangeLayers({ accent, ground, ink }: MapColours): LayerSpecification[] {
  const partsOf = (...parts: string[]): ExpressionSpecification => [
    "in",
    ["get", "part"],
    ["literal", parts],
  ];
  const source = "street-changes";
  const line = { type: "line", source, layout: { "line-join": "round" } } as const;
  return [
    {
      ...line,
      id: "streets-closed-under",
      filter: partsOf("closed", "asked"),
      paint: { "line-color": ground, "line-width": 7 },
    },
    {
      ...line,
      id: "streets-closed",
      filter: partsOf("closed"),
      paint: { "line-color": ink, "line-width": 3, "line-dasharray": [2, 1.5] },
    },
    {
      ...line,
      id: "streets-added",
      filter: partsOf("added", "opened", "asked"),
      paint: { "line-color": accent, "line-width": 4 },
    },
    {
      id: "street-corners",
      type: "circle",
      source,
      filter: partsOf("corner"),
      paint: {
        "circle-radius": 4,
        "circle-color": ground,
        "circle-stroke-color": accent,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "streets-closed-crosses",
      type: "symbol",
      source,
      filter: partsOf("cross"),
      layout: { "text-field": "×", "text-size": 26, "text-allow-overlap": true },
      paint: { "text-color": ink, "text-halo-color": ground, "text-halo-width": 2.5 },
    },
  ];
}

/** Numbers of measures beside the marks of their places, and lines to these from where there is no room. */
function planLayers({ accent, ground }: MapColours): LayerSpecification[] {
  const partOf = (part: string): ExpressionSpecification => ["==", ["get", "part"], part];
  const leader = { type: "line", source: "plan", filter: partOf("leader") } as const;
  const filter = partOf("number");
  return [
    {
      ...leader,
      id: "plan-leaders-under",
      paint: { "line-color": ground, "line-width": 4, "line-opacity": 0.9 },
    },
    { ...leader, id: "plan-leaders", paint: { "line-color": accent, "line-width": 1.5 } },
    {
      id: "plan-badges",
      type: "circle",
      source: "plan",
      filter,
      paint: {
        "circle-radius": BADGE_RADIUS,
        "circle-color": accent,
        "circle-stroke-color": ground,
        "circle-stroke-width": BADGE_EDGE,
      },
    },
    {
      id: "plan-numbers",
      type: "symbol",
      source: "plan",
      filter,
      layout: {
        "text-field": ["get", "name"],
        "text-size": 11,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": ground },
    },
  ];
}

/** An outline that is being drawn, over everything else. */
function sketchLayers({ accent, ground }: MapColours): LayerSpecification[] {
  const partOf = (part: string) => ["==", ["get", "part"], part] as ["==", ["get", string], string];
  const handle = (part: string, radius: number, fill: string, stroke: string): LayerSpecification => ({
    id: `sketch-${part}`,
    type: "circle",
    source: "sketch",
    filter: partOf(part),
    paint: {
      "circle-radius": radius,
      "circle-color": fill,
      "circle-stroke-color": stroke,
      "circle-stroke-width": 2,
    },
  });
  const line = { type: "line", source: "sketch", layout: { "line-join": "round" } } as const;
  return [
    {
      id: "sketch-fill",
      type: "fill",
      source: "sketch",
      filter: partOf("fill"),
      paint: { "fill-color": accent, "fill-opacity": 0.16 },
    },
    {
      id: "sketch-halo",
      ...line,
      filter: ["any", partOf("line"), partOf("rubber")],
      paint: { "line-color": ground, "line-width": 5, "line-opacity": 0.8 },
    },
    {
      id: "sketch-line",
      ...line,
      filter: partOf("line"),
      paint: { "line-color": accent, "line-width": 2.5 },
    },
    {
      id: "sketch-rubber",
      ...line,
      filter: partOf("rubber"),
      paint: { "line-color": accent, "line-width": 1.5, "line-dasharray": [3, 2] },
    },
    handle("middle", 4, ground, accent),
    handle("corner", 6, accent, ground),
    handle("chosen", 8, ground, accent),
  ];
}
