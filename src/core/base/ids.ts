/** Identifiers as types: an id of one thing may not be used where an id of another is expected. */
type Id<Of extends string> = string & { readonly of?: Of };

export type ZoneId = Id<"zone">;
export type FacilityId = Id<"facility">;
export type SiteId = Id<"site">;
export type PackId = Id<"pack">;
export type RuleId = Id<"rule">;
/** Code of an administrative unit (行政区划代码), 2 to 12 digits for official ones. */
export type AdminCode = Id<"admin unit">;
/** Lower-case hexadecimal SHA-256. */
export type Digest = Id<"content">;
