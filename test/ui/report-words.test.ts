import { expect, it } from "vitest";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { daysLeftWords, titlesWords, unitsWords } from "../../src/ui/plans/report-words.ts";

const [zh, en] = [{ t: wordsIn("zh") }, { t: wordsIn("en") }];

it("says of days whether they are left, the last, or over", () => {
  expect(daysLeftWords(34, zh)).toBe("还剩 34 天");
  expect(daysLeftWords(0, zh)).toBe("今天到期");
  expect(daysLeftWords(-331, zh)).toBe("已逾期 331 天");
  expect(daysLeftWords(-331, zh, "past")).toBe("已过 331 天");
  expect(daysLeftWords(-1, en)).toBe("1 day overdue");
  expect(daysLeftWords(1461, en)).toBe("1,461 days left");
});

it("names a few of many, and says how many more there are", () => {
  const titles = ["甲", "乙", "丙", "丁"].map((name) => ({ zh: name, en: name }));
  const text = ({ zh: name }: { zh: string }) => name;
  expect(titlesWords(titles.slice(0, 3), { ...zh, text })).toBe("甲；乙；丙");
  expect(titlesWords(titles, { ...zh, text })).toBe("甲；乙；丙等，另 1 项");
  const units = Array.from({ length: 14 }, (_, at) => `${at}村`);
  expect(unitsWords(units.slice(0, 12), zh)).toBe(units.slice(0, 12).join("、"));
  expect(unitsWords(units, zh)).toMatch(/11村等，另 2 个$/);
});
