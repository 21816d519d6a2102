import { counted, formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { MethodFacts } from "./method-facts.ts";

interface Props {
  readonly of: MethodFacts;
}

/** What becomes of the rows that are read, and what is known of the data now. */
export function DataPart({ of: { asOf, invented, now, stale } }: Props) {
  const { t } = useWords();
  return (
    <>
      <p>{t("method.data.intro")}</p>
      <ul>
        <li>{asOf ? t("method.data.asOf", { date: asOf }) : t("method.data.asOfUnknown")}</li>
        {invented > 0 && <li>{t("method.data.invented", counted(invented))}</li>}
        {now && (
          <li className={stale ? "stale" : undefined}>{t("method.data.issues", counted(now.issues))}</li>
        )}
        <li>{t("method.data.datum")}</li>
        <li>{t("method.data.names")}</li>
      </ul>
    </>
  );
}

const STEPS = ["save", "open", "command"] as const;

/** How somebody else comes to the same numbers. */
export function RecomputePart({ of: { program, now, stale, packs, overlays } }: Props) {
  const { t, text } = useWords();
  return (
    <>
      <p>{t("method.recompute.intro")}</p>
      <dl className="method-pairs">
        <div>
          <dt>{t("method.recompute.key")}</dt>
          <dd className={stale ? "method-key stale" : "method-key"}>
            {now ? now.key : t("method.recompute.none")}
          </dd>
        </div>
        <div>
          <dt>{t("method.recompute.program")}</dt>
          <dd>
            {t("screen.product")} {program}
          </dd>
        </div>
        <div>
          <dt>{t("method.recompute.standards")}</dt>
          <dd>
            {[...packs, ...overlays].map(({ id, title, version }) => (
              <p key={id}>
                {text(title)} {version} <span className="remark">{id}</span>
              </p>
            ))}
          </dd>
        </div>
      </dl>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{t(`method.recompute.steps.${step}`)}</li>
        ))}
      </ol>
      <pre>
        <code>{COMMANDS}</code>
      </pre>
      <p>{t("method.recompute.verify")}</p>
    </>
  );
}

/** A project keeps what was set, so the command needs no options. */
const COMMANDS = `npm run --silent quan -- analyse city.quan --out results
npm run --silent quan -- verify results`;

/** What this version cannot do, and what the standards in use leave open. */
export function LimitsPart({ of: { packs, parameters } }: Props) {
  const { t, text } = useWords();
  const limits = [
    ...(parameters.reach === "straight" ? [t("method.limits.straight")] : []),
    ...(parameters.supply === "onsite"
      ? [
          t("method.limits.onsite", {
            onsite: t("parameters.supplies.onsite"),
            fair: t("parameters.supplies.fair"),
          }),
        ]
      : []),
    ...(parameters.supply === "fair" ? [t("method.limits.fair")] : []),
    t("method.limits.duties"),
    t("method.limits.boundaries"),
    t("method.limits.paraphrase"),
    ...packs.flatMap(({ title, status, validTo, rules }) => {
      const name = text(title);
      const silent = rules.filter(({ type }) => type === "not_specified").length;
      return [
        ...(status === "issued"
          ? []
          : [t("method.limits.draft", { title: name, status: t(`screen.banner.packStatus.${status}`) })]),
        ...(validTo ? [t("method.limits.expired", { title: name, date: validTo })] : []),
        ...(silent === 0
          ? []
          : [
              t("method.limits.unspecified", {
                title: name,
                verdict: t("judging.verdict.not_specified"),
                ...{ count: silent, number: formatNumber(silent) },
              }),
            ]),
      ];
    }),
  ];
  return (
    <ul>
      {limits.map((limit) => (
        <li key={limit}>{limit}</li>
      ))}
    </ul>
  );
}
