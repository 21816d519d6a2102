import { checkOfCode } from "../../core/model/check-status.ts";

/** Rows that somebody checked, or those that nobody did: what nobody says is not checked. */
export const CHECK_FILTERS = ["checked", "unchecked"] as const;
export type CheckFilter = (typeof CHECK_FILTERS)[number];

/** Whether a row is among them; `checks` as `checkCode` has them. */
export function isKept(checks: Uint8Array, row: number, filter: CheckFilter): boolean {
  return (checkOfCode(checks[row]) === "checked") === (filter === "checked");
}
