import { Button, Checkbox, Radio } from "antd";
import { useState } from "react";
import { DATUMS, type Datum } from "../../core/geo/lng-lat.ts";
import { formatMetres, formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { type DatumDrawing, DatumMap } from "./DatumMap.tsx";

/** What is doubtful of the coordinates of a file: how far its rows lie off in each datum, and whether they are exchanged. */
export interface PlacesDoubt {
  readonly file: string;
  readonly datum?: {
    readonly readAs: Datum;
    /** The datum that fits; absent where nobody can tell. */
    readonly fits?: Datum;
    /** Rows that were held against what they are said to be at. */
    readonly rows: number;
    /** Half of the rows, and nine in ten, lie no further off, in metres. */
    readonly residuals: Readonly<Record<Datum, { readonly median: number; readonly most: number }>>;
    readonly drawing?: DatumDrawing;
  };
  /** Rows whose longitude and latitude look exchanged. */
  readonly swapped?: number;
}

export interface PlacesSaid {
  readonly datum?: Datum;
  readonly swapped?: boolean;
}

interface Props {
  readonly doubts: readonly PlacesDoubt[];
  readonly onApply: (said: Readonly<Record<string, PlacesSaid>>) => void;
}

/** In which datum the coordinates of each file are, with the figures that tell; chosen here, the files are read once more. */
export function PlacesReview({ doubts, onApply }: Props) {
  const { t } = useWords();
  const [said, setSaid] = useState<Readonly<Record<string, PlacesSaid>>>({});
  const say = (file: string, to: PlacesSaid) => setSaid({ ...said, [file]: { ...said[file], ...to } });
  return (
    <section className="places-review" aria-label={t("importing.places.title")}>
      <h3>{t("importing.places.title")}</h3>
      {doubts.map(({ file, datum, swapped = 0 }) => (
        <div key={file} className="places-of">
          <h4>{file}</h4>
          {datum && (
            <div className="places-datum">
              <Radio.Group
                aria-label={t("importing.places.datumOf", { file })}
                value={said[file]?.datum ?? datum.readAs}
                onChange={({ target }) => say(file, { datum: target.value as Datum })}
              >
                <table className="residuals">
                  <thead>
                    <tr>
                      <th scope="col" className="residual-cell">
                        {t("importing.places.readAs")}
                      </th>
                      <th scope="col" className="residual-cell residual-number">
                        {t("importing.places.median")}
                      </th>
                      <th scope="col" className="residual-cell residual-number">
                        {t("importing.places.most")}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {DATUMS.map((each) => (
                      <tr key={each} className={each === datum.fits ? "residual-fits" : undefined}>
                        <th scope="row" className="residual-cell">
                          <Radio value={each}>{t(`importing.datums.${each}`)}</Radio>
                        </th>
                        <td className="residual-cell residual-number">
                          {formatMetres(Math.round(datum.residuals[each].median))}
                        </td>
                        <td className="residual-cell residual-number">
                          {formatMetres(Math.round(datum.residuals[each].most))}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Radio.Group>
              {datum.drawing && (
                <DatumMap
                  of={datum.drawing}
                  readAs={datum.readAs}
                  chosen={said[file]?.datum ?? datum.readAs}
                  isOpen={datum.fits === undefined}
                  medians={{
                    wgs84: datum.residuals.wgs84.median,
                    gcj02: datum.residuals.gcj02.median,
                    bd09: datum.residuals.bd09.median,
                  }}
                />
              )}
            </div>
          )}
          {datum && (
            <p className="remark">
              {datum.fits
                ? t("importing.places.fits", {
                    datum: t(`importing.datums.${datum.fits}`),
                    rows: formatNumber(datum.rows),
                  })
                : t("importing.places.unsure", { rows: formatNumber(datum.rows) })}
            </p>
          )}
          {swapped > 0 && (
            <Checkbox
              checked={said[file]?.swapped ?? false}
              onChange={({ target }) => say(file, { swapped: target.checked })}
            >
              {t("importing.places.swapped", { rows: formatNumber(swapped) })}
            </Checkbox>
          )}
        </div>
      ))}
      <Button disabled={Object.keys(said).length === 0} onClick={() => onApply(said)}>
        {t("importing.places.apply")}
      </Button>
    </section>
  );
}
