import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "../../../src/core/base/outcome.ts";
import {
  blankDocument,
  copyDraft,
  dropsTargets,
  editDraft,
  type PackDraft,
  type RuleDraft,
  templateDraft,
} from "../../../src/core/standards/pack-draft.ts";
import { readDraft } from "../../../src/core/standards/read-draft.ts";
import { changedRule } from "../../../src/core/standards/rule-change.ts";
import type { RulePack } from "../../../src/core/standards/rule-pack.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { readRulePack } from "../../../src/io/standards/read-pack.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";

const standards = shippedStandards();
const as = { id: "local", date: "2026-11-25" } as const;

function shipped(id: string): RulePack {
  const pack = packById(standards, id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}

/** Fields with what is wrong with them. */
const wrongs = (outcome: Outcome<unknown>) =>
  outcome.issues.map(({ code, at }) => [code, at.id, at.column].filter((part) => part !== undefined));

const xuzhou = copyDraft(shipped("xuzhou-2022"), as);
const named: PackDraft = { ...xuzhou, enteredBy: "王工" };

function withRule(draft: PackDraft, id: string, change: Partial<RuleDraft>): PackDraft {
  const rules = draft.rules.map((one) => (one.rule.id === id ? { ...one, ...change } : one));
  return { ...draft, rules };
}

const ruleOf = (pack: RulePack, id: string) => pack.rules.find((rule) => rule.id === id);

test("a copy is the original with another id and a person; unchecked unless somebody checked it", () => {
  const copy = value(readDraft(named, []));
  expect(copy).toEqual({
    ...shipped("xuzhou-2022"),
    id: "custom:local",
    title: {
      zh: "徐州市“一老一小”整体解决方案（本地）",
      en: "Xuzhou overall plan for the elderly and the young (local)",
    },
    version: "1.0.0",
    status: "custom",
    custom: { copiedFrom: "xuzhou-2022", enteredBy: "王工", date: "2026-11-25" },
  });
  const checked = value(readDraft({ ...named, checkedBy: " 李工 " }, []));
  expect(checked.custom?.checkedBy).toBe("李工");
});

test("law: every own pack that a form opens and saves unchanged stays as it is, but for its version", () => {
  for (const from of standards.packs) {
    const copy = value(readDraft({ ...copyDraft(from, as), enteredBy: "王工" }, []));
    const again = value(readDraft(editDraft(copy, from), []));
    expect(again).toEqual({ ...copy, version: "1.0.1" });
  }
});

test("nothing is saved without a person, an id, or with an id that another pack has", () => {
  expect(wrongs(readDraft(xuzhou, []))).toEqual([["pack.member-missing", "custom.enteredBy"]]);
  expect(wrongs(readDraft({ ...named, id: " " }, []))).toEqual([["pack.member-missing", "id"]]);
  expect(wrongs(readDraft({ ...named, id: "a b" }, []))).toEqual([["pack.wrong-form", "id"]]);
  expect(wrongs(readDraft(named, ["custom:local"]))).toEqual([["pack.duplicate", "id"]]);
  expect(wrongs(readDraft({ ...named, date: "25/11/2026" }, []))).toEqual([
    ["pack.wrong-form", "custom.date"],
  ]);
  expect(wrongs(readDraft({ ...named, adminCodes: "3203，徐州" }, []))).toEqual([
    ["pack.wrong-form", "adminCodes"],
  ]);
  expect(wrongs(readDraft({ ...named, low: "3.5" }, []))).toEqual([
    ["pack.band-reversed", "populationCoefficient"],
  ]);
});

test("a typed number is the number of the rule, digit by digit; all wrong fields are named at once", () => {
  const typed = value(readDraft(withRule(named, "XZ-N-E-20", { threshold: "２０．１" }), []));
  expect(ruleOf(typed, "XZ-N-E-20")).toMatchObject({ type: "ratio_min", threshold: 20.1, per: 100 });
  const wrong = withRule(withRule(xuzhou, "XZ-N-E-20", { threshold: "约20" }), "XZ-O-C-8", { per: "0" });
  expect(wrongs(readDraft(wrong, []))).toEqual([
    ["draft.no-number", "XZ-N-E-20", "threshold"],
    ["pack.member-missing", "custom.enteredBy"],
    ["pack.number-too-low", "XZ-O-C-8", "per"],
  ]);
  const long = withRule(named, "XZ-N-E-20", { threshold: "20.0000000000000000001" });
  expect(wrongs(readDraft(long, []))).toEqual([["draft.too-many-digits", "XZ-N-E-20", "threshold"]]);
  const negative = withRule(withRule(named, "XZ-N-E-20", { on: false }), "XZ-N-C-10", { threshold: "-1" });
  expect(wrongs(readDraft(negative, []))).toEqual([["pack.number-too-low", "XZ-N-C-10", "threshold"]]);
});

test("an empty number says that the document gives none, where the rule can go without", () => {
  const open = value(readDraft(withRule(named, "XZ-O-E-20", { threshold: "" }), []));
  expect(ruleOf(open, "XZ-O-E-20")).toMatchObject({ type: "not_specified", base: "households", per: 100 });
  const presence = readDraft(withRule(named, "XZ-ST-E-1", { threshold: "" }), []);
  expect(wrongs(presence)).toEqual([["pack.member-not-of-type", "XZ-ST-E-1", "threshold"]]);
});

test("the circle and what is done where clauses differ are as typed; each wrong field is named", () => {
  const { circle } = named;
  const limits = { ...circle.limits, elderly: "６５０" };
  const draft = {
    ...named,
    circle: { minutes: "10", limits, detour: "1.35" },
    conflictPolicy: "strict" as const,
  };
  const { circle: typed, conflictPolicy } = value(readDraft(draft, []));
  const before = shipped("xuzhou-2022").circle;
  expect(typed).toEqual({
    ...before,
    minutes: 10,
    detour: 1.35,
    limits: { elderly: 650, carer_with_infant: 900, adult: 1000 },
  });
  expect(conflictPolicy).toBe("strict");
  const wrong = { minutes: "", limits: { ...circle.limits, adult: "0", elderly: "很近" }, detour: "0.9" };
  expect(wrongs(readDraft({ ...named, circle: wrong }, [])).sort()).toEqual([
    ["draft.no-number", "circle.limits.elderly"],
    ["pack.member-missing", "circle.minutes"],
    ["pack.number-too-low", "circle.detour"],
    ["pack.number-too-low", "circle.limits.adult"],
  ]);
});

test("a new number takes the yearly targets away, unless they are entered anew", () => {
  const changed = withRule(named, "XZ-O-E-20", { threshold: "25" });
  expect(changed.rules.filter(dropsTargets).map(({ rule }) => rule.id)).toEqual(["XZ-O-E-20"]);
  expect(ruleOf(value(readDraft(changed, [])), "XZ-O-E-20")).not.toHaveProperty("targetByYear");
  const anew = withRule(changed, "XZ-O-E-20", { targets: [{ year: "2030", value: "25" }] });
  expect(ruleOf(value(readDraft(anew, [])), "XZ-O-E-20")).toMatchObject({ targetByYear: { "2030": 25 } });
  const twice = withRule(named, "XZ-O-E-20", {
    targets: [
      { year: "2030", value: "" },
      { year: "2030", value: "x" },
      { year: "30", value: "1" },
    ],
  });
  expect(wrongs(readDraft(twice, []))).toEqual([
    ["pack.duplicate", "XZ-O-E-20", "targets[1]"],
    ["pack.wrong-form", "XZ-O-E-20", "targets[2]"],
  ]);
});

test("a rule is switched off and on again with what belongs to it: its conflict group, its circle", () => {
  const off = withRule(withRule(named, "XZ-N-E-30", { on: false }), "XZ-CIRCLE-E", { on: false });
  const pack = value(readDraft(off, []));
  expect(pack.rules.length).toBe(shipped("xuzhou-2022").rules.length - 2);
  expect(ruleOf(pack, "XZ-N-E-20")).not.toHaveProperty("conflictGroup");
  expect(pack.circle).not.toHaveProperty("elderlyRule");
  const again = editDraft(pack, shipped("xuzhou-2022"));
  const on = withRule(withRule(again, "XZ-N-E-30", { on: true }), "XZ-CIRCLE-E", { on: true });
  const whole = value(readDraft(on, []));
  expect(whole.rules).toEqual(shipped("xuzhou-2022").rules);
  expect(whole.circle).toEqual(shipped("xuzhou-2022").circle);
});

test("a document of one's own can be cited; one that says nothing is none, and cannot", () => {
  const document = {
    ...blankDocument(named.documents),
    title: { zh: "会议纪要", en: "会议纪要" },
    number: "〔2026〕3号",
  };
  const clause = { document: document.key, clause: "二", paraphrase: { zh: "按25平方米", en: "按25平方米" } };
  const cited = withRule(named, "XZ-O-E-20", { threshold: "25", clauses: [clause] });
  const pack = value(readDraft({ ...cited, documents: [...cited.documents, document] }, []));
  expect(pack.documents.at(-1)).toEqual({
    ...{ key: "LOCAL-1", title: document.title, status: "issued", number: "〔2026〕3号" },
  });
  const blank = { ...cited, documents: [...cited.documents, blankDocument(named.documents)] };
  expect(wrongs(readDraft(blank, []))).toEqual([["pack.dangling", "XZ-O-E-20", "clauses[0].document"]]);
  const untitled = { ...cited, documents: [...cited.documents, { ...document, title: { zh: "", en: "" } }] };
  expect(wrongs(readDraft(untitled, []))).toEqual([["pack.member-missing", "documents[2].title"]]);
});

test("a pack for another city: every rule unspecified until its number is entered", () => {
  const start = templateDraft(standards.template, as);
  expect(wrongs(readDraft(start, []))).toEqual([
    ["pack.member-missing", "city"],
    ["pack.member-missing", "custom.enteredBy"],
  ]);
  const city = { zh: "示例市", en: "示例市" };
  const filled = { ...start, city, adminCodes: "3299 329901", enteredBy: "王工" };
  const pack = value(readDraft(withRule(filled, "N-C-SLOT", { threshold: "10" }), []));
  expect(pack.title.zh).toBe("示例市“一老一小”标准");
  expect(pack.adminCodes).toEqual(["3299", "329901"]);
  expect(pack.custom).toEqual({ enteredBy: "王工", date: "2026-11-25" });
  expect(ruleOf(pack, "N-C-SLOT")).toMatchObject({
    type: "ratio_min",
    threshold: 10,
    base: "residents",
    per: 1000,
  });
  expect(pack.rules.filter(({ type }) => type !== "not_specified").length).toBe(1);
});

test("law: whatever a form lets through can be written and read again, the same, and says what its rules say", () => {
  const field = fc.constantFrom("", " ", "20", "0.1", "x", "-1", "1,000", "9007199254740993", "8.50");
  const edit = fc.record({
    row: fc.nat({ max: xuzhou.rules.length - 1 }),
    change: fc.record(
      {
        on: fc.boolean(),
        threshold: field,
        per: field,
        holdsFor: fc.constantFrom("new", "existing", "all"),
        severity: fc.constantFrom("mandatory", "target", "related"),
        targets: fc.array(fc.record({ year: fc.constantFrom("2025", "2030", "30"), value: field }), {
          maxLength: 2,
        }),
      },
      { requiredKeys: [] },
    ),
  });
  let through = 0;
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 3 }), (edits) => {
      const rules = [...named.rules];
      for (const { row, change } of edits) rules[row] = { ...rules[row], ...change } as RuleDraft;
      const outcome = readDraft({ ...named, rules }, []);
      if (!outcome.ok) {
        expect(outcome.issues.length).toBeGreaterThan(0);
        return;
      }
      through += 1;
      expect(readRulePack(JSON.stringify(outcome.value), "local").ok).toBe(true);
      expect(outcome.value.rules.map(({ id }) => id)).toEqual(
        rules.filter(({ on }) => on).map(({ rule }) => rule.id),
      );
    }),
    { seed: 1, numRuns: 400 },
  );
  expect(through).toBeGreaterThan(50);
});

