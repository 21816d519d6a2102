import { type KeyboardEvent, memo, type ReactNode, useEffect, useId, useState } from "react";
import { useMore } from "../frame/use-more.ts";
import { fitColumns, headingWidth } from "./column-widths.ts";
import type { Sortable, Sorting } from "./order.ts";
import { ROW_HEIGHT, useWindow } from "./use-window.ts";
import "./tables.css";

/** A column of facts about rows, which are known by their number in the project's table. */
export interface FactColumn extends Sortable {
  readonly key: string;
  readonly title: string;
  /** Pixels that its cells need; it is as wide as its heading at least, and the first takes what is left as well. */
  readonly width: number;
  readonly numeric?: boolean;
  readonly render: (row: number) => ReactNode;
  /** The cell as plain words or a plain number (NaN: unknown), to be copied or saved. */
  readonly text: (row: number) => string | number;
  /** What its plain numbers are in, said in the heading of what is copied or saved. */
  readonly unit?: string;
  /** What its heading means, where that is not plain. */
  readonly help?: string;
  /** Shown only to those who choose it. */
  readonly aside?: boolean;
}

interface Props {
  readonly label: string;
  readonly columns: readonly FactColumn[];
  /** Row numbers in the order shown. */
  readonly rows: Uint32Array;
  readonly selected: number | undefined;
  readonly onSelect: SelectRow;
  readonly onHover: (row: number | undefined) => void;
  readonly sorting: Sorting;
  readonly onSort: (key: string) => void;
  readonly empty: ReactNode;
  readonly picking?: Picking | undefined;
}

/** A row is chosen; `entered`: and the keyboard goes on to what is known of it. */
export type SelectRow = (row: number, entered?: boolean) => void;

/** Several rows are picked beside the one that is chosen. */
export interface Picking {
  readonly picked: ReadonlySet<number>;
  readonly onPick: (rows: Iterable<number>, picked: boolean) => void;
  /** What the box of a row is called, and that of all rows shown. */
  readonly labelOf: (row: number) => string;
  readonly labelOfAll: string;
}

const HEADER = 32;

/**
 * A long table of facts: only the rows on screen are drawn, yet each carries its place in the whole, so that a reader
 * with a keyboard or a screen reader meets a plain grid. Arrow keys, Page Up/Down, Home and End move the selection, Enter
 * goes on to what is known of it, and the place is kept where the selection is given up.
 */
