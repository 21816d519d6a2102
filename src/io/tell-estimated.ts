import { issue } from "../core/base/issue.ts";
import type { Draft } from "./draft.ts";
import type { RowAccount } from "./row-account.ts";

/** Tells of each file how many of its zones have estimated households, once all rows say what they will say. */
export function tellEstimated({ zones, estimate }: Draft): void {
  if (estimate === undefined) return;
  const estimated = new Map<RowAccount, number>();
  for (const { value, account } of zones.taken())
    if (value.householdsBasis === "estimated") estimated.set(account, (estimated.get(account) ?? 0) + 1);
  for (const [account, count] of estimated)
    account.issues.add(
      issue("file.households-estimated", "note", { zones: count, ...estimate }, { file: account.file }),
    );
}
