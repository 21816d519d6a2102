import { Button } from "antd";
import { formatNumber } from "../../i18n/numbers.ts";
import { namesWords } from "../evidence/effect-words.ts";
import { useWords } from "../words.ts";
import type { LackingFacts, WayOutFacts } from "./plan-facts.ts";
import { wayOutWords } from "./plan-words.ts";
import "./plans.css";

interface Props {
  readonly of: readonly LackingFacts[];
  readonly ways: readonly WayOutFacts[];
  readonly onAskMost: () => void;
}

/** Who stays short with all that can be done, the most first, and the ways out. */
export function PlanLacking({ of, ways, onAskMost }: Props) {
  const words = useWords();
  const { t, gist } = words;
  if (of.length === 0) return null;
  const listed = [...of].sort((a, b) => (a.metric === b.metric ? b.missing - a.missing : 0));
  return (
    <section className="plan-lacking" aria-label={t("plans.lacking")}>
      <p>{t("plans.wayOut")}</p>
      {ways.length > 0 && (
        <ul className="plan-ways">
          {ways.slice(0, MOST_WAYS).map((way) => (
            <li key={`${way.metric} ${way.zones.join(" ")}`}>{wayOutWords(way, words)}</li>
          ))}
        </ul>
      )}
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

const MOST_WAYS = 5;
const MOST_LISTED = 30;
