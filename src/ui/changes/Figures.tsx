import type { BeforeAfter, Comparison } from "../../core/scenario/compare.ts";
import { formatNumber, formatShare } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { ChangeFacts } from "./change-facts.ts";

interface Props extends Pick<ChangeFacts, "unitOf"> {
  readonly of: Pick<Comparison, "metrics" | "people">;
  readonly changedOnly?: boolean;
  /** What stands on either side, where that is not before and after. */
  readonly sides?: readonly [string, string] | undefined;
}

/** What is missing in all and who has care within a walk, before and after. */
export function Figures({ of: { metrics, people }, unitOf, changedOnly = false, sides }: Props) {
  const { t, gist } = useWords();
  const shown = ({ before, after, known }: BeforeAfter & { readonly known?: BeforeAfter }) =>
    !changedOnly || !Object.is(before, after) || known?.before !== known?.after;
  return (
    <table className="change-table">
      <caption className="unseen">{t("changes.totals")}</caption>
      <thead className={changedOnly ? "unseen" : undefined}>
        <ColumnHeads sides={sides} />
      </thead>
      <tbody>
        {metrics.filter(shown).map(({ metric, known, ...amounts }) => (
          <ChangeRow
            key={metric}
            what={t("changes.missing", { metric: t(`judging.metric.${metric}`) })}
            remark={
              known.before === known.after
                ? undefined
                : t("changes.known", {
                    before: formatNumber(known.before),
                    after: formatNumber(known.after),
                  })
            }
            {...amounts}
            say={(amount) => gist(amount, unitOf(metric))}
          />
        ))}
        {people.filter(shown).map(({ subject, base, ...shares }) => (
          <ChangeRow
            key={subject}
            what={t("changes.covered", {
              subject: t(`judging.subject.${subject}`),
              base: t(`judging.people.${base}`),
            })}
            {...shares}
            say={(share) => formatShare(share, 1)}
            sayDifference={(share) => t("changes.points", { number: formatNumber(share * 100, 1) })}
          />
        ))}
      </tbody>
    </table>
  );
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

interface RowProps extends BeforeAfter {
  readonly what: string;
  readonly remark?: string | undefined;
  readonly onChoose?: (() => void) | undefined;
  readonly say: (amount: number) => string;
  readonly sayDifference?: (amount: number) => string;
}

/** One thing before and after, and the difference with its sign. */
export function ChangeRow({ what, remark, onChoose, before, after, say, sayDifference = say }: RowProps) {
  const known = (amount: number) => (Number.isNaN(amount) ? "—" : say(amount));
  const apart = after - before;
  const sign = apart > 0 ? "+" : "";
  return (
    <tr>
      <th scope="row">
        {onChoose ? (
          <button type="button" className="link" onClick={onChoose}>
            {what}
          </button>
        ) : (
          what
        )}
        {remark && <span className="remark">{remark}</span>}
      </th>
      <td>{known(before)}</td>
      <td className="change-after">{known(after)}</td>
      <td className="change-difference">
        {Number.isNaN(apart) ? "—" : apart === 0 ? "0" : `${sign}${sayDifference(apart)}`}
      </td>
    </tr>
  );
}
