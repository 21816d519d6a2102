import { expect, test } from "vitest";
import { readOverlay, readRulePack } from "../../../src/io/standards/read-pack.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

/** A shipped pack as plain JSON, to spoil in one place. */
function spoiled(spoil: (pack: any_) => void, id = "xuzhou-2022"): unknown {
  const pack = structuredClone(shippedStandards().packs.find((candidate) => candidate.id === id)) as never;
  spoil(pack);
  return pack;
}
// biome-ignore lint/suspicious/noExplicitAny: a broken file has no type
type any_ = any;

function found(source: unknown): unknown[] {
  const outcome = readRulePack(source, "my.json");
  return outcome.issues.map(({ code, severity, facts, at }) => {
    expect(severity).toBe("error");
    expect(at.file).toBe("my.json");
    expect(outcome.ok).toBe(false);
    return [code, "path" in facts ? facts.path : facts];
  });
}

test("a pack reads from text, with or without a byte order mark, and from a value", () => {
  const [pack] = shippedStandards().packs;
  const text = JSON.stringify(pack);
  for (const source of [text, `\uFEFF${text}`, pack]) {
    expect(readRulePack(source, "pack")).toEqual({ ok: true, value: pack, issues: [] });
  }
});

test.each<[string, (pack: any_) => void, unknown[]]>([
  ["a member too many", (p) => (p.remark = ""), [["pack.member-unknown", "remark"]]],
  [
    "a member too many, deep",
    (p) => (p.rules[2].clauses[0].quote = "…"),
    [["pack.member-unknown", "rules[2].clauses[0].quote"]],
  ],
  ["a member missing", (p) => delete p.circle.detour, [["pack.member-missing", "circle.detour"]]],
  [
    "a sentence in one language",
    (p) => delete p.rules[0].title.en,
    [["pack.member-missing", "rules[0].title.en"]],
  ],
  ["an empty sentence", (p) => (p.title.zh = ""), [["pack.member-missing", "title.zh"]]],
  ["text in a number", (p) => (p.rules[0].threshold = "20"), [["pack.wrong-type", "rules[0].threshold"]]],
  ["null in a number", (p) => (p.rules[0].per = null), [["pack.wrong-type", "rules[0].per"]]],
  ["infinity", (p) => (p.rules[0].threshold = Infinity), [["pack.wrong-type", "rules[0].threshold"]]],
  [
    "a negative threshold",
    (p) => (p.rules[0].threshold = -1),
    [["pack.number-too-low", "rules[0].threshold"]],
  ],
  ["per nothing", (p) => (p.rules[0].per = 0), [["pack.number-too-low", "rules[0].per"]]],
  ["an unknown rule type", (p) => (p.rules[0].type = "minimum"), [["pack.unknown-word", "rules[0].type"]]],
  ["no rule type", (p) => delete p.rules[0].type, [["pack.member-missing", "rules[0].type"]]],
  ["an unknown metric", (p) => (p.rules[0].metric = "area"), [["pack.unknown-word", "rules[0].metric"]]],
  [
    "an unknown kind",
    (p) => (p.countedKinds.byMetric.beds.counted[0] = "E_HOTEL"),
    [["pack.unknown-word", "countedKinds.byMetric.beds.counted[0]"]],
  ],
  [
    "an unknown kind set",
    (p) => (p.rules[8].kinds.allOf[0][0] = "E_SOME"),
    [["pack.unknown-word", "rules[8].kinds.allOf[0][0]"]],
  ],
  [
    "no kinds to choose from",
    (p) => (p.rules[8].kinds.allOf[0] = []),
    [["pack.wrong-form", "rules[8].kinds"]],
  ],
  [
    "the base of a presence rule",
    (p) => (p.rules[8].base = "residents"),
    [["pack.member-unknown", "rules[8].base"]],
  ],
  ["a rule id twice", (p) => (p.rules[5].id = p.rules[0].id), [["pack.duplicate", "rules"]]],
  [
    "a document that is not there",
    (p) => (p.rules[0].clauses[0].document = "ZZ"),
    [["pack.dangling", "rules[0].clauses[0].document"]],
  ],
  [
    "an ambiguity that is not there",
    (p) => p.rules[0].ambiguities.push("A-9"),
    [["pack.dangling", "rules[0].ambiguities[3]"]],
  ],
  [
    "a circle rule that is not there",
    (p) => (p.circle.childcareRule = "XZ-N-E-20"),
    [["pack.dangling", "circle.childcareRule"]],
  ],
  [
    "a group of one",
    (p) => delete p.rules[0].conflictGroup,
    [["pack.lonely-group", "rules[1].conflictGroup"]],
  ],
  [
    "a band upside down",
    (p) => (p.populationCoefficient.low = 3.3),
    [["pack.band-reversed", "populationCoefficient"]],
  ],
  [
    "a year of two digits",
    (p) => (p.rules[1].targetByYear = { "25": 30 }),
    [["pack.wrong-form", "rules[1].targetByYear.25"]],
  ],
  ["a day that is none", (p) => (p.validTo = "2025-02-30"), [["pack.wrong-form", "validTo"]]],
  ["a place that is none", (p) => (p.adminCodes = ["32030"]), [["pack.wrong-form", "adminCodes[0]"]]],
  [
    "a link that is no web address",
    (p) => (p.rules[0].clauses[0].url = "javascript:alert(1)"),
    [["pack.wrong-form", "rules[0].clauses[0].url"]],
  ],
  [
    "a kind that counts and never counts",
    (p) => p.countedKinds.byMetric.beds.never.push("E_EMBEDDED"),
    [["pack.kind-twice", "countedKinds.byMetric.beds"]],
  ],
  [
    "a custom pack without the prefix",
    (p) => (p.status = "custom"),
    [["pack.custom-id", { id: "xuzhou-2022" }]],
  ],
])("%s is refused at its place", (_what, spoil, expected) => {
  expect(found(spoiled(spoil))).toEqual(expected);
});

test("every mistake of a file is told at once", () => {
  const source = spoiled((pack) => {
    pack.rules[0].threshold = "20";
    pack.rules[3].per = null;
    delete pack.version;
  });
  expect(found(source)).toEqual([
    ["pack.member-missing", "version"],
    ["pack.wrong-type", "rules[0].threshold"],
    ["pack.wrong-type", "rules[3].per"],
  ]);
});

test("what is no pack at all is refused", () => {
  expect(readRulePack("", "my.json").issues[0]?.code).toBe("pack.unreadable");
  expect(readRulePack("{ rules: ", "my.json").issues[0]?.code).toBe("pack.unreadable");
  expect(found("[]")).toEqual([["pack.wrong-type", "$"]]);
  expect(found("null")).toEqual([["pack.wrong-type", "$"]]);
});

test("an overlay is held to the same rules", () => {
  const [overlay] = shippedStandards().overlays;
  expect(readOverlay(JSON.stringify(overlay), "overlay").ok).toBe(true);
  const [first, ...rest] = overlay?.rules ?? [];
  const twice = { ...overlay, rules: [first, first, ...rest] };
  expect(readOverlay(twice, "overlay").issues.map((issue) => issue.code)).toEqual(["pack.duplicate"]);
});
