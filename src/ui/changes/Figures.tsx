import { Fragment } from "react";
import type { BeforeAfter, Comparison } from "../../core/scenario/compare.ts";
import { formatNumber, formatPoints, formatShare, gistOf, percentOf } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { aloneWords } from "./alone-words.ts";
import type { ChangeFacts } from "./change-facts.ts";

interface Props extends Pick<ChangeFacts, "unitOf">, Partial<Pick<ChangeFacts, "knownAlone">> {
  readonly of: Pick<Comparison, "metrics" | "people">;
  readonly changedOnly?: boolean;
  /** What stands on either side, where that is not before and after. */
  readonly sides?: readonly [string, string] | undefined;
}

/** What is missing in all and who has care within a walk, before and after. */
export function Figures({
  of: { metrics, people },
  knownAlone = [],
  unitOf,
  changedOnly = false,
  sides,
}: Props) {
  const words = useWords();
  const { t } = words;
  const amounts = useAmountScale();
  const isOther = ({ before, after }: BeforeAfter) => !Object.is(before, after);
  return (
    <table className="change-table">
      <caption className="unseen">{t("changes.totals")}</caption>
      <thead className={changedOnly ? "unseen" : undefined}>
        <ColumnHeads sides={sides} />
      </thead>
      <tbody>
        {metrics
          .filter((row) => !changedOnly || [row, row.known, row.perhaps].some(isOther))
          .map(({ metric, perhaps, ...row }) => (
            <Fragment key={metric}>
              <ChangeRow
                what={t("changes.missing", { metric: t(`judging.metric.${metric}`) })}
                {...row}
                alone={aloneWords(knownAlone, metric, unitOf(metric), words)}
                scale={amounts(unitOf(metric))}
              />
              {(changedOnly ? isOther(perhaps) : perhaps.before + perhaps.after > 0) && (
                <ChangeRow part what={t("changes.perhaps")} {...perhaps} scale={amounts(unitOf(metric))} />
              )}
            </Fragment>
          ))}
        {people
          .filter((row) => !changedOnly || isOther(row))
          .map(({ subject, base, ...shares }) => (
            <ChangeRow
              key={subject}
              what={t("changes.covered", {
                subject: t(`judging.subject.${subject}`),
                base: t(`judging.people.${base}`),
              })}
              {...shares}
              scale={{
                shown: (share) => percentOf(share, 1),
                say: (share) => formatShare(share, 1),
                sayDifference: (points) => t("changes.points", { number: formatPoints(points, 1) }),
              }}
            />
          ))}
      </tbody>
    </table>
  );
}

/** By how much each of the figures changed that did, in a few words. */
export function useFigureGist(): (of: Pick<ChangeFacts, "comparison" | "knownAlone" | "unitOf">) => string {
  const words = useWords();
  const { t } = words;
  const amounts = useAmountScale();
  return ({ comparison, knownAlone, unitOf }) =>
    comparison.metrics
      .filter(({ before, after }) => !Object.is(before, after))
      .map(({ metric, before, after }) => {
        const scale = amounts(unitOf(metric));
        const apart = scale.shown(after) - scale.shown(before);
        const what = t("changes.missing", { metric: t(`judging.metric.${metric}`) });
        const told = `${what} ${differenceOf(apart, false, scale)}`;
        const alone = aloneWords(knownAlone, metric, unitOf(metric), words);
        return alone ? t("changes.with", { told, alone }) : told;
      })
      .join(t("changes.between"));
}

export function ColumnHeads({ sides }: Pick<Props, "sides">) {
  const { t } = useWords();
  const [before, after] = sides ?? [t("changes.columns.before"), t("changes.columns.after")];
  return (
    <tr>
      {[t("changes.columns.what"), before, after, t("changes.columns.difference")].map((column) => (
        <th key={column} scope="col">
          {column}
        </th>
      ))}
    </tr>
  );
}

/** How amounts are told, so that what is shown adds up: the difference is that of the numbers shown. */
interface Scale {
  /** The number shown for an amount. */
  readonly shown: (amount: number) => number;
  readonly say: (amount: number) => string;
  /** Says the difference of two numbers shown. */
  readonly sayDifference: (shown: number) => string;
}

/** Amounts of a unit as in lists and headlines. */
export function useAmountScale(): (unit: ReturnType<ChangeFacts["unitOf"]>) => Scale {
  const { gist, quantity } = useWords();
  return (unit) => ({
    shown: (amount) => gistOf(amount, unit),
    say: (amount) => gist(amount, unit),
    sayDifference: (amount) => quantity(amount, unit),
  });
}

interface RowProps extends BeforeAfter {
  readonly what: string;
  /** It is part of the row above. */
  readonly part?: boolean;
  /** How many zones each side is a sum over. Where they are not as many, the difference is of unlike sums, and says so. */
  readonly known?: BeforeAfter;
  /** Which part of the difference came to be known or unknown, in words. */
  readonly alone?: string | undefined;
  readonly onChoose?: (() => void) | undefined;
  readonly scale: Scale;
}

/** One thing before and after, and the difference with its sign. */
export function ChangeRow({ what, part, known, alone, onChoose, before, after, scale }: RowProps) {
  const { t } = useWords();
  const say = (amount: number) => (Number.isNaN(amount) ? "—" : scale.say(amount));
  const apart = scale.shown(after) - scale.shown(before);
  const unlike = known !== undefined && known.before !== known.after;
  return (
    <tr className={part ? "change-part" : undefined}>
      <th scope="row">
        {onChoose ? (
          <button type="button" className="link" onClick={onChoose}>
            {what}
          </button>
        ) : (
          what
        )}
        {alone && <span className="remark">{alone}</span>}
      </th>
      <td>{say(before)}</td>
      <td className="change-after">{say(after)}</td>
      <td className={unlike ? "change-unlike" : "change-difference"}>
        {differenceOf(apart, Object.is(before, after), scale)}
        {unlike && (
          <span className="remark">
            {t("changes.known", { before: formatNumber(known.before), after: formatNumber(known.after) })}
          </span>
        )}
      </td>
    </tr>
  );
}

/** The difference with its sign; less than can be shown is no nothing. */
function differenceOf(apart: number, same: boolean, { sayDifference }: Scale): string {
  if (Number.isNaN(apart)) return "—";
  if (apart === 0) return same ? "0" : "≈ 0";
  return `${apart > 0 ? "+" : ""}${sayDifference(apart)}`;
}
