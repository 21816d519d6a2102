import { growingDigest } from "../../core/base/digest.ts";
import { type Issue, issue } from "../../core/base/issue.ts";
import { sortedById } from "../../core/base/order.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { EMPTY_PROJECT, type Project } from "../../core/model/project.ts";
import type { PackedRow, StreetCounts } from "../../core/network/packed-streets.ts";
import type { StreetMap } from "../../core/network/street-map.ts";
import { unpackStreets } from "../../core/network/unpack-streets.ts";
import { hasBlocks } from "./blocks.ts";
import { checkedRow, parsed } from "./checked-row.ts";
import { filePieces, isGzip, type Piece, TooLarge } from "./file-pieces.ts";
import { lostBlocks, lostRest } from "./lost-rows.ts";
import {
  blockStarts,
  type HeaderRead,
  hasStreets,
  headerFrom,
  type ProjectHeader,
} from "./project-header.ts";
import { undisputed } from "./undisputed.ts";
import { TABLES } from "./write-project.ts";

/**
 * A project from the bytes of a `.quan` file of any version, compressed or plain. Of a damaged file all rows that are
 * sound, the streets if all of them are, and an issue of severity `error` for all that is missing or doubtful. Refused where the file says neither its
 * version nor what the project is, or is of a version to come. A sound file whose bytes are not those that were written
 * is read with a warning.
 */
export async function readProject(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<Outcome<Project>> {
  const reader = lineReader(bytes, file);
  try {
    const pieces = filePieces(bytes);
    let piece = pieces.next();
    for (; !piece.done && !reader.foreign(); piece = pieces.next()) reader.take(piece.value);
    return reader.result(piece.done !== true || piece.value);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return refused(issue("file.too-large", "error", { limit: "4 GB" }, { file }));
  }
}

/** So many wrong lines are told one by one. */
const MOST_TOLD = 20;

function lineReader(bytes: Uint8Array<ArrayBuffer>, file: string) {
  const rows = new Map<string, object[]>();
  const wrong: Issue[] = [];
  const blocksRead = new Set<number>();
  const content = growingDigest();
  const encoder = new TextEncoder();
  let header: HeaderRead;
  let opening: readonly (string | undefined)[] = [];
  let starts: readonly number[] = [];
  let inBlocks = false;
  let number = 0;
  let wrongLines = 0;

  function take({ block, lines }: Piece): void {
    if (lines.length === 0) return;
    if (number === 0) {
      opening = lines.slice(0, 2);
      header = headerFrom(parsed(lines[0]));
      number = 1;
      inBlocks = block !== undefined;
      if (!isHeader(header)) return;
      starts = blockStarts(header.blocks ?? []);
      takeRows(lines.slice(1), 2);
    } else if (block === undefined) {
      takeRows(lines, number + 1);
    } else {
      const start = starts[block - 1];
      // What is behind the last block is the first once more.
      if (start === undefined || blocksRead.has(block)) return;
      blocksRead.add(block);
      takeRows(lines, start);
    }
  }

  function takeRows(lines: readonly (string | undefined)[], start: number): void {
    lines.forEach((text, i) => {
      if (isHeader(header) && start + i > header.lines + 1 && opening.includes(text)) return;
      number += 1;
      content.add(encoder.encode(`${text ?? ""}\n`));
      const row = checkedRow(text);
      if ("wrong" in row) {
        wrongLines += 1;
        const at = { file, row: start + i, column: row.wrong };
        if (wrongLines <= MOST_TOLD)
          wrong.push(issue("project.line-wrong", "error", { where: row.wrong }, at));
        return;
      }
      const table = rows.get(row.word) ?? [];
      table.push(row.value);
      rows.set(row.word, table);
    });
  }

  function result(whole: boolean): Outcome<Project> {
    if (!isHeader(header)) return refused(noHeader());
    const issues = [...wrong];
    if (wrongLines > MOST_TOLD)
      issues.push(issue("project.more-wrong", "error", { lines: wrongLines - MOST_TOLD }, { file }));
    if (inBlocks) issues.push(...lostBlocks(header, blocksRead, file));
    else if (number - 1 < header.lines) issues.push(lostRest(header, number, file));
    // A stream has one check sum for all of it: nobody can say which of its rows are as they were.
    if (!whole) issues.push(issue("project.doubtful", "error", {}, { file }));
    if (!rows.has("project")) return refused(...issues, issue("project.facts-lost", "error", {}, { file }));
    const { project, disputed } = undisputed(projectOf(rows));
    if (hasStreets(header) && project.streets === undefined)
      issues.push(issue("project.streets-lost", "error", {}, { file }));
    issues.push(...disputed.map((id) => issue("project.id-disputed", "error", { id }, { file, id })));
    // Rows that a hand changed are read, since they passed every check, but nobody should take them for the original.
    const changed = issues.length === 0 && content.digest() !== header.content;
    return done(project, changed ? [issue("project.changed-outside", "warning", {}, { file })] : issues);
  }

  function noHeader(): Issue {
    if (header !== undefined && "newer" in header)
      return issue("project.newer", "error", { version: header.newer }, { file });
    if (number > 0) return issue("project.no-header", "error", {}, { file, row: 1 });
    const isWritten = isGzip(bytes) || hasBlocks(bytes);
    return issue(isWritten ? "project.damaged" : "file.empty", "error", {}, { file });
  }

  /** The first line is no header: nothing behind it is of a project. */
  const foreign = () => number > 0 && !isHeader(header);
  return { take, foreign, result };
}

function isHeader(header: HeaderRead): header is ProjectHeader {
  return header !== undefined && !("newer" in header);
}

function projectOf(rows: ReadonlyMap<string, readonly object[]>): Project {
  const tables = Object.fromEntries(TABLES.map(([word, table]) => [table, rows.get(word) ?? []]));
  const streets = streetsIn(rows);
  const changes = rows.get("streetChange");
  const project = {
    ...EMPTY_PROJECT,
    ...rows.get("project")?.[0],
    ...tables,
    backdrop: rows.get("backdrop")?.[0] ?? EMPTY_PROJECT.backdrop,
    ...(streets && { streets }),
    ...(streets && changes && { streetChanges: changes }),
  } as Project;
  return {
    ...project,
    facilities: sortedById(project.facilities),
    zones: sortedById(project.zones),
    units: sortedById(project.units),
    sites: sortedById(project.sites),
  };
}

/** All of them or none: a street that is missing unnoticed would make walks longer than they are. */
function streetsIn(rows: ReadonlyMap<string, readonly object[]>): StreetMap | undefined {
  const [counts, another] = rows.get("streets") ?? [];
  if (counts === undefined || another !== undefined) return undefined;
  return unpackStreets(counts as StreetCounts, (rows.get("streetColumn") ?? []) as readonly PackedRow[]);
}
