import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gb18030 } from "../../../src/io/text/gb18030.ts";

const read = (bytes: Uint8Array) => new TextDecoder("gb18030", { fatal: true }).decode(bytes);
const hex = (text: string) => Buffer.from(gb18030(text)).toString("hex");

describe("text in GB18030", () => {
  it("has one, two or four bytes for a character, as the standard lists them", () => {
    expect(hex("A1")).toBe("4131");
    expect(hex("啊")).toBe("b0a1");
    expect(hex("徐州")).toBe("d0ecd6dd");
    expect(hex("€")).toBe("a2e3");
    expect(hex("㐀")).toBe("8139ee39");
    expect(hex("𠮷")).toBe("9534b235");
    expect(hex("\u{10ffff}")).toBe("e3329a35");
  });

  it("reads back whatever the character, and keeps them apart", () => {
    const points = Array.from({ length: 0x110000 }, (_, point) => point).filter(
      (point) => !(point >= 0xd800 && point < 0xf900),
    );
    for (let from = 0; from < points.length; from += 1 << 16) {
      const text = points
        .slice(from, from + (1 << 16))
        .map((point) => String.fromCodePoint(point))
        .join("");
      expect(read(gb18030(text)) === text).toBe(true);
    }
  });

  it("loses no more of what is for private use than has no form", () => {
    const lost = Array.from({ length: 0xf900 - 0xe000 }, (_, i) => String.fromCharCode(0xe000 + i)).filter(
      (letter) => read(gb18030(letter)) !== letter,
    );
    expect(lost.length).toBeLessThan(25);
    for (const letter of lost) expect(read(gb18030(letter))).toBe("\ufffd");
  });

  it("writes half a pair as a character that stands for none", () => {
    expect(read(gb18030("a\ud842b"))).toBe("a\ufffdb");
    expect(read(gb18030("\udfb7"))).toBe("\ufffd");
  });

  it("reads back text of any length", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...["a", "圈", "é", "㐀", "𠮷", "\n", "，"]) }),
        (text) => {
          expect(read(gb18030(text))).toBe(text);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  it.skipIf(spawnSync("iconv", ["--version"]).status !== 0)("is what iconv writes", () => {
    const text = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("");
    const other = `${text}㐀𠮷𫚕éßДあ가ﷺ😀，。（）`;
    const { stdout } = spawnSync("iconv", ["-f", "UTF-8", "-t", "GB18030"], {
      input: other,
      maxBuffer: 1 << 24,
    });
    expect(Buffer.compare(stdout, Buffer.from(gb18030(other)))).toBe(0);
  });
});
