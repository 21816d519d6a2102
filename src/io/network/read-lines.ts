import { type Issue, issue } from "../../core/base/issue.ts";
import { byCodeUnit } from "../../core/base/order.ts";
import type { Work } from "../../core/base/work.ts";
import { Fates } from "../fates.ts";
import type { FileReport } from "../import-report.ts";
import type { SourceRow, SourceTable, SourceValue } from "../source-row.ts";
import type { Placing } from "../to-model/placing.ts";
import { toldIssues } from "../told-issues.ts";
import { heightSaid } from "./heights.ts";
import { lineKind } from "./line-kind.ts";
import type { LineMap, LinePlace } from "./line-map.ts";
import { longEdge } from "./long-edges.ts";

/**
 * Draws the lines of a table into the map, and says what became of each row. Its classes of road stand under `kind`. A
 * refusal means that the file is broken from there on, and that the map must not be used.
 */
export function* readLines(
  table: SourceTable,
  file: string,
  placing: Placing,
  map: LineMap,
): Work<FileReport | { readonly refusal: Issue }> {
  const fates = new Fates();
  const issues = toldIssues(file, table.issues);
  const unknown = new Map<string, number>();
  const others = new Map<string, number>();
  let [unsaid, barring] = [0, 0];
  for (const { rows, broken, share, refusal } of table.blocks) {
    if (refusal) return { refusal };
    for (const each of broken) {
      fates.set(each.at.row ?? 0, "rejected");
      issues.add(each);
    }
    for (const row of rows) {
      const at = { file, row: row.row };
      const drawn = partsOf(row, placing, at);
      if ("wrong" in drawn) {
        fates.set(row.row, "rejected");
        issues.add(drawn.wrong);
        continue;
      }
      const kind = lineKind(said(row.values.get("kind")), said(row.values.get("name")), row.properties);
      if ("other" in kind) {
        fates.set(row.row, "rejected");
        count(others, kind.other);
        continue;
      }
      if ("bars" in kind) barring += 1;
      else if (kind.isUnsaid) unsaid += 1;
      else if (kind.unknown !== undefined) count(unknown, kind.unknown);
      for (const part of drawn.parts) map.add(part, kind.tags);
      const isChanged = drawn.dropped > 0 || ("unknown" in kind && kind.unknown !== undefined);
      fates.set(row.row, isChanged ? "repaired" : "used");
      if (drawn.dropped > 0)
        issues.add(issue("network.parts-dropped", "repaired", { parts: drawn.dropped }, at));
      const km = longestEdge(drawn.parts);
      if (km !== undefined) issues.add(issue("network.long-edge", "warning", { km }, at));
    }
    yield { part: "read", share };
  }
  if (unsaid > 0) issues.add(issue("network.class-unsaid", "note", { lines: unsaid }, { file }));
  if (unknown.size > 0) {
    const { words: classes, lines } = mostFrequent(unknown);
    issues.add(issue("network.classes-unknown", "warning", { classes, lines }, { file }));
  }
  if (others.size > 0) {
    const { words: kinds, lines } = mostFrequent(others);
    issues.add(issue("network.not-streets", "warning", { kinds, lines }, { file }));
  }
  if (barring > 0) issues.add(issue("network.barriers-kept", "note", { lines: barring }, { file }));
  return { file, ...fates.count(), issues: issues.listed() };
}

type Parts =
  | { readonly parts: readonly (readonly LinePlace[])[]; readonly dropped: number }
  | { readonly wrong: Issue };

/** The lines of a row, each place once however often it is repeated; `dropped` are those of no length. */
function partsOf({ geometry }: SourceRow, placing: Placing, at: Issue["at"]): Parts {
  const lines = linesOf(geometry);
  if (lines === undefined) {
    const type = geometry === null || geometry === undefined ? "—" : String(geometry.type);
    return { wrong: issue("network.no-line", "error", { type }, at) };
  }
  const parts: LinePlace[][] = [];
  for (const line of lines) {
    const part: LinePlace[] = [];
    for (const position of Array.isArray(line) ? (line as unknown[]) : []) {
      const place = placeOf(position, placing);
      if (place === undefined) {
        const [lon, lat] = Array.isArray(position) ? (position as unknown[]) : [];
        const facts = { lon: String(lon), lat: String(lat) };
        return { wrong: issue("network.no-degrees", "error", facts, at) };
      }
      const last = part.at(-1);
      if (last === undefined || last[0] !== place[0] || last[1] !== place[1]) part.push(place);
    }
    if (part.length > 1) parts.push(part);
  }
  if (parts.length === 0) return { wrong: issue("network.zero-length", "error", {}, at) };
  return { parts, dropped: lines.length - parts.length };
}

/** `undefined` if a geometry is none of lines. */
function linesOf(geometry: SourceRow["geometry"]): readonly unknown[] | undefined {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  if (geometry?.type !== "MultiLineString") return undefined;
  return Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
}

function placeOf(position: unknown, placing: Placing): LinePlace | undefined {
  const [x, y, z] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof x !== "number" || typeof y !== "number") return undefined;
  const degrees = placing.degrees(placing.isSwapped ? [y, x] : [x, y]);
  if (!(Math.abs(degrees[0]) <= 180 && Math.abs(degrees[1]) <= 90)) return undefined;
  const { lng, lat } = placing.toWgs84(degrees);
  const height = heightSaid(z);
  return height === undefined ? [lng, lat] : [lng, lat, height];
}

function longestEdge(parts: readonly (readonly LinePlace[])[]): number | undefined {
  let longest: number | undefined;
  for (const part of parts)
    for (let i = 1; i < part.length; i++) {
      const [[lngA, latA], [lngB, latB]] = [part[i - 1] as LinePlace, part[i] as LinePlace];
      const km = longEdge(lngA, latA, lngB, latB);
      if (km !== undefined && km > (longest ?? 0)) longest = km;
    }
  return longest;
}

function said(value: SourceValue | undefined): string | undefined {
  const text = value === undefined ? "" : String(value).trim();
  return text === "" ? undefined : text;
}

function count(words: Map<string, number>, word: string): void {
  words.set(word, (words.get(word) ?? 0) + 1);
}

function mostFrequent(words: ReadonlyMap<string, number>) {
  const told = [...words].sort(([a, of], [b, over]) => over - of || byCodeUnit(a, b)).slice(0, MOST_CLASSES);
  return { words: told.map(([word]) => word), lines: told.map(([, lines]) => lines) };
}

/** More words are no classes, but another column. */
const MOST_CLASSES = 100;
