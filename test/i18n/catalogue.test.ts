import { describe, expect, it } from "vitest";
import { issue } from "../../src/core/base/issue.ts";
import { sentenceFor, wordsIn } from "../../src/i18n/catalogue.ts";
import { en } from "../../src/i18n/en.ts";
import { zh } from "../../src/i18n/zh.ts";

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

describe("speaking", () => {
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
