import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { useWords } from "../words.ts";
import "./plans.css";

interface Props {
  readonly of: readonly MovedFacts[];
}

/** What is missing with the plan as it was, and with its sites where they stand on trial. */
export interface MovedFacts {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly before: number;
  readonly after: number;
}

export function MovedFigures({ of }: Props) {
  const { t, gist } = useWords();
  return of.map(({ metric, unit, before, after }) => (
    <p key={metric}>
      {t("plans.movedCompare", {
        metric: t(`judging.metric.${metric}`),
        before: gist(before, unit),
        after: gist(after, unit),
      })}
    </p>
  ));
}
