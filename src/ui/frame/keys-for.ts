/** A text field has the keys, and what is pasted. */
export function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, [contenteditable]");
}

/** A dialog or an open list lies over the page: keys are for it. */
export function layerOpen(): boolean {
  const layers = document.querySelectorAll(
    "[role=dialog], .ant-dropdown, .ant-select-dropdown, .ant-popover",
  );
  return [...layers].some((layer) => layer.getClientRects().length > 0);
}
