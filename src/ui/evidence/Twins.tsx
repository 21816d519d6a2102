import { Button } from "antd";
import type { Twin } from "../../core/analysis/twins-of.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly twins: readonly (Twin & { readonly name: string })[];
  readonly onFacility: (id: string) => void;
  readonly onRule: (id: Twin["id"], same: boolean) => void;
}

/** Other rows that may be this facility, how they count, and what somebody who knows can say of them. */
export function Twins({ twins, onFacility, onRule }: Props) {
  const { t } = useWords();
  if (twins.length === 0) return null;
  return (
    <section className="evidence twins" aria-label={t("evidence.twins.title")}>
      <h3>{t("evidence.twins.title")}</h3>
      <ul>
        {twins.map(({ id, name, stands }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => onFacility(id)}>
              {name}
            </button>
            <span className="remark">{t(`evidence.twins.stands.${stands}`)}</span>
            <span className="twins-said">
              {stands !== "same" && (
                <Button size="small" onClick={() => onRule(id, true)}>
                  {t("evidence.twins.same")}
                </Button>
              )}
              {stands !== "two" && (
                <Button size="small" onClick={() => onRule(id, false)}>
                  {t("evidence.twins.two")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
