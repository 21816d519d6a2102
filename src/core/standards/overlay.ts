import { sortedById } from "../base/order.ts";
import type { Overlay, RulePack } from "./rule-pack.ts";

/** The pack with the rules, documents and ambiguities of the overlays that apply to it and are chosen. */
export function overlaid(pack: RulePack, overlays: readonly Overlay[], chosen: readonly string[]): RulePack {
  const laid = overlays.filter((overlay) => chosen.includes(overlay.id) && appliesTo(overlay, pack));
  if (laid.length === 0) return pack;
  const parts = [pack, ...sortedById(laid)];
  return {
    ...pack,
    documents: parts.flatMap((part) => part.documents),
    ambiguities: parts.flatMap((part) => part.ambiguities),
    rules: parts.flatMap((part) => part.rules),
  };
}

/** An overlay of a pack applies to its copies too. */
export function appliesTo(overlay: Overlay, pack: RulePack): boolean {
  return overlay.appliesTo.some((id) => id === pack.id || id === pack.custom?.copiedFrom);
}
