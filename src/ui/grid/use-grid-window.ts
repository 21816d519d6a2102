import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { useMore } from "../frame/use-more.ts";
import { type ListWindow, useWindow } from "../tables/use-window.ts";
import { type ColumnsInView, columnsInView } from "./columns-in-view.ts";
import type { GridColumn } from "./grid-column.ts";
import type { Place } from "./grid-range.ts";

/** Which rows and columns of a grid are on screen. */
export interface GridWindow extends Pick<ListWindow, "scroller" | "first" | "last" | "page" | "onScroll"> {
  readonly inView: ColumnsInView;
  /** Pixels of the columns. */
  readonly widths: readonly number[];
  /** Scrolls so far that the cell is in view. */
  readonly reveal: (place: Place) => void;
}

const HEADER = 32;
const LEAST_NAMES = 112;

/** Windows a grid of so many rows; the first column and the headings stay in place. */
export function useGridWindow(count: number, columns: readonly GridColumn[]): GridWindow {
  const { scroller, first, last, page, width, onScroll, reveal } = useWindow(count, HEADER);
  // On a narrow screen the names leave room for what they are names of.
  const names = Math.max(LEAST_NAMES, Math.floor(width / 3));
  const widths = useMemo(
    () => columns.map(({ width: own }, i) => (i === 0 && width > 0 ? Math.min(own, names) : own)),
    [columns, width, names],
  );
  const [inView, look] = useState<ColumnsInView>({ from: 1, to: columns.length - 1 });
  useMore(scroller);
  const lookSideways = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const now = columnsInView(widths, box.scrollLeft, width);
    look((before) => (before.from === now.from && before.to === now.to ? before : now));
  }, [scroller, widths, width]);
  useLayoutEffect(lookSideways, [lookSideways]);
  return {
    ...{ scroller, first, last, page, inView, widths },
    onScroll: () => {
      onScroll();
      lookSideways();
    },
    reveal: ({ row, column }) => {
      reveal(row);
      revealColumn(scroller.current, widths, column);
    },
  };
}

/** Scrolls sideways so far that the column is in view beside the first. */
function revealColumn(scroller: HTMLElement | null, widths: readonly number[], column: number): void {
  if (!scroller || column === 0) return;
  const start = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const [least, most] = [start + (widths[column] ?? 0) - scroller.clientWidth, start - (widths[0] ?? 0)];
  if (scroller.scrollLeft > most) scroller.scrollLeft = most;
  else if (scroller.scrollLeft < least) scroller.scrollLeft = least;
}
