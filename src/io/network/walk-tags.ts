import { barringLine } from "../../core/network/barriers.ts";
import type { Tags } from "../../core/network/street-map.ts";

/** Whether somebody could walk along a way that is tagged so, or could say why not: streets, ferries, platforms and piers. */
export function isWalkWay(tags: Tags): boolean {
  return (
    tags.highway !== undefined ||
    tags.route === "ferry" ||
    tags.public_transport === "platform" ||
    tags.railway === "platform" ||
    tags.man_made === "pier"
  );
}

/** Whether nobody walks along a way that is tagged so, and it bars those who would cross it: water, railways, walls. */
export function isBarringWay(tags: Tags): boolean {
  return !isWalkWay(tags) && barringLine(tags) !== undefined;
}

/** Whether what is said of a way under this key matters to somebody who walks. */
export function isWayKey(key: string): boolean {
  return WAY_KEYS.has(key) || WAY_KEY_PARTS.some((start) => key.startsWith(start));
}

/** Whether a node tagged so may stop somebody, or let them through. */
export function isBarrier(tags: Tags): boolean {
  return BARRING.some((key) => tags[key] !== undefined);
}

/** Whether what is said of a node under this key matters to somebody who comes through. */
export function isNodeKey(key: string): boolean {
  return NODE_KEYS.has(key);
}

const WAY_KEYS: ReadonlySet<string> = new Set([
  ...["highway", "route", "public_transport", "railway", "man_made", "footway", "service", "name"],
  ...["foot", "access", "motor_vehicle", "motorroad", "oneway", "oneway:foot"],
  ...["sidewalk", "ramp", "step_count", "handrail", "conveying", "wheelchair", "stroller"],
  ...["incline", "surface", "smoothness", "sac_scale", "width", "duration"],
  ...["bridge", "tunnel", "layer", "level", "covered", "indoor", "area", "barrier", "entrance"],
  ...["waterway", "natural"],
]);

/** `sidewalk:left`, `foot:backward`, `ramp:stroller` and the like. */
const WAY_KEY_PARTS = ["sidewalk:", "foot:", "ramp:"] as const;

const BARRING = ["barrier", "entrance", "access", "foot"] as const;

const NODE_KEYS: ReadonlySet<string> = new Set([
  ...BARRING,
  ...["ele", "locked", "wheelchair", "stroller", "maxwidth", "level"],
]);
