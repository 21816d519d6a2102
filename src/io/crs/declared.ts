/** The reference system that a GeoJSON collection names in its member `crs`, as older programs write it. */
export function systemNamed(crs: unknown): string | undefined {
  if (typeof crs !== "object" || crs === null) return undefined;
  const { properties } = crs as { readonly properties?: { readonly name?: unknown } };
  return typeof properties?.name === "string" ? properties.name : undefined;
}

/** How people call a system: `EPSG:4547` as it is, a description by its name. */
export function nameOfSystem(declared: string): string {
  return /^\s*\w+\s*\[\s*"([^"]+)"/.exec(declared)?.[1] ?? declared.trim().slice(0, 60);
}
