import type { ReactNode } from "react";
import type { SupplyMethod } from "../../core/analysis/parameters.ts";
import { toNumber } from "../../core/base/decimal.ts";
import type { Clause, PolicyDocument, Text } from "../../core/standards/clause.ts";
import type { Line } from "../../core/standards/judgement.ts";
import { formatNumber, keptTogether, readableArithmetic } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import { missingIn, neededOf, notesOf, providedIn, requiredIn, unknownBase } from "./line-words.ts";

interface Props {
  readonly title: Text;
  readonly clauses: readonly Clause[];
  readonly documents: readonly PolicyDocument[];
  /** Changed in a copy, so that the clauses no longer speak for it. */
  readonly altered?: boolean;
  readonly line: Line;
  /** Numbers and signs; empty if there is nothing to work out. */
  readonly arithmetic?: string;
  /** How the supply was told, where a method tells it. */
  readonly method?: SupplyMethod;
  /** What was counted, and what was not. */
  readonly children?: ReactNode;
}

/** One rule applied to a zone or unit: clause, one line of arithmetic, what is required, there and missing. */
export function LineCard({
  title,
  clauses,
  documents,
  altered,
  line,
  arithmetic = "",
  method,
  children,
}: Props) {
  const { t, text } = useWords();
  const unknown = unknownBase(line);
  const notes = notesOf(line, method, t);
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
      {unknown ? (
        <p className="remark">{t("evidence.baseUnknown", { base: t(`evidence.baseName.${unknown}`) })}</p>
      ) : (
        arithmetic !== "" && <p className="arithmetic">{keptTogether(readableArithmetic(arithmetic))}</p>
      )}
      <Amounts line={line} />
      {notes.length > 0 && (
        <ul className="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

/** Required, provided and missing in their units; the band and the number that would be needed where people are unknown. */
function Amounts({ line }: { line: Line }) {
  const words = useWords();
  const { t, exact } = words;
  const { required, actual, shortage, unit, whole, base } = line;
  const needed = neededOf(line);
  return (
    <>
      {(required || actual) && (
        <dl className="amounts">
          <div>
            <dt>{t("evidence.required")}</dt>
            <dd>{requiredIn(line, words) ?? "—"}</dd>
          </div>
          <div>
            <dt>{t("evidence.provided")}</dt>
            <dd>{providedIn(line, words) ?? t("tables.unknown")}</dd>
          </div>
          <div className={shortage && shortage.numerator > 0n ? "amount-short" : undefined}>
            <dt>{t("evidence.missing")}</dt>
            <dd>{missingIn(line, words) ?? (shortage ? exact(shortage, unit, whole) : "—")}</dd>
          </div>
        </dl>
      )}
      {base?.band && (
        <p className="remark">
          {t("evidence.band", {
            low: formatNumber(Math.floor(toNumber(base.band.low)), 0),
            high: formatNumber(Math.ceil(toNumber(base.band.high)), 0),
          })}
        </p>
      )}
      {needed && (
        <p className="remark">
          {t("evidence.neededAtMost", {
            base: t(`judging.base.${needed.base}`),
            amount: formatNumber(needed.atMost, 0),
          })}
        </p>
      )}
    </>
  );
}
