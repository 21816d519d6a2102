import type { LngLat } from "../../geo/lng-lat.ts";
import type { RulePack } from "../../standards/rule-pack.ts";

/** The rules that hold at a place. */
export type PackAt = (place: { readonly at: LngLat }) => RulePack | undefined;
