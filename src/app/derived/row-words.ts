import { geodesicBetween } from "../../core/geo/geodesic.ts";
import type { Polygon } from "../../core/geo/lng-lat.ts";
import { areaOf } from "../../core/geo/ring.ts";
import { shiftOf } from "../../core/model/edits/place-zone.ts";
import { type Facility, hasEnded } from "../../core/model/facility.ts";
import type { RowChange } from "../../core/model/patch.ts";
import type { ResidentialZone } from "../../core/model/residential-zone.ts";
import type { CandidateSite } from "../../core/model/site.ts";
import { formatMetres, formatNumber, UNIT_SPACE } from "../../i18n/numbers.ts";
import { writtenFacility } from "../../io/typed/typed-facility.ts";
import { writtenSite } from "../../io/typed/typed-site.ts";
import { writtenZone } from "../../io/typed/typed-zone.ts";
import { fieldWords } from "../../ui/editing/field-words.ts";
import { columnName, type FormField } from "../../ui/editing/form-fields.ts";
import { same } from "./shared-columns.ts";
import type { Telling } from "./telling.ts";

/** What was done to a facility: moved, ended, or said otherwise, field by field. */
export function facilityWords({ before, after }: RowChange<Facility>, telling: Telling): string {
  const { t } = telling;
  const name = nameOf(before ?? after);
  if (!before || !after) return t(`history.${before ? "removed" : "added"}.facilities`, { name });
  const apart = membersApart(before, after);
  if (apart.join() === "at") return movedWords(name, before.at, after.at, telling);
  const [ended, ends] = [before, after].map(({ status }) => hasEnded(status));
  if (apart.join() === "status" && ended !== ends)
    return t(`history.${ends ? "closed" : "reopened"}`, { name });
  const [was, is] = [before, after].map((row) => writtenFacility(row).texts);
  return rowWords(name, was ?? {}, is ?? {}, telling.facilityFields, telling);
}

/** What was done to a candidate site: put elsewhere alone, or said otherwise, field by field. */
export function siteWords({ before, after }: RowChange<CandidateSite>, telling: Telling): string {
  const { t } = telling;
  const name = nameOf(before ?? after);
  if (!before || !after) return t(`history.${before ? "removed" : "added"}.sites`, { name });
  if (membersApart(before, after).join() === "at") return movedWords(name, before.at, after.at, telling);
  const [was = {}, is = {}] = [before, after].map((row) => writtenSite(row).texts);
  return rowWords(name, was, is, telling.siteFields, telling);
}

/** What was done to a zone: put elsewhere, or said otherwise, field by field. */
export function zoneWords({ before, after }: RowChange<ResidentialZone>, telling: Telling): string {
  const { t } = telling;
  const name = nameOf(before ?? after);
  if (!before || !after) return t(`history.${before ? "removed" : "added"}.zones`, { name });
  const [was = {}, is = {}] = [before, after].map((row) => writtenZone(row).texts);
  const place = placeWords(name, before, after, telling);
  if (place === undefined) return rowWords(name, was, is, telling.zoneFields, telling);
  return same(was, is)
    ? place
    : [place, rowWords(name, was, is, telling.zoneFields, telling)].join(t("history.semicolon"));
}

/** What became of where a zone lies; nothing where it lies as before. */
function placeWords(
  name: string,
  before: ResidentialZone,
  after: ResidentialZone,
  telling: Telling,
): string | undefined {
  const { t } = telling;
  const [was, is] = [before.shape, after.shape];
  if (same(was, is))
    return same(before.at, after.at) ? undefined : movedWords(name, before.at, after.at, telling);
  if (!was) return t("history.outlined", { name });
  if (!is) return t("history.outlineGone", { name });
  if (shiftOf(was.flat(2), is.flat(2))) return movedWords(name, was[0]?.[0][0], is[0]?.[0][0], telling);
  const area = (shape: readonly Polygon[]) => `${formatNumber(Math.round(areaOf(shape)))}${UNIT_SPACE}m²`;
  return t("history.reshaped", { name, before: area(was), after: area(is) });
}

function movedWords(name: string, from: Facility["at"], to: Facility["at"], { t }: Telling): string {
  if (!to) return t("history.unplaced", { name });
  if (!from) return t("history.placed", { name });
  return t("history.moved", {
    name,
    metres: formatMetres(geodesicBetween(from.lng, from.lat, to.lng, to.lat)),
  });
}

export type Texts = Readonly<Partial<Record<FormField["column"], string>>>;

/** The first few of the columns that are not the same, in the order of the form, and how many there are. */
function rowWords(
  name: string,
  was: Texts,
  is: Texts,
  fields: readonly FormField[],
  telling: Telling,
): string {
  const { t } = telling;
  const known = fields.map(({ column }) => column);
  const columns = [...new Set([...known, ...Object.keys(was), ...Object.keys(is)])] as FormField["column"][];
  const apart = columns.filter((column) => (was[column] ?? "") !== (is[column] ?? ""));
  if (apart.length === 0) return t("history.data", { name });
  const said = apart.slice(0, MOST_FIELDS).map((column) => {
    const value = (text: string | undefined) =>
      valueWords(fields.find((field) => field.column === column) ?? { column }, text, telling);
    return t("history.field", {
      what: columnName(column, t),
      before: value(was[column]),
      after: value(is[column]),
    });
  });
  const more = apart.length > MOST_FIELDS ? [t("history.more", { number: formatNumber(apart.length) })] : [];
  return t("history.row", { name, changes: [...said, ...more].join(t("history.semicolon")) });
}

const MOST_FIELDS = 3;

/** A value as the form shows it. */
export function valueWords(field: FormField, text: string | undefined, telling: Telling): string {
  if (field.column === "zone" && text) return telling.zoneName(text);
  const said = fieldWords(field, text, telling);
  return said === text && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : said;
}

const LONGEST = 24;

function nameOf(row: { readonly id: string; readonly name?: string } | undefined): string {
  return row?.name || (row?.id ?? "");
}

/** What of two rows is not the same, in the order of its names. */
function membersApart<Row extends object>(before: Row, after: Row): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const of = (row: Row, name: string) => (row as Record<string, unknown>)[name];
  return [...names].filter((name) => !same(of(before, name), of(after, name))).sort();
}
