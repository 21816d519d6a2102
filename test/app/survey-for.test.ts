import { describe, expect, it } from "vitest";
import { surveyFor } from "../../src/app/derived/survey-for.ts";
import type { RefusalReason } from "../../src/core/plan/measure.ts";

const at = (site: string) => ({ place: { site }, name: site, measures: [] });
const refusal = (site: string, why: RefusalReason) => ({ place: { site }, name: site, why });
const SURVEY = {
  places: [at("S"), at("T")],
  refused: [refusal("U", "no-title")],
  idle: [refusal("T", "nobody-in-reach")],
};
const ANYWHERE = { with: [], without: [] };

function told(...given: [Parameters<typeof surveyFor>[0], ReturnType<typeof at>[]?]) {
  const [asked, planned] = given;
  const { places, refused } = surveyFor(asked, SURVEY, planned);
  const ids = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name).join("");
  return `${ids(places)} | ${ids(refused)}`;
}

describe("a survey as a question takes it", () => {
  it("offers no place that would give nobody more room", () => {
    expect(told({ goal: "most", places: ANYWHERE })).toBe("S | UT");
    expect(told({ goal: "budget", places: { with: ["S"], without: ["T"] } })).toBe("S | UT");
  });

  it("refuses none where something is to be done in any case, or is done by the plan that is there", () => {
    expect(told({ goal: "close", places: { with: ["T"], without: [] } })).toBe("ST | U");
    expect(told({ goal: "close", places: ANYWHERE }, [at("T")])).toBe("ST | U");
  });

  it("offers every place where people are to reach care, whatever it holds", () => {
    expect(told({ goal: "everybody", places: ANYWHERE })).toBe("ST | U");
  });
});
