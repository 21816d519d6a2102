import { type RefObject, useEffect, useRef } from "react";

/**
 * Brings an element into view whenever what it tells is something else, unless all of it is there already or somebody is
 * typing beside it, whose line would go away under the hand. The focus stays where it is. `undefined`: it tells nothing.
 */
export function useIntoView<Shown extends HTMLElement>(tells: string | undefined): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  useEffect(() => {
    const element = shown.current;
    if (!element || tells === undefined) return;
    const around = scrolledAround(element);
    if (around.some(holdsTyping) || around.every((each) => isWithin(element, each))) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  }, [tells]);
  return shown;
}

/** What is scrolled with the element in it, from the inside out. */
function scrolledAround(element: Element): readonly Element[] {
  const around: Element[] = [];
  for (let each = element.parentElement; each; each = each.parentElement)
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY))
      around.push(each);
  return around;
}

function holdsTyping(around: Element): boolean {
  const active = document.activeElement;
  return active !== null && around.contains(active) && active.matches(TYPED);
}

const TYPED = "textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])";

function isWithin(element: Element, around: Element): boolean {
  const [inner, outer] = [element.getBoundingClientRect(), around.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}
