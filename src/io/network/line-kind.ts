import type { Tags } from "../../core/network/street-map.ts";
import { plainWord } from "../to-model/read-value.ts";
import { lineTags, otherLines } from "./line-tags.ts";
import { highwayNamed } from "./road-classes.ts";
import { isBarringWay, isWalkWay } from "./walk-tags.ts";

/**
 * What a line is by its columns: one that people may walk, with an issue to count where its class of road is unsaid or
 * not known; one that only bars them; or something else, in a word.
 */
export type LineKind =
  | { readonly tags: Tags; readonly isUnsaid?: true; readonly unknown?: string }
  | { readonly tags: Tags; readonly bars: true }
  | { readonly other: string };

/** `word`: what its column of classes says. */
export function lineKind(
  word: string | undefined,
  name: string | undefined,
  properties: GeoJSON.GeoJsonProperties | undefined,
): LineKind {
  const said = lineTags(properties);
  const named = name === undefined ? {} : { name };
  const highway = word === undefined ? undefined : highwayNamed(word);
  if (highway !== undefined) return { tags: { ...said, highway, ...named } };
  const drawn = word === undefined ? undefined : OTHER_WORDS.get(plainWord(word));
  const tags = { ...said, ...drawn, ...named };
  if (isWalkWay(tags)) return { tags };
  if (isBarringWay(tags)) return { tags, bars: true };
  const [other] = otherLines(properties);
  if (drawn !== undefined || other !== undefined)
    return { other: drawn === undefined ? String(other) : String(word) };
  const unsaid = { ...tags, highway: "unclassified" };
  return word === undefined ? { tags: unsaid, isUnsaid: true } : { tags: unsaid, unknown: word };
}

/** Words in columns of classes for lines that are no streets, as OpenStreetMap tags them. */
const OTHER_WORDS: ReadonlyMap<string, Tags> = new Map(
  Object.entries({
    waterway: {
      river: ["river", "河", "河流", "河道", "江"],
      canal: ["canal", "运河", "渠", "水渠"],
      stream: ["stream", "溪"],
      drain: ["drain", "排水沟"],
      ditch: ["ditch", "沟渠"],
    },
    railway: {
      rail: ["rail", "铁路", "铁道", "高铁"],
      light_rail: ["light_rail", "轻轨"],
      subway: ["subway", "地铁"],
      narrow_gauge: ["narrow_gauge", "rack"],
      tram: ["tram", "有轨电车"],
      other: ["monorail", "funicular", "miniature_railway"],
    },
    barrier: { wall: ["wall", "围墙"], fence: ["fence", "围栏", "栅栏"], hedge: ["hedge"] },
    boundary: { other: ["boundary", "administrative", "边界", "行政界线"] },
    route: { other: ["route", "bus"] },
  }).flatMap(([key, values]) =>
    Object.entries(values).flatMap(([value, words]) =>
      words.map((word) => [plainWord(word), { [key]: value }] as const),
    ),
  ),
);
