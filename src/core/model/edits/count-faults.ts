import { type Issue, issue } from "../../base/issue.ts";

/** Numbers that nothing can be: negative or no number, and of what is counted also a fraction. Absent ones are unknown. */
export function countFaults(
  id: string,
  numbers: {
    readonly amounts?: readonly (number | undefined)[];
    readonly counts?: readonly (number | undefined)[];
  },
): readonly Issue[] {
  const { amounts = [], counts = [] } = numbers;
  const impossible = [
    ...amounts.filter((amount) => amount !== undefined && !(Number.isFinite(amount) && amount >= 0)),
    ...counts.filter((count) => count !== undefined && !(Number.isInteger(count) && count >= 0)),
  ];
  return impossible.map((value) =>
    issue("edit.impossible-number", "error", { value: String(value) }, { id }),
  );
}
