import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fate, Fates } from "../../../src/io/fates.ts";

const fate = fc.constantFrom<Fate>("used", "repaired", "rejected");

test("every row has the fate that was set last, and is counted once", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 5000 }), fate)), (set) => {
      const fates = new Fates();
      for (const [row, each] of set) fates.set(row, each);
      const last = [...new Map(set).values()];
      const of = (each: Fate) => last.filter((one) => one === each).length;
      expect(fates.count()).toEqual({
        in: last.length,
        used: of("used"),
        repaired: of("repaired"),
        rejected: of("rejected"),
      });
    }),
    { seed: 20_261_126, numRuns: 200 },
  );
});
