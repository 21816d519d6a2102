import { formatNumber } from "../../i18n/numbers.ts";
import { type Choice, columnName, type FormField } from "../editing/form-fields.ts";
import { headingWidth } from "../tables/column-widths.ts";
import type { Speech } from "../words.ts";

/** A column that is typed and pasted into. */
export interface GridColumn {
  readonly key: FormField["column"];
  readonly title: string;
  readonly width: number;
  readonly numeric: boolean;
  /** What can be chosen; absent where anything can be typed. */
  readonly choices?: readonly Choice[];
  /** Something is to be chosen. */
  readonly required?: true;
  /** It can be looked at and copied alone. */
  readonly fixed?: true;
}

/** The columns of these fields, the first of which stays in view. */
export function gridColumns(fields: readonly FormField[], t: Speech["t"]): readonly GridColumn[] {
  return fields.map(({ column, choices, required, unit }) => {
    const heading = columnName(column, t);
    const title = unit === undefined ? heading : t("tables.take.heading", { title: heading, unit });
    const numeric = unit !== undefined || column === "lon" || column === "lat";
    return {
      ...{ key: column, title, numeric },
      width: Math.max(Math.ceil(headingWidth(title)), WIDTHS[column] ?? (choices ? 104 : numeric ? 88 : 128)),
      ...(choices && { choices }),
      ...(required && { required }),
      ...(column === "id" && { fixed: true as const }),
    };
  });
}

const WIDTHS: Partial<Record<FormField["column"], number>> = {
  ...{ name: 184, id: 112, kind: 184, zone: 168, address: 200, pooled_with: 144, pack: 184 },
  ...{ lon: 112, lat: 104, date: 112, source: 168, hours: 144, phone: 128 },
};

/** A text as it is shown: a choice by what it is called, a number with its thousands apart. */
export function shownText({ choices, numeric }: GridColumn, text: string): string {
  if (choices) return namesOf(choices).labels.get(text) ?? text;
  return numeric && PLAIN.test(text) ? formatNumber(Number(text), 9) : text;
}

/** A text as it is copied, so that `readText` gives it again: numbers plain. */
export function copiedText({ choices }: GridColumn, text: string): string {
  return choices ? (namesOf(choices).labels.get(text) ?? text) : text;
}

/** What a typed or pasted text stands for: a choice that is called so, else the text, which the readers of files read. */
export function readText({ choices }: GridColumn, text: string): string {
  const trimmed = text.trim();
  return (choices && namesOf(choices).values.get(trimmed)) ?? trimmed;
}

const PLAIN = /^-?\d{1,12}(?:\.\d{1,9})?$/;

interface Names {
  readonly labels: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, string>;
}

const names = new WeakMap<readonly Choice[], Names>();

/** Choices by value and by label; one with an id behind its name also by the name, where no other has it. */
function namesOf(choices: readonly Choice[]): Names {
  const known = names.get(choices);
  if (known) return known;
  const short = new Map<string, string | undefined>();
  for (const { value, label } of choices) {
    const [name = "", id] = label.split(" · ");
    if (id !== undefined) short.set(name, short.has(name) ? undefined : value);
  }
  const values = new Map<string, string>();
  for (const [name, value] of short) if (value !== undefined) values.set(name, value);
  for (const { value, label } of choices) values.set(label, value);
  for (const { value } of choices) values.set(value, value);
  const found = { labels: new Map(choices.map(({ value, label }) => [value, label])), values };
  names.set(choices, found);
  return found;
}
