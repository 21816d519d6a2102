import type { Tags } from "../../core/network/street-map.ts";
import { isWayKey } from "./walk-tags.ts";

/**
 * What the columns of a line say in the words of OpenStreetMap, its class of road and its name apart: those named like
 * its keys, however a Shapefile shortens them, and the columns in which programs write all further tags in one
 * (`other_tags`). Extracts of Geofabrik write T, F and B. Columns that only share a name with a key are left.
 */
export function lineTags(properties: GeoJSON.GeoJsonProperties | undefined): Tags {
  const tags: Record<string, string> = {};
  const entries = Object.entries(properties ?? {}).map(([key, value]) => [headingOf(key), value] as const);
  const isGeofabrik = entries.some(([heading]) => heading === "fclass");
  for (const [heading, value] of entries) {
    if (!TOGETHER.has(heading)) continue;
    for (const [key, each] of Object.entries(tagsInOne(value)))
      if (isWayKey(key)) say(tags, key, each, false);
  }
  for (const [heading, value] of entries) {
    const key = keyNamed(heading);
    if (key !== undefined) say(tags, key, value, isGeofabrik);
  }
  return tags;
}

/** Headings of columns that say what a line is other than a street. */
export function otherLines(properties: GeoJSON.GeoJsonProperties | undefined): readonly string[] {
  return Object.entries(properties ?? {}).flatMap(([key, value]) => {
    const heading = headingOf(key);
    if (TOGETHER.has(heading)) {
      const inOne = Object.keys(tagsInOne(value));
      return OTHER_KEYS.filter((each) => inOne.includes(each));
    }
    return OTHER_KEYS.includes(heading) && textOf(value) !== "" ? [heading] : [];
  });
}

/** Keys under which lines are mapped that are no streets, the plainest first. */
const OTHER_KEYS: readonly string[] = [
  ...["waterway", "railway", "boundary", "natural", "power", "aerialway", "aeroway", "barrier", "pipeline"],
  ...["building", "landuse", "leisure", "man_made", "route", "admin_level"],
];

const TOGETHER: ReadonlySet<string> = new Set(["other_tags", "all_tags", "tags"]);

/** Names of many other things than what the keys of OpenStreetMap say. */
const VAGUE: ReadonlySet<string> = new Set([
  ...["highway", "name", "area", "width", "level", "duration", "entrance", "motor_vehicle"],
]);

function headingOf(key: string): string {
  return key.trim().toLowerCase();
}

function keyNamed(heading: string): string | undefined {
  const key = SHORTENED.get(heading) ?? heading;
  return isWayKey(key) && !VAGUE.has(key) ? key : undefined;
}

/** Ten characters are the most that a Shapefile names a column by; some programs write no colon. */
const SHORTENED: ReadonlyMap<string, string> = new Map(
  [
    ...["oneway:foot", "foot:forward", "foot:backward", "sidewalk:both", "sidewalk:left", "sidewalk:right"],
    ...["ramp:stroller", "ramp:wheelchair", "public_transport"],
  ].flatMap((key) => {
    const plain = key.replace(":", "_");
    return [plain, key.slice(0, 10), plain.slice(0, 10)].map((short) => [short, key] as const);
  }),
);

function say(tags: Record<string, string>, key: string, value: unknown, isGeofabrik: boolean): void {
  const text = textOf(value);
  const said = key === "name" ? text : plainTag(key, text.toLowerCase(), isGeofabrik);
  if (said !== "") tags[key] = said;
}

/** Empty where nothing is said. */
function plainTag(key: string, text: string, isGeofabrik: boolean): string {
  if (key === "layer") return /^-?\d+$/.test(text) && Number(text) !== 0 ? text : "";
  if (key === "oneway" && isGeofabrik) return GEOFABRIK_ONEWAY[text] ?? text;
  const isNo = NO.has(text) || (text === "0" && FLAGS.has(key));
  if (isNo) return LIES.has(key) ? "" : "no";
  return YES.has(text) || (text === "1" && FLAGS.has(key)) ? "yes" : text;
}

const YES: ReadonlySet<string> = new Set(["yes", "true", "t", "y", "是", "有"]);
const NO: ReadonlySet<string> = new Set(["no", "false", "f", "n", "否", "无"]);
/** Keys where a column says 1 or 0. */
const FLAGS: ReadonlySet<string> = new Set(["bridge", "tunnel", "foot", "motorroad", "covered", "indoor"]);
/** Keys where it is the same to say no and to say nothing. */
const LIES: ReadonlySet<string> = new Set(["bridge", "tunnel", "motorroad", "covered", "indoor"]);
const GEOFABRIK_ONEWAY: Readonly<Record<string, string>> = { f: "yes", t: "-1", b: "" };

function textOf(value: unknown): string {
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain ? String(value).trim() : "";
}

/** All further tags of a line: `"foot"=>"no","layer"=>"1"`, or an object, written out or not. */
function tagsInOne(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  const text = textOf(value);
  if (text.startsWith("{")) {
    try {
      return JSON.parse(text) as Readonly<Record<string, unknown>>;
    } catch {
      return {};
    }
  }
  const pairs = [...text.matchAll(PAIR)].map(([, key = "", said = ""]) => [bare(key), bare(said)] as const);
  return Object.fromEntries(pairs);
}

const PAIR = /"((?:[^"\\]|\\.)*)"\s*=>\s*"((?:[^"\\]|\\.)*)"/g;

function bare(quoted: string): string {
  return quoted.replace(/\\(.)/g, "$1");
}
