import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

export const ROW_HEIGHT = 32;
const OVERSCAN = 8;

/** Which rows of a long list are on screen. */
export interface ListWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly first: number;
  readonly last: number;
  /** Rows that fit at once. */
  readonly page: number;
  /** Pixels between the edges, without the bar it is scrolled down with; 0 until it is laid out. */
  readonly width: number;
  readonly onScroll: () => void;
  readonly reveal: (index: number) => void;
}

/** Windows a list of `count` rows of equal height; the header above them is `header` pixels high and stays in place. */
export function useWindow(count: number, header: number): ListWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      setHeight(element.clientHeight);
      setWidth(element.clientWidth);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element) setTop(Math.floor(element.scrollTop / ROW_HEIGHT));
  }, []);

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element || index < 0) return;
      const above = index * ROW_HEIGHT;
      const below = above + ROW_HEIGHT + header - element.clientHeight;
      if (element.scrollTop > above) element.scrollTop = above;
      else if (element.scrollTop < below) element.scrollTop = below;
    },
    [header],
  );

  const page = Math.max(1, Math.ceil((height - header) / ROW_HEIGHT));
  return {
    scroller,
    first: Math.max(0, Math.min(top, count) - OVERSCAN),
    last: Math.min(count, top + page + OVERSCAN),
    page,
    width,
    onScroll,
    reveal,
  };
}
