import { SUPPLY_METHODS } from "../../core/analysis/parameters.ts";
import { useWords } from "../words.ts";
import type { MethodFacts } from "./method-facts.ts";

/** The ways in which supply can be shared, and the one in use. */
export function SupplyPart({ of: { parameters, supplies } }: { readonly of: MethodFacts }) {
  const { t } = useWords();
  return (
    <>
      <p>{t("method.supply.intro")}</p>
      <dl className="method-pairs">
        {SUPPLY_METHODS.map((method) => (
          <div key={method}>
            <dt>
              {t(`parameters.supplies.${method}`)}
              {method === parameters.supply && (
                <span className="mark mark-now">{t("method.supply.now")}</span>
              )}
              {!supplies.includes(method) && <span className="mark">{t("method.supply.notYet")}</span>}
            </dt>
            <dd>{t(`method.supply.of.${method}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t("method.supply.offsite", { offsite: t(`parameters.offsites.${parameters.offsite}`) })}</p>
      <p>{t("method.supply.surplus")}</p>
    </>
  );
}
