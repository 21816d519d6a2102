/**
 * Whether two plain values have equal content, whatever the order of their keys; an `undefined` member is none. Ends at the
 * first difference, and asks nothing of what is one and the same.
 */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one, i) => sameContent(one, b[i]))
    );
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const name in x) if (!sameContent(x[name], y[name])) return false;
  for (const name in y) if (y[name] !== undefined && x[name] === undefined) return false;
  return true;
}
