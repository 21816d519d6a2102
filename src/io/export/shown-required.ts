import { roundUp, toNumber } from "../../core/base/decimal.ts";
import type { Line } from "../../core/standards/judgement.ts";

/** What a line asks for, as it is shown: whole pieces rounded up, unless fractions of them are handed out. */
export function shownRequired({ required, whole }: Line): number | undefined {
  if (required === undefined) return undefined;
  return whole ? roundUp(required) : toNumber(required);
}
