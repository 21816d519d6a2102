import type { Rule, RuleLevel } from "../../core/standards/rule.ts";
import { alteredRules } from "../../core/standards/rule-change.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { useWords } from "../words.ts";
import { CountingView } from "./CountingView.tsx";
import { Documents } from "./Documents.tsx";
import { type PackFact, statedBeside } from "./pack-facts.ts";
import { requirementOf } from "./requirement.ts";

interface Props {
  readonly pack: RulePack;
  /** What it was copied from. */
  readonly original: RulePack | undefined;
  readonly kindName: (kind: string) => string;
}

/** A pack to read: whose it is, its documents, its rules with what each requires, clause and weight, and what counts. */
export function PackView({ pack, original, kindName }: Props) {
  const { t } = useWords();
  const altered = original ? alteredRules(pack.rules, original.rules) : new Set<string>();
  return (
    <>
      <Facts pack={pack} original={original} />
      <h3>{t("standards.documents")}</h3>
      <Documents of={pack.documents} />
      <h3>{t("standards.rules")}</h3>
      <table className="rules" aria-label={t("standards.rules")}>
        <thead>
          <tr>
            {(["rule", "requires", "holdsFor", "clause", "weight"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`standards.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {byLevel(pack.rules).map(([level, rules]) => (
          <tbody key={level}>
            <tr>
              <th className="rules-level" colSpan={5} scope="rowgroup">
                {t(`standards.levels.${level}`)}
              </th>
            </tr>
            {rules.map((rule) => (
              <RuleRow key={rule.id} {...{ rule, pack, kindName }} altered={altered.has(rule.id)} />
            ))}
          </tbody>
        ))}
      </table>
      <h3>{t("standards.counting.title")}</h3>
      <CountingView counted={pack.countedKinds} kindName={kindName} />
    </>
  );
}

/** Rules by where they hold, in the order in which the pack first speaks of each. */
export function byLevel<Row extends { readonly level: RuleLevel }>(
  rows: readonly Row[],
): [RuleLevel, Row[]][] {
  const groups = new Map<RuleLevel, Row[]>();
  for (const row of rows) groups.set(row.level, [...(groups.get(row.level) ?? []), row]);
  return [...groups];
}

function Facts({ pack, original }: Pick<Props, "pack" | "original">) {
  const speech = useWords();
  const { t, text } = speech;
  const { custom, adminCodes } = pack;
  const facts: readonly PackFact[] = [
    [t("standards.facts.id"), pack.id],
    [t("standards.facts.version"), pack.version],
    [
      t("standards.facts.place"),
      `${text(pack.city)} · ${adminCodes.length > 0 ? adminCodes.join(", ") : t("standards.facts.noCodes")}`,
    ],
    ...statedBeside(pack, speech),
    ...(custom
      ? ([
          [t("standards.facts.enteredBy"), `${custom.enteredBy} · ${custom.date}`],
          [t("standards.facts.checkedBy"), custom.checkedBy ?? t("standards.unchecked")],
        ] as const)
      : []),
    ...(original ? [[t("standards.facts.copiedFrom"), text(original.title)] as const] : []),
  ];
  return (
    <dl className="pack-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface RowProps extends Omit<Props, "original"> {
  readonly rule: Rule;
  readonly altered: boolean;
}

function RuleRow({ rule, pack, altered, kindName }: RowProps) {
  const speech = useWords();
  const { t, text } = speech;
  return (
    <tr>
      <th scope="row">
        {text(rule.title)}
        {altered && (
          <span className="mark" title={t("standards.alteredHelp")}>
            {t("standards.altered")}
          </span>
        )}
      </th>
      <td>{requirementOf(rule, speech, kindName)}</td>
      <td>{rule.level === "estate" ? t(`standards.holdsFor.${rule.estateStatus ?? "all"}`) : "—"}</td>
      <td>
        {rule.clauses.length === 0 && <span className="remark">{t("standards.noClause")}</span>}
        {rule.clauses.map((clause) => {
          const document = pack.documents.find(({ key }) => key === clause.document);
          return (
            <p key={`${clause.document} ${clause.clause}`} title={text(clause.paraphrase)}>
              {clause.clause}
              <span className="remark">
                {document ? t(`evidence.documentStatus.${document.status}`) : t("standards.outside")}
              </span>
            </p>
          );
        })}
      </td>
      <td>{t(`judging.severity.${rule.severity}`)}</td>
    </tr>
  );
}
