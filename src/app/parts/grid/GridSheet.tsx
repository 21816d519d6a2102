import { useCallback, useMemo } from "react";
import type { ProjectView, Typed, TypedTable } from "../../../../workers/protocol.ts";
import { formatNumber } from "../../../i18n/numbers.ts";
import { readBlock, writeBlock } from "../../../io/text/clipboard-block.ts";
import { GridDesk } from "../../../ui/grid/GridDesk.tsx";
import { type GridColumn, gridColumns } from "../../../ui/grid/grid-column.ts";
import type { CellRefusal, CellText, GridRow } from "../../../ui/grid/grid-rows.ts";
import type { ChangeCells } from "../../../ui/grid/use-grid-edits.ts";
import { useWords } from "../../../ui/words.ts";
import { changeRows, redo, undo } from "../../commands/edit.ts";
import { gridFields } from "../../derived/grid-fields.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { EditEffect } from "../drawers/EditEffect.tsx";
import { useGridRows } from "./use-grid-rows.ts";

interface Props {
  readonly view: ProjectView;
  readonly table: TypedTable;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Rows of the document as a sheet, in a dialog over the whole page. */
export function GridSheet({ view, table, ids, onClose }: Props) {
  const { t, text } = useWords();
  const desk = useDesk();
  const undoable = useDocument(({ done }) => done.length > 0);
  const redoable = useDocument(({ undone }) => undone.length > 0);
  const rows = useGridRows(table, ids);
  const columns = useMemo(
    () => gridColumns(gridFields(table, { t, text }, view.zones), t),
    [table, t, text, view.zones],
  );
  const onChange = useCallback<ChangeCells>(
    async (cells, refused) => {
      const { made, issues } = await changeRows(desk, { table, rows: byRow(cells) }, refused);
      return made || issues.every(({ code }) => code === "edit.nothing-changed" && issues.length > 0)
        ? []
        : refusalsOf(cells, issues);
    },
    [desk, table],
  );
  return (
    <GridDesk
      title={t(`tables.grid.title.${table}`)}
      columns={columns}
      rows={rows}
      aside={useAside(view, table)}
      onChange={onChange}
      told={(cells) =>
        cells.length > 0 && (
          <EditEffect
            title={t("effect.title")}
            edit={{ kind: "change-rows", table, rows: byRow(cells), refused: "alone" }}
          />
        )
      }
      turns={{
        undo: undoable ? () => new Promise((settle) => void undo(desk, settle)) : undefined,
        redo: redoable ? () => new Promise((settle) => void redo(desk, settle)) : undefined,
      }}
      blocks={BLOCKS}
      onClose={onClose}
    />
  );
}

const BLOCKS = { write: writeBlock, read: readBlock };

/** The texts of each row, each row once. */
function byRow(cells: readonly CellText[]): readonly { readonly id: string; readonly typed: Typed }[] {
  const rows = new Map<string, Partial<Record<CellText["column"], string>>>();
  for (const { id, column, text } of cells) rows.set(id, { ...rows.get(id), [column]: text });
  return [...rows].map(([id, typed]) => ({ id, typed }));
}

/** Which cells the issues are about; where they are about no cell, all of them. */
function refusalsOf(
  cells: readonly CellText[],
  issues: Awaited<ReturnType<typeof changeRows>>["issues"],
): readonly CellRefusal[] {
  const byCell = new Map(issues.map((issue) => [`${issue.at.column} ${issue.at.id}`, issue]));
  const found = cells.flatMap((cell) => {
    const why = byCell.get(`${cell.column} ${cell.id}`);
    return why ? [{ ...cell, why }] : [];
  });
  return found.length > 0 ? found : cells.map((cell) => ({ ...cell, why: issues[0] }));
}

/** What is worked out where a cell is empty: households that are estimated. */
function useAside(view: ProjectView, table: TypedTable) {
  const { t } = useWords();
  return useMemo(() => {
    const { ids, households } = view.zones;
    const known = new Map(table === "zones" ? ids.map((id, at) => [id, households[at] ?? Number.NaN]) : []);
    return ({ id }: GridRow, { key }: GridColumn) => {
      const number = key === "households" ? (known.get(id) ?? Number.NaN) : Number.NaN;
      return Number.isNaN(number) ? undefined : t("tables.grid.estimated", { number: formatNumber(number) });
    };
  }, [view.zones, table, t]);
}
