import { canonical } from "../../base/digest.ts";

/** Members of a row as they are to be: a value, or `undefined` where nothing is known any more. */
export type Members<Row> = { readonly [Member in keyof Row]?: Row[Member] | undefined };

/** The row with these members, and without those that are `undefined`; the same row if that makes no difference. */
export function withMembers<Row extends object>(row: Row, members: Members<Row>): Row {
  const next = Object.fromEntries(
    Object.entries({ ...row, ...members }).filter(([, value]) => value !== undefined),
  ) as Row;
  return canonical(next) === canonical(row) ? row : next;
}
