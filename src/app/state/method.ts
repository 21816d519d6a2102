import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { version } from "../../../package.json" with { type: "json" };
import type { Parameters } from "../../core/analysis/parameters.ts";
import { appliesTo } from "../../core/standards/overlay.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import type { MethodFacts } from "../../ui/method/method-facts.ts";
import { useWords } from "../../ui/words.ts";
import { kindName, suppliesOffered } from "../standards.ts";
import { useDocument } from "./document.ts";
import { useChosenPack, usePacksInUse } from "./packs.ts";
import { useParameters } from "./parameters.ts";

/** What the page of the method is made from. */
export function useMethod(): MethodFacts {
  const { text } = useWords();
  const packs = usePacksInUse();
  const chosen = useChosenPack();
  const parameters = useParameters();
  const { view, results, choices, stale } = useDocument(
    useShallow(({ view, results, choices, stale }) => ({ view, results, choices, stale })),
  );
  return useMemo(() => {
    const shipped = shippedStandards();
    return {
      ...{ program: version, packs, stale },
      // The document itself can name the standards for all its zones.
      parameters: { ...parameters, ...(chosen !== undefined && { pack: chosen }) },
      overlays: shipped.overlays.filter(
        (overlay) =>
          parameters.overlays.includes(overlay.id) && packs.some((pack) => appliesTo(overlay, pack)),
      ),
      reference: shipped.reference,
      from: (name) => {
        if (name === "pack") return chosen === undefined ? "usual" : "set";
        if (choices[name] !== undefined) return "set";
        return chosen !== undefined && OF_PACK.includes(name) ? "pack" : "usual";
      },
      supplies: suppliesOffered(),
      asOf: view?.asOf,
      invented: view?.invented ?? 0,
      now: results && { key: results.key, headline: results.headline, issues: results.issues.length },
      kindName: (kind) => text(kindName(kind)),
    };
  }, [packs, chosen, parameters, view, results, choices, stale, text]);
}

/** What standards chosen for all zones set, unless it is set by hand (`core/analysis/parameters-by.ts`). */
const OF_PACK: readonly (keyof Parameters)[] = ["limits", "detour", "conflict"];
