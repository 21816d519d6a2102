import { describe, expect, it } from "vitest";
import { certificatesOf } from "../../../src/core/allocation/certificates.ts";
import { fairAllocation } from "../../../src/core/allocation/fair-allocation.ts";
import { exact, toNumber } from "../../../src/core/base/decimal.ts";
import { allocationProblem } from "../../builders/allocation-problems.ts";

describe("a fair allocation", () => {
  it("serves the worst first, and proves what is missing", () => {
    // Two zones share 30; a third has 100 beside, and lends nothing to the first.
    const asked = allocationProblem([100, 50, 60, 0], [30, 100], [[0], [0, 1], [1], []]);
    const { levels, levelOf, amounts } = fairAllocation(asked);
    expect([...levelOf].map((at) => toNumber(levels[at] ?? exact(9)))).toEqual(
      [0.3, 10 / 11, 10 / 11, 1].map((x) => expect.closeTo(x, 12)),
    );
    expect([...amounts]).toEqual([30, 0, 500 / 11, 600 / 11].map((x) => expect.closeTo(x, 9)));
    const told = certificatesOf(asked, { levels, levelOf });
    expect(told.map((c) => [[...c.zones], [...c.facilities], toNumber(c.missing), c.maximal])).toEqual([
      [[0], [0], 70, false],
      [[0, 1, 2], [0, 1], 80, true],
    ]);
  });
});
