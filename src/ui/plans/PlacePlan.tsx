import { Button, Radio } from "antd";
import type { ReactNode } from "react";
import { useId } from "react";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { MeasureFacts, OptionFacts, ServedAreaFacts } from "./plan-facts.ts";
import { conditionsWords, exactMoney, exactMoneyWords, sizeWords, yearsWords } from "./plan-words.ts";
import { mostUsed, usedWords, wholePlanWords, zoneUsedWords } from "./served-words.ts";
import "./plans.css";

const WILLS = ["with", "open", "without"] as const;
type Will = (typeof WILLS)[number];

interface Props {
  readonly options: readonly OptionFacts[];
  /** What the plan on screen does here, with its number; absent where it does nothing, or there is no plan. */
  readonly done: (MeasureFacts & { readonly number: number }) | undefined;
  /** A plan is on screen. */
  readonly planned: boolean;
  readonly serves: readonly ServedFacts[];
  readonly will: Will;
  readonly onWill: (will: Will) => void;
  readonly onZone: (id: string) => void;
  /** What else can be done with it: moved on trial. */
  readonly children?: ReactNode;
}

export interface ServedFacts {
  readonly id: string;
  readonly name: string;
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly amount: number;
}

/** A place by what the plan does there, whom that serves, and what could be done there instead. */
export function PlacePlan({ options, done, planned, serves, will, onWill, onZone, children }: Props) {
  const words = useWords();
  const { t } = words;
  const title = useId();
  const areas = mostUsed(done?.areas ?? []);
  return (
    <section className="evidence place-plan" aria-labelledby={title}>
      <h3 id={title}>{t("tables.tabs.plans")}</h3>
      {done && (
        <div>
          <p className="place-done">
            <span className="plan-number">{formatNumber(done.number)}</span> {t(`plans.kinds.${done.kind}`)}{" "}
            {sizeWords(done, words)} · {done.isCostAssumed && `${t("plans.estimate")} `}
            {exactMoneyWords(done.cost, words)}
          </p>
          <p className="remark">
            {[
              yearsWords(done, words),
              ...(done.yearly ? [t("plans.perYear", { cost: exactMoneyWords(done.yearly, words) })] : []),
              ...(done.conditions.length > 0
                ? [`${t("plans.columns.conditions")}: ${conditionsWords(done, words)}`]
                : []),
            ].join(" · ")}
          </p>
        </div>
      )}
      {planned && !done && <p>{t("plans.notChosen")}</p>}
      {children}
      <div>
        <h4>{t("plans.will")}</h4>
        <Radio.Group
          aria-label={t("plans.will")}
          value={will}
          onChange={(event) => onWill(event.target.value as Will)}
          options={WILLS.map((one) => ({ value: one, label: t(`plans.wills.${one}`) }))}
        />
        <p className="remark">{t("plans.willsHelp")}</p>
      </div>
      {areas.length > 0 && (
        <div>
          <h4>{t("plans.servesAreas")}</h4>
          <Areas of={areas.slice(0, FEW)} />
          {areas.length > FEW && (
            <details>
              <summary>{t("areas.more", { number: formatNumber(areas.length - FEW) })}</summary>
              <Areas of={areas.slice(FEW)} />
            </details>
          )}
          <p className="remark">{t("plans.usedHelp")}</p>
        </div>
      )}
      {done && (
        <div>
          <h4>{t("plans.serves")}</h4>
          {serves.length === 0 && <p>{t("plans.servesNobody")}</p>}
          <ul className="place-served">
            {serves.map(({ id, name, metric, unit, amount }) => (
              <li key={`${id} ${metric}`}>
                <Button type="link" size="small" onClick={() => onZone(id)}>
                  {name}
                </Button>
                <span>{zoneUsedWords({ metric, unit, amount }, words)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {options.length > 0 && (
        <details>
          <summary>{t("plans.options")}</summary>
          <table className="place-options">
            <thead>
              <tr>
                <th scope="col">{t("plans.columns.measure")}</th>
                <th scope="col">{t("plans.columns.size")}</th>
                <th scope="col">{t("plans.columns.cost")}</th>
              </tr>
            </thead>
            <tbody>
              {options.map((option) => (
                <tr key={option.id} aria-current={option.id === done?.id}>
                  <td>
                    {t(`plans.kinds.${option.kind}`)}
                    {option.id === done?.id && <span className="remark"> {t("plans.chosenHere")}</span>}
                  </td>
                  <td>{sizeWords(option, words)}</td>
                  <td>
                    {option.isCostAssumed && <span className="remark">{t("plans.estimate")} </span>}
                    {exactMoney(option.cost, words)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {options.some(({ isCostAssumed }) => isCostAssumed) && (
            <p className="remark">{t("plans.estimateHelp")}</p>
          )}
        </details>
      )}
    </section>
  );
}

/** What 片区 use of it, and apart from that what the whole plan does to each. */
function Areas({ of }: { readonly of: readonly ServedAreaFacts[] }) {
  const words = useWords();
  return (
    <ul className="place-areas">
      {of.map((area) => (
        <li key={`${area.metric} ${area.number}`}>
          <span>{usedWords(area, words)}</span>
          <span className="remark">
            {words.t("plans.wholePlan", { change: wholePlanWords(area, words) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

const FEW = 5;
