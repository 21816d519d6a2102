import { describe, expect, test } from "vitest";
import { FACILITY_KINDS, subjectOfKind } from "../../../src/core/model/facility-kind.ts";
import { answers, writtenOut } from "../../../src/core/standards/kind-sets.ts";
import { overlaid } from "../../../src/core/standards/overlay.ts";
import type { Rule } from "../../../src/core/standards/rule.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { shippedCities } from "../../../src/io/standards/cities.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import {
  type Domain,
  type DomainRule,
  domain,
  POLICY_DOCUMENTS,
  policyLines,
  sharedIsThere,
} from "./shared-domain.ts";

const standards = shippedStandards();
const rules = standards.packs.flatMap((pack) => pack.rules);

/** Everything in a value that is written in both languages. */
function texts(value: unknown): { zh: string; en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("zh" in value && "en" in value) return [value as { zh: string; en: string }];
  return Object.values(value).flatMap(texts);
}

describe("the shipped standards", () => {
  test("4 packs with 71 rules, 23 kinds, 37 ambiguities, one overlay of 4 rules, 10 norms", () => {
    expect(standards.packs.map((pack) => [pack.id, pack.rules.length])).toEqual([
      ["huaibei-draft", 13],
      ["lianyungang-draft", 16],
      ["sucheng-2023", 18],
      ["xuzhou-2022", 24],
    ]);
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(71);
    expect(standards.kinds.map((kind) => kind.code)).toEqual([...FACILITY_KINDS]);
    for (const kind of standards.kinds) expect(kind.subject).toBe(subjectOfKind(kind.code));
    const ambiguities = standards.packs.flatMap((pack) => pack.ambiguities.map(({ id }) => id));
    expect(new Set(ambiguities).size).toBe(37);
    expect(
      standards.overlays.map((overlay) => [overlay.id, overlay.rules.length, overlay.defaultOn]),
    ).toEqual([["anhui-2022-elderly-overlay", 4, false]]);
    expect(standards.reference.length).toBe(10);
  });

  test("legal status: Xuzhou without number or date, Sucheng issued, two drafts; all run out in 2025", () => {
    const status = standards.packs.map((pack) => [
      pack.id,
      pack.status,
      pack.documents[0]?.status,
      pack.validTo,
    ]);
    expect(status).toEqual([
      ["huaibei-draft", "draft", "draft", "2025-12-31"],
      ["lianyungang-draft", "draft", "draft", "2025-12-31"],
      ["sucheng-2023", "issued", "issued", "2025-12-31"],
      ["xuzhou-2022", "issued_unnumbered", "issued_unnumbered", "2025-12-31"],
    ]);
    expect(packById(standards, "sucheng-2023")?.documents[0]?.issued).toBe("2023-04-06");
  });

  test("every rule cites a clause, in Chinese and in English", () => {
    for (const rule of rules) expect(rule.clauses.length, rule.id).toBeGreaterThan(0);
    for (const { zh, en } of [...texts(standards), ...texts(shippedCities())]) {
      expect(zh).toMatch(/\p{Script=Han}|^[—%]$/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test("special conditions: three storeys, a hundred slots, four years without a start", () => {
    const rule = (id: string) => rules.find((candidate) => candidate.id === id);
    expect(rule("LYG-F-C-FLOOR")).toMatchObject({
      threshold: 1,
      relaxed: { threshold: 3, needs: ["denseArea", "fireCompliant"] },
    });
    expect(rule("SQ-CT-C-CENTRE")).toMatchObject({
      threshold: 2000,
      andSlots: 100,
      kinds: ["C_CITY_CENTRE"],
    });
    expect(rule("SQ-F-E-300")).toMatchObject({ threshold: 300, kinds: ["E_COMM_CENTRE", "E_DAYCARE"] });
    expect(rule("XZ-O-C-8")).toMatchObject({ deadline: { years: 4, startStated: false } });
    expect(rule("XZ-CT-C-45")?.approximate).toBe(true);
    expect(rules.filter((each) => each.approximate).length).toBe(1);
  });

  test("nothing of them can be changed, and every call gives the same", () => {
    expect(shippedStandards()).toBe(standards);
    const frozenThrough = (value: unknown): boolean =>
      typeof value !== "object" ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozenThrough));
    expect(frozenThrough(standards)).toBe(true);
    expect(frozenThrough(shippedCities())).toBe(true);
  });

  test("a choice of kinds is written out; an inclusive set asks for the 普惠 mark", () => {
    const pack = packById(standards, "lianyungang-draft");
    const rule = pack?.rules.find(({ id }) => id === "LYG-ST-C-1");
    if (pack === undefined || rule?.type !== "presence") throw new Error("no such rule");
    const [inclusive, ...more] = writtenOut(rule.kinds, pack.countedKinds.kindSets);
    expect(more).toEqual([]);
    if (inclusive === undefined) throw new Error("nothing asked for");
    expect(answers(inclusive, { kind: "C_INSTITUTION", inclusive: true })).toBe(true);
    expect(answers(inclusive, { kind: "C_INSTITUTION", inclusive: false })).toBe(false);
    expect(answers(inclusive, { kind: "C_INSTITUTION" })).toBe(false);
    expect(answers(inclusive, { kind: "C_WORKPLACE", inclusive: true })).toBe(false);

    const both = packById(standards, "huaibei-draft")?.rules.find(({ id }) => id === "HB-CIRCLE-B");
    if (both?.type !== "reach") throw new Error("no such rule");
    const [elderly, childcare] = writtenOut(both.kinds, pack.countedKinds.kindSets);
    expect([elderly?.kinds.has("E_MEAL"), elderly?.kinds.has("C_MEDICAL")]).toEqual([true, false]);
    expect([childcare?.kinds.has("E_MEAL"), childcare?.kinds.has("C_MEDICAL")]).toEqual([false, true]);
  });

  test("an overlay adds its rules to its own pack, when chosen", () => {
    const [huaibei, , , xuzhou] = standards.packs;
    if (huaibei === undefined || xuzhou === undefined) throw new Error("no packs");
    const chosen = ["anhui-2022-elderly-overlay"];
    expect(overlaid(huaibei, standards.overlays, [])).toBe(huaibei);
    expect(overlaid(xuzhou, standards.overlays, chosen)).toBe(xuzhou);
    const laid = overlaid(huaibei, standards.overlays, chosen);
    expect(laid.rules.slice(0, 13)).toEqual(huaibei.rules);
    expect(laid.rules.slice(13).map((rule) => rule.id)).toEqual([
      "AH-N-E-30",
      "AH-N-E-350U",
      "AH-O-E-20",
      "AH-POOL",
    ]);
    expect(laid.rules.find(({ id }) => id === "AH-N-E-350U")?.estateStatus).toBe("new");
    expect(laid.documents.map(({ key }) => key)).toEqual(["HB", "EXT"]);
  });
});

describe.runIf(sharedIsThere)("the shipped standards and the domain file", () => {
  const source = sharedIsThere ? domain() : NO_DOMAIN;

  test.each(source.packs.map((pack) => [pack.id, pack] as const))("%s agrees in its settings", (id, pack) => {
    const ours = packById(standards, id);
    expect(ours).toMatchObject({
      version: pack.version,
      validTo: pack.validTo,
      conflictPolicy: pack.conflictPolicy,
    });
    expect(ours?.populationCoefficient).toMatchObject({
      low: pack.populationCoefficient.low,
      high: pack.populationCoefficient.high,
    });
    const { minutes, profiles, detourFactor, detourRange, elderlyRule, childcareRule } = pack.circle;
    expect(ours?.circle).toMatchObject({
      minutes,
      detour: detourFactor,
      detourRange: { low: detourRange[0], high: detourRange[1] },
      limits: Object.fromEntries(profiles.map((profile) => [profile.id, profile.networkM])),
    });
    expect(ours?.circle.elderlyRule ?? null).toBe(elderlyRule);
    expect(ours?.circle.childcareRule ?? null).toBe(childcareRule);
    expect(ours?.documents.map(({ key, issued }) => [key, issued ?? null])).toEqual(
      pack.documents.map(({ key, issued }) => [key, issued ?? null]),
    );
    expect(ours?.adminCodes.map((code) => code.padEnd(6, "0"))).toEqual([pack.jurisdiction.adcode]);
    expect(ours?.status.startsWith(pack.legalStatus.startsWith("DRAFT") ? "draft" : "issued")).toBe(true);
    expect(ours?.rules.map((rule) => rule.id)).toEqual(pack.rules.map((rule) => rule.id));
  });

  const pairs = [...source.packs, ...source.overlays].flatMap(({ rules: theirs = [] }) =>
    theirs.map((rule) => [rule.id, rule] as const),
  );

  test.each(pairs)("%s agrees in every member", (id, theirs) => {
    const ours = [...rules, ...standards.overlays.flatMap((overlay) => overlay.rules)].find(
      (rule) => rule.id === id,
    );
    if (ours === undefined) throw new Error(`no rule ${id}`);
    expect(asDomainWrites(ours)).toEqual(asCompared(theirs));
    const cited = ours.clauses.map(({ document, line }) => `${document} ${line ?? ""}`);
    for (const { doc, line } of theirs.citations) expect(cited).toContain(`${doc} ${line ?? ""}`);
    const places = ours.clauses.map(({ clause }) => clause);
    for (const { clause } of theirs.citations) {
      expect(
        places.some((place) => clause.startsWith(place) || place === "正文"),
        `${id} ${clause}`,
      ).toBe(true);
    }
  });

  test("kinds, kind sets and counted kinds agree in every pack", () => {
    expect(
      standards.kinds.map(({ code, name, subject, levels }) => [code, name.zh, subject, levels.join("|")]),
    ).toEqual(source.facilityTypes.map(({ code, zh, subject, level }) => [code, zh, subject, level]));
    expect(Object.keys(source.ambiguities).sort()).toEqual(
      [...new Set(standards.packs.flatMap((pack) => pack.ambiguities.map(({ id }) => id)))].sort(),
    );
    for (const { countedKinds } of [...standards.packs, standards.template]) {
      expect(countedKinds.kindSets.E_ANY_COMMUNITY.kinds).toEqual(source.kindSets.E_ANY_COMMUNITY);
      expect(countedKinds.kindSets.C_ANY.kinds).toEqual(source.kindSets.C_ANY);
      expect(countedKinds.kindSets.C_INCLUSIVE).toEqual({ kinds: source.kindSets.C_ANY, inclusive: true });
      for (const [metric, row] of Object.entries(countedKinds.byMetric)) {
        const theirs = source.countedKinds[metric];
        expect([row.counted, row.secondReading, row.never], metric).toEqual([
          theirs?.counted,
          theirs?.secondReading ?? [],
          theirs?.never ?? [],
        ]);
      }
      expect(countedKinds.byMetric.childcare_slots?.registered).toEqual(["C_INSTITUTION", "C_KINDERGARTEN"]);
      expect(countedKinds.statuses).toEqual({
        counted: source.countedKinds.statuses?.counted,
        planReviewAlso: source.countedKinds.statuses?.planReviewStageAlso,
        never: source.countedKinds.statuses?.never,
      });
    }
  });

  test("every number of the national reference is carried, and no other", () => {
    const theirs = source.overlays.find(({ id }) => id === "national-reference")?.values ?? [];
    expect(standards.reference.map(({ id }) => id)).toEqual(theirs.map(({ key }) => String(key)).sort());
    for (const norm of standards.reference) {
      const { tiers, ...members } = theirs.find(({ key }) => key === norm.id) ?? {};
      const sizes = (tiers as number[][] | undefined)?.map((tier) => tier[2]) ?? [];
      const numbers = Object.values(members)
        .flat()
        .filter((value) => typeof value === "number");
      const carried = norm.values.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
      expect(new Set(carried), norm.id).toEqual(new Set([...numbers, ...sizes]));
    }
  });

  test("no words of ours are the documents' words", () => {
    const policies = POLICY_DOCUMENTS.map((key) => policyLines(key).join("").replaceAll(/\s/g, ""));
    const quotes = pairs.flatMap(([, rule]) => rule.citations.map((citation) => citation.quote ?? ""));
    const all = [...policies, ...quotes];
    const ours = [
      ...[...rules, ...standards.overlays.flatMap((overlay) => overlay.rules)].flatMap((rule) => [
        ...rule.clauses.map(({ paraphrase }) => paraphrase.zh),
        rule.title.zh,
        rule.note?.zh ?? "",
      ]),
      ...standards.packs.flatMap((pack) =>
        pack.ambiguities.flatMap(({ text, handling }) => [text.zh, handling.zh]),
      ),
      ...shippedCities().flatMap(({ indicators, baselines }) =>
        [...indicators, ...baselines].map(({ doubt }) => doubt?.zh ?? ""),
      ),
    ];
    for (const sentence of ours) {
      for (let at = 0; at + 10 <= sentence.length; at++) {
        const piece = sentence.slice(at, at + 10);
        expect(
          all.some((text) => text.includes(piece)),
          piece,
        ).toBe(false);
      }
    }
  });

  test("every number of a city stands in the line it names, or in the cells after it", () => {
    for (const city of shippedCities()) {
      for (const { id, source: place, cells } of city.indicators) {
        const lines = policyLines(place.document);
        const near = lines.slice(place.line - 1, place.line + 6).join("|");
        for (const { value, year } of cells) {
          if (value === undefined || value === 0) continue;
          const inWords = /每|逐|均|争取|达/.test(near) && value === 1;
          const written = new RegExp(
            `(?<![\\d.])${String(value).replace(".", "\\.")}(\\.?0*)(?![\\d.]*[1-9])`,
          );
          expect(written.test(near) || inWords || IN_OTHER_WORDS.has(id), `${id} ${year}: ${value}`).toBe(
            true,
          );
        }
      }
      for (const { rows, total } of city.breakdowns) {
        for (const row of [...rows, total]) {
          const line = (policyLines("XZ")[row.line - 1] ?? "").replaceAll(" ", "");
          const cells = row.values.map((value) => value ?? "—").join("|");
          expect(line).toBe(`|${row.name.zh}|${cells}|`);
        }
      }
    }
  });
});

const NO_DOMAIN: Domain = {
  packs: [],
  overlays: [],
  facilityTypes: [],
  ambiguities: {},
  kindSets: { E_ANY_COMMUNITY: [], C_ANY: [] },
  countedKinds: {},
};

/** Numbers that the text writes with 万 or in words: 9万张, 覆盖率达…全市所有. */
const IN_OTHER_WORDS = new Set(["XZ-G-BED-NEED", "HB-G-COVER"]);

/** The members that are compared, as the domain file writes them. */
function asCompared(rule: DomainRule) {
  const { citations: _, ...rest } = rule;
  const members = [
    "estateStatus",
    "base",
    "per",
    "targetByYear",
    "conflictGroup",
    "countingBasis",
    "deadline",
  ] as const;
  const compared: Record<string, unknown> = {};
  for (const member of members) compared[member] = rest[member] ?? null;
  return {
    ...compared,
    id: rest.id,
    subject: rest.subject,
    level: rest.level,
    type: rest.type,
    metric: rest.metric,
    unit: rest.unit,
    threshold: rest.threshold,
    severity: rest.severity,
    approximate: rest.approximate ?? false,
    ambiguities: rest.ambiguities ?? [],
    deadline: rest.deadline ? { years: rest.deadline.years, startStated: rest.deadline.startStated } : null,
  };
}

function asDomainWrites(rule: Rule) {
  const choice =
    "kinds" in rule && rule.kinds !== undefined && "allOf" in rule.kinds ? rule.kinds : undefined;
  const kinds = choice === undefined ? "" : `:${choice.allOf.map((any) => any.join("|")).join("&")}`;
  return {
    id: rule.id,
    subject: rule.subject,
    level: rule.level,
    type: rule.type,
    metric: rule.metric + kinds,
    unit: rule.unit ?? null,
    threshold: "threshold" in rule ? (rule.threshold ?? null) : null,
    severity: rule.severity,
    estateStatus: rule.estateStatus ?? null,
    base: "base" in rule ? (rule.base ?? null) : null,
    per: "per" in rule ? (rule.per ?? null) : null,
    targetByYear: "targetByYear" in rule ? (rule.targetByYear ?? null) : null,
    conflictGroup: rule.conflictGroup ?? null,
    countingBasis: rule.countingBasis ?? null,
    approximate: rule.approximate ?? false,
    ambiguities: rule.ambiguities,
    deadline: rule.deadline ?? null,
  };
}
