import { stepOf } from "../frame/keys-for.ts";

/** What keys do to the chosen cells, besides leading to others. */
export type GridDeed =
  | "open"
  | "clear"
  | "fillDown"
  | "undo"
  | "redo"
  | "chooseAll"
  | "chooseColumns"
  | "chooseRows"
  | "back"
  | "tools";

interface Pressed {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** The deed that a key asks for while nothing is typed; `undefined` for any other key, which then types. */
export function deedOf({ key, ctrl, shift }: Pressed): GridDeed | undefined {
  if (ctrl) return stepOf({ key, ctrl, shift }) ?? WITH_CTRL[key.toLowerCase()];
  if (key === " " && shift) return "chooseRows";
  return ALONE[key];
}

const WITH_CTRL: Readonly<Record<string, GridDeed>> = {
  a: "chooseAll",
  d: "fillDown",
  " ": "chooseColumns",
};

const ALONE: Readonly<Record<string, GridDeed>> = {
  Enter: "open",
  F2: "open",
  Delete: "clear",
  Backspace: "clear",
  Escape: "back",
  F6: "tools",
};
