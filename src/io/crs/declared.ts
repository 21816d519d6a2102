import type { Datum } from "../../core/geo/lng-lat.ts";

/**
 * The datum that a declared system is named for: GCJ-02 and BD-09 have no code of their own. Such coordinates are degrees,
 * to be shifted and not to be converted.
 */
export function datumNamed(declared: string): Datum | undefined {
  const [, named] = SHIFTED.exec(nameOfSystem(declared)) ?? [];
  if (named === undefined) return undefined;
  return named.toLowerCase() === "gcj" ? "gcj02" : "bd09";
}

/** The system that the heading of a column of degrees names, as `经度（GCJ-02）` does; `undefined` if it is one of no shift. */
export function systemInHeading(heading: string): string | undefined {
  const [, note = ""] = /\(([^()]*)\)/.exec(heading.normalize("NFKC")) ?? [];
  return datumNamed(note) === undefined ? undefined : note.trim();
}

const SHIFTED = /^\s*(gcj|bd)-?0[29]/i;

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
