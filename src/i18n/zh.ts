import { areas } from "./zh/areas.ts";
import { changes } from "./zh/changes.ts";
import { city } from "./zh/city.ts";
import { columns } from "./zh/columns.ts";
import { comparing } from "./zh/comparing.ts";
import { editing } from "./zh/editing.ts";
import { effect } from "./zh/effect.ts";
import { evidence } from "./zh/evidence.ts";
import { exporting } from "./zh/export.ts";
import { history } from "./zh/history.ts";
import { importing } from "./zh/import.ts";
import { issues } from "./zh/issues.ts";
import { judging } from "./zh/judging.ts";
import { map } from "./zh/map.ts";
import { merging } from "./zh/merging.ts";
import { method } from "./zh/method.ts";
import { parameters } from "./zh/parameters.ts";
import { plans } from "./zh/plans.ts";
import { print } from "./zh/print.ts";
import { rebasing } from "./zh/rebasing.ts";
import { report } from "./zh/report.ts";
import { screen } from "./zh/screen.ts";
import { standards } from "./zh/standards.ts";
import { tables } from "./zh/tables.ts";
import { walks } from "./zh/walks.ts";

/** Every sentence of the product in Chinese; the other languages have the same shape. */
export const zh = {
  screen,
  tables,
  areas,
  map,
  parameters,
  judging,
  editing,
  evidence,
  effect,
  plans,
  rebasing,
  print,
  report,
  changes,
  history,
  city,
  comparing,
  columns,
  method,
  importing,
  merging,
  exporting,
  standards,
  walks,
  issues,
} as const;

/** The shape of a language: the same keys, any words. */
export type Words = Shape<typeof zh>;

type Shape<Entry> = Entry extends string
  ? string
  : { readonly [Key in keyof Entry]: Shape<Entry[Key]> } & Singulars<Entry>;

/** How a sentence reads for a count of one, in a language where that differs: chosen by the `count` it is given. */
type Singulars<Entry> = {
  readonly [Key in keyof Entry as Entry[Key] extends string ? `${Key & string}~one` : never]?: string;
};
