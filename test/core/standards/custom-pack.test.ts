import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "../../../src/core/base/outcome.ts";
import { checked } from "../../../src/core/standards/custom-pack.ts";
import type { RuleChange } from "../../../src/core/standards/rule-change.ts";
import type { RulePack } from "../../../src/core/standards/rule-pack.ts";
import { isBorrowed, packById, packFor, withCustomPacks } from "../../../src/core/standards/standards.ts";
import { readRulePack } from "../../../src/io/standards/read-pack.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { copyOf, fromTemplate, withRule } from "../../builders/own-packs.ts";

const standards = shippedStandards();
const by = { enteredBy: "王工", checkedBy: "李工", date: "2026-11-25" } as const;

function shipped(id: string): RulePack {
  const pack = packById(standards, id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}

function codes(outcome: Outcome<unknown>): string[] {
  return outcome.issues.map((issue) => issue.code);
}

const copy = copyOf(shipped("xuzhou-2022"), { id: "custom:xuzhou-test", ...by });
const ruleOf = (pack: RulePack, id: string) => pack.rules.find((rule) => rule.id === id);

test("a copy keeps the rules and documents, and says whose it is", () => {
  expect(copy.custom).toEqual({ copiedFrom: "xuzhou-2022", ...by });
  expect(copy.status).toBe("custom");
  expect(copy.version).toBe("1.0.0");
  expect(copy.rules).toEqual(shipped("xuzhou-2022").rules);
  expect(copy.documents[0]?.status).toBe("issued_unnumbered");
});

test("only a pack of the user's own, whole and with its people, is let through", () => {
  expect(codes(checked(shipped("huaibei-draft")))).toEqual(["pack.custom-id"]);
  expect(codes(checked({ ...copy, id: "custom:" }))).toEqual(["pack.custom-id"]);
  const unchecked = checked({ ...copy, custom: { ...by, checkedBy: "  " } });
  expect(unchecked.issues[0]?.facts).toEqual({ path: "custom.checkedBy" });
  expect(codes(checked({ ...copy, custom: { ...by, date: "25/11/2026" } }))).toEqual(["pack.wrong-form"]);
});

test("nothing can be written into a shipped pack", () => {
  const rule = shipped("huaibei-draft").rules[0] ?? {};
  expect(() => Object.assign(rule, { severity: "related" })).toThrow(TypeError);
});

test("a change makes another pack and leaves the one before as it was", () => {
  const once = value(withRule(copy, "XZ-N-E-20", { threshold: 25, severity: "target" }));
  expect(ruleOf(once, "XZ-N-E-20")).toMatchObject({ threshold: 25, severity: "target", per: 100 });
  expect(ruleOf(copy, "XZ-N-E-20")).toMatchObject({ threshold: 20, severity: "mandatory" });
});

test("a new threshold is the one compared with: the yearly targets that would outweigh it go", () => {
  const raised = value(withRule(copy, "XZ-O-E-20", { threshold: 25 }));
  expect(ruleOf(raised, "XZ-O-E-20")).not.toHaveProperty("targetByYear");
  const yearly = value(withRule(copy, "XZ-O-E-20", { threshold: 25, targetByYear: { "2030": 25 } }));
  expect(ruleOf(yearly, "XZ-O-E-20")).toMatchObject({ threshold: 25, targetByYear: { "2030": 25 } });
});

test("no number makes a rule unspecified, and a number makes it a ratio again", () => {
  const open = value(withRule(copy, "XZ-O-E-20", { threshold: null }));
  expect(ruleOf(open, "XZ-O-E-20")).toMatchObject({ type: "not_specified", base: "households", per: 100 });
  expect(ruleOf(open, "XZ-O-E-20")).not.toHaveProperty("threshold");
  expect(ruleOf(open, "XZ-O-E-20")).not.toHaveProperty("targetByYear");
  const closed = value(withRule(open, "XZ-O-E-20", { threshold: 18, per: 50 }));
  expect(ruleOf(closed, "XZ-O-E-20")).toMatchObject({ type: "ratio_min", threshold: 18, per: 50 });
  expect(readRulePack(JSON.stringify(closed), "copy").ok).toBe(true);
});

test("a floor without its number and with it again stays a floor", () => {
  const from = copyOf(shipped("lianyungang-draft"), { id: "custom:lyg", ...by });
  const open = value(withRule(from, "LYG-N-C-200", { threshold: null }));
  const closed = value(withRule(open, "LYG-N-C-200", { threshold: 220 }));
  expect(ruleOf(closed, "LYG-N-C-200")).toMatchObject({ type: "floor", threshold: 220 });
  expect(readRulePack(JSON.stringify(closed), "copy").ok).toBe(true);
});

test("impossible changes are refused with their place", () => {
  expect(withRule(copy, "XZ-N-E-20", { threshold: -1 }).issues[0]).toMatchObject({
    code: "pack.number-too-low",
    facts: { path: "rules[0].threshold", value: -1, least: "≥ 0" },
  });
  expect(codes(withRule(copy, "XZ-N-E-20", { per: 0 }))).toEqual(["pack.number-too-low"]);
  expect(codes(withRule(copy, "XZ-N-E-20", { threshold: Number.NaN }))).toEqual(["pack.number-too-low"]);
  expect(codes(withRule(copy, "XZ-N-E-20", { targetByYear: { "25": 1 } }))).toEqual(["pack.wrong-form"]);
  expect(codes(withRule(copy, "XZ-ST-E-1", { per: 3 }))).toEqual(["pack.member-not-of-type"]);
  expect(codes(withRule(copy, "XZ-CM-E-100", { threshold: null }))).toEqual(["pack.member-not-of-type"]);
  expect(codes(withRule(copy, "XZ-N-E-20", { conflictGroup: null }))).toEqual(["pack.lonely-group"]);
});

test("a pack from the template passes nothing before its numbers are entered", () => {
  const city = { zh: "示例市", en: "Example" };
  const pack = value(
    fromTemplate(standards.template, { id: "custom:example", city, adminCodes: ["3299"], ...by }),
  );
  expect(pack.rules.length).toBeGreaterThan(0);
  for (const rule of pack.rules) expect(rule.type).toBe("not_specified");
  const filled = value(withRule(pack, "N-C-SLOT", { threshold: 10 }));
  expect(ruleOf(filled, "N-C-SLOT")).toMatchObject({
    type: "ratio_min",
    metric: "childcare_slots",
    base: "residents",
    per: 1000,
    threshold: 10,
  });
});

test("the pack of a place is that of the smallest place, shipped before copied", () => {
  const district = value(
    fromTemplate(standards.template, {
      id: "custom:quanshan",
      city: { zh: "泉山区", en: "Quanshan" },
      adminCodes: ["320311"],
      ...by,
    }),
  );
  const all = withCustomPacks(standards, [copy, district]);
  expect(packFor(all, "320311001")?.id).toBe("custom:quanshan");
  expect(packFor(all, "320302")?.id).toBe("xuzhou-2022");
  expect(packFor(all, "321302000000")?.id).toBe("sucheng-2023");
  expect(packFor(all, "321300")).toBeUndefined();
  expect(packFor(all, "321000")).toBeUndefined();
  expect(packFor(all, "")).toBeUndefined();
  expect(packById(all, "custom:xuzhou-test")).toBe(copy);
  expect(isBorrowed(shipped("xuzhou-2022"), "320214")).toBe(true);
  expect(isBorrowed(shipped("xuzhou-2022"), "320311")).toBe(false);
  expect(isBorrowed(shipped("xuzhou-2022"), undefined)).toBe(true);
});

test("law: whatever is changed and let through can be saved and read again, the same", () => {
  const amount = fc.oneof(
    fc.constantFrom(0, 0.1, 30, -1, Number.NaN, Infinity),
    fc.double({ min: 0, max: 1e6 }),
  );
  const words = fc.constantFrom("", " ", "A", "XZ-NEW-ELDERLY", "乙");
  const text = fc.record({ zh: words, en: words });
  const change: fc.Arbitrary<RuleChange> = fc.record(
    {
      title: text,
      severity: fc.constantFrom("mandatory", "target", "related"),
      estateStatus: fc.constantFrom("new", "existing", null),
      conflictGroup: fc.option(words, { nil: null }),
      approximate: fc.boolean(),
      note: fc.option(text, { nil: null }),
      clauses: fc.array(
        fc.record({ document: fc.constantFrom("XZ", "EXT", "ZZ"), clause: words, paraphrase: text }),
      ),
      threshold: fc.option(amount, { nil: null }),
      base: fc.constantFrom("households", "residents"),
      per: amount,
      targetByYear: fc.option(fc.dictionary(fc.constantFrom("2025", "2030", "30"), amount), { nil: null }),
    },
    { requiredKeys: [] },
  );
  const edit = fc.tuple(fc.nat({ max: copy.rules.length - 1 }), change);
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      let pack = copy;
      for (const [row, made] of edits) {
        const outcome = withRule(pack, pack.rules[row]?.id ?? "", made);
        if (!outcome.ok) {
          expect(outcome.issues.length).toBeGreaterThan(0);
          continue;
        }
        pack = outcome.value;
        expect(readRulePack(JSON.stringify(pack), "copy")).toEqual({ ok: true, value: pack, issues: [] });
      }
    }),
    { seed: 1, numRuns: 400 },
  );
});
