import type { Headline as HeadlineFacts } from "../../core/analysis/results.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { PackStatus } from "../../core/standards/rule-pack.ts";
import { counted, formatShare } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly facts: HeadlineFacts | undefined;
  /** The figures are from before the last change. */
  readonly stale: boolean;
  readonly unitOf: (metric: Metric) => RuleUnit;
  readonly demo: boolean;
  readonly packs: readonly {
    readonly status: PackStatus;
    readonly validTo?: string;
    /** Standards of the user's own that nobody has checked. */
    readonly unchecked: boolean;
    readonly name: string;
  }[];
  readonly borrowed: number;
}

/** The sentence on top: what is missing in all and where most, and what the reader must know about the sources. */
export function Headline({ facts, stale, unitOf, demo, packs, borrowed }: Props) {
  const { t } = useWords();
  const banners = [
    ...(demo ? [t("screen.banner.demo")] : []),
    ...packs.flatMap(({ name, status, validTo, unchecked }) => [
      `${packs.length > 1 ? `${name} ` : ""}${t(`screen.banner.packStatus.${status}`)}`,
      ...(unchecked ? [t("standards.unchecked")] : []),
      ...(validTo ? [t("screen.banner.expired", { date: validTo })] : []),
    ]),
    ...(borrowed > 0 ? [t("screen.banner.borrowed", counted(borrowed))] : []),
  ];
  return (
    <section className="headline" aria-label={t("evidence.overall")}>
      <div className={stale ? "stale" : undefined} aria-busy={stale}>
        <h1>{facts ? <Sentence facts={facts} unitOf={unitOf} /> : " "}</h1>
        {facts && <Covered people={facts.people} />}
      </div>
      <div role="note">
        <ul className="banner">
          {banners.map((banner) => (
            <li key={banner}>{banner}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Who has the care within a walk, of those whose number is known, and which people were counted. */
function Covered({ people }: { readonly people: HeadlineFacts["people"] }) {
  const { t } = useWords();
  const parts = people
    .filter(({ covered }) => covered.total > 0)
    .map(({ subject, covered }) =>
      t("screen.headline.coveredOne", {
        subject: t(`judging.subject.${subject}`),
        share: formatShare(covered.covered / covered.total),
        base: t(`judging.people.${covered.base}`),
      }),
    );
  if (parts.length === 0) return null;
  return (
    <p className="remark">
      {t("screen.headline.covered", { people: parts.join(t("screen.headline.comma")) })}
    </p>
  );
}

function Sentence({ facts, unitOf }: { readonly facts: HeadlineFacts; readonly unitOf: Props["unitOf"] }) {
  const { t, gist } = useWords();
  const missing = facts.missing
    .filter(({ amount }) => amount > 0)
    .map(({ metric, amount }) =>
      t(`screen.headline.missing.${metric}`, { amount: gist(amount, unitOf(metric)) }),
    );
  const worst = facts.worstStreets.slice(0, 3);
  return (
    <>
      {t("screen.headline.zones", counted(facts.zones))}
      {t("screen.headline.colon")}
      {missing.length > 0 ? missing.join(t("screen.headline.comma")) : t("screen.headline.nothingMissing")}
      {t("screen.headline.stop")}
      {worst.length > 0 && missing.length > 0 && (
        <>
          {t("screen.headline.worst", { streets: worst.join(t("screen.headline.and")) })}
          {t("screen.headline.stop").trimEnd()}
        </>
      )}
    </>
  );
}
