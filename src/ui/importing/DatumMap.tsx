import type { Datum } from "../../core/geo/lng-lat.ts";
import { formatMetres } from "../../i18n/numbers.ts";
import { scaleBar } from "../print/drawing.ts";
import { inARow, useWords } from "../words.ts";

/** Where some rows of a file lie in each datum, and what they are held against: metres east and north of the middle. */
export interface DatumDrawing {
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** x and y in turn; a row has the same place in all three. */
  readonly rows: Readonly<Record<Datum, readonly number[]>>;
  readonly points: readonly number[];
  readonly lines: readonly {
    readonly kind: "boundary" | "street" | "outline";
    readonly path: readonly number[];
  }[];
}

interface Props {
  readonly of: DatumDrawing;
  /** As the rows are read now, and as they would be. */
  readonly readAs: Datum;
  readonly chosen: Datum;
  /** Nobody can tell which datum it is. */
  readonly isOpen: boolean;
  /** How far half of the rows lie off at most. */
  readonly medians: Readonly<Record<Datum, number>>;
}

const WIDTH = 280;
const HEIGHT = 180;

/** The rows of a file over what is trusted, as they lie by the chosen datum and, faintly, as they are read now. */
export function DatumMap({ of, readAs, chosen, isOpen, medians }: Props) {
  const words = useWords();
  const { t } = words;
  const perMetre = WIDTH / (2 * of.halfWidth);
  const toX = (x: number) => WIDTH / 2 + x * perMetre;
  const toY = (y: number) => HEIGHT / 2 - y * perMetre;
  const places = (flat: readonly number[]) =>
    Array.from({ length: flat.length / 2 }, (_, i) => ({
      x: toX(flat[2 * i] ?? 0),
      y: toY(flat[2 * i + 1] ?? 0),
    }));
  const path = (flat: readonly number[]) =>
    `M${places(flat)
      .map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
      .join("L")}`;
  const bar = scaleBar(2 * of.halfWidth);
  const named = (datum: Datum) => t(`importing.datums.${datum}`);
  const off = (datum: Datum) => formatMetres(Math.round(medians[datum]));
  const isMoved = chosen !== readAs;
  const sentence = inARow(
    [
      t("importing.places.map.off", { datum: named(chosen), metres: off(chosen) }),
      ...(isMoved ? [t("importing.places.map.before", { datum: named(readAs), metres: off(readAs) })] : []),
      ...(isOpen ? [t("importing.places.map.open")] : []),
    ],
    words,
  );
  return (
    <figure className={isOpen ? "datum-map datum-map-open" : "datum-map"}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence}>
        {of.lines.map(({ kind, path: line }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines stay as they are
          <path key={i} d={path(line)} className={`datum-${kind}`} />
        ))}
        {places(of.points).map(({ x, y }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is trusted stays where it is
          <rect key={i} x={x - 3} y={y - 3} width={6} height={6} className="datum-known" />
        ))}
        {isMoved &&
          places(of.rows[readAs]).map(({ x, y }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has the same place in every datum
            <circle key={i} cx={x} cy={y} r={2.5} className="datum-before" />
          ))}
        {places(of.rows[chosen]).map(({ x, y }, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has the same place in every datum
            key={i}
            r={3}
            className="datum-row"
            style={{ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` }}
          />
        ))}
        <g transform={`translate(10 ${HEIGHT - 10})`}>
          <rect x={-5} y={-18} width={bar * perMetre + 10} height={23} rx={3} className="datum-plate" />
          <path d={`M0 -3V0H${bar * perMetre}V-3`} className="datum-scale" />
          <text x={(bar * perMetre) / 2} y={-6} className="datum-metres">
            {formatMetres(bar)}
          </text>
        </g>
      </svg>
      <figcaption className="datum-key">
        <Key mark={<circle cx={6} cy={6} r={3} className="datum-row" />} says={named(chosen)} />
        {isMoved && (
          <Key
            mark={<circle cx={6} cy={6} r={2.5} className="datum-before" />}
            says={t("importing.places.map.now", { datum: named(readAs) })}
          />
        )}
        <Key
          mark={<rect x={3} y={3} width={6} height={6} className="datum-known" />}
          says={t("importing.places.map.known")}
        />
      </figcaption>
    </figure>
  );
}

function Key({ mark, says }: { readonly mark: React.ReactNode; readonly says: string }) {
  return (
    <span>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {mark}
      </svg>
      {says}
    </span>
  );
}
