import { useMemo } from "react";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { packById, withCustomPacks } from "../../core/standards/standards.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { chosenPack } from "../derived/chosen-pack.ts";
import { useDocument } from "./document.ts";

/** The shipped packs and those of the open document, ordered by id. */
export function useKnownPacks(): readonly RulePack[] {
  const own = useDocument((document) => document.view?.customPacks);
  return useMemo(() => withCustomPacks(shippedStandards(), own ?? []).packs, [own]);
}

/** The pack that all zones are judged by; absent: each by its own or that of its place. */
export function useChosenPack(): string | undefined {
  return useDocument(({ choices, view }) => chosenPack(choices, view, shippedStandards()));
}

/** The packs that zones are judged by now. */
export function usePacksInUse(): readonly RulePack[] {
  const chosen = useChosenPack();
  const view = useDocument((document) => document.view);
  return useMemo(() => {
    const known = withCustomPacks(shippedStandards(), view?.customPacks ?? []);
    const ids = chosen === undefined ? (view?.packs ?? []) : [chosen];
    return ids.flatMap((id) => packById(known, id) ?? []);
  }, [chosen, view]);
}
