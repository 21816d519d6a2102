import { describe, expect, it } from "vitest";
import { issue } from "../../../src/core/base/issue.ts";
import { sentenceFor } from "../../../src/i18n/catalogue.ts";
import { plainWord } from "../../../src/io/to-model/read-value.ts";
import * as lists from "../../../src/io/to-model/words.ts";

const { adminLevels: _levels, landUses: _uses, siteClasses: _classes, ...told } = lists;

describe("the words that a column takes", () => {
  it.each(Object.entries<ReadonlyMap<string, string>>(told))(
    "are said in the language of the reader, and read back as what they say: %s",
    (_, list) => {
      for (const meaning of new Set(list.values())) {
        const said = (language: "zh" | "en") =>
          sentenceFor(
            issue("value.unknown-word", "warning", { value: "某", words: [meaning] }, {}),
            language,
          );
        const word = /可用：(.*)。$/.exec(said("zh"))?.[1] ?? "";
        expect(word).toMatch(/^[\u4e00-\u9fff]+$/);
        expect(list.get(plainWord(word))).toBe(meaning);
        expect(said("en")).toContain(`Known: ${meaning}.`);
      }
    },
  );
});
