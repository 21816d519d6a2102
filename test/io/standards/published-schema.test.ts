import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { publishedPackSchema } from "../../../src/io/standards/published-schema.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

const published = new URL("../../../docs/standards/rule-pack.schema.json", import.meta.url);

test("the published schema is the one in force (UPDATE_GOLDEN=1 writes it anew)", () => {
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(published, publishedPackSchema());
  expect(readFileSync(published, "utf8")).toBe(publishedPackSchema());
});

test("the shipped packs and the template satisfy the schema as it is published", () => {
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(published, "utf8")));
  const { packs, template } = shippedStandards();
  for (const pack of [...packs, template]) expect(schema.safeParse(pack).error?.issues ?? []).toEqual([]);
  const [pack] = packs;
  expect(schema.safeParse({ ...pack, remark: "" }).success).toBe(false);
  expect(schema.safeParse({ ...pack, populationCoefficient: undefined }).success).toBe(false);
  expect(schema.safeParse({ ...pack, rules: [{ ...pack?.rules[0], per: 0 }] }).success).toBe(false);
  expect(schema.safeParse({ ...pack, rules: [{ ...pack?.rules[0], threshold: -1 }] }).success).toBe(false);
});
