import { byCodeUnit } from "../../core/base/order.ts";

/** Members, without those that are `undefined`. */
export type Stated<Members> = { [Key in keyof Members]?: Exclude<Members[Key], undefined> };

/** The members that the source stated. */
export function stated<Members extends object>(members: Members): Stated<Members> {
  return withStated({}, members);
}

/** The row itself, with the members that the source stated. */
export function withStated<Row extends object, Members extends object>(
  row: Row,
  members: Members,
): Row & Stated<Members> {
  const known: Stated<Members> = row;
  for (const key in members) {
    const value = members[key];
    if (value !== undefined) known[key] = value as Stated<Members>[typeof key];
  }
  return row;
}

/** Ids written in one cell, apart by semicolon, comma, bar or space; in order, each once. */
export function listed(text: string | undefined): string[] {
  const ids = (text ?? "").split(/[;；,，、|\s]+/).filter((id) => id !== "");
  return [...new Set(ids)].sort(byCodeUnit);
}
