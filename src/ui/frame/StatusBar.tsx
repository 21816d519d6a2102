import { useRef } from "react";
import type { ReachMode } from "../../core/analysis/parameters.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { useMore } from "./use-more.ts";

interface Props {
  readonly asOf: string | undefined;
  readonly zones: number;
  readonly estimated: number;
  readonly facilities: number;
  readonly reach: ReachMode;
  readonly detour: number;
  readonly resultKey: string | undefined;
  /** The result is from before the last change. */
  readonly stale: boolean;
  readonly issues: number;
  readonly onIssues: () => void;
  readonly onMethod: () => void;
}

/** The small print of what is on screen: date of the data, counts, how distances were taken, number of the result. */
export function StatusBar({
  asOf,
  zones,
  estimated,
  facilities,
  reach,
  detour,
  resultKey,
  stale,
  issues,
  onIssues,
  onMethod,
}: Props) {
  const { t } = useWords();
  const words = [
    asOf ? t("screen.status.asOf", { date: asOf }) : t("screen.status.asOfUnknown"),
    estimated > 0
      ? t("screen.status.zonesEstimated", { number: formatNumber(zones), estimated: formatNumber(estimated) })
      : t("screen.status.zones", { number: formatNumber(zones) }),
    t("screen.status.facilities", { number: formatNumber(facilities) }),
    t(`screen.status.reach.${reach}`, { detour: formatNumber(detour) }),
  ];
  const bar = useRef<HTMLElement>(null);
  useMore(bar);
  return (
    <footer className="status" ref={bar}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {resultKey && (
        <span className={stale ? "stale" : undefined} title={t("screen.status.keyHelp")}>
          {t("screen.status.key", { key: resultKey.slice(0, 8) })}
        </span>
      )}
      <span className="status-ways">
        {issues > 0 && (
          <button type="button" className="link" onClick={onIssues}>
            {t("screen.status.issues", { number: formatNumber(issues) })}
          </button>
        )}
        <button type="button" className="link" onClick={onMethod}>
          {t("method.open")}
        </button>
      </span>
    </footer>
  );
}
