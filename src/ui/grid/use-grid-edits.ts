import { useCallback, useRef, useState } from "react";
import { counted } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";
import type { CellRefusal, CellText } from "./grid-rows.ts";

/** Makes cells say something, as one edit. What cannot be so forbids all, or only itself; it is given back. */
export type ChangeCells = (
  cells: readonly CellText[],
  refused: "all" | "alone",
) => Promise<readonly CellRefusal[]>;

export interface Turns {
  readonly undo: (() => Promise<boolean>) | undefined;
  readonly redo: (() => Promise<boolean>) | undefined;
}

/** A block of which some cells cannot be so: nothing of it is changed before somebody says what is to become of it. */
export interface HeldBlock {
  readonly cells: readonly CellText[];
  readonly refused: readonly CellRefusal[];
}

export interface GridEdits {
  /** Texts that are on their way into the document, by cell. */
  readonly pending: ReadonlyMap<string, string>;
  /** Texts that were refused, by cell; the document says what it said before. */
  readonly refusals: ReadonlyMap<string, CellRefusal>;
  readonly held: HeldBlock | undefined;
  /** What came of the last edit. */
  readonly said: string;
  readonly say: (text: string) => void;
  /** `remark`: told behind what came of it. */
  readonly change: (cells: readonly CellText[], remark?: string) => Promise<void>;
  readonly takeRest: () => Promise<void>;
  readonly takeNone: () => void;
  readonly forget: (cell: string) => void;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

export const cellKey = ({ id, column }: Pick<CellText, "id" | "column">): string => `${column} ${id}`;

/** The edits of a grid, one after another in the order they were made, however fast somebody types. */
export function useGridEdits(
  onChange: ChangeCells,
  turns: Turns,
  whyWords: (refusal: CellRefusal) => string,
  t: Speech["t"],
): GridEdits {
  const [pending, setPending] = useState<ReadonlyMap<string, string>>(NONE);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, CellRefusal>>(NO_REFUSALS);
  const [held, hold] = useState<HeldBlock>();
  const [said, say] = useState("");
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(<Of>(work: () => Promise<Of>): Promise<Of> => {
    const done = last.current.then(work);
    last.current = done.catch(() => {});
    return done;
  }, []);

  const make = async (cells: readonly CellText[], refused: "all" | "alone") => {
    const keys = cells.map(cellKey);
    setPending((before) => new Map([...before, ...cells.map((cell) => [cellKey(cell), cell.text] as const)]));
    setRefusals((before) => without(before, keys));
    const waiting = setTimeout(() => say(t("tables.grid.changing", counted(cells.length))), LATE_MS);
    const left = await inTurn(() => onChange(cells, refused)).finally(() => clearTimeout(waiting));
    setPending((before) => without(before, keys));
    return left;
  };
  const refuse = (cells: readonly CellRefusal[]) =>
    setRefusals((before) => new Map([...before, ...cells.map((cell) => [cellKey(cell), cell] as const)]));
  const tell = (changed: number, remark = "") =>
    say(
      [changed === 0 ? t("tables.grid.same") : t("tables.grid.changed", counted(changed)), remark].join(""),
    );

  return {
    ...{ pending, refusals, held, said, say },
    change: async (cells, remark) => {
      if (cells.length === 0) return tell(0, remark);
      const refused = await make(cells, "all");
      if (refused.length === 0) return tell(cells.length, remark);
      const [only] = refused;
      say(cells.length === 1 && only ? whyWords(only) : "");
      if (cells.length === 1) refuse(refused);
      else hold({ cells, refused });
    },
    takeRest: async () => {
      if (!held) return;
      const rest = restOf(held);
      hold(undefined);
      const more = rest.length > 0 ? await make(rest, "alone") : [];
      refuse([...held.refused, ...more]);
      tell(rest.length - more.length);
    },
    takeNone: () => {
      hold(undefined);
      say("");
    },
    forget: (cell) => setRefusals((before) => without(before, [cell])),
    undo: async () => {
      if (await inTurn(async () => (await turns.undo?.()) ?? false)) say(t("tables.grid.undone"));
    },
    redo: async () => {
      if (await inTurn(async () => (await turns.redo?.()) ?? false)) say(t("tables.grid.redone"));
    },
  };
}

/** Cells of a held block that can be so. */
export function restOf({ cells, refused }: HeldBlock): readonly CellText[] {
  const wrong = new Set(refused.map(cellKey));
  return cells.filter((cell) => !wrong.has(cellKey(cell)));
}

/** What takes no longer is not spoken of. */
const LATE_MS = 300;
const NONE: ReadonlyMap<string, string> = new Map();
const NO_REFUSALS: ReadonlyMap<string, CellRefusal> = new Map();

function without<Of>(map: ReadonlyMap<string, Of>, keys: readonly string[]): ReadonlyMap<string, Of> {
  if (!keys.some((key) => map.has(key))) return map;
  const left = new Map(map);
  for (const key of keys) left.delete(key);
  return left;
}
