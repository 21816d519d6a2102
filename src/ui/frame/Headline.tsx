import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { Headline as HeadlineFacts } from "../../core/analysis/results.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { PackStatus } from "../../core/standards/rule-pack.ts";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { type Caveat, caveatsBefore } from "./caveats.ts";
import { headlineSentence, type ShortAreas, withinSentence } from "./headline-words.ts";

interface Props {
  readonly facts: HeadlineFacts | undefined;
  /** The figures are from before the last change. */
  readonly stale: boolean;
  readonly unitOf: (metric: Metric) => RuleUnit;
  /** Empty where the method of supply tells of none. */
  readonly areas: readonly ShortAreas[];
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
  /** Facilities that have no place. */
  readonly placeless: number;
  readonly hints: readonly Hint[];
  readonly caveats: readonly Caveat[];
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
export function Headline(props: Props) {
  const {
    facts,
    stale,
    unitOf,
    areas,
    demo,
    invented,
    packs,
    borrowed,
    supplied,
    placeless,
    hints,
    caveats,
  } = props;
  const words = useWords();
  const { t } = words;
  const within = facts && supplied ? withinSentence(facts, placeless, t) : undefined;
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
          {facts && caveatsBefore(caveats, t)}
          {facts ? headlineSentence(facts, unitOf, words, areas) : stale ? t("screen.headline.working") : " "}
        </h1>
        {within && <p className="remark">{within}</p>}
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
          {caveats.map(({ text }) => (
            <li key={text} className="caveat">
              {text}
            </li>
          ))}
          {banners.map((banner) => (
            <li key={banner}>{banner}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
