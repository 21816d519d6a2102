import { byCodeUnit } from "../../core/base/order.ts";

/** The members that the source stated. */
export function stated<Members extends object>(
  members: Members,
): { [Key in keyof Members]?: Exclude<Members[Key], undefined> } {
  const known = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { [Key in keyof Members]?: Exclude<Members[Key], undefined> };
}

/** Ids written in one cell, apart by semicolon, comma, bar or space; in order, each once. */
export function listed(text: string | undefined): string[] {
  const ids = (text ?? "").split(/[;；,，、|\s]+/).filter((id) => id !== "");
  return [...new Set(ids)].sort(byCodeUnit);
}
