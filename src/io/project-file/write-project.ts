import { canonical, digestOf, digestOfAll } from "../../core/base/digest.ts";
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

/** First line of a project file. `content` is the digest of all that follows, in any order of its rows. */
export interface ProjectHeader {
  readonly quan: 1;
  readonly content: Digest;
  readonly name: string;
  readonly origin: Project["origin"];
  readonly pack?: string;
  readonly asOf?: string;
}

/**
 * A `.quan` project file: gzip over lines of JSON, a header and then one line per row (`["zone", {…}]`), tables in
 * fixed order, rows by id. Equal content gives equal lines. Written piece by piece: a nation never stands in memory as
 * one text.
 */
export function writeProject(project: Project): ReadableStream<Uint8Array<ArrayBuffer>> {
  const lines = linesOf(project);
  const encoder = new TextEncoder();
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      let piece = "";
      while (piece.length < PIECE) {
        const line = lines.next();
        if (line.done) {
          if (piece !== "") controller.enqueue(encoder.encode(piece));
          controller.close();
          return;
        }
        piece += `${line.value}\n`;
      }
      controller.enqueue(encoder.encode(piece));
    },
  });
  return text.pipeThrough(new CompressionStream("gzip"));
}

/** Digest of the rows and settings that a file holds, the same for every order of its rows. */
export function contentOf(project: Project): Digest {
  const { name, origin, pack, asOf, backdrop } = project;
  return digestOfAll([
    digestOf({ name, origin, pack, asOf }),
    ...TABLES.flatMap(([word, table]) => ordered(project[table]).map((row) => `${word} ${digestOf(row)}`)),
    digestOf(backdrop),
  ]);
}

function* linesOf(project: Project): Generator<string> {
  const { name, origin, pack, asOf } = project;
  const header: ProjectHeader = {
    quan: 1,
    content: contentOf(project),
    name,
    origin,
    ...(pack !== undefined && { pack }),
    ...(asOf !== undefined && { asOf }),
  };
  yield canonical(header);
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

/** Characters of text that are compressed at a time. */
const PIECE = 1 << 18;
