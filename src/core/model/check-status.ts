export const CHECK_STATUSES = ["checked", "unchecked"] as const;

/** Whether somebody compared a row with the place or the papers it speaks of (核实). Absent: nobody said so. */
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** Whether a row is said to be checked: what nobody says is not. */
export function isChecked({ checked }: { readonly checked?: CheckStatus }): boolean {
  return checked === "checked";
}
