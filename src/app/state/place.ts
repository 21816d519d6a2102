import type { FilePlace } from "../../platform/browser/file-places.ts";
import { useDocument } from "./document.ts";

/** Where the open project stands on this machine, if it may be written there again. */
export function placeOfProject(): FilePlace | undefined {
  const { source } = useDocument.getState();
  return kept?.source === source ? kept?.place : undefined;
}

export function standsAt(place: FilePlace): void {
  kept = { source: useDocument.getState().source, place };
}

let kept: { readonly source: unknown; readonly place: FilePlace } | undefined;
