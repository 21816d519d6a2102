import * as z from "zod";
import { POPULATION_QUANTITIES } from "../../core/standards/city-targets.ts";

const word = z.string().min(1);
const text = z.strictObject({ zh: word, en: word });
const year = z.int().min(1900).max(2100);
const source = z.strictObject({ document: word, clause: word, line: z.int().positive() });
const amount = z.number().nonnegative();

const cell = z.strictObject({
  year,
  kind: z.enum(["found", "target"]),
  value: amount.exactOptional(),
  reading: z.enum(["at_least", "above", "about"]).exactOptional(),
  without: z.enum(["empty", "assigned_by_city", "words", "unreadable"]).exactOptional(),
});

const row = z.strictObject({
  name: text,
  adminCode: word.exactOptional(),
  line: z.int().positive(),
  values: z.array(amount.nullable()),
});

/** The shape of a file of city totals and targets. */
export const citySchema = z.strictObject({
  id: word,
  pack: word,
  name: text,
  adminCode: word,
  indicators: z.array(
    z.strictObject({
      id: word,
      name: text,
      unit: text,
      source,
      cells: z.array(cell).min(1),
      rule: word.exactOptional(),
      doubt: text.exactOptional(),
    }),
  ),
  breakdowns: z.array(
    z.strictObject({
      id: word,
      title: text,
      unit: text,
      source,
      columns: z.array(z.strictObject({ id: word, name: text, year: year.exactOptional() })),
      rows: z.array(row),
      total: row,
    }),
  ),
  baselines: z.array(
    z.strictObject({
      id: word,
      name: text,
      unit: text,
      value: amount,
      year,
      approximate: z.boolean().exactOptional(),
      source,
      doubt: text.exactOptional(),
    }),
  ),
  population: z.array(
    z.strictObject({
      id: word,
      of: z.enum(POPULATION_QUANTITIES),
      value: amount,
      year,
      status: z.enum(["document", "official", "secondary", "general", "derived"]),
      source: z.union([source, z.strictObject({ note: text })]),
    }),
  ),
});
