import { Button } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { counted } from "../../i18n/numbers.ts";
import { wrongWords } from "../editing/wrong-words.ts";
import { CloseButton } from "../frame/CloseButton.tsx";
import { UndoArrow } from "../marks/UndoArrow.tsx";
import { useWords } from "../words.ts";
import { BulkEdit, type BulkScope } from "./BulkEdit.tsx";
import { type BlockTexts, Grid, type Selection } from "./Grid.tsx";
import type { GridColumn } from "./grid-column.ts";
import { rangeBetween } from "./grid-range.ts";
import { type CellRefusal, type CellText, type GridRow, type GridRows, rowName } from "./grid-rows.ts";
import { HeldBlockNotice } from "./HeldBlockNotice.tsx";
import { type ChangeCells, type Turns, useGridEdits } from "./use-grid-edits.ts";
import "./grid.css";

interface Props {
  readonly title: string;
  readonly columns: readonly GridColumn[];
  /** Absent until they are there. */
  readonly rows: GridRows | undefined;
  readonly aside: (row: GridRow, column: GridColumn) => string | undefined;
  readonly onChange: ChangeCells;
  /** What is told of a block of cells before they are changed. */
  readonly told: (cells: readonly CellText[]) => ReactNode;
  readonly turns: Turns;
  readonly blocks: BlockTexts;
  readonly onClose: () => void;
}

const FIRST: Selection = { at: { row: 0, column: 0 }, to: { row: 0, column: 0 } };

/** Rows to be edited as a sheet, with what came of the edits and how to take them back. */
export function GridDesk({ title, columns, rows, aside, onChange, told, turns, blocks, onClose }: Props) {
  const speech = useWords();
  const { t } = speech;
  const desk = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const [selection, select] = useState(FIRST);
  const columnOf = ({ column }: CellRefusal) => columns.find(({ key }) => key === column)?.title ?? column;
  const rowOf = ({ id }: CellRefusal) => rowName(rowsById(rows, id)) || id;
  const reasonOf = ({ why }: CellRefusal) => (why ? wrongWords(why, speech) : t("tables.grid.notMade"));
  const whyWords = (one: CellRefusal) =>
    t("tables.grid.why", { row: rowOf(one), column: columnOf(one), why: reasonOf(one) });
  const edits = useGridEdits(onChange, turns, whyWords, t);
  const { held, refusals, said } = edits;
  const field = () => desk.current?.querySelector<HTMLElement>(".grid-input")?.focus({ preventScroll: true });
  const wasHeld = useRef(false);
  useEffect(() => {
    if (wasHeld.current && !held) field();
    wasHeld.current = held !== undefined;
  });
  const range = rangeBetween(selection.at, selection.to);
  const cellsOf = (scope: BulkScope, column: GridColumn, text: string): readonly CellText[] => {
    const [top, bottom] = scope === "all" ? [0, (rows?.count ?? 0) - 1] : [range.top, range.bottom];
    const cells: CellText[] = [];
    for (let at = top; at <= bottom; at++) {
      const row = rows?.at(at);
      const says = row?.texts[column.key] ?? "";
      if (row && says !== text) cells.push({ id: row.id, column: column.key, text });
    }
    return cells;
  };
  const goToNext = () => {
    const next = nextRefused(refusals, rows, columns, selection.at);
    if (next) select({ at: next, to: next });
  };
  return (
    <div ref={desk} className="grid-desk">
      <header className="grid-head">
        <h2>{title}</h2>
        <span className="facts-found">{rows && t("tables.grid.count", counted(rows.count))}</span>
        <div
          ref={tools}
          className="grid-tools"
          role="toolbar"
          aria-label={title}
          onKeyDown={(event) => event.key === "F6" && field()}
        >
          {rows && rows.count > 0 && (
            <BulkEdit
              columns={columns}
              rows={{ chosen: Math.min(range.bottom, rows.count - 1) - range.top + 1, all: rows.count }}
              onSet={(...value) => void edits.change(cellsOf(...value))}
              told={(...value) => told(cellsOf(...value))}
            />
          )}
          <Button
            aria-label={t("screen.undo")}
            icon={<UndoArrow />}
            disabled={!turns.undo}
            onClick={() => void edits.undo().then(field)}
          >
            {t("screen.undo")}
          </Button>
          <Button
            aria-label={t("screen.redo")}
            icon={<UndoArrow forth />}
            disabled={!turns.redo}
            onClick={() => void edits.redo().then(field)}
          >
            {t("screen.redo")}
          </Button>
        </div>
        <CloseButton label={t("tables.grid.close")} onClick={onClose} />
      </header>
      {!rows || rows.count === 0 ? (
        <p className="facts-empty">{t(rows ? "tables.grid.empty" : "tables.grid.loading")}</p>
      ) : (
        <Grid
          label={title}
          {...{ columns, rows, edits, selection, aside, whyWords: reasonOf, blocks }}
          onSelect={select}
          onLeave={() => refusals.size === 0 && onClose()}
          onTools={() => tools.current?.querySelector<HTMLElement>("button:enabled, select")?.focus()}
        />
      )}
      {held && (
        <HeldBlockNotice
          {...{ held, rowOf, columnOf, reasonOf }}
          onRest={() => void edits.takeRest()}
          onNone={edits.takeNone}
          told={told}
        />
      )}
      <footer className="grid-foot">
        <span role="status">{said}</span>
        {refusals.size > 0 && !held && (
          <span className="grid-left">
            {t("tables.grid.left", counted(refusals.size))}
            <button type="button" className="link" onClick={goToNext}>
              {t("tables.grid.nextLeft")}
            </button>
          </span>
        )}
        <span className="grid-how remark">{t("tables.grid.howTo")}</span>
      </footer>
    </div>
  );
}

function rowsById(rows: GridRows | undefined, id: string): GridRow | undefined {
  for (let at = 0; at < (rows?.count ?? 0); at++) {
    const row = rows?.at(at);
    if (row?.id === id) return row;
  }
  return undefined;
}

/** The next refused cell behind this one, in reading order, and around to the first. */
function nextRefused(
  refusals: ReadonlyMap<string, CellRefusal>,
  rows: GridRows | undefined,
  columns: readonly GridColumn[],
  at: Selection["at"],
): Selection["at"] | undefined {
  const byId = new Map<string, number[]>();
  for (const { id, column } of refusals.values()) {
    const place = columns.findIndex(({ key }) => key === column);
    byId.set(id, [...(byId.get(id) ?? []), place]);
  }
  const found: Selection["at"][] = [];
  for (let row = 0; row < (rows?.count ?? 0) && byId.size > 0; row++) {
    const id = rows?.at(row)?.id ?? "";
    for (const column of (byId.get(id) ?? []).sort((a, b) => a - b)) found.push({ row, column });
  }
  return found.find(({ row, column }) => row > at.row || (row === at.row && column > at.column)) ?? found[0];
}
