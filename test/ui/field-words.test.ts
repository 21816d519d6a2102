import { expect, it } from "vitest";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import { fieldWords } from "../../src/ui/editing/field-words.ts";
import { type FormGroup, facilityGroups } from "../../src/ui/editing/form-fields.ts";
import { siteGroups } from "../../src/ui/editing/site-fields.ts";
import { moneyWords } from "../../src/ui/plans/plan-words.ts";

const speech = (language: Language) => ({ t: wordsIn(language), language });
const told = (groups: readonly FormGroup[], column: string, text: string, language: Language) => {
  const field = groups.flatMap(({ fields }) => fields).find((each) => each.column === column);
  return field && fieldWords(field, text, speech(language)).replace(/\s/g, " ");
};

it("tells money of a record as plans tell it, in both languages, to the last digit", () => {
  for (const language of ["zh", "en"] as const) {
    const { t } = speech(language);
    const site = siteGroups(t, { facilities: [], zones: [] }, false);
    const facility = facilityGroups(t, { kinds: [], statuses: [], zones: [] }, false);
    expect(told(site, "cost", "767", language)).toBe(moneyWords(767, speech(language)));
    expect(told(facility, "investment", "767", language)).toBe(moneyWords(767, speech(language)));
  }
  const site = (language: Language) => siteGroups(speech(language).t, { facilities: [], zones: [] }, false);
  expect(told(site("en"), "cost", "767.00001", "en")).toBe("¥7.6700001 million");
  expect(told(site("zh"), "yearly_cost", "12.5", "zh")).toBe("每年 12.5 万元");
  expect(told(site("en"), "yearly_cost", "12.5", "en")).toBe("¥0.125 million a year");
  expect(told(site("en"), "usable_m2", "1200", "en")).toBe("1,200 m²");
});
