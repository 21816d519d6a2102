import type { Work } from "../../../core/base/work.ts";
import type { Cell } from "../csv.ts";
import type { ExportColumn, ExportPlace, ExportTable } from "../tables/export-table.ts";

/** A table for programs of maps: typed columns, and a place for each row instead of columns of degrees. */
export interface Layer {
  readonly columns: readonly LayerColumn[];
  /** As what its rows are drawn; absent where none has a place. */
  readonly drawn?: ExportPlace["kind"] | "both";
  readonly rows: () => Iterable<{ readonly values: readonly LayerValue[]; readonly place?: ExportPlace }>;
}

export interface LayerColumn {
  readonly name: string;
  readonly type: "text" | "whole" | "number";
}

export type LayerValue = string | number | null;

/** A column of numbers in which a row has a word is a column of text: a word that becomes 0 would be a lie. */
export function* layerOf(table: ExportTable): Work<Layer> {
  const kept = [...table.columns.keys()].filter((at) => table.columns[at]?.format !== "degrees");
  const worded = new Set<number>();
  const broken = new Set<number>();
  const kinds = new Set<ExportPlace["kind"]>();
  let seen = 0;
  for (const { cells, place } of table.rows()) {
    seen += 1;
    if (seen % STEP === 0) yield { part: "write", share: 0 };
    if (place) kinds.add(place.kind);
    cells.forEach((cell, at) => {
      if (typeof cell === "string") worded.add(at);
      else if (cell !== undefined && Number.isFinite(cell) && !Number.isSafeInteger(cell)) broken.add(at);
    });
  }
  const columns = kept.map((at): LayerColumn => {
    const { heading: name, format } = table.columns[at] as ExportColumn;
    if (worded.has(at) || format === "text" || format === "long") return { name, type: "text" };
    const whole = (format === "count" || format === "year") && !broken.has(at);
    return { name, type: whole ? "whole" : "number" };
  });
  const [kind] = kinds;
  return {
    columns,
    ...(kind && { drawn: kinds.size > 1 ? ("both" as const) : kind }),
    *rows() {
      for (const { cells, place } of table.rows()) {
        yield {
          values: kept.map((at, i) => layerValue(cells[at], columns[i]?.type === "text")),
          ...(place && { place }),
        };
      }
    },
  };
}

/** Rows between two breaths. */
const STEP = 2000;

function layerValue(cell: Cell, asText: boolean): LayerValue {
  if (cell === undefined || (typeof cell === "number" && !Number.isFinite(cell))) return null;
  return asText ? String(cell) : cell;
}
