import { inverse } from "../../core/model/inverse.ts";
import type { Deed } from "../state/document.ts";

/** What takes a deed back. */
export function opposite({ patch, choices }: Deed): Deed {
  return {
    ...(patch && { patch: inverse(patch) }),
    ...(choices && { choices: { before: choices.after, after: choices.before } }),
  };
}
