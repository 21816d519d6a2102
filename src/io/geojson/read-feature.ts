import { oneStatus } from "../cells/one-status.ts";
import { trimmed } from "../cells/trimmed.ts";
import { DECIDING, type Field, fieldNamed } from "../columns.ts";
import { type Matching, SAMPLE_ROWS } from "../reading.ts";
import type { SourceRow, SourceValue } from "../source-row.ts";
import { membersAt, type Span } from "./json-spans.ts";

/** A feature as a row, or why it is none: `feature` if it is none at all, else the name that stands there twice. */
export type ReadFeature =
  | { readonly row: SourceRow }
  | { readonly broken: "feature" | { readonly twice: string } };

/** Columns as the features name them; grow with every feature. */
export interface Headings {
  readonly matched: Matching;
  readonly known: Map<Field, string>;
  readonly unknown: Set<string>;
  /** What the first features say, as they say it. */
  readonly first: GeoJSON.GeoJsonProperties[];
}

/**
 * The feature that a text is. Its numbers are what their digits say: those a parser would round come as text. Where a
 * member, or a column that we know, stands there twice, nobody knows which is meant.
 */
export function readFeature(text: string, row: number, headings: Headings): ReadFeature {
  const members = membersAt(text, 0);
  const feature = parsed(members ? withExactNumbers(text, members.get("geometry")) : text);
  if (!isFeature(feature)) return { broken: "feature" };
  const [twice] = members?.twice ?? [];
  if (twice !== undefined) return { broken: { twice } };
  const span = members?.get("properties");
  const names = feature.properties && span ? membersAt(text, span.start)?.twice : undefined;
  const column = [...(names ?? [])].find((name) => fieldNamed(name, headings.matched) !== undefined);
  if (column !== undefined) return { broken: { twice: column } };
  return rowOfFeature(feature, row, headings);
}

/** The row of a feature: the values of its properties under the columns we know. */
export function rowOfFeature(feature: GeoJSON.Feature, row: number, headings: Headings): ReadFeature {
  if (headings.first.length < SAMPLE_ROWS) headings.first.push(feature.properties);
  const values = new Map<Field, SourceValue>();
  const ranks = new Map<Field, number>();
  const said = new Map<Field, SourceValue | undefined>();
  for (const [heading, value] of Object.entries(feature.properties ?? {})) {
    const named = fieldNamed(heading, headings.matched);
    if (named === undefined) headings.unknown.add(heading);
    const given = typeof value === "string" ? trimmed(value) : plainOf(value);
    if (named === undefined) continue;
    const { field, rank } = named;
    const stated = isValue(given) && given !== "" ? given : undefined;
    const together = field === "status" ? statusOfBoth(said.get(field), stated) : undefined;
    if (together !== undefined) {
      said.set(field, together);
      values.set(field, together);
      continue;
    }
    // Of two columns that decide, an empty one disagrees with one that is filled in.
    if (DECIDING.has(field) && said.has(field) && said.get(field) !== stated)
      return { broken: { twice: heading } };
    said.set(field, stated);
    if (stated === undefined) continue;
    const before = ranks.get(field) ?? Number.POSITIVE_INFINITY;
    // Of two columns of one meaning the plainer heading counts; `Name` and `name` are equally plain.
    if (rank === before && values.get(field) !== stated) return { broken: { twice: heading } };
    if (rank >= before) continue;
    ranks.set(field, rank);
    values.set(field, stated);
    headings.known.set(field, heading);
  }
  if (!values.has("id") && isValue(feature.id)) {
    values.set("id", feature.id);
    headings.known.set("id", "id");
  }
  const { geometry, properties } = feature;
  return { row: { row, values, geometry: geometry ?? null, properties: properties ?? null } };
}

function statusOfBoth(one: SourceValue | undefined, other: SourceValue | undefined): string | undefined {
  return typeof one === "string" && typeof other === "string" ? oneStatus([one, other]) : undefined;
}

function isFeature(value: unknown): value is GeoJSON.Feature {
  return (
    isObject(value) && value.type === "Feature" && (value.properties == null || isObject(value.properties))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): value is SourceValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** A list or an object says something, but nothing that a column can hold: its text is for its reader to refuse. */
function plainOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}

/** The text with quotes around each number that a parser might round; places may be rounded. */
function withExactNumbers(text: string, geometry: Span = { start: text.length, end: text.length }): string {
  const [before, after] = [text.slice(0, geometry.start), text.slice(geometry.end)];
  if (!LONG_NUMBER.test(before) && !LONG_NUMBER.test(after)) return text;
  return quoted(before) + text.slice(geometry.start, geometry.end) + quoted(after);
}

function quoted(json: string): string {
  return json.replace(NUMBERS, (found) =>
    !found.startsWith('"') && LONG_NUMBER.test(found) ? `"${found}"` : found,
  );
}

/** 16 digits or more, or an exponent: fewer are kept. */
const LONG_NUMBER = /\d[\d.]{15}|\d[eE]/;
const NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

/** A JSON value. Bare NaN and Infinity, which some programs write, are read as words, so that they cost one value. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    try {
      return JSON.parse(json.replace(BARE_WORDS, (found) => (found.startsWith('"') ? found : `"${found}"`)));
    } catch {
      return undefined;
    }
  }
}

const BARE_WORDS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;
