import type { Subject } from "../../../core/model/facility-kind.ts";
import type { Palette } from "../../look/palette.ts";
import type { Box, Mark, Measure } from "./marks.ts";

/** What one sign of the map means. */
export interface LegendEntry {
  readonly text: string;
  /** Nothing where the words stand for themselves. */
  readonly sign?:
    | { readonly kind: "area"; readonly fill: string; readonly edge: string; readonly hatched?: boolean }
    | { readonly kind: "dotted" }
    | { readonly kind: "facility"; readonly subject: Subject; readonly hollow?: boolean }
    | { readonly kind: "circle" };
}

/** The legend in the lower right corner of the map. */
export function legendMarks(
  { title, entries }: { readonly title: string; readonly entries: readonly LegendEntry[] },
  map: Box,
  palette: Palette,
  measure: Measure,
): readonly Mark[] {
  const texts = entries.map(({ text }) => measure(text, TEXT, false));
  const width = Math.max(measure(title, TITLE, true), SIGN + Math.max(0, ...texts)) + 2 * PADDING;
  const height = 2 * PADDING + 16 + LINE * entries.length;
  const [x, y] = [map.x + map.width - 12 - width, map.y + map.height - 12 - height];
  const { ink } = palette;
  return [
    { kind: "box", x, y, width, height, fill: palette.raised, opacity: 0.92 },
    { kind: "text", text: title, x: x + PADDING, y: y + PADDING + 11, size: TITLE, bold: true, colour: ink },
    ...entries.flatMap(({ text, sign }, at): Mark[] => {
      const middle = y + PADDING + 16 + LINE * (at + 0.5) + 2;
      return [
        ...(sign ? signMarks(sign, x + PADDING, middle, palette) : []),
        { kind: "text", text, x: x + PADDING + (sign ? SIGN : 0), y: middle + 4, size: TEXT, colour: ink },
      ];
    }),
  ];
}

const PADDING = 12;
const LINE = 20;
const TITLE = 13;
const TEXT = 12;
/** Room for the sign before the words. */
const SIGN = 28;

function signMarks(
  sign: NonNullable<LegendEntry["sign"]>,
  x: number,
  y: number,
  palette: Palette,
): readonly Mark[] {
  switch (sign.kind) {
    case "area": {
      const { fill, edge, hatched } = sign;
      const box: Mark = { kind: "box", x, y: y - 6, width: 18, height: 12, fill, opacity: 0.75, edge };
      return [hatched ? { ...box, hatch: palette.raised } : box];
    }
    case "dotted":
      return [line(x, y, palette.ink, 1.5, [2, 2])];
    case "circle":
      return [line(x, y, palette.accent, 2)];
    case "facility": {
      const { subject, hollow = false } = sign;
      const colour = palette.subjects[subject];
      return [{ kind: "glyph", subject, hollow, x: x + 9, y, colour, ground: palette.raised }];
    }
  }
}

function line(x: number, y: number, colour: string, width: number, dash?: readonly number[]): Mark {
  return {
    ...{ kind: "line", colour, width, ...(dash && { dash }) },
    points: [
      [x, y],
      [x + 18, y],
    ],
  };
}
