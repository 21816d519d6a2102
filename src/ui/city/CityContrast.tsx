import type { Asked, CityComparison, Contrast, StandardSum } from "../../core/city/city-facts.ts";
import type { ZoneStatus } from "../../core/model/residential-zone.ts";
import { counted, formatNumber, formatShare } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { atCityRate } from "./at-city-rate.ts";
import { Found } from "./Found.tsx";

interface Props {
  readonly of: CityComparison;
  readonly standards: readonly StandardSum[];
}

/** Why a target of the city and a standard of an estate are not the same number, with the numbers of both. */
export function CityContrast({ of: { contrast, indicators, borrowed }, standards }: Props) {
  const { t, text } = useWords();
  const asked = useAsked();
  const { city } = contrast;
  if (city === undefined) return null;
  const facts = indicators.find(({ indicator }) => indicator.rule === city.rule);
  return (
    <section className="city-contrast" aria-label={t("city.contrast")}>
      <h3>{t("city.contrast")}</h3>
      <p>{t("city.contrastText")}</p>
      <table className="city-table">
        <thead>
          <tr>
            {(["who", "asked", "here"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`city.contrastColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              {t("city.contrastCity")}
              <span className="remark">{t("city.contrastCityBase")}</span>
            </th>
            <td>{asked(city)}</td>
            <td>
              {facts && <Found finding={facts.finding} unit={text(facts.indicator.unit)} />}
              {facts?.reached !== undefined && (
                <span className="remark">
                  {t("city.ofTarget")} {formatShare(facts.reached)}
                </span>
              )}
            </td>
          </tr>
          {(["new", "existing"] as const).map((status) => (
            <EstateRow key={status} {...{ status, contrast, standards, borrowed }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface EstateProps {
  readonly status: ZoneStatus;
  readonly contrast: Contrast;
  readonly standards: readonly StandardSum[];
  readonly borrowed: boolean;
}

function EstateRow({ status, contrast, standards, borrowed }: EstateProps) {
  const { t, gist } = useWords();
  const asked = useAsked();
  const rules = contrast.estates[status];
  const sum =
    rules === "unspecified"
      ? undefined
      : standards.find(
          (row) =>
            row.status === status &&
            row.subject === "childcare" &&
            row.unit === rules[0]?.unit &&
            row.required > 0,
        );
  const less = sum && contrast.city && atCityRate(sum.required, rules, contrast.city);
  return (
    <tr>
      <th scope="row">
        {t("city.contrastEstate", { status: t(`city.statusOf.${status}`) })}
        <span className="remark">{t("city.contrastEstateBase")}</span>
      </th>
      <td>{rules === "unspecified" ? t("city.unspecified") : rules.map(asked).join(t("city.and"))}</td>
      <td>
        {sum === undefined ? (
          "—"
        ) : (
          <>
            {t("city.contrastRequired", { amount: gist(sum.required, sum.unit) })}
            <span className="remark">
              {t("city.contrastShort", {
                ...counted(sum.zonesShort),
                all: formatNumber(sum.zonesKnown),
                amount: gist(sum.missing, sum.unit),
              })}
            </span>
            {!borrowed && less !== undefined && (
              <span className="remark">{t("city.contrastLess", { amount: gist(less, sum.unit) })}</span>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

function useAsked(): (asked: Asked) => string {
  const { t, quantity } = useWords();
  return ({ threshold, unit, base, per }) =>
    t(`city.asked.${base}`, {
      per: formatNumber(per),
      amount:
        unit === "slot" ? `${formatNumber(threshold)} ${t("judging.unit.slot")}` : quantity(threshold, unit),
    });
}
