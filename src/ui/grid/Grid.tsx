import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from "react";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { ROW_HEIGHT } from "../tables/use-window.ts";
import { useWords } from "../words.ts";
import { CellInput, type TypedText } from "./CellInput.tsx";
import { MOST_CHOICES } from "./ChoiceList.tsx";
import { choicesFor, offered } from "./choices-for.ts";
import { drawnRows } from "./drawn-rows.ts";
import { GridRowView } from "./GridRowView.tsx";
import { copiedText, type GridColumn, readText } from "./grid-column.ts";
import { deedOf, type GridDeed } from "./grid-keys.ts";
import { ledTo, nextCell, type Place, placesIn, type Range, rangeBetween, sizeOf } from "./grid-range.ts";
import { type CellRefusal, type CellText, type GridRow, type GridRows, rowName } from "./grid-rows.ts";
import { layBlock } from "./lay-block.ts";
import { placeOf } from "./place-of.ts";
import { cellKey, type GridEdits } from "./use-grid-edits.ts";
import { useGridWindow } from "./use-grid-window.ts";

/** The cell that is worked, and the far corner of those that are chosen with it. */
export interface Selection {
  readonly at: Place;
  readonly to: Place;
}

/** How blocks go to the clipboard and come from it. */
export interface BlockTexts {
  readonly write: (cells: readonly (readonly string[])[]) => string;
  readonly read: (text: string) => readonly (readonly string[])[];
}

interface Props {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: GridRows;
  readonly edits: GridEdits;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly aside: (row: GridRow, column: GridColumn) => string | undefined;
  readonly whyWords: (refusal: CellRefusal) => string;
  readonly blocks: BlockTexts;
  /** Out of it, and to the buttons beside it. */
  readonly onLeave: () => void;
  readonly onTools: () => void;
}

/**
 * A register as a sheet: a cell is typed over or opened, blocks are copied, pasted, filled and cleared. Only the rows on
 * screen are drawn, and the one that is worked, which has the keyboard wherever the others are scrolled.
 */
