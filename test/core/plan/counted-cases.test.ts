import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { toNumber } from "../../../src/core/base/decimal.ts";
import { finish } from "../../../src/core/base/work.ts";
import { countedCases } from "../../../src/core/plan/counted-cases.ts";
import { planBasis } from "../../../src/core/plan/plan-basis.ts";
import { shippedTerms } from "../../../src/io/plan/shipped-terms.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aProject, aZone, east } from "../../builders/rows.ts";

/** 700 m by 1.3 are 910 m of walking: beyond 800 m, and within the 1,170 m of 1.3 m/s in a quarter of an hour. */
const FAR = {
  ...({ id: "S", kind: "vacant_land", at: east(700), usableArea: 300, titleCertificate: true } as const),
  expropriationListed: false,
};

function casesOf(lifetime?: number, lastYear?: number) {
  const site = { ...FAR, ...(lifetime !== undefined && { usableYears: lifetime }) };
  const ground = { standards: shippedStandards(), parameters: DEFAULT_PARAMETERS, terms: shippedTerms() };
  const basis = value(
    finish(planBasis({ project: aProject([aZone("A")], [], { sites: [site] }), ...ground })),
  );
  const measure = basis.measures.find(({ id }) => id === "S:elderly-300");
  if (!measure) throw new Error("nothing is built at S");
  const planned = [{ measure, ...(lastYear !== undefined && { year: 2027 }) }];
  const cases = value(finish(countedCases(basis, planned, { ...(lastYear !== undefined && { lastYear }) })));
  return new Map(
    cases.map(({ name, missing }) => {
      const [of] = missing.filter(({ metric }) => metric === "elderly_building_area");
      return [name, of && [of.before, of.after].map(toNumber)];
    }),
  );
}

it("counts what a measure gives in a case where people walk further, and nobody anything as it is", () => {
  const cases = casesOf();
  // A wants 200 m².
  expect(cases.get("as-given")).toEqual([200, 200]);
  expect(cases.get("speed 0.7")).toEqual([200, 200]);
  expect(cases.get("speed 1.3")).toEqual([200, 0]);
});

it("counts what works in the last year", () => {
  expect(casesOf(3, 2029).get("speed 1.3")).toEqual([200, 0]);
  expect(casesOf(3, 2030).get("speed 1.3")).toEqual([200, 200]);
});
