import { formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";
import type { KnownSum } from "./facts.ts";

/** A sum over so many zones: unknown where none states a number, at least that many where not all do. */
export function knownSum({ sum, known }: KnownSum, zones: number, t: Speech["t"]): string {
  if (known === 0) return t("tables.unknown");
  const number = formatNumber(sum);
  return known < zones ? t("tables.atLeast", { number }) : number;
}