test("a form and a single change of the core come to the same rule", () => {
  const form = value(readDraft(withRule(named, "XZ-N-C-10", { threshold: "12.5" }), []));
  const copy = value(readDraft(named, []));
  expect(form.rules).toEqual(
    copy.rules.map((rule) =>
      rule.id === "XZ-N-C-10" ? value(changedRule(rule, { threshold: 12.5 })) : rule,
    ),
  );
});

test("what counts is as the form says, and a kind stands in one list only", () => {
  const { counting } = named;
  const byMetric = counting.byMetric.map((one) =>
    one.metric === "childcare_slots"
      ? {
          ...one,
          kinds: one.kinds.map((each) =>
            each.kind === "C_EARLY_EDU"
              ? { ...each, reading: "counted" as const, registered: true }
              : each.kind === "C_KINDERGARTEN"
                ? { ...each, reading: "never" as const }
                : each,
          ),
        }
      : one,
  );
  const statuses = { ...counting.statuses, built_not_handed_over: "counted" as const };
  const kindSets = { ...counting.kindSets, C_ANY: ["C_COMMUNITY", "C_HOME"] as const };
  const { countedKinds } = value(
    readDraft({ ...named, counting: { ...counting, byMetric, statuses, kindSets } }, []),
  );
  expect(countedKinds.byMetric.childcare_slots).toEqual({
    counted: ["C_COMMUNITY", "C_INSTITUTION", "C_EARLY_EDU"],
    secondReading: ["C_MEDICAL", "C_CITY_CENTRE"],
    never: ["C_WORKPLACE", "C_HOME", "C_PARENT_ROOM", "C_GUIDE_CENTRE", "C_KINDERGARTEN"],
    registered: ["C_INSTITUTION", "C_KINDERGARTEN", "C_EARLY_EDU"],
  });
  const before = shipped("xuzhou-2022").countedKinds;
  expect(countedKinds.byMetric.elderly_building_area).toEqual(before.byMetric.elderly_building_area);
  expect(countedKinds.statuses).toEqual({ ...before.statuses, counted: ["built", "built_not_handed_over"] });
  expect(countedKinds.kindSets).toEqual({
    ...before.kindSets,
    C_ANY: { kinds: ["C_COMMUNITY", "C_HOME"] },
  });
});

test("a set of kinds that nothing belongs to is a mistake", () => {
  const kindSets = { ...named.counting.kindSets, C_INCLUSIVE: [] };
  const outcome = readDraft({ ...named, counting: { ...named.counting, kindSets } }, []);
  expect(wrongs(outcome)).toEqual([["pack.member-missing", "countedKinds.kindSets.C_INCLUSIVE"]]);
});
