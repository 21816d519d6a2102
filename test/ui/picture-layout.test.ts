import { describe, expect, it } from "vitest";
import { PALETTES } from "../../src/ui/look/palette.ts";
import { mapBox, type PictureWords, pictureMarks } from "../../src/ui/map-tools/picture/layout.ts";
import type { Mark, Measure, TextMark } from "../../src/ui/map-tools/picture/marks.ts";
import { PAGES } from "../../src/ui/map-tools/picture/pages.ts";
import { wrapped } from "../../src/ui/map-tools/picture/wrapped.ts";

/** Every letter is as wide as it is high. */
const measure: Measure = (text, size) => [...text].length * size;

const words: PictureWords = {
  title: "云湖市 · 养老满足率",
  subtitle: "养老：街道已满足的份额",
  reserves: ["示意 · 演示数据", "直线 × 1.3，估算"],
  legend: {
    title: "图例",
    entries: [
      { text: "不到 10 %", sign: { kind: "area", fill: "#7f1d1d", edge: "#000000" } },
      { text: "养老", sign: { kind: "facility", subject: "elderly" } },
      { text: "名称下是所缺的量" },
    ],
  },
  small: ["资料截至 2023-12-31", "核算编号 6a82f8c5"],
  approval: "内部工作用图，未经审图，不得公开",
  north: "北",
};

const isText = (mark: Mark): mark is TextMark => mark.kind === "text";
const textsOf = (page: keyof typeof PAGES, metresPerUnit: number, said: PictureWords) =>
  pictureMarks(PAGES[page], said, metresPerUnit, PALETTES.light, measure).filter(isText);

describe("the picture of a map", () => {
  it("says what it is of, what it is not, from when, by which result, and what it may be used for", () => {
    const said = textsOf("a4Landscape", 10, words).map(({ text }) => text);
    expect(said).toEqual([
      "云湖市 · 养老满足率",
      "养老：街道已满足的份额",
      "示意 · 演示数据 · 直线 × 1.3，估算",
      "图例",
      "不到 10 %",
      "养老",
      "名称下是所缺的量",
      "1,000\u00a0m",
      "北",
      "内部工作用图，未经审图，不得公开",
      "资料截至 2023-12-31 · 核算编号 6a82f8c5",
    ]);
  });

  it("has a scale as long as it says: 1,000 m at 10 m for each unit are 100 units", () => {
    const marks = pictureMarks(PAGES.a4Landscape, words, 10, PALETTES.light, measure);
    const [bar] = marks.flatMap((mark) => (mark.kind === "line" ? [mark.points] : []));
    expect((bar?.[2]?.[0] ?? 0) - (bar?.[1]?.[0] ?? 0)).toBeCloseTo(100, 9);
  });

  it("keeps to the page, on every page, however much there is to say", () => {
    const long = "很长的话".repeat(80);
    const much = {
      ...words,
      title: long,
      subtitle: long,
      approval: long,
      small: Array(9).fill(long.slice(0, 99)),
    };
    for (const [name, page] of Object.entries(PAGES)) {
      const said = textsOf(name as keyof typeof PAGES, 10, much);
      for (const { text, size, bold = false, x, y, align } of said) {
        const width = measure(text, size, bold);
        const left = align === "center" ? x - width / 2 : x;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(page.width);
        expect(y).toBeLessThan(page.height);
      }
    }
  });

  it("writes nothing across anything else", () => {
    const { y: top, height } = mapBox(PAGES.slide);
    const outside = textsOf("slide", 10, words)
      .filter(({ y }) => y < top || y > top + height)
      .map(({ y, size }) => [y - size, y] as const);
    for (const [at, [from]] of outside.entries())
      if (at > 0) expect(from).toBeGreaterThanOrEqual(outside[at - 1]?.[1] ?? 0);
  });
});

describe("words in lines", () => {
  it("break at spaces and between Chinese letters, and never before a comma", () => {
    const lines = (text: string) => wrapped(text, 1, 4, measure);
    expect(lines("ab cd ef")).toEqual(["ab", "cd", "ef"]);
    expect(lines("a b c d")).toEqual(["a b", "c d"]);
    expect(lines("甲乙丙丁，戊")).toEqual(["甲乙丙", "丁，戊"]);
    expect(lines("abcdefgh 甲")).toEqual(["abcdefgh", "甲"]);
  });
});
