import { type RefObject, useEffect } from "react";

/**
 * Marks a box that is scrolled sideways with `data-more` as long as some of it lies beyond its right edge, and tells it
 * in `--bar` how wide the bar is that it is scrolled down with. Looks anew when `content` is another.
 */
export function useMore(box: RefObject<HTMLElement | null>, content?: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has another width
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, clientWidth, scrollWidth, offsetWidth } = element;
      element.toggleAttribute("data-more", scrollLeft + clientWidth < scrollWidth - 1);
      element.style.setProperty("--bar", `${offsetWidth - clientWidth}px`);
    };
    const sizes = new ResizeObserver(look);
    for (const one of [element, ...element.children]) sizes.observe(one);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box, content]);
}
