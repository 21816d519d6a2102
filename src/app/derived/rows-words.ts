import type { Facility } from "../../core/model/facility.ts";
import type { RowChange } from "../../core/model/patch.ts";
import type { ResidentialZone } from "../../core/model/residential-zone.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { writtenFacility } from "../../io/typed/typed-facility.ts";
import { writtenZone } from "../../io/typed/typed-zone.ts";
import { columnName, type FormField } from "../../ui/editing/form-fields.ts";
import { type Texts, valueWords } from "./row-words.ts";
import type { Telling } from "./telling.ts";

/** What was said otherwise of many facilities; `undefined` where some of them were added or removed. */
export function facilitiesWords(
  changes: readonly RowChange<Facility>[],
  telling: Telling,
): string | undefined {
  const apart = apartOf(changes, (row) => writtenFacility(row).texts);
  return apart && rowsWords("facilities", changes.length, apart, telling.facilityFields, telling);
}

/** What was said otherwise of many zones; `undefined` where some of them were added or removed. */
export function zonesWords(
  changes: readonly RowChange<ResidentialZone>[],
  telling: Telling,
): string | undefined {
  const apart = apartOf(changes, (row) => writtenZone(row).texts);
  return apart && rowsWords("zones", changes.length, apart, telling.zoneFields, telling);
}

/** Columns of which some row says something else than before, with what all of them say that do. */
type Apart = ReadonlyMap<string, { readonly after: string; readonly all: boolean }>;

const known = new WeakMap<object, Apart | "not edited">();

function apartOf<Row>(changes: readonly RowChange<Row>[], textsOf: (row: Row) => Texts): Apart | undefined {
  const before = known.get(changes) ?? (foundApart(changes, textsOf) || "not edited");
  known.set(changes, before);
  return before === "not edited" ? undefined : before;
}

function foundApart<Row>(
  changes: readonly RowChange<Row>[],
  textsOf: (row: Row) => Texts,
): Apart | undefined {
  const apart = new Map<string, { after: string; all: boolean }>();
  for (const { before, after } of changes) {
    if (!before || !after) return undefined;
    const [was, is] = [textsOf(before), textsOf(after)];
    for (const column of Object.keys({ ...was, ...is }) as FormField["column"][]) {
      const text = is[column] ?? "";
      if ((was[column] ?? "") === text) continue;
      const one = apart.get(column);
      apart.set(column, { after: text, all: one === undefined || (one.all && one.after === text) });
    }
  }
  return apart;
}

function rowsWords(
  table: "facilities" | "zones",
  number: number,
  apart: Apart,
  fields: readonly FormField[],
  telling: Telling,
): string | undefined {
  const { t } = telling;
  if (apart.size === 0) return undefined;
  const order = fields.map(({ column }) => column as string);
  const columns = [...apart.keys()].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  ) as FormField["column"][];
  const said = columns.slice(0, MOST_FIELDS).map((column) => {
    const what = columnName(column, t);
    const { after = "", all = false } = apart.get(column) ?? {};
    const field = fields.find((one) => one.column === column) ?? { column };
    return all ? t("history.setTo", { what, after: valueWords(field, after, telling) }) : what;
  });
  const more = apart.size > MOST_FIELDS ? [t("history.more", { number: formatNumber(apart.size) })] : [];
  return t(`history.rows.${table}`, {
    ...counted(number),
    changes: [...said, ...more].join(t("history.semicolon")),
  });
}

const MOST_FIELDS = 3;
