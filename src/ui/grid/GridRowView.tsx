import { memo, type ReactNode } from "react";
import { useWords } from "../words.ts";
import { type ColumnsInView, drawnColumns } from "./columns-in-view.ts";
import { type GridColumn, shownText } from "./grid-column.ts";
import type { CellRefusal, GridRow } from "./grid-rows.ts";
import { cellKey } from "./use-grid-edits.ts";

interface Props {
  readonly place: number;
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  readonly inView: ColumnsInView;
  /** The column that is worked, −1 for a row that is not; and what it is worked with. */
  readonly at: number;
  readonly field: ReactNode;
  /** Columns that are chosen, both included; `left` over `right` where none is. */
  readonly left: number;
  readonly right: number;
  readonly pending: ReadonlyMap<string, string>;
  readonly refusals: ReadonlyMap<string, CellRefusal>;
  /** What stands in an empty cell. */
  readonly aside: (row: GridRow, column: GridColumn) => string | undefined;
}

/** A row of cells, the first of which stays in view. */
export const GridRowView = memo(function GridRowView(props: Props) {
  const { place, row, columns, inView, at, field, left, right, pending, refusals, aside } = props;
  const { t } = useWords();
  return (
    <tr className="grid-row" aria-rowindex={place + 2}>
      {drawnColumns(inView, at, columns.length).map((drawn) => {
        const { at: i } = drawn;
        if ("skipped" in drawn) return <td key={`gap ${i}`} colSpan={drawn.skipped} aria-hidden="true" />;
        const column = columns[i];
        if (!column) return null;
        const key = cellKey({ id: row.id, column: column.key });
        const refused = refusals.get(key);
        const text = refused?.text ?? pending.get(key) ?? row.texts[column.key] ?? "";
        const chosen = i >= left && i <= right;
        const marks = [
          "grid-cell",
          column.numeric && "grid-number",
          column.fixed && "grid-fixed",
          chosen && "grid-chosen",
          i === at && "grid-at",
          refused && "grid-wrong",
        ];
        const unread = text === "" && row.unread.includes(column.key);
        const hint = text === "" ? (unread ? t("tables.grid.unread") : aside(row, column)) : undefined;
        const Cell = i === 0 ? "th" : "td";
        return (
          <Cell
            key={column.key}
            {...(i === 0 && { scope: "row" })}
            className={marks.filter(Boolean).join(" ")}
            data-row={place}
            data-column={i}
            aria-colindex={i + 1}
            aria-selected={chosen}
            aria-readonly={column.fixed}
            aria-invalid={refused ? true : undefined}
          >
            <span className={hint === undefined ? "grid-text" : "grid-text facts-aside"}>
              {hint ?? shownText(column, text)}
            </span>
            {i === at && field}
          </Cell>
        );
      })}
    </tr>
  );
});
