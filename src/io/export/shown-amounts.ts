import { minus, roundUp, toNumber } from "../../core/base/decimal.ts";
import type { Line } from "../../core/standards/judgement.ts";

/** What a line asks for, as it is shown: whole pieces rounded up, unless fractions of them are handed out. */
export function shownRequired({ required, whole }: Line): number | undefined {
  if (required === undefined) return undefined;
  return whole ? roundUp(required) : toNumber(required);
}

/** What surely counts. */
export function shownProvided({ actual, sure = actual }: Line): number | undefined {
  return sure && toNumber(sure);
}

/** What may count beside it, so that it is in no ledger; `undefined` where nothing does, or nobody knows how much. */
export function shownPerhaps({ actual, sure }: Line): number | undefined {
  return actual && sure && toNumber(minus(actual, sure));
}

/** Metres to the millimetre; `undefined` for what is not known or leads nowhere. */
export function millimetres(metres: number | undefined): number | undefined {
  return metres === undefined || !Number.isFinite(metres) ? undefined : Math.round(metres * 1000) / 1000;
}
