import { type RefObject, useEffect } from "react";

/**
 * Marks a box that is scrolled sideways with `data-more` as long as some of it lies beyond its right edge, and tells it
 * in `--bar` how wide the bar is that it is scrolled down with.
 */
export function useMore(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, clientWidth, scrollWidth, offsetWidth } = element;
      element.toggleAttribute("data-more", scrollLeft + clientWidth < scrollWidth - 1);
      element.style.setProperty("--bar", `${offsetWidth - clientWidth}px`);
    };
    const sizes = new ResizeObserver(look);
    const watch = () => {
      for (const one of [element, ...element.children]) sizes.observe(one);
    };
    const content = new MutationObserver(watch);
    content.observe(element, { childList: true });
    watch();
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      content.disconnect();
      sizes.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box]);
}
