import { issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { CUSTOM_PREFIX, checkPack } from "./check-pack.ts";
import type { RulePack } from "./rule-pack.ts";

export const FIRST_VERSION = "1.0.0";

/** The pack if nothing is wrong with it; only packs of the user's own are let through. */
export function checked(pack: RulePack): Outcome<RulePack> {
  const [first, ...more] = pack.id.startsWith(CUSTOM_PREFIX)
    ? checkPack(pack)
    : [issue("pack.custom-id", "error", { id: pack.id }, { column: "id" })];
  return first === undefined ? done(pack) : refused(first, ...more);
}

/** The version after one change. */
export function nextVersion(version: string): string {
  const [major = "1", minor = "0", change = "0"] = version.split(".");
  return `${major}.${minor}.${Number(change) + 1}`;
}
