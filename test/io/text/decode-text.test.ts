import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/io/text/decode-text.ts";
import { value } from "../../builders/outcomes.ts";

function wide(text: string, isBig: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), !isBig);
  return bytes;
}

/** 一 is U+4E00: its low byte is a NUL. */
const word = fc.string({ unit: fc.constantFrom(..."一丁东园里小区9８a.-"), minLength: 1, maxLength: 8 });
const table = fc
  .array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 9 })
  .map((rows) => rows.map((row) => `${row.join(",")}\r\n`).join(""));

describe("UTF-16 without a byte order mark", () => {
  it("is read as what was written, by either order of bytes", () => {
    fc.assert(
      fc.property(table, fc.boolean(), (rows, isBig) => {
        const text = `编号,名称,类别\r\n1,东,2\r\n${rows}`;
        const read = value(decodeText(wide(text, isBig), "f.csv"));
        expect(read).toEqual({ text, encoding: isBig ? "utf-16be" : "utf-16le" });
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it.each([
    ["a NUL in a text of single bytes", new TextEncoder().encode("id,name\n1,a\u0000\n")],
    ["numbers of two bytes", new Uint8Array(Array.from({ length: 200 }, (_, i) => (i % 2 ? 0 : i / 2)))],
    ["nothing but NULs", new Uint8Array(64)],
    ["half a surrogate", wide("id,name\n1,\uD83D\n", false)],
    ["an odd number of bytes", wide("id,name\n1,a\n", false).subarray(1)],
  ])("is not seen in %s", (_, bytes) => {
    const read = decodeText(bytes, "f.csv");
    expect(read.ok ? read.value : read.issues.map(({ code }) => code)).toEqual(["file.no-text"]);
  });
});
