import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { answered, expectAnswer, type WrittenExample } from "../../builders/cases.ts";

const folder = new URL("../../golden/cases/", import.meta.url);
const files = readdirSync(folder).sort();
const cases = files.flatMap(
  (file): WrittenExample[] => JSON.parse(readFileSync(new URL(file, folder), "utf8")).cases,
);

describe("public cases, each with its hand calculation", () => {
  it.each(cases.map((each) => [`${each.id}: ${each.title}`, each] as const))("%s", (_title, example) => {
    expectAnswer(answered(example), example.expected);
  });
});

it("there is a case for every level and rule type that the shipped packs have", () => {
  const { packs, overlays } = shippedStandards();
  const types = new Map(
    [...packs, ...overlays].flatMap(({ rules }) => rules.map((rule) => [rule.id as string, rule])),
  );
  const shown = new Set(
    cases.flatMap(({ expected }) =>
      ((expected.lines ?? []) as { ruleId: string }[]).map(({ ruleId }) => {
        const rule = types.get(ruleId);
        return `${rule?.level} ${rule?.type}`;
      }),
    ),
  );
  const all = new Set([...types.values()].map((rule) => `${rule.level} ${rule.type}`));
  all.delete("process process");
  expect([...all].filter((pair) => !shown.has(pair))).toEqual([]);
});
