interface Pressed {
  readonly key: string;
  /** Or ⌘. */
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** The way through the edits that a key asks for: Ctrl+Z back; Ctrl+Shift+Z or, as on Windows, Ctrl+Y forth. */
export function stepOf({ key, ctrl, shift }: Pressed): "undo" | "redo" | undefined {
  if (!ctrl) return undefined;
  const letter = key.toLowerCase();
  if (letter === "y") return shift ? undefined : "redo";
  if (letter !== "z") return undefined;
  return shift ? "redo" : "undo";
}

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
