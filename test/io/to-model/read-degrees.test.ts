import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDegrees } from "../../../src/io/to-model/read-degrees.ts";

describe("an angle", () => {
  it.each<readonly [text: string, value: number, axis: string | undefined]>([
    // 117 + 12/60 + 34.5/3600 = 117.209583333…
    ...[
      "117°12′34.5″E",
      "E117°12'34.5\"",
      "东经117°12′34.5″",
      "东经117度12分34.5秒",
      "１１７°１２′３４．５″E",
      "117º12’34.5”E",
      "117° 12' 34.5\" E",
      "117°12'34.5''E",
      "经度：117°12′34.5″",
    ].map((text) => [text, 117.209583333, "lon"] as const),
    // 34 + 15/60 + 20.1/3600 = 34.255583333…
    ...["N34°15'20.1\"", "北纬34°15′20.1″", "34°15′20.1″N"].map(
      (text) => [text, 34.255583333, "lat"] as const,
    ),
    ...["34 15 20.1", "34:15:20.1", "34°15′20.1″", "34度15分20.1秒"].map(
      (text) => [text, 34.255583333, undefined] as const,
    ),
    // 34 + 15.335/60
    ["34°15.335′", 34.255583333, undefined],
    ["34 15.335", 34.255583333, undefined],
    ["34°15'", 34.25, undefined],
    ["34.26°N", 34.26, "lat"],
    ["E 117.2", 117.2, "lon"],
    ["33°30′S", -33.5, "lat"],
    ["南纬 33.5", -33.5, "lat"],
    ["117.2°", 117.2, undefined],
  ])("%j is one reading", (text, value, axis) => {
    expect(readDegrees(text)).toEqual({ state: "repaired", angle: { value, ...(axis && { axis }) } });
  });

  it.each([
    ...["117°61′", "117°12′60″", "34.5°12′", "34°12.5′10″", "-34°N", "N34°E", "91°N", "181°E", "N34N"],
    ...["117-12-34", "117.2①", "117.2²", "约117.2", "东", "1 2 3 4", "117°12′34.5″北偏东", "34.26 117.2 5"],
  ])("%j is none", (text) => {
    expect(readDegrees(text)).toEqual({ state: "unreadable" });
  });

  it.each(["117 34", "117 34.26", "34 117", "34 117.2", "117 12.5", "34 61"])(
    "%j may be one or two",
    (text) => {
      expect(["ambiguous", "pair"]).toContain(readDegrees(text).state);
    },
  );

  it("of degrees and minutes that are no place of China is no pair", () => {
    expect(readDegrees("117 34.26").state).toBe("ambiguous");
    expect(readDegrees("34 15.3").state).toBe("repaired");
  });

  it("in plain decimals is plain, and absent where nothing is said", () => {
    expect(readDegrees("117.2")).toEqual({ state: "plain", angle: { value: 117.2 } });
    expect(readDegrees(34.26)).toEqual({ state: "plain", angle: { value: 34.26 } });
    expect(readDegrees("不详")).toEqual({ state: "absent" });
  });

  it("written in degrees, minutes and seconds is the decimal again", () => {
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 179 }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 5999 }),
    );
    const form = fc.constantFrom(
      (d: number, m: number, s: number) => `${d}°${m}′${s}″`,
      (d: number, m: number, s: number) => `${d} ${m} ${s}`,
      (d: number, m: number, s: number) => `东经${d}度${m}分${s}秒`,
      (d: number, m: number, s: number) => `${d}:${m}:${s}`,
    );
    fc.assert(
      fc.property(parts, form, ([d, m, hundredths], written) => {
        const read = readDegrees(written(d, m, hundredths / 100));
        const value = "angle" in read ? read.angle.value : Number.NaN;
        // In hundredths of seconds, which are 3 mm each.
        expect(Math.abs(value * 360_000 - (d * 360_000 + m * 6000 + hundredths))).toBeLessThan(0.001);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe("two angles in one cell", () => {
  it.each([
    ["117.2,34.26", [117.2, undefined], [34.26, undefined]],
    ["117.2，34.26", [117.2, undefined], [34.26, undefined]],
    ["117.2; 34.26", [117.2, undefined], [34.26, undefined]],
    ["34.26 117.2", [34.26, undefined], [117.2, undefined]],
    ["34.26、117.2", [34.26, undefined], [117.2, undefined]],
    ["N34.26°E117.2°", [34.26, "lat"], [117.2, "lon"]],
    ["34.26N117.2E", [34.26, "lat"], [117.2, "lon"]],
    ["东经117.2，北纬34.26", [117.2, "lon"], [34.26, "lat"]],
    ["34 15 36 117 12 0", [34.26, undefined], [117.2, undefined]],
    ["34°15′36″N 117°12′E", [34.26, "lat"], [117.2, "lon"]],
  ] as const)("%j stand in the order they are written", (text, ...angles) => {
    expect(readDegrees(text)).toEqual({
      state: "pair",
      angles: angles.map(([value, axis]) => ({ value, ...(axis && { axis }) })),
    });
  });

  it.each(["117.2,34.26,5", "N34,N35", "117.2,", ",34"])("%j are not", (text) => {
    expect(readDegrees(text)).toEqual({ state: "unreadable" });
  });
});
