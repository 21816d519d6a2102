import { describe, expect, it } from "vitest";
import { contrasted, PALETTES, type Palette, shareClass } from "../../src/ui/look/palette.ts";

/** WCAG 2.2 relative luminance and contrast. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(PALETTES))("the %s palette", (_name, palette: Palette) => {
  const grounds = [palette.ground, palette.panel, palette.raised];

  it("keeps text at 4.5 : 1", () => {
    for (const ground of grounds) {
      expect(contrast(palette.ink, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.quiet, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.accent, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.accentInk, palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.accentInk, palette.accentHover)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ink, palette.accentWash)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.quiet, palette.accentWash)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.backdrop.label, palette.ground)).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps the edge of every verdict and the mark of every subject at 3 : 1", () => {
    for (const ground of grounds) {
      for (const { edge } of Object.values(palette.verdicts))
        expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
      for (const colour of Object.values(palette.subjects))
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe.each(Object.entries(PALETTES))("the %s palette in more contrast", (_name, palette: Palette) => {
  const strong = contrasted(palette);
  const grounds = [strong.ground, strong.panel, strong.raised];

  it("keeps text at 7 : 1, lines and edges at 4.5 : 1, and the fills that mean something", () => {
    for (const ground of grounds) {
      for (const text of [strong.ink, strong.quiet, strong.accent, strong.backdrop.label])
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
      const edges = Object.values(strong.verdicts).map(({ edge }) => edge);
      for (const line of [...edges, strong.line, strong.control, strong.shareEdge])
        expect(contrast(line, ground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const name of ["fail", "missing_data", "open", "pass"] as const)
      expect(strong.verdicts[name].fill).toBe(palette.verdicts[name].fill);
  });
});

describe("classes of served share", () => {
  it("puts a bound into the class above it and only a whole share into the last", () => {
    expect([0, 0.0999, 0.1, 0.25, 0.5, 0.75, 0.9, 0.9999, 1].map(shareClass)).toEqual([
      0, 0, 1, 2, 3, 4, 5, 5, 6,
    ]);
  });
});
