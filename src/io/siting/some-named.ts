/** `The customers a, b and 3 more`: the first ten of what is called so. */
export function someNamed(noun: "customer" | "zone", ids: readonly string[]): string {
  if (ids.length === 1) return `The ${noun} ${ids[0]}`;
  const more = ids.length - MOST_NAMED;
  const [first, last] =
    more > 0 ? [ids.slice(0, MOST_NAMED), `${more} more`] : [ids.slice(0, -1), ids.at(-1)];
  return `The ${noun}s ${first.join(", ")} and ${last}`;
}

const MOST_NAMED = 10;
