import { expect, test } from "vitest";
import type { Exact } from "../../src/core/base/decimal.ts";
import type { RuleUnit } from "../../src/core/standards/rule.ts";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import { formatProvided } from "../../src/i18n/numbers.ts";
import { type ServedGroups, servedLines } from "../../src/ui/evidence/served-lines.ts";

/** Zones of 200 m² each, served before and after. */
const group = (served: Readonly<Record<string, readonly [number, number]>>, zones?: number) => ({
  zones: zones ?? Object.keys(served).length,
  amount: 0,
  first: Object.entries(served).map(([name, [before, after]]) => ({
    ...{ zone: `id of ${name}`, name, need: { before: 200, after: 200 }, served: { before, after } },
  })),
});

const of = (losing: ServedGroups["losing"], gaining: ServedGroups["gaining"]) => ({
  ...{ unit: "m2" as const, losing, gaining },
});

const said = (one: ReturnType<typeof of>, language: Language = "zh") =>
  servedLines(one, {
    t: wordsIn(language),
    provided: (value: Exact, unit: RuleUnit) => formatProvided(value, unit, language),
  });

test("both who loses and who gains are named, the first two of each, with how many they are", () => {
  const moved = of(group({ 东园: [170, 100], 南园: [170, 150.1] }), group({ 西园: [170, 200] }));
  expect(said(moved)).toEqual(["少得：东园 −70\u00a0m²、南园 −19.9\u00a0m²", "多得：西园 +30\u00a0m²"]);
  expect(said(moved, "en")).toEqual(["Less: 东园 −70\u00a0m², 南园 −19.9\u00a0m²", "More: 西园 +30\u00a0m²"]);
  const many = group({ a: [9, 0], b: [8, 0], c: [7, 0] }, 12);
  expect(said(of(many, group({})))).toEqual(["少得：a −9\u00a0m²、b −8\u00a0m²等 12 个小区"]);
  expect(said(of(group({}), group({ a: [0, 9], b: [0, 8], c: [0, 7] })))).toEqual([
    "多得：a +9\u00a0m²、b +8\u00a0m²等 3 个小区",
  ]);
});
