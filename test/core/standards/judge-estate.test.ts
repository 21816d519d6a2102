import { describe, expect, it } from "vitest";
import { exact } from "../../../src/core/base/decimal.ts";
import { estateJudge } from "../../../src/core/standards/judge-estate.ts";
import type { RulePack } from "../../../src/core/standards/rule-pack.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

const sucheng = packById(shippedStandards(), "sucheng-2023") as RulePack;
const enough = {
  elderly_building_area: { amount: exact(160) },
  childcare_building_area: { amount: exact(384) },
};
const estate = { status: "new", households: 800 } as const;

describe("land granted before the document", () => {
  const onlyChildcare: RulePack = {
    ...sucheng,
    id: "custom:one",
    rules: sucheng.rules.map(({ grantedFrom, ...rule }) =>
      rule.id === "SQ-N-C-48" && grantedFrom !== undefined ? { ...rule, grantedFrom } : rule,
    ),
  };

  it("is no pass where one rule is silent and the others are met", () => {
    const found = estateJudge(onlyChildcare, { conflict: "flag" })(
      { ...estate, grantDate: "2022-01-01" },
      enough,
    );
    expect(found.lines.map(({ rule, verdict }) => [rule, verdict])).toEqual([["SQ-N-E-20", "pass"]]);
    expect(found.overall).toBe("not_specified");
    expect(found.remarks).toEqual(["granted-before-document"]);
  });

  it("still fails where another rule is missed", () => {
    const little = { ...enough, elderly_building_area: { amount: exact(159.99) } };
    const found = estateJudge(onlyChildcare, { conflict: "flag" })(
      { ...estate, grantDate: "2022-01-01" },
      little,
    );
    expect(found.overall).toBe("fail");
  });
});

describe("the second reading", () => {
  const judge = estateJudge(sucheng, { conflict: "flag" });
  const less = { ...enough, elderly_building_area: { amount: exact(100) } };

  it("is kept beside a verdict that turns on it", () => {
    const found = judge(estate, less, enough);
    expect([found.overall, found.secondReading]).toEqual(["fail", "pass"]);
  });

  it("is silent where it changes nothing", () => {
    expect(judge(estate, enough, enough).secondReading).toBeUndefined();
  });

  it("takes a pass away that it does not share", () => {
    const found = judge(estate, enough, less);
    expect([found.overall, found.secondReading]).toEqual(["needs_ruling", "fail"]);
  });
});

it("a base that no zone states leaves its line without data", () => {
  const [first] = sucheng.rules.filter((rule) => rule.type === "ratio_min" && rule.estateStatus === "new");
  const urban = { ...sucheng, rules: [{ ...first, base: "urban_residents" }] } as RulePack;
  expect(estateJudge(urban, { conflict: "flag" })(estate, enough).overall).toBe("insufficient_data");
});

describe("a line says what was compared with", () => {
  const linesOf = (id: string) =>
    estateJudge(packById(shippedStandards(), id) as RulePack, { conflict: "flag" })(
      { status: id === "lianyungang-draft" ? "new" : "existing", households: 800 },
      enough,
    ).lines;

  it("of a ratio, of a floor on single rooms", () => {
    const lianyungang = new Map(linesOf("lianyungang-draft").map((line) => [line.rule, line]));
    expect(lianyungang.get("LYG-N-E-30")).toMatchObject({
      threshold: 30,
      base: { name: "households", per: 100 },
    });
    expect(lianyungang.get("LYG-N-C-200")?.threshold).toBe(200);
  });

  it("where the document gives no number, by whom it would be counted", () => {
    const rules: RulePack["rules"] = sucheng.rules.flatMap((rule) => {
      if (rule.id !== "SQ-N-E-20" || rule.type !== "ratio_min") return [];
      const { threshold: _threshold, targetByYear: _targets, ...rest } = rule;
      return [{ ...rest, type: "not_specified" }];
    });
    const [line] = estateJudge({ ...sucheng, rules }, { conflict: "flag" })(estate, enough).lines;
    expect(line).toMatchObject({ verdict: "not_specified", base: { name: "households", per: 100 } });
    expect(line?.threshold).toBeUndefined();
  });
});

describe("remarks on a zone", () => {
  it("say that no rule applies where none does, and nothing otherwise", () => {
    const judge = estateJudge(sucheng, { conflict: "flag" });
    expect(judge(estate, enough).remarks).toEqual([]);
    const none = estateJudge({ ...sucheng, rules: [] }, { conflict: "flag" })(estate, enough);
    expect([none.overall, none.remarks]).toEqual(["not_specified", ["no-rule-applies"]]);
  });
});

describe("a rule by the number of old people", () => {
  const rules = sucheng.rules.flatMap((rule) =>
    rule.id === "SQ-N-E-20" && rule.type === "ratio_min" ? [{ ...rule, base: "elderly60" as const }] : [],
  );
  const judge = estateJudge({ ...sucheng, rules }, { conflict: "flag" });
  const by = (elderly60?: number) =>
    judge({ ...estate, ...(elderly60 !== undefined && { elderly60 }) }, enough).lines[0]?.verdict;

  it("is open where their number is not known, or is said to be none", () => {
    // 160 m² do for 800 at 20 per 100.
    expect([by(800), by(801), by(0), by()]).toEqual([
      "pass",
      "fail",
      "insufficient_data",
      "insufficient_data",
    ]);
  });
});
