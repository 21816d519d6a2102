import { Button } from "antd";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import "./plans.css";

interface Props {
  readonly of: readonly KeptFacts[];
  readonly onShow: (at: number) => void;
  readonly onDrop: (at: number) => void;
}

interface KeptFacts {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly isOverBudget: boolean;
  /** Measures that do not stand any more and are undecided. */
  readonly open: number;
}

/** Plans that were kept; those of other data or parameters are faint. */
export function KeptPlans({ of, onShow, onDrop }: Props) {
  const { t } = useWords();
  if (of.length === 0) return null;
  return (
    <section className="plan-part" aria-label={t("plans.kept")}>
      <h3>{t("plans.kept")}</h3>
      <ul className="plan-kept">
        {of.map(({ name, isCurrent, isOverBudget, open }, at) => (
          <li key={name}>
            <span className={isCurrent ? undefined : "stale"}>
              {name}
              {isOverBudget && <strong className="flag"> {t("plans.overBudget")}</strong>}
              {open > 0 && (
                <span className="remark" title={t("rebasing.keptOpenHelp")}>
                  {" "}
                  {t("rebasing.keptOpen", { number: formatNumber(open) })}
                </span>
              )}
            </span>
            <Button size="small" aria-label={t("plans.openNamed", { name })} onClick={() => onShow(at)}>
              {t("plans.open")}
            </Button>
            <Button size="small" aria-label={t("plans.dropNamed", { name })} onClick={() => onDrop(at)}>
              {t("plans.drop")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
