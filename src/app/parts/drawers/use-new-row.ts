import { useState } from "react";
import type { Texts } from "../../../ui/editing/RowForm.tsx";

/** A row that is being typed, to be added. */
export interface NewRow {
  /** What it begins with. */
  readonly begun: Texts;
  /** What was typed since. */
  readonly typed: Texts;
  readonly setTyped: (typed: Texts) => void;
  /** Types into some columns, whatever was typed into others meanwhile. */
  readonly typeIn: (texts: Texts) => void;
  /** The whole row, with these columns different of what it began with. */
  readonly rowOf: (changed: Texts) => Texts;
  /** As it is named so far. */
  readonly name: string | undefined;
}

export function useNewRow(begin: () => Texts): NewRow {
  const [begun] = useState(begin);
  const [typed, setTyped] = useState<Texts>({});
  return {
    ...{ begun, typed, setTyped },
    typeIn: (texts) => setTyped((before) => ({ ...before, ...texts })),
    rowOf: (changed) => ({ ...begun, ...changed }),
    name: typed.name?.trim() || undefined,
  };
}
