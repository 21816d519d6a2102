import { Button, Select } from "antd";
import { useState } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { Field } from "../fields/Field.tsx";
import { useWords } from "../words.ts";

/** A row without coordinates, and where it may be. */
export interface UnplacedRow {
  /** Of the row, among all that are listed. */
  readonly key: string;
  readonly name: string;
  readonly candidates: readonly {
    readonly key: string;
    readonly name: string;
    readonly table: "facilities" | "zones" | "sites" | "units";
    readonly why: "same-name" | "zone" | "in-address" | "in-name" | "unit";
  }[];
  /** The candidate that is as sure as a name can be. */
  readonly certain?: string;
}

interface Props {
  readonly rows: readonly UnplacedRow[];
  /** The candidate chosen for each row, by their keys. */
  readonly onApply: (chosen: Readonly<Record<string, string>>) => void;
}

/** Rows without coordinates with the known places that they may be at; where nothing is chosen they count in their community only. */
export function UnplacedReview({ rows, onApply }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const certain = rows.flatMap(({ key, certain }) =>
    certain === undefined ? [] : [[key, certain] as const],
  );
  return (
    <section className="unplaced-review" aria-label={t("importing.unplaced.title")}>
      <h3>{t("importing.unplaced.title")}</h3>
      <p className="remark">{t("importing.unplaced.intro", { rows: formatNumber(rows.length) })}</p>
      {certain.length > 0 && (
        <Button
          size="small"
          onClick={() => setChosen((before) => ({ ...Object.fromEntries(certain), ...before }))}
        >
          {t("importing.unplaced.takeCertain", { rows: formatNumber(certain.length) })}
        </Button>
      )}
      <div className="import-fields">
        {rows.slice(0, MOST_SHOWN).map(({ key, name, candidates }) => (
          <Field key={key} label={name}>
            {(id) => (
              <Select
                id={id}
                allowClear
                popupMatchSelectWidth={false}
                placeholder={t("importing.unplaced.none")}
                value={chosen[key]}
                options={candidates.map((one) => ({
                  value: one.key,
                  label: t("importing.unplaced.candidate", {
                    name: one.name,
                    table: t(`importing.roles.${one.table}`),
                    why: t(`importing.unplaced.why.${one.why}`),
                  }),
                }))}
                onChange={(to: string | undefined) => setChosen(withChoice(chosen, key, to))}
              />
            )}
          </Field>
        ))}
      </div>
      {rows.length > MOST_SHOWN && (
        <p className="remark">
          {t("importing.unplaced.more", { rows: formatNumber(rows.length - MOST_SHOWN) })}
        </p>
      )}
      <Button disabled={Object.keys(chosen).length === 0} onClick={() => onApply(chosen)}>
        {t("importing.unplaced.apply")}
      </Button>
    </section>
  );
}

const MOST_SHOWN = 60;

function withChoice(chosen: Readonly<Record<string, string>>, key: string, to: string | undefined) {
  const others = Object.entries(chosen).filter(([other]) => other !== key);
  return Object.fromEntries(to === undefined ? others : [...others, [key, to]]);
}
