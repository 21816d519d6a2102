import { useEffect, useLayoutEffect, useRef } from "react";
import { focus, lists } from "../../state/return.ts";
import { rowChosen, type Selection } from "../../state/session.ts";

/**
 * Where the keyboard goes with what is chosen: to the title of what is known of it, where that was asked for or what had
 * the focus there is gone with what was known before; once nothing is chosen any more, or what was is not `there` any
 * more, back to where it came from.
 */
export function useDrawerFocus(selection: Selection | undefined, there: boolean): void {
  const cameFrom = useRef<HTMLElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      // A dialog over the page, and what is asked on the map, gives the focus back by itself.
      if (!(target instanceof HTMLElement) || target.closest("[role=dialog], .place-ask")) return;
      inside.current = target.closest(".drawer") !== null;
      if (!inside.current) cameFrom.current = target;
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  useLayoutEffect(() => {
    const drawer = there ? document.querySelector(".drawer") : null;
    const lost = inside.current && !drawer?.contains(document.activeElement);
    if (drawer && (lost || rowChosen(selection)?.entered)) focus(drawer.querySelector("h2"));
    else if (lost) [cameFrom.current, ...lists()].some(focus);
  }, [selection, there]);
}
