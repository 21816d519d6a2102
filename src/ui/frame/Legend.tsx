import { Checkbox } from "antd";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { VerdictClass } from "../../core/standards/verdict.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { PALETTES, SHARE_BREAKS } from "../look/palette.ts";
import { KindGlyph } from "../marks/KindGlyph.tsx";
import { VerdictSwatch } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import { Segments } from "./Segments.tsx";

/** What is coloured: 街道 by the share of their need that is met; zones by verdict, or by that share. */
export const SHADES = ["streets", "verdict", "share"] as const;
export type Shade = (typeof SHADES)[number];

/** What zones are painted by: what is chosen, or what the fair allocation gives them, as 片区 tell it. */
export type PaintedBy = Shade | "allocated";

interface Props {
  /** Unfolded at first: there is room for it. */
  readonly roomy: boolean;
  readonly shade: Shade;
  readonly shades: readonly Shade[];
  readonly onShade: (shade: Shade) => void;
  readonly paintedBy: PaintedBy;
  readonly subject: CareSubject;
  /** Zones of each class; absent while nothing is known. */
  readonly counts: Readonly<Record<VerdictClass, number>> | undefined;
  /** The counts are from before the last change. */
  readonly stale: boolean;
  readonly placeless: number;
  /** Units are marked on the map. */
  readonly marked: boolean;
  /** 片区 are outlined: all that are listed, or the chosen one with its facilities. */
  readonly areas: "listed" | "chosen" | undefined;
  /** Places of a plan are marked. */
  readonly plan: boolean;
  /** Lines say who serves whom. */
  readonly services: boolean;
  /** Walks are straight lines: circles say how far they lead. */
  readonly straight: boolean;
  /** Streets that are closed, added or opened are drawn. */
  readonly streetsChanged: boolean;
  /** How many zones and facilities that are drawn hang on no street. */
  readonly strays: number;
  readonly rings: boolean;
  readonly onRings: (shown: boolean) => void;
  /** A facility is chosen, around which they are drawn. */
  readonly ringed: boolean;
  /** Shades the ground within a walk, and of what. */
  readonly walkArea: { readonly shown: boolean; readonly label: string; readonly colour: string };
  readonly onWalkArea: (shown: boolean) => void;
}

const CLASSES = ["fail", "missing_data", "open", "pass"] as const;

/** What the map says, in words. */
export function Legend(props: Props) {
  const { roomy, shade, shades, onShade, paintedBy, subject, counts, stale, placeless, marked } = props;
  const { t } = useWords();
  return (
    <details className="legend" open={roomy}>
      <summary>{t("map.legend")}</summary>
      <div className="legend-body">
        <Segments<Shade>
          aria-label={t("map.shade")}
          size="small"
          block
          value={shade}
          onChange={onShade}
          options={shades.map((one) => ({
            value: one,
            label: t(`map.shades.${one}`),
          }))}
        />
        {paintedBy === "verdict" ? (
          <ul>
            {CLASSES.map((one) => (
              <li key={one}>
                <VerdictSwatch of={one} />
                <span>{t(`judging.verdictClass.${one}`)}</span>
                {counts && (
                  <span className={stale ? "legend-count stale" : "legend-count"}>
                    {formatNumber(counts[one])}
                  </span>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <ShareScale subject={subject} of={paintedBy} />
        )}
        {shade === "streets" ? <p className="remark">{t("map.streetsHelp")}</p> : <Marks {...props} />}
        {marked && (
          <p className="remark legend-marked">
            <span />
            {t("map.picture.marked")}
          </p>
        )}
        {placeless > 0 && <p className="remark">{t("map.noPlace", counted(placeless))}</p>}
      </div>
    </details>
  );
}

/** What is drawn beside the zones. */
function Marks(props: Props) {
  const {
    areas,
    plan,
    services,
    straight,
    streetsChanged,
    strays,
    rings,
    onRings,
    ringed,
    walkArea,
    onWalkArea,
  } = props;
  const { t } = useWords();
  return (
    <>
      <p className="remark legend-estimated">{t("map.estimated")}</p>
      <ul className="legend-kinds">
        {(["elderly", "childcare", "community"] as const).map((one) => (
          <li key={one}>
            <KindGlyph subject={one} />
            {t(`map.kinds.${one}`)}
          </li>
        ))}
      </ul>
      <p className="remark">{t("map.kinds.planned")}</p>
      {areas && <p className="remark">{t(areas === "listed" ? "areas.legend" : "areas.legendChosen")}</p>}
      {plan && <p className="remark">{t("plans.legend")}</p>}
      {services && <p className="remark">{t("map.services")}</p>}
      {streetsChanged && <p className="remark">{t("map.streets.legend")}</p>}
      {straight ? (
        <>
          <Checkbox checked={walkArea.shown} onChange={(event) => onWalkArea(event.target.checked)}>
            <span className="legend-area" style={{ background: walkArea.colour }} />
            {walkArea.label}
          </Checkbox>
          <Checkbox checked={rings} onChange={(event) => onRings(event.target.checked)}>
            {t("map.rings")}
          </Checkbox>
          {rings && !ringed && <p className="remark">{t("map.ringsHelp")}</p>}
        </>
      ) : (
        <>
          <p className="remark">{t("walks.legend")}</p>
          {strays > 0 && <p className="remark">{t("walks.strays", counted(strays))}</p>}
        </>
      )}
    </>
  );
}

/** The title says what the share is of, and the last line what has none. */
export function ShareScale({
  subject,
  of,
}: {
  readonly subject: CareSubject;
  readonly of: Exclude<PaintedBy, "verdict">;
}) {
  const { t } = useWords();
  const name = t(`map.shareScale.${of}`, { subject: t(`judging.subject.${subject}`) });
  return (
    <figure className="scale" aria-label={name}>
      <p>{name}</p>
      <div aria-hidden="true">
        {PALETTES.light.shares.map((colour) => (
          <span key={colour} style={{ background: colour, opacity: 0.8 }} />
        ))}
      </div>
      <figcaption>
        <span>0</span>
        {SHARE_BREAKS.map((bound) => (
          <span key={bound}>{formatNumber(bound * 100, 0)}</span>
        ))}
        <span>%</span>
      </figcaption>
      <p className="remark legend-blank">
        <span />
        {t(`map.shareNone.${of}`)}
      </p>
    </figure>
  );
}
