import type { Desk } from "../../../workers/client.ts";
import { useDocument } from "../state/document.ts";
import { analyse } from "./analyse.ts";
import { reopen } from "./load.ts";
import { openCity } from "./open.ts";
import { openAgain } from "./take-in.ts";

/** Tries again what went wrong: opens a lost document anew, with its edits, or repeats the calculation. */
export async function retry(desk: Desk): Promise<void> {
  const { problem, asked } = useDocument.getState();
  if (problem?.lost) return reopen(desk);
  if (problem?.during === "opening" && asked)
    return asked.kind === "files" ? openAgain(desk, asked.options) : openCity(desk, asked.city);
  useDocument.setState({ problem: undefined });
  return analyse(desk);
}
