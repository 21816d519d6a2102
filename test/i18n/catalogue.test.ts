import { describe, expect, it } from "vitest";
import { issue } from "../../src/core/base/issue.ts";
import { sentenceFor, wordsIn } from "../../src/i18n/catalogue.ts";
import { en } from "../../src/i18n/en.ts";
import { counted, formatQuantity } from "../../src/i18n/numbers.ts";
import { zh } from "../../src/i18n/zh.ts";
import { fieldNamed } from "../../src/io/columns.ts";

type Tree = { readonly [key: string]: string | Tree };

function* sentences(tree: Tree, path = ""): Generator<readonly [path: string, sentence: string]> {
  for (const [key, entry] of Object.entries(tree)) {
    if (typeof entry === "string") yield [`${path}${key}`, entry];
    else yield* sentences(entry, `${path}${key}/`);
  }
}

const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const chinese = new Map(sentences(zh));
const english = new Map(sentences(en));

describe("the catalogue", () => {
  it("uses the same facts in both languages", () => {
    const differing = [...chinese].filter(
      ([path, sentence]) => `${placeholders(sentence)}` !== `${placeholders(english.get(path) ?? "")}`,
    );
    expect(differing).toEqual([]);
  });

  it("says one and many with the same facts", () => {
    const singular = [...english].filter(([path]) => path.endsWith("~one"));
    expect(singular.length).toBeGreaterThan(10);
    for (const [path, sentence] of singular) {
      const many = english.get(path.replace(/~one$/, "")) ?? "";
      expect(placeholders(sentence), path).toEqual(placeholders(many));
    }
  });

  it("leaves no sentence empty and shouts nowhere", () => {
    for (const [path, sentence] of [...chinese, ...english]) {
      expect(sentence.trim(), path).not.toBe("");
      expect(sentence, path).not.toMatch(/[!！]/);
    }
  });

  it("has no Chinese in English, but for the name of the language and terms in brackets", () => {
    const left = [...english].filter(([, sentence]) =>
      /\p{Script=Han}/u.test(sentence.replace(/\([^)]*\)|“[^”]*”/g, "")),
    );
    expect(left).toEqual([]);
  });

  it("keeps inner words off the screen", () => {
    for (const [path, sentence] of [...chinese, ...english]) {
      expect(sentence, path).not.toMatch(/\b(digest|worker|ledger|undefined|null|NaN)\b/i);
    }
  });

  it("ends every issue with what to do or what is", () => {
    for (const [code, sentence] of Object.entries(zh.issues)) expect(sentence, code).toMatch(/[。？]$/);
    for (const [code, sentence] of Object.entries(en.issues)) expect(sentence, code).toMatch(/[.?]$/);
  });
});

describe("the columns named on the empty page", () => {
  it("are headings that the import knows, in both languages", () => {
    const { columnsZones, columnsFacilities, columnsAlso } = zh.screen.empty;
    for (const sentence of [columnsZones, columnsFacilities, columnsAlso]) {
      const named = (sentence.split("：")[1] ?? "").replaceAll(/（[^）]*）|\*/g, "").split("、");
      expect(named.length).toBeGreaterThan(4);
      for (const heading of named) expect(fieldNamed(heading), heading).toBeDefined();
    }
  });
});

describe("speaking", () => {
  it("says one slot, two slots, one zone", () => {
    const say = wordsIn("en");
    expect([1, 2].map((number) => formatQuantity(number, "slot", "en"))).toEqual([
      "1\u00a0slot",
      "2\u00a0slots",
    ]);
    expect([1, 2].map((number) => say("tables.found", counted(number)))).toEqual(["1 row", "2 rows"]);
    expect(wordsIn("zh")("tables.found", counted(1))).toBe("1 条");
  });

  it("puts facts into the sentence of an issue, as text", () => {
    const duplicate = issue("project.duplicate-id", "error", { id: "<b>z1</b>" });
    expect(sentenceFor(duplicate, "zh")).toContain("<b>z1</b>");
    expect(sentenceFor(duplicate, "en")).toContain("<b>z1</b>");
  });

  it("speaks each language whatever the page shows", () => {
    expect(wordsIn("zh")("judging.verdict.fail")).toBe("不符合");
    expect(wordsIn("en")("judging.verdict.fail")).toBe("Below standard");
  });
});
