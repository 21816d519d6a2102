/** `new-1`, or the next that no row has. */
export function freeId(ids: readonly string[]): string {
  const taken = new Set(ids);
  let number = 1;
  while (taken.has(`new-${number}`)) number += 1;
  return `new-${number}`;
}
