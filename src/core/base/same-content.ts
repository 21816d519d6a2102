/**
 * Whether two plain values have equal content, whatever the order of their keys; an `undefined` member is none. Ends at the
 * first difference, and asks nothing of what is one and the same. Of maps also the order of their keys makes no difference.
 */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return sameColumns(a, b);
  if (a instanceof Map || b instanceof Map) return sameMaps(a, b);
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

function sameColumns(a: object, b: object): boolean {
  const [x, y] = [a as Float64Array, b as Float64Array];
  if (a.constructor !== b.constructor || x.length !== y.length) return false;
  for (let i = 0; i < x.length; i++) if (!Object.is(x[i], y[i])) return false;
  return true;
}

function sameMaps(a: object, b: object): boolean {
  if (!(a instanceof Map && b instanceof Map) || a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !sameContent(value, b.get(key))) return false;
  return true;
}
