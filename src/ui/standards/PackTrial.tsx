import { Button } from "antd";
import { type Comparison, zonesTurned } from "../../core/scenario/compare.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { counted } from "../../i18n/numbers.ts";
import { Figures } from "../changes/Figures.tsx";
import { useWords } from "../words.ts";
import "../changes/changes.css";

/** What the two standards make of the open city; `working` until it is worked out. */
export type PackTrialState = "working" | "failed" | PackTrialFacts | undefined;

export interface PackTrialFacts {
  readonly comparison: Comparison;
  readonly unitOf: (metric: Metric) => RuleUnit;
}

interface Props {
  readonly left: RulePack;
  readonly right: RulePack;
  readonly of: PackTrialState;
  readonly onTrial: () => void;
}

/** Both standards worked out on the open city, side by side; nothing is chosen by it. */
export function PackTrial({ left, right, of, onTrial }: Props) {
  const { t, text } = useWords();
  const found = of === "working" || of === "failed" ? undefined : of;
  return (
    <section className="pack-trial" aria-label={t("standards.trial.title")}>
      {found === undefined ? (
        <p>
          <Button onClick={onTrial} loading={of === "working"}>
            {t("standards.trial.title")}
          </Button>{" "}
          <span className="remark" role="status">
            {t(of === "failed" ? "standards.trial.failed" : "standards.trial.help")}
          </span>
        </p>
      ) : (
        <>
          <h3>{t("standards.trial.title")}</h3>
          <Figures
            of={found.comparison}
            unitOf={found.unitOf}
            sides={[text(left.title), text(right.title)]}
          />
          <p className="remark" role="status">
            {t("standards.trial.turned", counted(zonesTurned(found.comparison)))}
          </p>
        </>
      )}
    </section>
  );
}
