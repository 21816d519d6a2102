import type { Field } from "./columns.ts";
import { kindNamed } from "./to-model/kind-names.ts";
import { plainWord } from "./to-model/read-value.ts";
import { facilityStatuses, landUses } from "./to-model/words.ts";

/**
 * What a column seems to hold, by its values alone; `undefined` if they could be many things. A guess for a person to
 * confirm: no column is ever read by it.
 */
export function columnByValues(values: readonly string[]): Field | undefined {
  const said = values.map((value) => value.normalize("NFKC").trim()).filter((value) => value !== "");
  if (said.length === 0) return undefined;
  return LOOKS.find(({ is }) => said.every(is))?.field;
}

/** Asked in this order; each is so narrow that hardly another column looks like it. */
const LOOKS: readonly { readonly field: Field; readonly is: (value: string) => boolean }[] = [
  { field: "kind", is: (value) => kindNamed(value) !== undefined },
  { field: "status", is: (value) => facilityStatuses.has(plainWord(value)) },
  { field: "land_use", is: (value) => landUses.has(plainWord(value)) },
  { field: "lon", is: (value) => DEGREES.test(value) && between(value, 73, 136) },
  { field: "lat", is: (value) => DEGREES.test(value) && between(value, 15, 54) },
  { field: "phone", is: (value) => /^(?:0\d{2,3}[- ]?)?\d{7,8}$|^1[3-9]\d{9}$/.test(value) },
  { field: "admin_code", is: (value) => /^3[24]\d{4}(?:\d{3}|\d{6})?$/.test(value) },
  { field: "street", is: (value) => /(?:街道|镇|乡|街道办事处)$/.test(value) },
  { field: "community", is: (value) => /(?:社区|居委会|村|村委会)$/.test(value) },
];

/** With so many digits behind the point as only degrees have. */
const DEGREES = /^\d{2,3}\.\d{3,}°?$/;

function between(value: string, least: number, most: number): boolean {
  const number = Number.parseFloat(value);
  return number >= least && number <= most;
}
