export const CHECK_STATUSES = ["checked", "unchecked"] as const;

/** Whether somebody compared a row with the place or the papers it speaks of (核实). Absent: nobody said so. */
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** Whether a row is said to be checked: what nobody says is not. */
export function isChecked({ checked }: { readonly checked?: CheckStatus }): boolean {
  return checked === "checked";
}

/** A check in a column of numbers: 0 where nobody says so. */
export function checkCode({ checked }: { readonly checked?: CheckStatus }): number {
  return checked === undefined ? 0 : CHECK_STATUSES.indexOf(checked) + 1;
}

/** What a number of such a column stands for. */
export function checkOfCode(code: number | undefined): CheckStatus | undefined {
  return CHECK_STATUSES[(code ?? 0) - 1];
}
