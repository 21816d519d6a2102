import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

const OVERSCAN = 6;

/** Which rows of one height are on screen in a list of any length. */
export interface RowsInView {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly first: number;
  readonly last: number;
  readonly onScroll: () => void;
}

/** `height`: of a row, in pixels. */
export function useRows(count: number, height: number): RowsInView {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, room: 0 });
  const measure = useCallback(() => {
    const element = scroller.current;
    if (element) setView({ top: element.scrollTop, room: element.clientHeight });
  }, []);
  useLayoutEffect(() => {
    measure();
    const watch = new ResizeObserver(measure);
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, [measure]);
  const top = Math.min(view.top, Math.max(0, count * height - view.room));
  return {
    scroller,
    first: Math.max(0, Math.floor(top / height) - OVERSCAN),
    last: Math.min(count, Math.ceil((top + view.room) / height) + OVERSCAN),
    onScroll: measure,
  };
}
