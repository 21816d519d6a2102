import type { Covered } from "../../../map/framing.ts";

/**
 * How much of the map its buttons and the panels beside it lie over, the legend where it leaves little beside it, and what
 * says how an outline is drawn.
 */
export function coveredOf(map: HTMLElement): Covered {
  const pane = map.closest<HTMLElement>(".map");
  const covered = { top: 0, left: 0, right: 0, bottom: 0 };
  if (!pane) return covered;
  const { right, bottom } = edges(pane);
  for (const other of pane.parentElement?.children ?? []) {
    if (!(other instanceof HTMLElement) || other === pane) continue;
    const over = edges(other);
    if (over.right <= pane.offsetLeft || over.bottom <= pane.offsetTop) continue;
    if (over.left > pane.offsetLeft) covered.right = Math.max(covered.right, right - over.left);
    else covered.bottom = Math.max(covered.bottom, bottom - over.top);
  }
  const tools = pane.querySelector<HTMLElement>(".map-tools");
  if (tools) covered.left = edges(tools).right;
  const ask = pane.querySelector<HTMLElement>(".outline-ask");
  if (ask) covered.top = edges(ask).bottom;
  const legend = pane.querySelector<HTMLElement>(".legend[open]");
  const width = pane.offsetWidth - covered.left - covered.right;
  if (legend && legend.offsetWidth > MOST_OF_WIDTH * width && legend.offsetTop > LEAST_ABOVE)
    covered.bottom = Math.max(covered.bottom, pane.offsetHeight - legend.offsetTop);
  return covered;
}

/** A legend that takes more of the width is in the way. */
const MOST_OF_WIDTH = 0.3;
/** Pixels above the legend in which something can be shown. */
const LEAST_ABOVE = 160;

/** Calls back on every new size of the lists, which on a narrow screen lie over the map, and of both together; returns how to stop. */
export function watchLists(changed: () => void): () => void {
  const observer = new ResizeObserver(changed);
  for (const part of document.querySelectorAll(".workspace, .workspace > .panel")) observer.observe(part);
  return () => observer.disconnect();
}

/** As laid out, also while still sliding in; all stand in the same box. */
function edges({ offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight }: HTMLElement) {
  return { left, top, right: left + offsetWidth, bottom: top + offsetHeight };
}
