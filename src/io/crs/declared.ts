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

/** Whether a declared system is named as people name degrees that are not shifted: `WGS84`, `CGCS2000`, `国家2000`. */
export function isDegreesByName(declared: string): boolean {
  return UNSHIFTED.test(declared);
}

/**
 * The system that the heading of longitudes names, as `经度（GCJ-02）` and `经度（WGS84）` do; `undefined` if it names none.
 * One of no shift is believed beside a word for degrees only: `X（CGCS2000）` may be metres.
 */
export function systemInHeading(heading: string): string | undefined {
  const [, word = "", note = ""] = /^([^()]*)\(([^()]*)\)/.exec(heading.normalize("NFKC")) ?? [];
  const isUnshifted = isDegreesByName(note) && DEGREES.test(word);
  return isUnshifted || datumNamed(note) !== undefined ? note.trim() : undefined;
}

const SHIFTED = /^\s*(gcj|bd)-?0[29]/i;
const UNSHIFTED = /^\s*(?:wgs[- ]?84|cgcs[- ]?2000|国家2000|2000国家大地坐标系)\s*$/i;
const DEGREES = /经度|lon|lng/i;

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
