import { Radio } from "antd";
import type { ReactNode } from "react";
import { CARE_SUBJECTS, type CareSubject } from "../../core/model/facility-kind.ts";
import type { Turn } from "../../core/scenario/verdict-turns.ts";
import type { Verdict } from "../../core/standards/verdict.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { type Speech, useWords } from "../words.ts";

type Table = "facilities" | "zones" | "sites" | "units";

/** What taking files in would make of the open project. */
export interface ImportEffect {
  readonly tables: readonly {
    readonly table: Table;
    /** Names of rows. */
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly gone: readonly string[];
    readonly same: number;
    /** Columns that are another in changed rows, in how many of them. */
    readonly columns: readonly { readonly name: string; readonly rows: number }[];
  }[];
  /** How many ways the streets have before and after; absent where they stay as they are. */
  readonly streets: { readonly before?: number; readonly after?: number } | undefined;
  /** Verdicts of zones that would be another, by why; absent where there are no results yet. */
  readonly turned: readonly TurnedGroup[] | undefined;
}

export interface TurnedGroup {
  readonly turn: Turn;
  readonly zones: readonly {
    readonly id: string;
    readonly name: string;
    /** Absent: the verdict of the whole, where no subject has another. */
    readonly subject: CareSubject | undefined;
    /** Absent of a zone that is new. */
    readonly before: Verdict | undefined;
    readonly after: Verdict;
  }[];
}

/** What becomes of rows of the open project that the files do not have. */
export type Others = "go" | "stay";

interface Props {
  readonly of: ImportEffect;
  readonly title: string;
  /** What else is said of the rows. */
  readonly children?: ReactNode;
}

/** What an import or a merge would change, before it does: rows of each table, and verdicts. */
export function EffectReview({ of: { tables, streets, turned }, title, children }: Props) {
  const { t } = useWords();
  return (
    <section className="effect-review" aria-label={title}>
      <h3>{title}</h3>
      {tables.map((table) => (
        <TableEffect key={table.table} of={table} />
      ))}
      {streets && <p>{streetsWords(streets, t)}</p>}
      {children}
      {turned && <h3>{t("importing.effect.verdicts")}</h3>}
      {turned?.length === 0 && <p className="remark">{t("importing.effect.noVerdicts")}</p>}
      {turned?.map(({ turn, zones }) => (
        <details key={turn} className="effect-rows">
          <summary>
            {t(`importing.effect.turn.${turn}`)}
            <strong>{countsOf(zones, t)}</strong>
          </summary>
          {turn === "other-rules" && <p className="remark">{t("importing.effect.otherRules")}</p>}
          <ul>
            {zones.slice(0, MOST_LISTED).map(({ id, name, subject, before, after }) => (
              <li key={`${id} ${subject}`}>
                <span>{subject ? `${name} · ${t(`judging.subject.${subject}`)}` : name}</span>
                {before ? <VerdictMark verdict={before} /> : <span>{t("importing.effect.isNew")}</span>}
                <span aria-hidden="true">→</span>
                <VerdictMark verdict={after} />
              </li>
            ))}
          </ul>
          <More than={zones.length} />
        </details>
      ))}
    </section>
  );
}

function streetsWords({ before, after }: NonNullable<ImportEffect["streets"]>, t: Speech["t"]): string {
  if (after === undefined) return t("importing.effect.streets.gone");
  const ways = { after: formatNumber(after), before: formatNumber(before ?? 0) };
  return t(`importing.effect.streets.${before === undefined ? "added" : "changed"}`, ways);
}

interface OthersProps {
  readonly of: ImportEffect;
  readonly others: Others;
  readonly onOthers: (others: Others) => void;
}

/** Asks what becomes of rows that the files do not have, where there are any. */
export function OthersAsked({ of: { tables }, others, onOthers }: OthersProps) {
  const { t } = useWords();
  if (others === "go" && tables.every(({ gone }) => gone.length === 0)) return null;
  return (
    <fieldset className="effect-others">
      <legend>{t("importing.effect.others.title")}</legend>
      <Radio.Group
        value={others}
        onChange={({ target }) => onOthers(target.value as Others)}
        options={(["go", "stay"] as const).map((value) => ({
          value,
          label: t(`importing.effect.others.${value}`),
        }))}
      />
    </fieldset>
  );
}

/** How many zones turned, by subject. */
function countsOf(zones: TurnedGroup["zones"], t: Speech["t"]): string {
  return [...CARE_SUBJECTS, undefined]
    .map((subject) => [subject, zones.filter((zone) => zone.subject === subject).length] as const)
    .filter(([, count]) => count > 0)
    .map(([subject, count]) => {
      const of = t(subject ? `judging.subject.${subject}` : "importing.effect.whole");
      return `${of} ${t("importing.effect.zones", counted(count))}`;
    })
    .join(" · ");
}

/** More are counted, and looked at on the map or in the file. */
const MOST_LISTED = 50;

function TableEffect({ of }: { readonly of: ImportEffect["tables"][number] }) {
  const { t } = useWords();
  const table = t(`importing.roles.${of.table}`);
  const kinds = (["added", "changed", "gone"] as const).filter((kind) => of[kind].length > 0);
  if (kinds.length === 0)
    return <p>{t("importing.effect.allSame", { table, number: formatNumber(of.same) })}</p>;
  return (
    <>
      <p>
        {table}
        {t("importing.effect.colon")}
        {[...kinds.map((kind) => [kind, of[kind].length] as const), ["same", of.same] as const]
          .map(([kind, count]) => t(`importing.effect.${kind}`, { number: formatNumber(count) }))
          .join(t("importing.effect.comma"))}
      </p>
      {kinds.map((kind) => (
        <details key={kind} className="effect-rows">
          <summary>
            {t(`importing.effect.rows.${kind}`, { table })}
            <strong>{formatNumber(of[kind].length)}</strong>
          </summary>
          {kind === "changed" && (
            <p className="remark">
              {of.columns
                .map(({ name, rows }) => t("importing.effect.column", { name, rows: formatNumber(rows) }))
                .join(t("importing.effect.comma"))}
            </p>
          )}
          <p>{of[kind].slice(0, MOST_LISTED).join(t("importing.effect.comma"))}</p>
          <More than={of[kind].length} />
        </details>
      ))}
    </>
  );
}

function More({ than }: { readonly than: number }) {
  const { t } = useWords();
  if (than <= MOST_LISTED) return null;
  return <p className="remark">{t("importing.effect.more", { number: formatNumber(than - MOST_LISTED) })}</p>;
}
