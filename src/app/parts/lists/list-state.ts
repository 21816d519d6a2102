import { useMemo } from "react";
import type { TypedTable } from "../../../../workers/protocol.ts";
import type { Taking } from "../../../ui/tables/TableTools.tsx";
import { useWords } from "../../../ui/words.ts";
import { copyTable, saveTable } from "../../commands/take.ts";
import { useDocument } from "../../state/document.ts";
import { type List, type SelectedRow, useSession } from "../../state/session.ts";

/** How a list is cut to columns and taken elsewhere. */
export function useTaking(list: List): Taking {
  const { t } = useWords();
  const shown = useSession((session) => session.columns[list]);
  return useMemo(
    () => ({
      shown,
      onShown: (keys) => useSession.setState(({ columns }) => ({ columns: { ...columns, [list]: keys } })),
      onCopy: copyTable,
      onExport: (table) => {
        const { view, results } = useDocument.getState();
        const title =
          list === "bottlenecks" || list === "surplus" ? t(`areas.lists.${list}`) : t(`tables.tabs.${list}`);
        const said = [view?.name, title, results?.key.slice(0, 8)];
        saveTable(`${said.filter(Boolean).join("-")}.csv`, table);
      },
    }),
    [list, shown, t],
  );
}

/** Opens the rows as a sheet, in their order. */
export function editRows(table: TypedTable, ids: readonly string[], rows: Iterable<number>): void {
  useSession.setState({ grid: { table, ids: Array.from(rows, (row) => ids[row] ?? "") } });
}

/** The id of the row that is chosen, if it is of this kind. */
export function useSelected(kind: SelectedRow["kind"]): string | undefined {
  return useSession(({ selection }) => (selection?.kind === kind ? selection.id : undefined));
}

/** Where a row stands, if it is there. */
export function rowOf(ids: readonly string[], id: string | undefined): number | undefined {
  const row = id === undefined ? -1 : ids.indexOf(id);
  return row < 0 ? undefined : row;
}
