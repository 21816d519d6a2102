import { Button } from "antd";
import { useWords } from "../words.ts";
import type { SearchFacts } from "./plan-facts.ts";
import { soFarWords } from "./plan-words.ts";
import "./plans.css";

interface Props {
  readonly doing: keyof typeof DOING;
  /** Absent before there is a plan. */
  readonly soFar: SearchFacts | undefined;
  readonly onCancel: () => void;
  /** Absent before there is a plan to keep. */
  readonly onKeep: (() => void) | undefined;
}

const DOING = {
  survey: "plans.surveying",
  plan: "plans.looking",
  locate: "plans.looking",
  count: "plans.counting",
  rebase: "rebasing.working",
} as const;

/** How far a search is, and the two ways to end it. */
export function PlanProgress({ doing, soFar, onCancel, onKeep }: Props) {
  const words = useWords();
  const { t } = words;
  const said = t(DOING[doing]);
  return (
    <section className="plan-progress" aria-label={said}>
      <p role="status">{said}</p>
      <progress aria-label={said} />
      {doing === "plan" && (
        <p className="plan-so-far">{soFar ? soFarWords(soFar, words) : t("plans.noneYet")}</p>
      )}
      {soFar?.of === "closed" && <p className="remark">{t("plans.sharesHelp")}</p>}
      <p className="plan-go">
        <Button size="small" onClick={onCancel}>
          {t("plans.cancel")}
        </Button>
        {onKeep && (
          <Button size="small" onClick={onKeep}>
            {t("plans.keepBest")}
          </Button>
        )}
      </p>
    </section>
  );
}
