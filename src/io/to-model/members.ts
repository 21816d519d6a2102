import { byCodeUnit } from "../../core/base/order.ts";

/** The members that the source stated. */
export function stated<Members extends object>(
  members: Members,
): { [Key in keyof Members]?: Exclude<Members[Key], undefined> } {
  const known: { [Key in keyof Members]?: Exclude<Members[Key], undefined> } = {};
  for (const key in members) {
    const value = members[key];
    if (value !== undefined) known[key] = value as (typeof known)[typeof key];
  }
  return known;
}

/** Ids written in one cell, apart by semicolon, comma, bar or space; in order, each once. */
export function listed(text: string | undefined): string[] {
  const ids = (text ?? "").split(/[;；,，、|\s]+/).filter((id) => id !== "");
  return [...new Set(ids)].sort(byCodeUnit);
}