export function Grid(props: Props) {
  const { label, columns, rows, edits, selection, onSelect, aside, whyWords, blocks, onLeave, onTools } =
    props;
  const { t } = useWords();
  const view = useGridWindow(rows.count, columns);
  const { scroller, first, last, page, inView, widths } = view;
  const [typed, setTyped] = useState<TypedText>();
  const typing = useRef<TypedText>(undefined);
  const size = { rows: rows.count, columns: columns.length };
  const at = within(selection.at, size);
  const range = rangeBetween(at, within(selection.to, size));
  const column = columns[at.column];
  const row = rows.at(at.row);
  const key = row && column && cellKey({ id: row.id, column: column.key });
  const refused = key === undefined ? undefined : edits.refusals.get(key);
  const text = (key && (refused?.text ?? edits.pending.get(key))) ?? (column && row?.texts[column.key]) ?? "";
  const offers = useMemo(() => {
    if (!column?.choices) return undefined;
    const none = column.required ? [] : [{ value: "", label: t("editing.unknown") }];
    return [...none, ...column.choices];
  }, [column, t]);
  const shown = offers && typed ? choicesFor(offers, typed.by === "typing" ? typed.text : "") : offers;
  const type = (next: TypedText | undefined) => {
    typing.current = next;
    setTyped(next);
  };
  const go = (to: Place, far: Place = to) => {
    onSelect({ at: to, to: far });
    view.reveal(far);
  };
  const begin = () => {
    if (!column || column.fixed) return;
    const current = column.choices?.find(({ value }) => value === text)?.label ?? text;
    const place = offers?.findIndex(({ value }) => value === text) ?? -1;
    type({ text: current, by: "opening", at: place < MOST_CHOICES ? place : -1 });
  };
  const cellsOf = (laid: readonly (Place & { readonly text: string })[]): readonly CellText[] =>
    laid.flatMap(({ row: place, column: i, text: written }) => {
      const [of, to] = [rows.at(place), columns[i]];
      if (!of || !to) return [];
      const read = readText(to, written);
      const cell = { id: of.id, column: to.key, text: read };
      const isThere = read === (of.texts[to.key] ?? "") && !edits.refusals.has(cellKey(cell));
      return isThere ? [] : [cell];
    });
  /** Takes what was typed, or the choice that the keys stand at. */
  const commit = (value?: string) => {
    const was = typing.current;
    type(undefined);
    if (!was || !row || !column || key === undefined) return;
    const said = value ?? (was.at >= 0 ? shown?.[was.at]?.value : undefined) ?? readText(column, was.text);
    if (said === (row.texts[column.key] ?? "") && !edits.pending.has(key)) edits.forget(key);
    else if (said !== text || refused) void edits.change([{ id: row.id, column: column.key, text: said }]);
  };
  const texts = (of: Range) =>
    Array.from({ length: sizeOf(of).rows }, (_, i) => {
      const each = rows.at(of.top + i);
      return columns.slice(of.left, of.right + 1).map((one) => copiedText(one, each?.texts[one.key] ?? ""));
    });
  const clear = () => void edits.change(cellsOf(placesIn(range).map((place) => ({ ...place, text: "" }))));
  const fillDown = () => {
    const source = rows.at(range.bottom > range.top ? range.top : range.top - 1);
    if (!source) return;
    const below = { ...range, top: range.bottom > range.top ? range.top + 1 : range.top };
    const textOf = (i: number) => source.texts[columns[i]?.key ?? "id"] ?? "";
    void edits.change(cellsOf(placesIn(below).map((place) => ({ ...place, text: textOf(place.column) }))));
  };

  const onTyping = (event: KeyboardEvent, now: TypedText) => {
    const list = column?.choices && shown;
    const arrow = event.key.startsWith("Arrow");
    if (event.key === "Escape") {
      type(undefined);
    } else if (event.key === "Enter" && !event.altKey) {
      commit();
      go(ledTo(at, { key: event.shiftKey ? "ArrowUp" : "ArrowDown", ctrl: false }, page, size) ?? at);
    } else if (event.key === "Tab") {
      commit();
      go(nextCell(at, event.shiftKey, size) ?? at);
    } else if (list && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const count = Math.min(list.length, MOST_CHOICES);
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (count > 0) type({ ...now, at: (now.at + step + count + (now.at < 0 && step < 0 ? 1 : 0)) % count });
    } else if (arrow && now.by === "typing" && !list) {
      commit();
      go(ledTo(at, { key: event.key, ctrl: false }, page, size) ?? at);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = (top: number, left: number, bottom: number, right: number) =>
    onSelect({ at: { row: top, column: left }, to: { row: bottom, column: right } });
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const deeds: Readonly<Record<GridDeed, () => void>> = {
    open: begin,
    ...{ clear, fillDown },
    undo: () => void edits.undo(),
    redo: () => void edits.redo(),
    chooseAll: () => choose(0, 0, lastRow, lastColumn),
    chooseColumns: () => choose(0, range.left, lastRow, range.right),
    chooseRows: () => choose(range.top, 0, range.bottom, lastColumn),
    back: () => (isOne(range) ? onLeave() : go(at)),
    tools: onTools,
  };
  const onMoving = (event: KeyboardEvent) => {
    const { key: pressed, shiftKey: shift } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const opens = event.altKey && pressed === "ArrowDown" && column?.choices !== undefined;
    const led = opens ? undefined : ledTo(shift ? selection.to : at, { key: pressed, ctrl }, page, size);
    const next = pressed === "Tab" ? nextCell(at, shift, size) : undefined;
    const deed = opens ? "open" : deedOf({ key: pressed, ctrl, shift });
    if (led) go(shift ? at : led, led);
    else if (next) go(next);
    else if (deed) deeds[deed]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || edits.held) return;
    if (typing.current) onTyping(event, typing.current);
    else onMoving(event);
  };
  const onCopy = (event: ClipboardEvent, cut: boolean) => {
    if (typing.current) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", blocks.write(texts(range)));
    const { rows: high, columns: wide } = sizeOf(range);
    edits.say(t("tables.grid.copied", { rows: formatNumber(high), columns: formatNumber(wide) }));
    if (cut) clear();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typing.current) return;
    event.preventDefault();
    const pasted = event.clipboardData.getData("text/plain");
    if (pasted === "" || edits.held) return;
    const { cells, covers, beyond } = layBlock(blocks.read(pasted), range, size);
    choose(covers.top, covers.left, covers.bottom, covers.right);
    void edits.change(cellsOf(cells), beyond > 0 ? t("tables.grid.beyond", counted(beyond)) : "");
  };
  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (event.button !== 0 || !place) return;
    const same = place.row === at.row && place.column === at.column;
    if (same && typing.current) return;
    event.preventDefault();
    commit();
    if (event.shiftKey) go(at, place);
    else go(place);
    scroller.current?.querySelector<HTMLElement>(".grid-input")?.focus({ preventScroll: true });
  };
  const onMouseMove = (event: MouseEvent) => {
    if ((event.buttons & 1) !== 1 || typing.current) return;
    const place = placeOf(event.target);
    const { to } = selection;
    if (place && (place.row !== to.row || place.column !== to.column)) onSelect({ at, to: place });
  };

  const drawn = drawnRows(first, last, at.row, rows.count);
  return (
    <div className="grid more" ref={scroller} onScroll={view.onScroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are worked with the keyboard
        role="grid"
        aria-label={label}
        aria-rowcount={rows.count + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        className="grid-table"
        style={{ width: widths.reduce((sum, one) => sum + one, 0) }}
        onKeyDown={onKeyDown}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onDoubleClick={(event) => placeOf(event.target) && !typing.current && begin()}
      >
        <colgroup>
          {columns.map(({ key: one }, i) => (
            <col key={one} style={{ width: widths[i] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key: one, title, numeric }, i) => (
              <th
                key={one}
                scope="col"
                aria-colindex={i + 1}
                className={numeric ? "grid-number" : undefined}
                onMouseDown={(event) => {
                  event.preventDefault();
                  commit();
                  choose(0, i, lastRow, i);
                }}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((part) => {
            if (part.skipped > 0)
              return <Space key={`after ${part.from}`} rows={part.skipped} columns={columns.length} />;
            const each = rows.at(part.from);
            if (!each) return null;
            const worked = part.from === at.row;
            const inRange = part.from >= range.top && part.from <= range.bottom;
            return (
              <GridRowView
                key={each.id}
                place={part.from}
                row={each}
                columns={columns}
                inView={inView}
                at={worked ? at.column : -1}
                left={inRange ? range.left : 0}
                right={inRange ? range.right : -1}
                pending={edits.pending}
                refusals={edits.refusals}
                aside={aside}
                field={
                  worked && column ? (
                    <CellInput
                      key={column.key}
                      label={t("tables.grid.cell", { row: rowName(row), column: column.title })}
                      text={text}
                      typed={typed}
                      wrong={refused && whyWords(refused)}
                      fixed={column.fixed === true}
                      choices={shown}
                      above={part.from - first > (last - first) / 2 && part.from > 4}
                      onType={(next) => type(typedOver(next, offers))}
                      onOpen={begin}
                      onChoose={(value) => commit(value)}
                      onLeave={() => commit()}
                    />
                  ) : undefined
                }
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function typedOver(text: string, offers: Parameters<typeof choicesFor>[0] | undefined): TypedText {
  const at = offers ? offered(choicesFor(offers, text).slice(0, MOST_CHOICES), text) : -1;
  return { text, by: "typing", at };
}

function within({ row, column }: Place, size: { readonly rows: number; readonly columns: number }): Place {
  return {
    row: Math.max(0, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  };
}

function isOne({ top, left, bottom, right }: Range): boolean {
  return top === bottom && left === right;
}

function Space({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is no place to go to
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: rows * ROW_HEIGHT, padding: 0 }} />
    </tr>
  );
}
