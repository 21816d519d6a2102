import { useEffect, useState } from "react";

/**
 * Gives the focus back to what had it before, once a dialog is gone that leaves whole and cannot do so itself; to the
 * lists, where that is gone too.
 */
export function useReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => void [opener, ...lists()].some(focus), [opener]);
}

/** `useReturn` beside a dialog that is not always there. */
export function Return(): null {
  useReturn();
  return null;
}

/** Where the keyboard goes if what it came from is not there any more. */
export function lists(): readonly (Element | null)[] {
  return ["#lists [role=grid]", "#lists"].map((one) => document.querySelector(one));
}

/** Whether it could be given the focus. */
export function focus(element: Element | null): boolean {
  if (!(element instanceof HTMLElement) || element === document.body) return false;
  element.focus();
  return document.activeElement === element;
}
