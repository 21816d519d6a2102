import { toNumber } from "../../core/base/decimal.ts";
import { askedOf, doubtOf } from "../../core/deficit/deficit.ts";
import type { Line } from "../../core/standards/judgement.ts";

/** What a line asks for, as it is shown: by the high end of the people, whole pieces rounded up, unless fractions of them are handed out. */
export function shownRequired(line: Line): number | undefined {
  const asked = askedOf(line);
  return asked && toNumber(asked);
}

/** What surely counts. */
export function shownProvided({ actual, sure = actual }: Line): number | undefined {
  return sure && toNumber(sure);
}

/** How much of what is missing is in doubt: in no ledger, or for people who may not be there; `undefined` where nothing is, or nobody knows how much. */
export function shownPerhaps(line: Line): number | undefined {
  const doubt = doubtOf(line);
  return doubt && toNumber(doubt);
}

/** Metres to the millimetre; `undefined` for what is not known or leads nowhere. */
export function millimetres(metres: number | undefined): number | undefined {
  return metres === undefined || !Number.isFinite(metres) ? undefined : Math.round(metres * 1000) / 1000;
}
