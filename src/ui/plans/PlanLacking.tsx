import { Button } from "antd";
import { formatNumber } from "../../i18n/numbers.ts";
import { namesWords } from "../evidence/effect-words.ts";
import { useWords } from "../words.ts";
import type { LackingFacts } from "./plan-facts.ts";
import "./plans.css";

interface Props {
  readonly of: readonly LackingFacts[];
  readonly onAskMost: () => void;
}

/** Who stays short with all that can be done, the most first, and the ways out. */
export function PlanLacking({ of, onAskMost }: Props) {
  const { t, gist } = useWords();
  if (of.length === 0) return null;
  const listed = [...of].sort((a, b) => (a.metric === b.metric ? b.missing - a.missing : 0));
  return (
    <section className="plan-lacking" aria-label={t("plans.lacking")}>
      <p>{t("plans.wayOut")}</p>
      <p>
        <Button onClick={onAskMost}>{t("plans.askMost")}</Button>
      </p>
      <details>
        <summary>{t("plans.lacking")}</summary>
        <ul>
          {listed.slice(0, MOST_LISTED).map(({ metric, unit, missing, zones }) => (
            <li key={`${metric} ${zones.join(" ")}`}>
              {t("plans.lackingLine", {
                metric: t(`judging.metric.${metric}`),
                missing: gist(missing, unit),
                zones: namesWords(zones, { t }),
              })}
            </li>
          ))}
        </ul>
        {listed.length > MOST_LISTED && (
          <p className="remark">
            {t("plans.lackingMore", { number: formatNumber(listed.length - MOST_LISTED) })}
          </p>
        )}
      </details>
    </section>
  );
}

const MOST_LISTED = 30;