export function FactTable(props: Props) {
  const { label, columns, rows, selected, onSelect, onHover, sorting, onSort, empty, picking } = props;
  const id = useId();
  const { scroller, first, last, page, width, onScroll, reveal } = useWindow(rows.length, HEADER);
  const [kept, keep] = useState(selected);
  if (selected !== undefined && selected !== kept) keep(selected);
  const at = kept === undefined ? -1 : rows.indexOf(kept);
  const widths = fitColumns(columns.map(needOf), width);

  useEffect(() => {
    if (selected !== undefined) reveal(at);
  }, [at, selected, reveal]);
  useMore(scroller);

  const onKeyDown = (event: KeyboardEvent) => {
    const current = rows[at];
    if (event.key === " " && event.target === event.currentTarget && picking && current !== undefined) {
      event.preventDefault();
      picking.onPick([current], !picking.picked.has(current));
      return;
    }
    if (event.key === "Enter" && event.target === event.currentTarget) {
      const entered = current ?? rows[0];
      if (entered !== undefined) onSelect(entered, true);
      return;
    }
    const to = nextPlace(event.key, at, page, rows.length);
    const row = to === undefined ? undefined : rows[to];
    if (row === undefined) return;
    event.preventDefault();
    onSelect(row);
  };

  return (
    <div className="facts more" ref={scroller} onScroll={onScroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are chosen with the keyboard
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={at >= first && at < last ? `${id}-${at}` : undefined}
        tabIndex={0}
        className="facts-table"
        style={{ width: widths.reduce((sum, one) => sum + one, 0) }}
        onKeyDown={onKeyDown}
        onMouseLeave={() => onHover(undefined)}
      >
        <colgroup>
          {columns.map((column, i) => (
            <col key={column.key} style={{ width: widths[i] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, i) => (
              <Heading key={column.key} column={column} sorting={sorting} onSort={onSort}>
                {i === 0 && picking && <PickAll rows={rows} picking={picking} />}
              </Heading>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first} columns={columns.length} />
          {Array.from(rows.subarray(first, last), (row, i) => (
            <FactRow
              key={row}
              id={`${id}-${first + i}`}
              place={first + i}
              row={row}
              columns={columns}
              selected={row === selected}
              current={row === kept}
              picked={picking?.picked.has(row)}
              picking={picking}
              onSelect={onSelect}
              onHover={onHover}
            />
          ))}
          <Space rows={rows.length - last} columns={columns.length} />
        </tbody>
      </table>
      {rows.length === 0 && <div className="facts-empty">{empty}</div>}
    </div>
  );
}

/** Holds the place of rows that are not drawn. */
function Space({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is no place to go to
    <tr aria-hidden="true" className="facts-space">
      <td colSpan={columns} style={{ height: rows * ROW_HEIGHT, padding: 0 }} />
    </tr>
  );
}

interface HeadingProps {
  readonly column: FactColumn;
  readonly sorting: Sorting;
  readonly onSort: (key: string) => void;
  readonly children: ReactNode;
}

function Heading({ column, sorting, onSort, children }: HeadingProps) {
  const sortable = column.value !== undefined || column.words !== undefined;
  const active = sorting.key === column.key;
  const direction = sorting.descending ? "descending" : "ascending";
  return (
    <th
      scope="col"
      aria-sort={active ? direction : sortable ? "none" : undefined}
      className={column.numeric ? "facts-number" : undefined}
      title={column.help}
    >
      {children}
      {sortable ? (
        <button type="button" className="facts-sort" onClick={() => onSort(column.key)}>
          {column.title}
          <span aria-hidden="true" className={active ? "facts-arrow" : "facts-arrow facts-arrow-off"}>
            {active && !sorting.descending ? "↑" : "↓"}
          </span>
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

interface RowProps {
  readonly id: string;
  readonly place: number;
  readonly row: number;
  readonly columns: readonly FactColumn[];
  readonly selected: boolean;
  /** Where the keyboard stands. */
  readonly current: boolean;
  readonly picked: boolean | undefined;
  readonly picking: Picking | undefined;
  readonly onSelect: SelectRow;
  readonly onHover: (row: number | undefined) => void;
}

const FactRow = memo(function FactRow(props: RowProps) {
  const { id, place, row, columns, selected, current, picked, picking, onSelect, onHover } = props;
  const marks = `${selected ? " facts-selected" : ""}${current ? " facts-current" : ""}`;
  return (
    <tr
      id={id}
      aria-rowindex={place + 2}
      aria-selected={selected}
      className={`facts-row${marks}`}
      onClick={() => onSelect(row)}
      onMouseEnter={() => onHover(row)}
    >
      {columns.map((column, i) => (
        <td key={column.key} className={column.numeric ? "facts-number" : undefined}>
          <div className="facts-cell">
            {i === 0 && picking && (
              <input
                type="checkbox"
                className="facts-pick"
                aria-label={picking.labelOf(row)}
                // The list is one stop of the keyboard: there, the space bar picks the chosen row.
                tabIndex={-1}
                checked={picked === true}
                onClick={(event) => event.stopPropagation()}
                onChange={({ target }) => picking.onPick([row], target.checked)}
              />
            )}
            {column.render(row)}
          </div>
        </td>
      ))}
    </tr>
  );
});

function PickAll({ rows, picking }: { readonly rows: Uint32Array; readonly picking: Picking }) {
  const { picked, onPick, labelOfAll } = picking;
  const some = picked.size > 0 && rows.some((row) => picked.has(row));
  const all = some && rows.every((row) => picked.has(row));
  return (
    <input
      type="checkbox"
      className="facts-pick"
      aria-label={labelOfAll}
      title={labelOfAll}
      ref={(box) => {
        if (box) box.indeterminate = some && !all;
      }}
      checked={all}
      onChange={() => onPick(rows, !all)}
    />
  );
}

const needOf = ({ width, title }: FactColumn): number => Math.max(width, headingWidth(title));

/** Where a key leads from place `at` (−1: nowhere yet) among `count` rows; `undefined` for any other key. */
function nextPlace(key: string, at: number, page: number, count: number): number | undefined {
  const clamp = (place: number) => Math.max(0, Math.min(count - 1, place));
  switch (key) {
    case "ArrowDown":
      return clamp(at + 1);
    case "ArrowUp":
      return clamp(at - 1);
    case "PageDown":
      return clamp(at + page - 1);
    case "PageUp":
      return clamp(at - page + 1);
    case "Home":
      return clamp(0);
    case "End":
      return clamp(count - 1);
    default:
      return undefined;
  }
}
