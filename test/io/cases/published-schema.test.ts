import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { publishedCaseSchema } from "../../../src/io/cases/case-schema.ts";

const published = new URL("../../../docs/cases/case.schema.json", import.meta.url);
const golden = new URL("../../golden/cases/", import.meta.url);

test("the published schema is the one in force (UPDATE_GOLDEN=1 writes it anew)", () => {
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(published, publishedCaseSchema());
  expect(readFileSync(published, "utf8")).toBe(publishedCaseSchema());
});

test("the public cases satisfy the schema as it is published", () => {
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(published, "utf8")));
  const cases = readdirSync(golden).flatMap(
    (file) => JSON.parse(readFileSync(new URL(file, golden), "utf8")).cases,
  );
  expect(cases.length).toBeGreaterThan(100);
  for (const each of cases) expect(schema.safeParse(each).error?.issues ?? []).toEqual([]);
  expect(schema.safeParse({ ...cases[0], level: "county" }).success).toBe(false);
  expect(schema.safeParse({ ...cases[0], input: { ...cases[0].input, supplies: {} } }).success).toBe(false);
});
