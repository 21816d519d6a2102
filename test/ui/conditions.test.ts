import { expect, test } from "vitest";
import { comparePacks } from "../../src/core/standards/compare-packs.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { conditionsOf } from "../../src/ui/standards/conditions.ts";
import type { Speech } from "../../src/ui/words.ts";

test.each(["zh", "en"] as const)(
  "rules that hold under other conditions are told apart in words: %s",
  (language) => {
    const speech = { t: wordsIn(language) } as unknown as Speech;
    const { packs } = shippedStandards();
    let seen = 0;
    for (const left of packs) {
      for (const right of packs) {
        for (const row of comparePacks(left, right).groups.flatMap(({ rows }) => rows)) {
          if (!row.left || !row.right || !row.apart.includes("conditions")) continue;
          seen++;
          expect(conditionsOf(row.left, speech), `${row.left.id} ${row.right.id}`).not.toBe(
            conditionsOf(row.right, speech),
          );
        }
      }
    }
    expect(seen).toBeGreaterThan(5);
  },
);
