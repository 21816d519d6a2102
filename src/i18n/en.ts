import { areas } from "./en/areas.ts";
import { changes } from "./en/changes.ts";
import { city } from "./en/city.ts";
import { columns } from "./en/columns.ts";
import { comparing } from "./en/comparing.ts";
import { editing } from "./en/editing.ts";
import { effect } from "./en/effect.ts";
import { evidence } from "./en/evidence.ts";
import { exporting } from "./en/export.ts";
import { history } from "./en/history.ts";
import { importing } from "./en/import.ts";
import { issues } from "./en/issues.ts";
import { judging } from "./en/judging.ts";
import { map } from "./en/map.ts";
import { merging } from "./en/merging.ts";
import { method } from "./en/method.ts";
import { parameters } from "./en/parameters.ts";
import { plans } from "./en/plans.ts";
import { print } from "./en/print.ts";
import { rebasing } from "./en/rebasing.ts";
import { report } from "./en/report.ts";
import { screen } from "./en/screen.ts";
import { standards } from "./en/standards.ts";
import { tables } from "./en/tables.ts";
import { walks } from "./en/walks.ts";
import type { Words } from "./zh.ts";

/** Every sentence of the product in English. */
export const en: Words = {
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
};
