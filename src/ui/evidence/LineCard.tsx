import type { ReactNode } from "react";
import { type Exact, toNumber } from "../../core/base/decimal.ts";
import type { Clause, PolicyDocument, Text } from "../../core/standards/clause.ts";
import type { Line } from "../../core/standards/judgement.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";

interface Props {
  readonly title: Text;
  readonly clauses: readonly Clause[];
  readonly documents: readonly PolicyDocument[];
  /** Changed in a copy, so that the clauses no longer speak for it. */
  readonly altered?: boolean;
  readonly line: Line;
  /** Numbers and signs; empty if there is nothing to work out. */
  readonly arithmetic?: string;
  /** What was counted, and what was not. */
  readonly children?: ReactNode;
}

/** One rule applied to a zone or unit: clause, one line of arithmetic, what is required, there and missing. */
export function LineCard({ title, clauses, documents, altered, line, arithmetic = "", children }: Props) {
  const { t, text } = useWords();
  return (
    <section className="line" aria-label={text(title)}>
      <header className="line-head">
        <h3>{text(title)}</h3>
        <VerdictMark verdict={line.verdict} estimated={line.estimated} />
      </header>
      {altered && <p className="flag">{t("standards.alteredLine")}</p>}
      {clauses.map((clause) => {
        const document = documents.find(({ key }) => key === clause.document);
        return (
          <blockquote key={`${clause.document} ${clause.clause}`} className="clause">
            <p>{text(clause.paraphrase)}</p>
            <footer>
              {document ? text(document.title) : clause.document}
              {document?.number && ` ${document.number}`} · {clause.clause}
              {document && ` · ${t(`evidence.documentStatus.${document.status}`)}`}
              {` · ${t(`judging.severity.${line.severity}`)}`}
            </footer>
          </blockquote>
        );
      })}
      {arithmetic !== "" && <p className="arithmetic">{arithmetic}</p>}
      <Amounts line={line} />
      {line.notes.length > 0 && (
        <ul className="notes">
          {line.notes.map((note) => (
            <li key={note}>{t(`judging.note.${note}`)}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

/** Required, provided and missing in their units; the band and the number that would be needed where people are unknown. */
function Amounts({ line }: { line: Line }) {
  const { t, exact, provided } = useWords();
  const { required, actual, shortage, unit, whole, base, needed } = line;
  return (
    <>
      {(required || actual) && (
        <dl className="amounts">
          <div>
            <dt>{t("evidence.required")}</dt>
            <dd>{required ? exact(required, unit, whole) : "—"}</dd>
          </div>
          <div>
            <dt>{t("evidence.provided")}</dt>
            <dd>{actual ? provided(actual, unit) : t("tables.unknown")}</dd>
          </div>
          <div className={shortage && shortage.numerator > 0n ? "amount-short" : undefined}>
            <dt>{t("evidence.missing")}</dt>
            <dd>{shortage ? exact(shortage, unit, whole) : "—"}</dd>
          </div>
        </dl>
      )}
      {base?.band && (
        <p className="remark">
          {t("evidence.band", { low: people(base.band.low), high: people(base.band.high) })}
        </p>
      )}
      {needed && (
        <p className="remark">
          {t("evidence.neededAtMost", {
            base: t(`judging.base.${needed.base}`),
            amount: people(needed.atMost),
          })}
        </p>
      )}
    </>
  );
}

/** People or households, cut to two decimals. */
function people(value: Exact): string {
  return formatNumber(Math.floor(toNumber(value) * 100) / 100);
}
