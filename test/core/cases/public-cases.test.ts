import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";
import { answered, expectAnswer, type WrittenExample } from "../../builders/cases.ts";

/** The published cases, where the checkout stands beside them. */
const file = fileURLToPath(new URL("../../../../shared/domain/rulecases.json", import.meta.url));
const cases: WrittenExample[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).cases : [];
if (cases.length === 0) console.log("rulecases.json is not beside this checkout: its cases are not run");

describe.skipIf(cases.length === 0)("the published cases", () => {
  it.each(cases.map((each) => [`${each.id} ${each.title}`, each] as const))("%s", (_title, example) => {
    expectAnswer(answered(example), example.expected);
  });
});
