import { Button } from "antd";
import { useWords } from "../words.ts";
import "./plans.css";

interface Props {
  readonly of: readonly { readonly name: string; readonly isCurrent: boolean }[];
  readonly onShow: (at: number) => void;
  readonly onDrop: (at: number) => void;
}

/** Plans that were kept; those of other data or parameters are faint. */
export function KeptPlans({ of, onShow, onDrop }: Props) {
  const { t } = useWords();
  if (of.length === 0) return null;
  return (
    <section className="plan-part" aria-label={t("plans.kept")}>
      <h3>{t("plans.kept")}</h3>
      <ul className="plan-kept">
        {of.map(({ name, isCurrent }, at) => (
          <li key={name}>
            <span className={isCurrent ? undefined : "stale"}>{name}</span>
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
