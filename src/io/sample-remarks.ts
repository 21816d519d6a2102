import type { Issue } from "../core/base/issue.ts";
import { finish } from "../core/base/work.ts";
import { emptyDraft, type RowRole } from "./draft.ts";
import type { FileChoices } from "./import-report.ts";
import { readRows } from "./read-rows.ts";
import type { SourceBlock, SourceTable } from "./source-row.ts";
import { placingFrom } from "./to-model/placing.ts";

/** What becomes of a cell of a sample that is not read as it stands, by line and column of the sample. */
export interface SampleRemark {
  readonly line: number;
  readonly column: number;
  readonly issue: Issue;
}

/**
 * What an import would tell of the cells of the sample: that one is converted, or cannot be read. The rows are read as an
 * import reads them. Of coordinates that are no degrees nothing is told. Takes the first block of the table.
 */
export function sampleRemarks(
  table: SourceTable,
  roles: ReadonlySet<RowRole>,
  { datum, swapped }: FileChoices,
): readonly SampleRemark[] {
  const { sample } = table;
  const rows = new Map(sample.rows.map((row, line) => [row, line]));
  const placing = placingFrom({ datum, isSwapped: swapped });
  const firstRows = { ...table, blocks: shortened(table.blocks, rows) };
  const account = finish(readRows(firstRows, "", roles, emptyDraft({}), placing, () => 0));
  if (!account.ok) return [];
  const degrees = new Set([
    table.headings.get("lon"),
    table.headings.get("lat"),
    table.headings.get("lonlat"),
  ]);
  return account.value.issues.listed().flatMap((issue) => {
    const line = rows.get(issue.at.row ?? 0);
    // What is wrong with a row as a whole stands at its beginning.
    const column = issue.at.column === undefined ? 0 : sample.headings.indexOf(issue.at.column);
    if (line === undefined || column < 0 || issue.severity === "note") return [];
    return table.crs !== undefined && degrees.has(issue.at.column) ? [] : [{ line, column, issue }];
  });
}

function* shortened(
  blocks: Iterable<SourceBlock>,
  rows: ReadonlyMap<number, number>,
): Generator<SourceBlock> {
  for (const block of blocks) {
    const isShown = (row: number | undefined) => row !== undefined && rows.has(row);
    yield {
      ...block,
      rows: block.rows.filter(({ row }) => isShown(row)),
      broken: block.broken.filter(({ at }) => isShown(at.row)),
    };
    return;
  }
}
