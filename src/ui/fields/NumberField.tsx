import { InputNumber } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { Field } from "./Field.tsx";

interface Props {
  readonly label: string;
  /** Absent where nothing is set. */
  readonly value: number | undefined;
  /** Both ends are allowed. */
  readonly from: number;
  readonly to: number;
  readonly step?: number;
  /** Digits behind the point at most. */
  readonly digits?: number;
  readonly suffix?: ReactNode;
  readonly help?: string;
  readonly placeholder?: string;
  readonly wide?: boolean;
  readonly plain?: boolean;
  /** With the number, or nothing where the field was emptied. */
  readonly onChange: (value: number | undefined) => void;
}

/** A number within bounds. What lies outside, or is none, is not taken, and the field says so. */
export function NumberField(props: Props) {
  const {
    label,
    value,
    from,
    to,
    step,
    digits,
    suffix,
    help,
    placeholder,
    wide = false,
    plain,
    onChange,
  } = props;
  const { t } = useWords();
  const [refused, setRefused] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is forgotten with the next value
  useEffect(() => setRefused(undefined), [value]);
  const fits = (text: string) => Number(text) >= from && Number(text) <= to;
  const wrong =
    refused === undefined
      ? undefined
      : t("parameters.refused", { typed: refused, from: formatNumber(from), to: formatNumber(to) });
  return (
    <Field label={label} wide={wide} help={help} wrong={wrong}>
      {(id, said) => (
        <InputNumber<number>
          id={id}
          value={value ?? null}
          status={wrong === undefined ? "" : "error"}
          aria-invalid={wrong !== undefined}
          aria-describedby={said}
          controls={plain !== true}
          {...(step !== undefined && { step })}
          {...(digits !== undefined && { precision: digits })}
          {...(placeholder !== undefined && { placeholder })}
          suffix={suffix}
          onInput={(text) => setRefused(text.trim() === "" || fits(text) ? undefined : text.trim())}
          onChange={(number) => {
            if (number === null) onChange(undefined);
            else if (fits(`${number}`)) onChange(number);
            else setRefused(`${number}`);
          }}
        />
      )}
    </Field>
  );
}
