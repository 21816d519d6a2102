import { Input, Select } from "antd";
import { type ReactNode, useId } from "react";

interface EntryProps {
  readonly label: string;
  /** What is wrong with it, in a sentence. */
  readonly wrong?: string | undefined;
  readonly help?: string | undefined;
  /** The label is for those who do not see the columns. */
  readonly bare?: boolean;
  readonly className?: string;
  readonly children: (props: ControlProps) => ReactNode;
}

interface ControlProps {
  readonly id: string;
  readonly status: "error" | "";
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

/** One field of a form: its label, its control and, below it, what is wrong with it. */
export function Entry({ label, wrong, help, bare, className = "", children }: EntryProps) {
  const id = useId();
  const said = wrong ?? help;
  return (
    <div className={`entry ${className}`}>
      <label htmlFor={id} className={bare ? "unseen" : undefined}>
        {label}
      </label>
      {children({
        id,
        status: wrong === undefined ? "" : "error",
        "aria-invalid": wrong !== undefined,
        "aria-describedby": said === undefined ? undefined : `${id}-said`,
      })}
      {said !== undefined && (
        <p id={`${id}-said`} className={wrong === undefined ? "remark" : "entry-wrong"}>
          {said}
        </p>
      )}
    </div>
  );
}

type TextProps = Omit<EntryProps, "children"> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean;
  /** A number: kept as typed until the whole form is read. */
  readonly decimal?: boolean;
  readonly suffix?: ReactNode;
};

export function TextEntry({ value, onChange, placeholder, disabled, decimal, suffix, ...entry }: TextProps) {
  return (
    <Entry {...entry}>
      {(control) => (
        <Input
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete="off"
          {...(placeholder !== undefined && { placeholder })}
          {...(disabled && { disabled })}
          {...(decimal && { inputMode: "decimal" as const })}
          {...(suffix !== undefined && { suffix })}
        />
      )}
    </Entry>
  );
}

type ChoiceProps<Value extends string> = Omit<EntryProps, "children"> & {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
};

export function ChoiceEntry<Value extends string>({
  value,
  options,
  onChange,
  disabled,
  ...entry
}: ChoiceProps<Value>) {
  return (
    <Entry {...entry}>
      {(control) => (
        <Select<Value>
          {...control}
          aria-label={entry.label}
          value={value}
          options={[...options]}
          onChange={onChange}
          popupMatchSelectWidth={false}
          {...(disabled && { disabled })}
        />
      )}
    </Entry>
  );
}
