import type * as z from "zod";
import { readRulePack } from "../standards/read-pack.ts";
import {
  backdropSchema,
  duplicateSchema,
  facilitySchema,
  factsSchema,
  siteSchema,
  streetChangeSchema,
  streetColumnSchema,
  streetsSchema,
  unitSchema,
  zoneSchema,
} from "./row-schemas.ts";

export type Checked =
  | { readonly word: string; readonly value: object }
  /** The place of the first thing wrong: the word of the row and its member. */
  | { readonly wrong: string };

/** What a line says, if it is what the product would have written. */
export function checkedRow(text: string | undefined): Checked {
  const line = parsed(text);
  const [word, row] = Array.isArray(line) ? (line as readonly unknown[]) : [];
  const check = typeof word === "string" && Object.hasOwn(ROWS, word) ? ROWS[word] : undefined;
  if (check === undefined) return { wrong: (text ?? "").slice(0, 20) };
  const checked = check(row);
  if ("value" in checked) return { word: String(word), value: checked.value };
  return { wrong: [String(word), checked.wrong].filter(Boolean).join(".") };
}

export function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

type Shape = { readonly value: object } | { readonly wrong: string };

/** What a row of each word must be: the value, or the place of the first thing wrong. */
const ROWS: Readonly<Record<string, (row: unknown) => Shape>> = {
  project: by(factsSchema),
  unit: by(unitSchema),
  facility: by(facilitySchema),
  zone: by(zoneSchema),
  site: by(siteSchema),
  pack: (row) => {
    const pack = readRulePack(row, "");
    return pack.ok ? { value: pack.value } : { wrong: pack.issues[0]?.at.column ?? "" };
  },
  duplicate: by(duplicateSchema),
  backdrop: by(backdropSchema),
  streets: by(streetsSchema),
  streetColumn: by(streetColumnSchema),
  streetChange: by(streetChangeSchema),
};

function by(schema: z.ZodType<object>): (row: unknown) => Shape {
  return (row) => {
    const shape = schema.safeParse(row);
    return shape.success ? { value: shape.data } : { wrong: (shape.error.issues[0]?.path ?? []).join(".") };
  };
}
