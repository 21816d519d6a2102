import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { TFunction } from "i18next";
import { useState } from "react";
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
  /** Facilities that are invented, among real data. */
  readonly invented: number;
  readonly packs: readonly {
    readonly status: PackStatus;
    readonly validTo?: string;
    /** Standards of the user's own that nobody has checked. */
    readonly unchecked: boolean;
    readonly name: string;
  }[];
  readonly borrowed: number;
  /** There is some facility; without any, who reaches one is not a finding. */
  readonly supplied: boolean;
  readonly hints: readonly Hint[];
}

/** What would make more of the data, and the way there. */
export interface Hint {
  readonly text: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/**
 * The sentence on top: what is missing in all and where most, and what the reader must know about the sources. Where the
 * screen is small, the beginning of it, and a button that unfolds the rest.
 */
export function Headline({ facts, stale, unitOf, demo, invented, packs, borrowed, supplied, hints }: Props) {
  const { t } = useWords();
  const [whole, showWhole] = useState(false);
  const banners = [
    ...(demo ? [t("screen.banner.demo")] : []),
    ...(invented > 0 && !demo ? [t("screen.banner.invented", counted(invented))] : []),
    ...packs.flatMap(({ name, status, validTo, unchecked }) => [
      `${packs.length > 1 ? `${name} ` : ""}${t(`screen.banner.packStatus.${status}`)}`,
      ...(unchecked ? [t("standards.unchecked")] : []),
      ...(validTo ? [t("screen.banner.expired", { date: validTo })] : []),
    ]),
    ...(borrowed > 0 ? [t("screen.banner.borrowed", counted(borrowed))] : []),
  ];
  return (
    <section className={whole ? "headline" : "headline headline-brief"} aria-label={t("evidence.overall")}>
      <div className={stale ? "headline-said stale" : "headline-said"} aria-busy={stale}>
        <h1>
          {facts ? <Sentence facts={facts} unitOf={unitOf} /> : stale ? t("screen.headline.working") : " "}
        </h1>
        {facts && supplied && <Covered people={facts.people} />}
        {facts &&
          hints.map(({ text, action }) => (
            <p key={text} className="remark">
              {text}{" "}
              {action && (
                <button type="button" className="link" onClick={action.onClick}>
                  {action.label}
                </button>
              )}
            </p>
          ))}
      </div>
      <Button
        className="headline-fold"
        size="small"
        type="text"
        icon={whole ? <UpOutlined /> : <DownOutlined />}
        aria-label={t(whole ? "screen.fold" : "screen.unfold")}
        title={t(whole ? "screen.fold" : "screen.unfold")}
        aria-expanded={whole}
        onClick={() => showWhole(!whole)}
      />
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
  const { zones, verdicts } = facts;
  const unknown = verdicts.invalid + verdicts.insufficient_data;
  const stop = t("screen.headline.stop");
  if (zones === 0) return `${t("screen.headline.noZones")}${stop.trimEnd()}`;
  if (unknown === zones) return `${t("screen.headline.allUnknown", counted(zones))}${stop.trimEnd()}`;
  const missing = facts.missing
    .filter(({ amount }) => amount > 0)
    .map(({ metric, amount }) =>
      t(`screen.headline.missing.${metric}`, { amount: gist(amount, unitOf(metric)) }),
    );
  const worst = facts.worstStreets.slice(0, 3);
  const said = missing.length > 0 ? missing : withoutAmounts(facts, t);
  if (unknown > 0) said.push(t("screen.headline.unknown", counted(unknown)));
  return (
    <>
      {t("screen.headline.zones", counted(zones))}
      {t("screen.headline.colon")}
      {said.join(t("screen.headline.comma"))}
      {stop}
      {worst.length > 0 && missing.length > 0 && (
        <>
          {t("screen.headline.worst", { streets: worst.join(t("screen.headline.and")) })}
          {stop.trimEnd()}
        </>
      )}
    </>
  );
}

/** Where nothing is known to be missing: that nothing is, only if every zone with a standard was judged; else who was. */
function withoutAmounts({ zones, verdicts }: HeadlineFacts, t: TFunction): string[] {
  const unspecified = verdicts.not_specified;
  const clear = verdicts.pass + verdicts.pass_estimated + verdicts.pass_with_notes;
  if (unspecified === zones) return [t("screen.headline.allUnspecified")];
  if (clear > 0 && clear + unspecified === zones) return [t("screen.headline.nothingMissing")];
  const states = {
    otherwiseFailing: verdicts.fail,
    ruling: verdicts.needs_ruling,
    clear,
    unspecified,
  } as const;
  return (Object.keys(states) as (keyof typeof states)[])
    .filter((state) => states[state] > 0)
    .map((state) => t(`screen.headline.${state}`, counted(states[state])));
}
