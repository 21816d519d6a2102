/**
 * The reference system that a collection declares, if it is another than longitude and latitude of WGS84 or CGCS2000;
 * `undefined` if it declares none or one of these.
 */
export function projectionOf(crs: unknown): string | undefined {
  if (typeof crs !== "object" || crs === null) return undefined;
  const { properties } = crs as { readonly properties?: { readonly name?: unknown } };
  const name = properties?.name;
  if (typeof name !== "string") return undefined;
  return isGeographic(name) ? undefined : name;
}

/** Longitude and latitude of WGS84 (CRS84, EPSG 4326) or CGCS2000 (EPSG 4490). */
export function isGeographic(name: string): boolean {
  return /(?:CRS:?84|EPSG:+(?:[\d.]*:)?(?:4326|4490))$/i.test(name.trim());
}
