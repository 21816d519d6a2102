import fc from "fast-check";
import { expect, it } from "vitest";
import { oneLine } from "../../src/cli/one-line.ts";

it("says what a file holds without breaking the line or steering the terminal", () => {
  expect(oneLine('"\u0089PNG\r\n\u001a\n\u0000\u001b[31m" is no JSON.\n')).toBe(
    '"\uFFFDPNG \uFFFD \uFFFD\uFFFD[31m" is no JSON.',
  );
  expect(oneLine("云湖市：428 个小区")).toBe("云湖市：428 个小区");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(oneLine(text)).not.toMatch(/\p{Cc}/u);
    }),
    { seed: 1 },
  );
});
