import { badgesApart } from "../../core/geo/badges-apart.ts";
import { formatMetres } from "../../i18n/numbers.ts";
import { VERDICT_CLASSES, VerdictSwatch } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import { type SheetDrawing, scaleBar } from "./drawing.ts";

interface Props {
  readonly of: SheetDrawing;
  readonly label: string;
  /** How many of the numbered zones stand in the table beside it. */
  readonly marks?: number;
}

/** The map of a sheet, with scale and north arrow; what it may be used for stands below it. */
export function SheetMap({ of, label, marks = 0 }: Props) {
  const { t } = useWords();
  const { width, height, ground, outline, zones, facilities, places } = of;
  const unit = Math.max(width, height) / 400;
  const bar = scaleBar(width);
  const spots = badgesApart(places, { radius: 6.5 * unit, beside: 0, clear: 8 * unit });
  const numbered = places.flatMap(({ number, ...place }, i) => {
    const at = spots[i];
    return at ? [{ number, place, at }] : [];
  });
  return (
    <figure className="sheet-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <defs>
          <pattern id="sheet-hatch" width={4 * unit} height={4 * unit} patternUnits="userSpaceOnUse">
            <path d={`M0 ${4 * unit}L${4 * unit} 0`} className="sheet-hatch" strokeWidth={0.8 * unit} />
          </pattern>
        </defs>
        {ground.map(({ kind, path }) => (
          <path
            key={`${kind} ${path.slice(0, 80)}`}
            d={path}
            className={`sheet-${kind}`}
            strokeWidth={widths[kind] * unit}
          />
        ))}
        {zones.map(({ id, path, verdict, estimated, chosen }) => (
          <path
            key={id}
            d={path}
            className={`sheet-zone sheet-zone-${verdict}${chosen ? "" : " sheet-zone-faint"}`}
            strokeWidth={0.8 * unit}
            strokeDasharray={estimated ? `${unit} ${unit}` : undefined}
          />
        ))}
        <path d={outline} className="sheet-outline" strokeWidth={1.6 * unit} />
        {facilities.map(({ id, x, y, subject, hollow, chosen }) => (
          <path
            key={id}
            d={shapeOf(subject, x, y, 3 * unit)}
            className={`sheet-facility glyph-${subject}${hollow ? " glyph-hollow" : ""}${chosen ? "" : " sheet-facility-faint"}`}
            strokeWidth={0.8 * unit}
          />
        ))}
        {zones.flatMap(({ mark }) =>
          mark && mark.number <= marks
            ? [
                <text
                  key={mark.number}
                  x={mark.x}
                  y={mark.y}
                  fontSize={7 * unit}
                  className="sheet-mark"
                  strokeWidth={2 * unit}
                >
                  {mark.number}
                </text>,
              ]
            : [],
        )}
        {numbered.map(
          ({ number, place, at }) =>
            at.isLed && (
              <g key={number} className="sheet-leader" strokeWidth={0.8 * unit}>
                <path d={`M${place.x} ${place.y}L${at.x} ${at.y}`} />
                <circle cx={place.x} cy={place.y} r={1.5 * unit} />
              </g>
            ),
        )}
        {numbered.map(({ number, at: { x, y } }) => (
          <g key={number}>
            <circle cx={x} cy={y} r={6 * unit} className="sheet-place" strokeWidth={unit} />
            <text x={x} y={y + 2.5 * unit} fontSize={7 * unit} className="sheet-place-number">
              {number}
            </text>
          </g>
        ))}
        <g transform={`translate(${8 * unit} ${height - 8 * unit})`}>
          <rect
            {...{ x: -4 * unit, y: -16 * unit, width: bar + 8 * unit, height: 20 * unit, rx: 2 * unit }}
            className="sheet-plate"
          />
          <path d={`M0 ${-3 * unit}V0H${bar}V${-3 * unit}`} className="sheet-scale" strokeWidth={unit} />
          <text x={bar / 2} y={-5 * unit} fontSize={8 * unit} className="sheet-mark" strokeWidth={2 * unit}>
            {formatMetres(bar)}
          </text>
        </g>
        <g transform={`translate(${width - 14 * unit} ${26 * unit})`}>
          <rect
            {...{ x: -9 * unit, y: -20 * unit, width: 18 * unit, height: 33 * unit, rx: 2 * unit }}
            className="sheet-plate"
          />
          <path d={`M0 ${-16 * unit}L${5 * unit} 0L0 ${-4 * unit}L${-5 * unit} 0Z`} className="sheet-north" />
          <text y={9 * unit} fontSize={8 * unit} className="sheet-mark" strokeWidth={2 * unit}>
            {t("print.north")}
          </text>
        </g>
      </svg>
      <figcaption>
        <p className="sheet-legend">
          {VERDICT_CLASSES.filter((one) => zones.some(({ verdict }) => verdict === one)).map((one) => (
            <span key={one}>
              <VerdictSwatch of={one} /> {t(`judging.verdictClass.${one}`)}
            </span>
          ))}
          {facilities.length > 0 && <span>{t("print.marks")}</span>}
          {places.length > 0 && <span>{t("print.places")}</span>}
        </p>
        <p>{t("print.internal")}</p>
      </figcaption>
    </figure>
  );
}

/** Widths of lines in four-hundredths of the map. */
const widths = { green: 0, water: 0, street: 1, main: 2.4 } as const;

/** 养老 a square, 托育 a circle, 社区 a diamond, as everywhere. */
function shapeOf(subject: string, x: number, y: number, size: number): string {
  if (subject === "elderly") return `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}Z`;
  if (subject === "childcare")
    return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`;
  return `M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}Z`;
}
