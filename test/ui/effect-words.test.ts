import { expect, test } from "vitest";
import type { exact } from "../../src/core/base/decimal.ts";
import type { ZoneId } from "../../src/core/base/ids.ts";
import type { MetricEffect } from "../../src/core/scenario/effect.ts";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import { formatExact, formatGist, formatProvided, formatProvidedGist } from "../../src/i18n/numbers.ts";
import { doubtWords, effectWords, inAllWords, knownWords } from "../../src/ui/evidence/effect-words.ts";

const zone = (id: string, missing: number, name?: string) => ({
  ...{ id: id as ZoneId, missing, ...(name !== undefined && { name }) },
});
const ZONES = [zone("z1", 0, "东园"), zone("z2", 0), zone("z3", 0, "南园"), zone("z4", 0, "北园")];

const speech = (language: Language) => ({
  t: wordsIn(language),
  gist: (value: number, unit: MetricEffect["unit"]) => formatGist(value, unit, language),
  exact: (value: ReturnType<typeof exact>, unit: MetricEffect["unit"], whole: boolean) =>
    formatExact(value, unit, language, whole),
  provided: (value: ReturnType<typeof exact>, unit: MetricEffect["unit"]) =>
    formatProvided(value, unit, language),
  providedGist: (value: number, unit: MetricEffect["unit"]) => formatProvidedGist(value, unit, language),
});

function said(zones: number, language: Language = "zh"): string | undefined {
  return doubtWords({ doubtful: ZONES.slice(0, zones), unit: "m2" }, speech(language));
}

test("zones that can be judged no longer are named, of many the first three with how many they are", () => {
  expect(said(0)).toBeUndefined();
  expect(said(1)).toMatch(/^东园会判不了：/);
  expect(said(3)).toMatch(/^东园、z2、南园会判不了：/);
  expect(said(4)).toMatch(/^东园、z2、南园等 4 个小区会判不了：/);
  expect(said(1, "en")).toMatch(/^东园 could no longer be judged: what would count for it /);
  expect(said(3, "en")).toMatch(/^东园, z2, 南园 could no longer be judged: what would count for them /);
  expect(said(4, "en")).toMatch(/^东园, z2, 南园 and others, 4 zones could no longer be judged: /);
});

test("what zones lacked that can be judged no longer is told where there was any", () => {
  expect(said(1)).toMatch(/以上只计算得准的。$/);
  const lacking = { doubtful: [zone("z1", 120, "东园"), zone("z2", 30.4)], unit: "m2" } as const;
  expect(doubtWords(lacking, speech("zh"))).toMatch(/原来算得出缺 150\u00a0m²，从此不计入全部小区缺口。$/);
  expect(doubtWords(lacking, speech("en"))).toMatch(
    /known to be short there, 150\u00a0m², no longer counts /,
  );
});

test("zones of which it comes to be known what they lack are named with it", () => {
  const words = (...judgeable: ReturnType<typeof zone>[]) =>
    knownWords({ judgeable, unit: "m2" }, speech("zh"));
  expect(words()).toBeUndefined();
  expect(words(zone("z1", 152.6, "东园"))).toBe("东园原来算不出，改后算得出：缺 153\u00a0m²。");
  expect(words(...ZONES)).toBe("东园、z2、南园等 4 个小区原来算不出，改后算得出：不缺。");
  expect(knownWords({ judgeable: [zone("z1", 152.6, "东园")], unit: "m2" }, speech("en"))).toBe(
    "东园: could not be worked out before, and can be then: 153\u00a0m² short.",
  );
});

const NOBODY = { zones: 0, amount: 0, first: [] };
/** Nobody gets more or less; what 片区 lack, how much of it for certain, and what all lack with so much certain. */
function effect(
  missing: readonly [number, number],
  certain: readonly [number, number],
  all: readonly [number, number] = [0, 0],
  allCertain = all,
): MetricEffect {
  const of = ([before, after]: readonly [number, number]) => ({ before, after });
  return {
    ...{ metric: "elderly_building_area", unit: "m2" },
    ...{ losing: NOBODY, gaining: NOBODY, otherwise: NOBODY, areas: { dissolved: [], formed: [] } },
    ...{ doubtful: [], judgeable: [], missing: { of: "areas", ...of(missing) }, certain: of(certain) },
    inAll: { missing: of(all), certain: of(allCertain) },
  };
}

test("what is missing for certain is told beside what is missing, where not all of it is certain", () => {
  const zh = (of: MetricEffect) => effectWords(of, speech("zh"));
  expect(zh(effect([2042.3, 2042.3], [1573, 1731]))).toBe(
    "各小区得到的都不变；片区缺口仍为 2,042\u00a0m²，其中确定缺的由 1,573\u00a0m² 升至 1,731\u00a0m²。",
  );
  expect(effectWords(effect([2042.3, 2042.3], [1573, 1731]), speech("en"))).toBe(
    "Every zone gets as much as before; what shortage areas lack stays 2,042\u00a0m², the certain part of it rises from 1,573\u00a0m² to 1,731\u00a0m².",
  );
  // Neither becomes another.
  expect(zh(effect([2042.3, 2042.3], [1573, 1573]))).toMatch(/；片区缺口仍为 2,042\u00a0m²。$/);
  expect(zh(effect([2042.3, 2100], [1573, 1573]))).toMatch(/，其中确定缺的仍为 1,573\u00a0m²。$/);
  // All of it is certain before and after.
  expect(zh(effect([260, 300], [260, 300]))).toBe(
    "各小区得到的都不变；片区缺口由 260\u00a0m² 升至 300\u00a0m²。",
  );
  // It changes by less than is shown.
  expect(zh(effect([260.1, 260.2], [260.1, 260.2]))).toMatch(/片区缺口仍约 260\u00a0m²。$/);
});

test("what all zones lack is told beside what 片区 lack, where it becomes another amount", () => {
  const words = (all: readonly [number, number], certain = all) =>
    inAllWords(effect([260, 260], [260, 260], all, certain), speech("zh"));
  expect(words([400, 400])).toBeUndefined();
  expect(words([11120.6, 11273.2])).toBe(
    "连新建小区等在内，全部小区缺口由 11,121\u00a0m² 升至 11,273\u00a0m²。",
  );
  // As the headline says it.
  expect(words([11120.6, 11273.2], [11115.2, 11273.2])).toBe(
    "连新建小区等在内，全部小区缺口由 11,121\u00a0m²（含存疑 5.4\u00a0m²） 升至 11,273\u00a0m²。",
  );
  expect(words([400, 400], [300, 400])).toBe(
    "连新建小区等在内，全部小区缺口由 400\u00a0m²（含存疑 100\u00a0m²） 变为 400\u00a0m²。",
  );
});
