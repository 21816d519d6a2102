import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { MovedFigures } from "../../../ui/plans/MovedFigures.tsx";
import { useWords } from "../../../ui/words.ts";
import { movedFacts } from "../../derived/plan-facts.ts";
import { usePlans } from "../../state/plans.ts";

/** What a plan comes to where one of its sites is held just now, while that moves; nothing where none is. */
export function HeldSite() {
  const { t, sentence } = useWords();
  const { made, trial } = usePlans(useShallow(({ made, trial }) => ({ made, trial })));
  const figures = useMemo(() => movedFacts(made, trial), [made, trial]);
  if (!trial?.isHeld) return null;
  const { found, wrong } = trial;
  return (
    <section className="held-site" aria-label={t("plans.held")} aria-busy={!found && !wrong}>
      {!found && !wrong && <p className="remark">{t("plans.heldCounting")}</p>}
      {wrong?.map((issue) => (
        <p key={issue.code} className="flag">
          {sentence(issue)}
        </p>
      ))}
      <MovedFigures of={figures} />
      {found && <p className="remark">{t("plans.heldHelp")}</p>}
    </section>
  );
}
