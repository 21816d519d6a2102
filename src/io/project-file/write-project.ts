import { canonical, growingDigest } from "../../core/base/digest.ts";
import { byCodeUnit, sortedById } from "../../core/base/order.ts";
import type { Project } from "../../core/model/project.ts";
import type { CandidateSite } from "../../core/model/site.ts";
import { packStreets } from "../../core/network/packed-streets.ts";
import type { StreetMap } from "../../core/network/street-map.ts";
import { packBlock } from "./blocks.ts";
import { joined } from "./joined.ts";
import {
  type BlockRows,
  linesOf,
  type ProjectHeader,
  WITH_CHANGED_STREETS,
  WITH_STREETS,
  WITH_TERMS,
  WITHOUT_STREETS,
} from "./project-header.ts";

/** Tables of a project file, in the order they are written. The word is the first member of each line. */
export const TABLES = [
  ["unit", "units"],
  ["facility", "facilities"],
  ["zone", "zones"],
  ["site", "sites"],
  ["pack", "customPacks"],
  ["duplicate", "duplicateDecisions"],
] as const;

/** What of a project is no table and is not drawn. */
export type ProjectFacts = Pick<Project, "name" | "origin" | "pack" | "parameters" | "asOf">;

/**
 * A `.quan` project file as `docs/project-file.md` states it: gzip over lines of JSON, a header and then one line per row
 * (`["zone", {…}]`), tables in fixed order, rows by id, streets last; the first two lines again at the end. Equal content gives equal
 * bytes. Made block by block: a nation never stands in memory as one text.
 */
export function writeProject(project: Project): ReadableStream<Uint8Array<ArrayBuffer>> {
  const blocks = packedBlocks(project);
  return new ReadableStream({
    pull(controller) {
      const block = blocks.next();
      if (block.done) controller.close();
      else controller.enqueue(block.value);
    },
  });
}

function* packedBlocks(project: Project): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const facts = encoder.encode(`${factsLine(project)}\n`);
  const content = growingDigest();
  content.add(facts);
  const blocks: BlockRows[] = [];
  // Held packed until the header is known: a tenth of the text, and nothing is put into words twice.
  const packed: Uint8Array<ArrayBuffer>[] = [];
  let lines = 1;
  for (const { text, rows } of pieces(project)) {
    const bytes = encoder.encode(text);
    content.add(bytes);
    blocks.push(rows);
    packed.push(packBlock(blocks.length, bytes));
    lines += linesOf(rows);
  }
  const quan = versionOf(project);
  const header: ProjectHeader = { quan, content: content.digest(), lines, blocks };
  const first = joined([encoder.encode(`${JSON.stringify(header)}\n`), facts]);
  yield packBlock(0, first);
  yield* packed;
  yield packBlock(blocks.length + 1, first);
}

function versionOf({ streets, streetChanges, sites, facilities }: Project): number {
  if (sites.some(hasTerms) || facilities.some(({ investment, opens }) => (investment ?? opens) !== undefined))
    return WITH_TERMS;
  if (!streets) return WITHOUT_STREETS;
  return streetChanges ? WITH_CHANGED_STREETS : WITH_STREETS;
}

/** Whether a site says more than versions before could. */
function hasTerms(site: CandidateSite): boolean {
  return site.kind === "kindergarten" || TERMS.some((member) => site[member] !== undefined);
}

const TERMS = [
  ...(["owner", "ways", "enlarges", "zone", "fireClass", "fireCompliant", "denseArea"] as const),
  ...(["yearlyCost", "earliest", "usableYears", "assumed"] as const),
] satisfies readonly (keyof CandidateSite)[];

function factsLine({ name, origin, pack, parameters, asOf }: Project): string {
  const facts: { readonly [Key in keyof ProjectFacts]: ProjectFacts[Key] | undefined } = {
    ...{ name, origin, pack, parameters, asOf },
  };
  return canonical(["project", facts]);
}

interface Piece {
  readonly text: string;
  readonly rows: BlockRows;
}

/** The lines of the tables, what is drawn and the streets, so many at a time. */
function* pieces(project: Project): Generator<Piece> {
  let text = "";
  let rows: Record<string, number> = {};
  for (const [word, row] of wordsAndRows(project)) {
    text += `${canonical([word, row])}\n`;
    rows[word] = (rows[word] ?? 0) + 1;
    if (text.length < BLOCK) continue;
    yield { text, rows };
    text = "";
    rows = {};
  }
  if (text !== "") yield { text, rows };
}

/** Characters of a block: what is lost with one byte, against what the directory of the blocks takes. */
const BLOCK = 1 << 16;

function* wordsAndRows(project: Project): Generator<readonly [string, object]> {
  for (const [word, table] of TABLES) {
    for (const row of ordered(project[table])) yield [word, row];
  }
  yield ["backdrop", project.backdrop];
  if (!project.streets) return;
  yield* streetRows(project.streets);
  for (const change of project.streetChanges ?? []) yield ["streetChange", change];
}

/** How long the columns are, and what stands in them. */
function* streetRows(streets: StreetMap): Generator<readonly [string, object]> {
  const { rows, digest: _digest, ...counts } = packStreets(streets);
  yield ["streets", counts];
  for (const row of rows) yield ["streetColumn", row];
}

function ordered(rows: readonly object[]): readonly object[] {
  const [first] = rows;
  if (first === undefined) return rows;
  if ("id" in first) return sortedById(rows as readonly { readonly id: string }[]);
  return [...rows].sort((a, b) => byCodeUnit(canonical(a), canonical(b)));
}
