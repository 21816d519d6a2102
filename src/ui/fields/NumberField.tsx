import { type ReactNode, useEffect, useState } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { Field } from "./Field.tsx";
import { NumberInput } from "./NumberInput.tsx";

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
  /**
   * Whether what stands in the field was not taken; not any more once the field is gone. It stays there until it is mended,
   * where somebody asks; else the field goes back to its number once it is left.
   */
  readonly onRefused?: (isRefused: boolean) => void;
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
    onRefused,
  } = props;
  const { t } = useWords();
  const [refused, setRefused] = useState<{ readonly typed: string; readonly beside: number | undefined }>();
  const fits = (text: string) => Number(text) >= from && Number(text) <= to;
  const refuse = (typed: string) => setRefused({ typed, beside: value });
  // What was refused is forgotten with the next value.
  const wrong =
    refused === undefined || refused.beside !== value
      ? undefined
      : t("parameters.refused", { typed: refused.typed, from: formatNumber(from), to: formatNumber(to) });
  const isRefused = wrong !== undefined;
  useEffect(() => {
    if (!isRefused) return;
    onRefused?.(true);
    return () => onRefused?.(false);
  }, [isRefused, onRefused]);
  return (
    <Field label={label} wide={wide} help={help} wrong={wrong}>
      {(id, said) => (
        <NumberInput<number | string>
          id={id}
          value={(isRefused && onRefused ? refused?.typed : value) ?? null}
          status={isRefused ? "error" : ""}
          aria-invalid={isRefused}
          aria-describedby={said}
          controls={plain !== true}
          {...(step !== undefined && { step })}
          {...(digits !== undefined && { precision: digits })}
          {...(placeholder !== undefined && { placeholder })}
          suffix={suffix}
          onInput={(text) => {
            if (text.trim() === "" || fits(text)) setRefused(undefined);
            else refuse(text.trim());
          }}
          onChange={(number) => {
            if (number === null) onChange(undefined);
            else if (fits(`${number}`)) onChange(Number(number));
            else refuse(`${number}`);
          }}
        />
      )}
    </Field>
  );
}
