import type { Year } from "../../core/base/units.ts";
import type { NationalReference, ReferenceNorm } from "../../core/standards/national-reference.ts";
import type { Rule } from "../../core/standards/rule.ts";
import type { Overlay, RulePack } from "../../core/standards/rule-pack.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { OwnPackNotice } from "../evidence/OwnPackNotice.tsx";
import { Documents } from "../standards/Documents.tsx";
import { byLevel } from "../standards/PackView.tsx";
import { requirementOf } from "../standards/requirement.ts";
import { useWords } from "../words.ts";
import { formulaOf } from "./formula.ts";
import type { MethodFacts } from "./method-facts.ts";

/** Every rule in use: what it requires, how it is compared, where it is written and what weight it has. */
export function StandardsPart({ of }: { readonly of: MethodFacts }) {
  const { t } = useWords();
  const { packs, overlays, reference, parameters } = of;
  if (packs.length === 0) return <p>{t("method.standards.none")}</p>;
  const { year } = parameters;
  return (
    <>
      <p>
        {t("method.standards.intro", {
          year:
            year === undefined
              ? t("method.standards.yearLatest")
              : t("method.standards.year", { year: `${year}` }),
        })}
      </p>
      {[...packs, ...overlays].map((pack) => (
        <Pack key={pack.id} pack={pack} of={of} />
      ))}
      <National of={reference} />
    </>
  );
}

function Pack({ pack, of }: { readonly pack: RulePack | Overlay; readonly of: MethodFacts }) {
  const { t, text } = useWords();
  const own = "custom" in pack ? pack.custom : undefined;
  return (
    <>
      <h3>
        {text(pack.title)}
        {"appliesTo" in pack && <small>{t("method.standards.overlay")}</small>}
      </h3>
      {own && <OwnPackNotice of={own} />}
      <Documents of={pack.documents} />
      {byLevel(pack.rules).map(([level, rules]) => (
        <section key={level} className="method-level" aria-label={t(`standards.levels.${level}`)}>
          <h4>{t(`standards.levels.${level}`)}</h4>
          {rules.map((rule) => (
            <RuleEntry key={rule.id} {...{ rule, pack }} year={of.parameters.year} kindName={of.kindName} />
          ))}
        </section>
      ))}
      {pack.ambiguities.length > 0 && (
        <>
          <h4>{t("method.standards.ambiguities")}</h4>
          <p className="remark">{t("method.standards.ambiguitiesHelp")}</p>
          <dl className="method-pairs">
            {pack.ambiguities.map(({ id, text: open, handling }) => (
              <div key={id}>
                <dt>{text(open)}</dt>
                <dd>{text(handling)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

interface RuleProps {
  readonly rule: Rule;
  readonly pack: Pick<RulePack, "documents">;
  readonly year: Year | undefined;
  readonly kindName: (kind: string) => string;
}

function RuleEntry({ rule, pack, year, kindName }: RuleProps) {
  const speech = useWords();
  const { t, text } = speech;
  const holdsFor = rule.level === "estate" ? [t(`standards.holdsFor.${rule.estateStatus ?? "all"}`)] : [];
  return (
    <section className="method-rule" aria-label={text(rule.title)}>
      <h5>
        {text(rule.title)}
        <small>{[t(`judging.severity.${rule.severity}`), ...holdsFor, rule.id].join(" · ")}</small>
      </h5>
      <p>{requirementOf(rule, speech, kindName)}</p>
      <p className="method-formula">
        <span className="unseen">{t("method.standards.formula")}</span> {formulaOf(rule, year, speech)}
      </p>
      {rule.clauses.map((clause) => {
        const document = pack.documents.find(({ key }) => key === clause.document);
        return (
          <blockquote key={`${clause.document} ${clause.clause}`}>
            {text(clause.paraphrase)}
            <footer>
              {[
                document ? text(document.title) : t("standards.outside"),
                clause.clause,
                ...(document ? [t(`evidence.documentStatus.${document.status}`)] : []),
              ].join(" · ")}
            </footer>
          </blockquote>
        );
      })}
      {rule.clauses.length === 0 && <p className="remark">{t("standards.noClause")}</p>}
      {rule.note && <p className="remark">{text(rule.note)}</p>}
    </section>
  );
}

function National({ of }: { readonly of: NationalReference }) {
  const { t, text } = useWords();
  return (
    <>
      <h3>{t("method.standards.national")}</h3>
      <dl className="method-pairs">
        {of.map((norm) => (
          <div key={norm.id}>
            <dt>{text(norm.title)}</dt>
            <dd>
              <NormValues of={norm} />
              <span className="remark">{text(norm.source)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function NormValues({ of: { values } }: { readonly of: ReferenceNorm }) {
  const { t, text, language } = useWords();
  const said = values.map(({ of, unit, from, to }) => {
    const number =
      to === undefined
        ? formatNumber(from)
        : t("city.between", { least: formatNumber(from), most: formatNumber(to) });
    return `${text(of)} ${number} ${t(`method.units.${unit}`)}`;
  });
  return said.join(language === "zh" ? "；" : "; ");
}
