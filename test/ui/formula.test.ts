import { describe, expect, it } from "vitest";
import { LANGUAGES, textIn, wordsIn } from "../../src/i18n/catalogue.ts";
import {
  formatExact,
  formatGist,
  formatProvided,
  formatProvidedGist,
  formatQuantity,
} from "../../src/i18n/numbers.ts";
import { zh } from "../../src/i18n/zh.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { formulaOf } from "../../src/ui/method/formula.ts";
import { PARAMETER_NAMES } from "../../src/ui/method/parameter-values.ts";
import type { Speech } from "../../src/ui/words.ts";

const speechIn = (language: (typeof LANGUAGES)[number]): Speech => ({
  t: wordsIn(language),
  language,
  text: (text) => textIn(text, language),
  sentence: ({ code }) => code,
  quantity: (value, unit) => formatQuantity(value, unit, language),
  gist: (value, unit) => formatGist(value, unit, language),
  exact: (value, unit, whole) => formatExact(value, unit, language, whole),
  provided: (value, unit) => formatProvided(value, unit, language),
  providedGist: (value, unit) => formatProvidedGist(value, unit, language),
});

const { packs, overlays, template } = shippedStandards();
const rules = [...packs, ...overlays, template].flatMap((pack) => pack.rules);

function formula(id: string, year?: number): string {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return formulaOf(rule, year, speechIn("zh"));
}

describe("the comparison a rule makes", () => {
  it("is supply times per against threshold times people", () => {
    expect(formula("XZ-N-E-20")).toBe("养老用房 (m²) × 100 ≥ 20 × 户数");
    expect(formula("XZ-N-E-LAND")).toBe("养老用地 (m²) ≥ 0.1 × 居民人数");
    expect(formula("XZ-CT-E-425")).toBe("养老床位 (张) × 1,000 ≥ 42.5 × 60 岁以上人数");
  });

  it("has the number of the year", () => {
    // 15 of 2020, 20 from 2023 on
    expect(formula("XZ-O-E-20", 2021)).toContain("≥ 15 ×");
    expect(formula("XZ-O-E-20", 2024)).toContain("≥ 20 ×");
  });

  it("is told in words where there is none", () => {
    expect(formula("LYG-O-E-NS")).toBe(zh.method.standards.byPaper);
    expect(formula("XZ-P-STOCK")).toBe(zh.method.standards.byPaper);
  });

  it("is whole for every rule there is, in both languages", () => {
    for (const language of LANGUAGES) {
      const speech = speechIn(language);
      for (const rule of rules) {
        const said = formulaOf(rule, undefined, speech);
        expect(said).not.toMatch(/NaN|undefined|null|method\.|judging\./);
        expect(said.length).toBeGreaterThan(3);
      }
    }
  });
});

it("every parameter is printed", () => {
  expect([...PARAMETER_NAMES].sort()).toEqual(Object.keys(zh.parameters.names).sort());
});
