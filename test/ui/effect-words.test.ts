import { expect, test } from "vitest";
import type { ZoneId } from "../../src/core/base/ids.ts";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import { doubtWords } from "../../src/ui/evidence/effect-words.ts";

const zone = (id: string, name?: string) => ({ id: id as ZoneId, ...(name !== undefined && { name }) });
const ZONES = [zone("z1", "东园"), zone("z2"), zone("z3", "南园"), zone("z4", "北园")];

function said(zones: number, language: Language = "zh"): string {
  return doubtWords({ doubtful: ZONES.slice(0, zones) }, { t: wordsIn(language) });
}

test("zones that can be judged no longer are named, of many the first three with how many they are", () => {
  expect(said(1)).toMatch(/^东园会判不了：/);
  expect(said(3)).toMatch(/^东园、z2、南园会判不了：/);
  expect(said(4)).toMatch(/^东园、z2、南园等 4 个小区会判不了：/);
  expect(said(1, "en")).toMatch(/^东园 could no longer be judged: what would count for it /);
  expect(said(3, "en")).toMatch(/^东园, z2, 南园 could no longer be judged: what would count for them /);
  expect(said(4, "en")).toMatch(/^东园, z2, 南园 and others, 4 zones could no longer be judged: /);
});
