import type { FileChoices } from "../../../workers/protocol.ts";
import { remember, remembered } from "../../platform/browser/preferences.ts";

/** What was said of a table, to be said again of one with the same column names. */
type Said = Pick<FileChoices, "role" | "columns">;

/** What was said the last time of a table with these column names, in any order. */
export function knownColumns(headings: readonly string[]): Said | undefined {
  return all().find(([key]) => key === keyOf(headings))?.[1];
}

/** Keeps what was said of a table; of those longest ago the oldest are forgotten. */
export function keepColumns(headings: readonly string[], { role, columns }: FileChoices): void {
  const key = keyOf(headings);
  const others = all().filter(([other]) => other !== key);
  const said = { ...(role !== undefined && role !== "none" && { role }), ...(columns && { columns }) };
  const kept = Object.keys(said).length === 0 ? others : [[key, said] as const, ...others];
  remember(NAME, JSON.stringify(kept.slice(0, MOST)));
}

const NAME = "columns";
const MOST = 60;

function all(): readonly (readonly [string, Said])[] {
  try {
    const found: unknown = JSON.parse(remembered(NAME) ?? "[]");
    return Array.isArray(found) ? found.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** What was kept by an older page, or changed outside, may be anything. */
function isKept(one: unknown): one is readonly [string, Said] {
  return Array.isArray(one) && typeof one[0] === "string" && typeof one[1] === "object" && one[1] !== null;
}

function keyOf(headings: readonly string[]): string {
  return headings.filter(Boolean).toSorted().join("\n");
}
