import { Button, Input, Select } from "antd";
import { type FormEvent, Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import type { Issue } from "../../core/base/issue.ts";
import { Field } from "../fields/Field.tsx";
import { useWords } from "../words.ts";
import { severalAs, severalIn } from "./field-words.ts";
import { columnName, type FormField, type FormGroup } from "./form-fields.ts";
import { wrongWords } from "./wrong-words.ts";
import "./editing.css";

/** Texts by column, empty where nothing is known. */
export type Texts = Readonly<Partial<Record<FormField["column"], string>>>;

export interface RowFormProps {
  readonly label: string;
  readonly groups: readonly FormGroup[];
  /** What it begins with. */
  readonly texts: Texts;
  /** What was typed since. */
  readonly typed: Texts;
  readonly onTyped: (typed: Texts) => void;
  /** What follows the field of a column. */
  readonly after?: Readonly<Partial<Record<FormField["column"], ReactNode>>> | undefined;
  /** What is told of what is different of what it began with, above the buttons. */
  readonly told?: ((typed: Texts) => ReactNode) | undefined;
  /** Columns that nobody could read in the source. */
  readonly unread: readonly string[];
  /** Why it could not be saved; beside the field of `at.column` until something else is there, else above all. */
  readonly issues: readonly Issue[];
  readonly saveLabel: string;
  /** With what is different of what it began with. */
  readonly onSave: (typed: Texts) => void;
  readonly onCancel: () => void;
}

/** A row as a plain form: every column a field of text or a list of choices. Nothing is in force before it is saved. */
export function RowForm(props: RowFormProps) {
  const { label, groups, texts, typed, onTyped, after, told, unread, issues, saveLabel, onSave, onCancel } =
    props;
  const speech = useWords();
  const { t } = speech;
  const form = useRef<HTMLFormElement>(null);
  const shown = new Set(groups.flatMap(({ fields }) => fields.map(({ column }) => column as string)));
  const [refused, setRefused] = useState({ issues, typed });
  if (refused.issues !== issues) setRefused({ issues, typed });
  const issueAt = (column: string) => issues.find(({ at }) => at.column === column);
  const isAsRefused = (column: FormField["column"]) => typed[column] === refused.typed[column];
  const others = issues.filter(({ at }) => at.column === undefined || !shown.has(at.column));
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (issues.length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
  }, [issues]);
  const different: Texts = Object.fromEntries(
    Object.entries(typed).filter(
      ([column, text]) => text.trim() !== (texts[column as FormField["column"]] ?? ""),
    ),
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(different);
  };
  const control = (field: FormField) => {
    const { column } = field;
    const wrong = isAsRefused(column) ? issueAt(column) : undefined;
    return (
      <Fragment key={column}>
        <FieldOf
          field={field}
          text={typed[column] ?? texts[column] ?? ""}
          help={
            unread.includes(column)
              ? t("editing.unread")
              : (field.help ?? (texts[column] ? undefined : field.helpEmpty))
          }
          wrong={wrong && wrongWords(wrong, speech)}
          onChange={(text) => onTyped({ ...typed, [column]: text })}
        />
        {after?.[column]}
      </Fragment>
    );
  };
  return (
    <form ref={form} className="row-form" aria-label={label} noValidate onSubmit={save}>
      {others.map((issue) => (
        <p key={issue.code} className="flag" role="alert" tabIndex={-1}>
          {wrongWords(issue, speech)}
        </p>
      ))}
      {groups.map(({ title, fields }) =>
        title === undefined ? (
          <div key="" className="row-form-fields">
            {fields.map(control)}
          </div>
        ) : (
          <details key={title} open={fields.some(({ column }) => issueAt(column) !== undefined) || undefined}>
            <summary>{title}</summary>
            <div className="row-form-fields">{fields.map(control)}</div>
          </details>
        ),
      )}
      {told?.(different)}
      <div className="row-form-end">
        <Button htmlType="submit" type="primary">
          {saveLabel}
        </Button>
        <Button onClick={onCancel}>{t("editing.cancel")}</Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly field: FormField;
  readonly text: string;
  readonly help: string | undefined;
  readonly wrong: string | undefined;
  readonly onChange: (text: string) => void;
}

function FieldOf({ field, text, help, wrong, onChange }: FieldProps) {
  const { t } = useWords();
  const { column, choices, several, required, unit, wide, lines } = field;
  return (
    <Field label={columnName(column, t)} help={help} wrong={wrong} wide={wide ?? false}>
      {(id, said) => {
        const told = {
          id,
          "aria-invalid": wrong !== undefined,
          ...(said !== undefined && { "aria-describedby": said }),
          ...(wrong !== undefined && { status: "error" as const }),
        };
        return choices && several ? (
          <Select<string[]>
            {...told}
            mode="multiple"
            value={[...severalIn(text)]}
            placeholder={t("editing.unknown")}
            options={[...choices]}
            onChange={(chosen) => onChange(severalAs(chosen))}
          />
        ) : choices ? (
          <Select<string>
            {...told}
            value={text === "" ? null : text}
            placeholder={t("editing.unknown")}
            allowClear={required !== true}
            showSearch={choices.length > 8 ? { optionFilterProp: "label" } : false}
            options={[...choices]}
            onChange={(chosen?: string) => onChange(chosen ?? "")}
          />
        ) : lines ? (
          <Input.TextArea
            {...told}
            value={text}
            autoSize={{ minRows: 3, maxRows: 8 }}
            spellCheck={false}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Input
            {...told}
            value={text}
            {...(unit !== undefined && { suffix: unit })}
            autoComplete="off"
            onChange={({ target }) => onChange(target.value)}
          />
        );
      }}
    </Field>
  );
}
