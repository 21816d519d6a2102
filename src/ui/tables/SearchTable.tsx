import { EditOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { type FactColumn, FactTable, type Picking, type SelectRow } from "./FactTable.tsx";
import type { Sorting } from "./order.ts";
import { TableTools, type Taking, visibleColumns } from "./TableTools.tsx";
import { useOrder } from "./use-order.ts";

/** What every list of the panel is told: which row is chosen, and what to do when one is pointed at or chosen. */
export interface Choosing {
  readonly selected: number | undefined;
  readonly onSelect: SelectRow;
  readonly onHover: (row: number | undefined) => void;
  readonly picking?: Picking;
  /** Edits the rows that are shown, in their order, as a sheet. */
  readonly onEdit?: (rows: Uint32Array) => void;
}

interface Props extends Choosing, Taking {
  readonly label: string;
  readonly search: string;
  /** Rows that hold the sought text, in the order of the project; keep it while nothing it rests on changes. */
  readonly find: (sought: string) => Uint32Array;
  readonly columns: readonly FactColumn[];
  /** How the rows are sorted until a heading is chosen. */
  readonly first: Sorting;
  /** Choices before and after the search. */
  readonly lead?: ReactNode;
  readonly filter?: ReactNode;
  /** The conditions that are set, below them. */
  readonly chosen?: ReactNode;
  /** What is said where there is no row to show. */
  readonly empty: string;
}

/** A table of facts below a search by name: rows that are found, sorted by the chosen heading, and how many there are. */
export function SearchTable({
  label,
  search,
  find,
  columns,
  first,
  lead,
  filter,
  chosen,
  empty,
  shown,
  onShown,
  onCopy,
  onExport,
  onEdit,
  ...choosing
}: Props) {
  const { t, language } = useWords();
  const [sought, setSought] = useState("");
  const rows = useMemo(() => find(sought), [find, sought]);
  const visible = useMemo(() => visibleColumns(columns, shown), [columns, shown]);
  const { ordered, sorting, onSort } = useOrder(rows, visible, language, first);
  return (
    <>
      <div className="facts-tools">
        {lead}
        <div className="facts-find">
          <Input
            className="facts-search"
            type="search"
            prefix={<SearchOutlined />}
            aria-label={search}
            placeholder={search}
            allowClear
            onChange={(event) => setSought(event.target.value)}
          />
          {filter}
          {onEdit && (
            <Button
              icon={<EditOutlined />}
              aria-label={t("tables.grid.edit")}
              title={t("tables.grid.editRows", counted(rows.length))}
              disabled={rows.length === 0}
              onClick={() => onEdit(ordered)}
            />
          )}
          <TableTools {...{ columns, visible, shown, onShown, onCopy, onExport }} rows={ordered} />
          <span className="facts-found" role="status">
            {t("tables.found", counted(rows.length))}
          </span>
        </div>
        {chosen}
      </div>
      <FactTable
        label={label}
        columns={visible}
        rows={ordered}
        {...choosing}
        sorting={sorting}
        onSort={onSort}
        empty={empty}
      />
    </>
  );
}
