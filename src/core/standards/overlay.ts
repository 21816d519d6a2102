import { sortedById } from "../base/order.ts";
import type { Overlay, RulePack } from "./rule-pack.ts";

/** The pack with the rules, documents and ambiguities of the overlays that apply to it and are chosen. */
export function overlaid(pack: RulePack, overlays: readonly Overlay[], chosen: readonly string[]): RulePack {
  const laid = overlays.filter((overlay) => chosen.includes(overlay.id) && appliesTo(overlay, pack));
  return sortedById(laid).reduce(
    (under, overlay) => ({
      ...under,
      documents: [...under.documents, ...overlay.documents],
      ambiguities: [...under.ambiguities, ...overlay.ambiguities],
      rules: [...under.rules, ...overlay.rules],
    }),
    pack,
  );
}

/** An overlay of a pack applies to its copies too. */
export function appliesTo(overlay: Overlay, pack: RulePack): boolean {
  return overlay.appliesTo.some((id) => id === pack.id || id === pack.custom?.copiedFrom);
}
