import { Button, Select } from "antd";
import { useState } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { Field } from "../fields/Field.tsx";
import { useWords } from "../words.ts";
import type { KindName } from "./KindNames.tsx";

interface Props {
  /** Words of columns of kinds that are none of ours, with the number of rows that were sent back for it. */
  readonly words: readonly { readonly word: string; readonly rows: number }[];
  readonly kinds: readonly KindName[];
  readonly onApply: (said: Readonly<Record<string, string>>) => void;
}

/** Says of each unknown word which kind it stands for, and reads the files once more. */
export function KindReview({ words, kinds, onApply }: Props) {
  const { t } = useWords();
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const options = kinds.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <section className="kind-review" aria-label={t("importing.kinds.title")}>
      <h3>{t("importing.kinds.title")}</h3>
      <p className="remark">{t("importing.kinds.intro")}</p>
      <div className="import-fields">
        {words.slice(0, MOST_SHOWN).map(({ word, rows }) => (
          <Field key={word} label={t("importing.kinds.word", { word, rows: formatNumber(rows) })}>
            {(id) => (
              <Select
                id={id}
                allowClear
                showSearch={{ optionFilterProp: "label" }}
                popupMatchSelectWidth={false}
                placeholder={t("importing.kinds.none")}
                value={said[word]}
                options={options}
                onChange={(code: string | undefined) => setSaid(withWord(said, word, code))}
              />
            )}
          </Field>
        ))}
      </div>
      {words.length > MOST_SHOWN && (
        <p className="remark">
          {t("importing.kinds.more", { number: formatNumber(words.length - MOST_SHOWN) })}
        </p>
      )}
      <Button disabled={Object.keys(said).length === 0} onClick={() => onApply(said)}>
        {t("importing.kinds.apply")}
      </Button>
    </section>
  );
}

/** More words than kinds are names, or a column that was taken for another. */
const MOST_SHOWN = 40;

function withWord(said: Readonly<Record<string, string>>, word: string, code: string | undefined) {
  const others = Object.entries(said).filter(([other]) => other !== word);
  return Object.fromEntries(code === undefined ? others : [...others, [word, code]]);
}
