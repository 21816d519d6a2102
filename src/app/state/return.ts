import { useEffect, useState } from "react";

/** Gives the focus back to what had it before, once a dialog is gone that leaves whole and cannot do so itself. */
export function useReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => void (opener instanceof HTMLElement && opener.focus()), [opener]);
}
