import { useMemo } from "react";
import type { ProjectView } from "../../../workers/protocol.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { caveatsOf } from "../../ui/frame/caveats.ts";
import type { SheetBasis } from "../../ui/print/Sheet.tsx";
import { useWords } from "../../ui/words.ts";
import { packWords } from "../derived/pack-words.ts";
import { useDocument } from "./document.ts";
import { usePacksInUse } from "./packs.ts";
import { useParameters } from "./parameters.ts";

/** What every sheet says it rests on. */
export function useSheetBasis(view: ProjectView): SheetBasis {
  const { t, text, language } = useWords();
  const packs = usePacksInUse();
  const results = useDocument((document) => document.results);
  const parameters = useParameters();
  return useMemo(() => {
    const { limits, decides, detour, reach, supply } = parameters;
    return {
      city: view.name,
      demo: view.origin === "demo",
      standards: packs.map((pack) => packWords(pack, { t, text })),
      caveats: caveatsOf(parameters, { t, language }, results?.network).map((caveat) => caveat.text),
      small: [
        view.asOf ? t("screen.status.asOf", { date: view.asOf }) : t("screen.status.asOfUnknown"),
        t(`screen.status.reach.${reach}`, { detour: formatNumber(detour) }),
        t("print.limits", {
          elderly: formatNumber(limits[decides.elderly]),
          childcare: formatNumber(limits[decides.childcare]),
        }),
        t(`parameters.supplies.${supply}`),
        ...(results ? [t("screen.status.key", { key: results.key.slice(0, 8) })] : []),
      ],
    };
  }, [view, packs, results, parameters, t, text, language]);
}
