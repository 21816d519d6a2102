import type { ReactNode } from "react";
import { counted, formatNumber, formatShare } from "../../i18n/numbers.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";
import type { ComparedPlace, ComparedPlan, PlanComparisonFacts } from "./comparison-facts.ts";
import { plainMoney } from "./plan-words.ts";
import "./comparison.css";

interface Props {
  readonly of: PlanComparisonFacts;
  readonly onZone: (id: string) => void;
}

/** Plans side by side: what each costs and leaves missing, what it does where, and whom it serves otherwise. */
export function PlanComparison({ of, onZone }: Props) {
  const { t } = useWords();
  return (
    <div className="comparison">
      <Sums of={of} onZone={onZone} />
      <h3>{t("comparing.places")}</h3>
      <Places of={of.places} plans={of.plans} />
      <h3>{t("comparing.zones", counted(of.zones.length))}</h3>
      {of.zones.length === 0 ? <p>{t("comparing.noZones")}</p> : <Zones {...{ of, onZone }} />}
    </div>
  );
}

function Sums({ of: { metrics, plans }, onZone }: Props) {
  const words = useWords();
  const { t, gist } = words;
  const byMetric = (zones: readonly number[]) =>
    metrics
      .map(({ metric }, at) =>
        t("comparing.byMetric", {
          metric: t(`judging.metric.${metric}`),
          number: formatNumber(zones[at] ?? 0),
        }),
      )
      .join(t("report.between"));
  const row = (name: string, now: string, cell: (plan: ComparedPlan) => ReactNode) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="comparison-number">{now}</td>
      {plans.map((plan) => (
        <td key={plan.id} className="comparison-number">
          {cell(plan)}
        </td>
      ))}
    </tr>
  );
  return (
    <table>
      <Head plans={plans} first={t("comparing.of")} />
      <tbody>
        {row(t("comparing.once"), "—", ({ once }) => plainMoney(once, words))}
        {row(t("comparing.yearly"), "—", ({ yearly }) => plainMoney(yearly, words))}
        {plans.some(({ over }) => over) &&
          row(
            t("comparing.over"),
            "—",
            ({ over }) =>
              over && (
                <>
                  {plainMoney(over.cost, words)}
                  <small>
                    {t("comparing.overYears", {
                      first: `${over.first}`,
                      last: `${over.last}`,
                    })}
                  </small>
                </>
              ),
          )}
        {row(t("comparing.measures"), "—", ({ measures }) => formatNumber(measures))}
        {metrics.map(({ metric, unit, missing }, at) =>
          row(t(`tables.lack.${metric}`), gist(missing, unit), (plan) => (
            <>
              {gist(plan.missing[at] ?? 0, unit)}
              {missing > 0 && (
                <small>{t("comparing.closed", { share: formatShare(plan.closed[at] ?? 0) })}</small>
              )}
            </>
          )),
        )}
        {metrics.map(
          ({ metric, leastServed }, at) =>
            leastServed > 0 &&
            row(
              t("comparing.leastServed", { metric: t(`judging.metric.${metric}`) }),
              formatNumber(leastServed),
              (plan) => formatNumber(plan.leastServed[at] ?? 0),
            ),
        )}
        {row(t("comparing.enough"), "—", ({ enough }) => formatNumber(enough))}
        {row(t("comparing.better"), "—", ({ better, gaining }) => (
          <>
            {formatNumber(better)}
            {better > 0 && <small>{byMetric(gaining)}</small>}
          </>
        ))}
        {row(t("comparing.worse"), "—", ({ worse, losing }) =>
          worse.length === 0 ? (
            "0"
          ) : (
            <>
              <strong className="flag">{formatNumber(worse.length)}</strong>
              <small>{byMetric(losing)}</small>
              {worse.slice(0, MOST_NAMED).map((zone) => (
                <button key={zone.id} type="button" className="link" onClick={() => onZone(zone.id)}>
                  {zone.name}
                </button>
              ))}
            </>
          ),
        )}
        {plans.some(({ unsure }) => unsure > 0) &&
          row(t("comparing.unsure"), "—", ({ unsure }) => formatNumber(unsure))}
      </tbody>
    </table>
  );
}

function Places({
  of,
  plans,
}: {
  readonly of: readonly ComparedPlace[];
  readonly plans: readonly ComparedPlan[];
}) {
  const { t } = useWords();
  return (
    <table>
      <Head plans={plans} first={t("comparing.place")} now={false} />
      <tbody>
        {of.map(({ id, name, measures }) => (
          <tr key={id} className={new Set(measures).size > 1 ? undefined : "comparison-same"}>
            <th scope="row">{name}</th>
            {plans.map((plan, at) => (
              <td key={plan.id}>{measures[at] ?? "—"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Zones({ of: { zones, plans }, onZone }: Props) {
  const { t } = useWords();
  const more = zones.length - MOST_ZONES;
  return (
    <>
      <table>
        <Head plans={plans} first={t("tables.columns.zone")} />
        <tbody>
          {zones.slice(0, MOST_ZONES).map((zone) => (
            <tr key={`${zone.metric} ${zone.id}`}>
              <th scope="row">
                <button type="button" className="link" onClick={() => onZone(zone.id)}>
                  {zone.name}
                </button>
                <small>{[zone.street, t(`judging.metric.${zone.metric}`)].filter(Boolean).join(" · ")}</small>
              </th>
              <td>
                <Share of={zone.now} />
              </td>
              {plans.map((plan, at) => (
                <td key={plan.id}>
                  <Share of={zone.shares[at] ?? Number.NaN} now={zone.now} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="remark">{t("comparing.more", counted(more))}</p>}
    </>
  );
}

function Head({
  plans,
  first,
  now = true,
}: {
  readonly plans: readonly ComparedPlan[];
  readonly first: string;
  readonly now?: boolean;
}) {
  const { t } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {now && (
          <th scope="col" className="comparison-number">
            {t("comparing.now")}
          </th>
        )}
        {plans.map(({ id, name, isOverBudget }) => (
          <th key={id} scope="col" className={now ? "comparison-number" : undefined}>
            {name}
            {isOverBudget && <strong className="flag"> {t("plans.overBudget")}</strong>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A share, and whether it is less than now, in words too. */
function Share({ of, now = of }: { readonly of: number; readonly now?: number }) {
  const { t } = useWords();
  if (Number.isNaN(of)) return t("tables.unknown");
  return (
    <>
      <ShareBar share={of} />
      {of < now && <small className="flag">{t("comparing.less")}</small>}
    </>
  );
}

const MOST_NAMED = 3;
/** Those that differ most; whoever wants all of them takes out the table. */
const MOST_ZONES = 60;
