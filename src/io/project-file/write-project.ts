import { canonical, growingDigest } from "../../core/base/digest.ts";
import type { Digest } from "../../core/base/ids.ts";
import { byCodeUnit, sortedById } from "../../core/base/order.ts";
import type { Project } from "../../core/model/project.ts";

/** Tables of a project file, in the order they are written. The word is the first member of each line. */
export const TABLES = [
  ["unit", "units"],
  ["facility", "facilities"],
  ["zone", "zones"],
  ["site", "sites"],
  ["pack", "customPacks"],
  ["duplicate", "duplicateDecisions"],
] as const;

/** First line of a project file: the digest of all bytes behind it, and how many lines they are. */
export interface ProjectHeader {
  readonly quan: 1;
  readonly content: Digest;
  readonly lines: number;
}

/** What of a project is no table and is not drawn. */
export type ProjectFacts = Pick<Project, "name" | "origin" | "pack" | "parameters" | "asOf">;

/**
 * A `.quan` project file: gzip over lines of JSON, a header and then one line per row (`["zone", {…}]`), tables in
 * fixed order, rows by id. Equal content gives equal lines. Written piece by piece: a nation never stands in memory as
 * one text.
 */
export function writeProject(project: Project): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = piecesOf(project);
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const piece = pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
  });
  return text.pipeThrough(new CompressionStream("gzip"));
}

function* piecesOf(project: Project): Generator<Uint8Array<ArrayBuffer>> {
  const content = growingDigest();
  let lines = 0;
  for (const piece of encoded(linesOf(project), () => (lines += 1))) content.add(piece);
  const header: ProjectHeader = { quan: 1, content: content.digest(), lines };
  yield* encoded([JSON.stringify(header)]);
  yield* encoded(linesOf(project));
}

function* linesOf(project: Project): Generator<string> {
  const { name, origin, pack, parameters, asOf } = project;
  const facts: { readonly [Key in keyof ProjectFacts]: ProjectFacts[Key] | undefined } = {
    name,
    origin,
    pack,
    parameters,
    asOf,
  };
  yield canonical(["project", facts]);
  for (const [word, table] of TABLES) {
    for (const row of ordered(project[table])) yield canonical([word, row]);
  }
  yield canonical(["backdrop", project.backdrop]);
}

function ordered(rows: readonly object[]): readonly object[] {
  const [first] = rows;
  if (first === undefined) return rows;
  if ("id" in first) return sortedById(rows as readonly { readonly id: string }[]);
  return [...rows].sort((a, b) => byCodeUnit(canonical(a), canonical(b)));
}

function* encoded(lines: Iterable<string>, onLine?: () => void): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let piece = "";
  for (const line of lines) {
    onLine?.();
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    yield encoder.encode(piece);
    piece = "";
  }
  if (piece !== "") yield encoder.encode(piece);
}

/** Characters of text that are compressed at a time. */
const PIECE = 1 << 18;
