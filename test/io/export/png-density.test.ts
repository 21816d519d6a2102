import { crc32 } from "node:zlib";
import { expect, it } from "vitest";
import { withDensity } from "../../../src/io/export/png-density.ts";

it("a picture says its dots for each metre behind its header: 300 for each inch of 0.0254 m are 11,811", () => {
  const png = Uint8Array.from({ length: 60 }, (_, at) => at);
  const whole = withDensity(png, 300);
  expect(whole.subarray(0, 33)).toEqual(png.subarray(0, 33));
  expect(whole.subarray(54)).toEqual(png.subarray(33));
  const view = new DataView(whole.buffer);
  expect(view.getUint32(33)).toBe(9);
  expect(new TextDecoder().decode(whole.subarray(37, 41))).toBe("pHYs");
  expect([view.getUint32(41), view.getUint32(45), view.getUint8(49)]).toEqual([11811, 11811, 1]);
  expect(view.getUint32(50)).toBe(crc32(whole.subarray(37, 50)));
});
