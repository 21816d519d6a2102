import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import { PROFILES } from "../../core/standards/rule-pack.ts";
import { formatMetres, formatNumber, formatShare } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { MethodFacts } from "./method-facts.ts";

const ORIGINS = {
  straight: ["entrances", "buildings", "sample", "point"],
  network: ["entrances", "crossings", "buildings", "sample", "point"],
} as const;
const IS_NOT = ["supply", "route", "catchment", "document"] as const;

/** How far is within reach, for whom, from where; and what the circle is not. */
export function CirclePart({ of: { parameters, packs } }: { readonly of: MethodFacts }) {
  const { t, text, language } = useWords();
  const { limits, decides, detour, cap, reach, coverageTarget } = parameters;
  const comma = language === "zh" ? "、" : "; ";
  const minutes = [...new Set(packs.map(({ circle }) => circle.minutes))];
  const scopes = new Map(packs.map(({ circle: { scope } }) => [scope.zh, scope]));
  return (
    <>
      <p>
        {t("method.circle.intro", {
          origins: ORIGINS[reach].map((origin) => t(`method.circle.from.${origin}`)).join(comma),
        })}
      </p>
      <p className="method-formula">
        {reach === "straight"
          ? t("method.circle.straight", { detour: formatNumber(detour) })
          : t("method.circle.network", { cap: formatMetres(cap) })}
      </p>
      {reach === "network" && <p>{t("method.circle.equivalent")}</p>}
      <table>
        <thead>
          <tr>
            {(["who", "limit", "decides"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`method.circle.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PROFILES.map((who) => {
            const subjects = CARE_SUBJECTS.filter((subject) => decides[subject] === who);
            return (
              <tr key={who}>
                <th scope="row">{t(`parameters.profiles.${who}`)}</th>
                <td>{formatMetres(limits[who])}</td>
                <td>
                  {subjects.length === 0
                    ? t("method.circle.beside")
                    : subjects
                        .map((subject) =>
                          t("method.circle.decides", { subject: t(`judging.subject.${subject}`) }),
                        )
                        .join(comma)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {minutes.length > 0 && (
        <p>{t("method.circle.minutes", { minutes: minutes.map((one) => formatNumber(one)).join(" / ") })}</p>
      )}
      {[...scopes].map(([key, scope]) => (
        <p key={key}>{text(scope)}</p>
      ))}
      <p>
        {coverageTarget === undefined
          ? t("method.circle.noTarget")
          : t("method.circle.target", { share: formatShare(coverageTarget) })}
      </p>
      <h3>{t("method.circle.isNot")}</h3>
      <ul>
        {IS_NOT.map((one) => (
          <li key={one}>{t(`method.circle.not.${one}`)}</li>
        ))}
      </ul>
    </>
  );
}
